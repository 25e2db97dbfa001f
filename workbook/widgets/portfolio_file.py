"""What a page asks for to take home: the portfolio, and a statement of completion."""

from datetime import datetime

from ..record.desk import Desk
from ..record.portfolio import gather, portfolio_page, statement_page

__all__ = ["PortfolioFile"]

NAME, SHARED, STATEMENT = "my-portfolio.html", "my-portfolio-to-share.html", "my-statement.html"


class PortfolioFile:
    """The part of a panel that makes files to take home; the panel is a page widget.

    Nothing is written here: the page keeps the file where downloads go.

    Examples
    --------
    >>> hasattr(PortfolioFile, "on_portfolio")
    True
    """

    _desk: Desk

    def on_portfolio(self, message):
        """Send the portfolio as one page, whole or without what is private."""
        shared = message.get("without_private") is True
        found = gather(self._desk.library, self._desk.journal, without_private=shared)
        self._take(message, SHARED if shared else NAME, portfolio_page(found, datetime.now()))

    def on_statement(self, message):
        """Send a statement for the name that was typed; it is kept nowhere."""
        name, library = str(message.get("name", "")), self._desk.library
        page = statement_page(library, self._desk.journal, name, datetime.now())
        self._take(message, STATEMENT, page)

    def _take(self, message, name, page):
        self.say(message, "taken_home", name=name, text=page.decode("utf-8"))
