"""One cell of a table as a number, and what to do when it is not one."""

import math
import re

from ..words import Message, word

__all__ = ["CellError", "Numbers"]

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
DATE = re.compile(
    r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}\b.*|\d{1,2}[-/ ][^\W\d]{3,9}\b.*|[^\W\d]{3,9}[-/ ]\d{1,4}"
)
NAMED = re.compile(r"(week|session|day|meeting|no\.?) *\d+", re.IGNORECASE)
LARGEST = 1e12
LAST_SESSION = 9999  # above this a number is a date as a spreadsheet keeps it, or a mistake


class CellError(ValueError):
    """A cell that cannot be read; its message says what was seen and what to do.

    Examples
    --------
    >>> str(CellError("'x' is not a number."))
    "'x' is not a number."
    """


class Numbers:
    """Read numbers with a point; with a comma only where the comma does not part the cells.

    Parameters
    ----------
    comma : bool
        Whether a decimal comma may be read.

    Attributes
    ----------
    seen : set of str
        The decimal signs that were met.

    Examples
    --------
    >>> Numbers(comma=True).number("3,5")
    3.5
    """

    def __init__(self, comma: bool) -> None:
        self.comma = comma
        self.seen: set[str] = set()

    def number(self, cell: str) -> float:
        """Read a number; an empty cell is a missing value."""
        if not cell:
            return math.nan
        text = cell.replace("\N{MINUS SIGN}", "-")
        sign = "," if "," in text else "." if "." in text else ""
        if sign == "," and NUMBER.fullmatch(text.replace(",", ".", 1)):
            if not self.comma:
                raise CellError(_about("comma", cell))
            text = text.replace(",", ".", 1)
        if not NUMBER.fullmatch(text):
            raise CellError(_about(_kind(text), cell))
        if abs(found := float(text)) > LARGEST:
            raise CellError(_about("too_large", cell))
        self.seen.add(sign)
        return found

    def session(self, cell: str) -> int:
        """Read a session number: whole, from 1 on."""
        found = self.number(cell)
        if math.isnan(found):
            raise CellError(word("sessions", "no_number"))
        if found != int(found) or found < 1:
            raise CellError(_about("odd_session", cell))
        if found > LAST_SESSION:
            raise CellError(_about("late_session", cell, last=LAST_SESSION))
        return int(found)

    def between(self, cell: str, top: float) -> float:
        """Read a number from 0 to ``top``."""
        found = self.number(cell)
        if not (math.isnan(found) or 0 <= found <= top):
            raise CellError(_about("not_between", cell, top=top))
        return found


def _about(name: str, cell: str, **values: float) -> Message:
    return word("sessions", name, cell=cell[:30], **values)


def _kind(text: str) -> str:
    """Name the words for what stands in the place of a number."""
    if NAMED.fullmatch(text):
        return "holds_word"
    if DATE.fullmatch(text):
        return "date"
    return "percent" if text.endswith("%") else "not_a_number"
