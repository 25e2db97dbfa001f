"""Sheets to print: whole documents of their own, which need no network and hold no answer."""

import functools
from pathlib import Path

from ..design import stylesheet
from ..html import Markup
from ..html import page as whole_page

__all__ = ["sheet"]

PAGES = {
    "cards": "size: landscape; margin: 8mm",
    "large": "margin: 14mm",
    "plain": "margin: 14mm",
    "cut": "margin: 14mm",
}


@functools.cache
def _style() -> str:
    own = Path(__file__).with_name("printing.css").read_text(encoding="utf-8")
    return stylesheet() + own


def sheet(title: str, body: str, page: str = "plain") -> str:
    """Give a document that a browser can print by itself.

    Parameters
    ----------
    title : str
        Plain words.
    body : str
        HTML.
    page : str
        ``plain``, ``cards`` (two A5 cards beside each other), ``large`` (large type) or ``cut``
        (the last two parts, to be cut up, begin a new page each).

    Examples
    --------
    >>> sheet("Roles & rules", "<p>Pause.</p>").partition("<title>")[2][:17]
    'Roles &amp; rules'
    """
    style = f"@page {{ {PAGES[page]} }}\n{_style()}"
    return whole_page(title, Markup(body), style=style, body_class=page)
