"""What the page asks about a hand-in: what could leave, its exact content, that it was taken."""

from datetime import date

from ..record.code import Codes
from ..record.desk import Desk
from ..record.hand_in import chosen, hand_in
from ..record.offer import Offer, offered

__all__ = ["HandInFile"]

NAME = "my-hand-in.json"


class HandInFile:
    """The part of a panel that makes a hand-in; the panel is a page widget.

    Nothing is written but the code: the page keeps the file where downloads go.

    Examples
    --------
    >>> hasattr(HandInFile, "on_hand_in_show")
    True
    """

    _desk: Desk

    def on_hand_in(self, message):
        """List what could leave, item by item; nothing private is among it."""
        offers = [_told(offer) for offer in offered(self._desk.library, self._desk.journal)]
        code = Codes.beside(self._desk.journal).code
        self.say(message, "offered", offers=offers, code=code)

    def on_hand_in_show(self, message):
        """Send the exact content of the file for what was chosen."""
        library, journal = self._desk.library, self._desk.journal
        offers = chosen(library, journal, ",".join(message["items"]))
        codes = Codes.beside(journal)
        code = codes.keep(message.get("code", ""))
        data = hand_in(offers, codes, date.today(), message.get("texts", ()))
        self.say(message, "leaves", name=NAME, text=data.decode("ascii"), code=code)

    def on_hand_in_taken(self, message):
        """Count a hand-in that the page has downloaded, so that the next one is the later one."""
        Codes.beside(self._desk.journal).count()
        self.say(message, "taken")


def _told(offer: Offer) -> dict:
    texts = list(offer.texts.values())
    return {"id": offer.id, "title": offer.title, "lines": list(offer.lines), "texts": texts}
