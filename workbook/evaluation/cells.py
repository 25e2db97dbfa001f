"""One cell of a table as a number, and what to do when it is not one."""

import math
import re

__all__ = ["Numbers", "CellError"]

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
DATE = re.compile(
    r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}\b.*|\d{1,2}[-/ ][^\W\d]{3,9}\b.*|[^\W\d]{3,9}[-/ ]\d{1,4}"
)
NAMED = re.compile(r"(week|session|day|meeting|no\.?) *\d+", re.IGNORECASE)
LARGEST = 1e12
LAST_SESSION = 9999  # above this a number is a date as a spreadsheet keeps it, or a mistake


class CellError(ValueError):
    """A cell that cannot be read; the words say what was seen and what to do.

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

    def __init__(self, comma: bool):
        self.comma, self.seen = comma, set()

    def number(self, cell: str) -> float:
        """Read a number; an empty cell is a missing value."""
        if not cell:
            return math.nan
        text = cell.replace("\N{MINUS SIGN}", "-")
        sign = "," if "," in text else "." if "." in text else ""
        if sign == "," and NUMBER.fullmatch(text.replace(",", ".", 1)):
            if not self.comma:
                raise CellError(f"{_shown(cell)} has a comma. Write it with a point, as in 3.5.")
            text = text.replace(",", ".", 1)
        if not NUMBER.fullmatch(text):
            raise CellError(f"{_shown(cell)} {_what(text)}")
        if abs(found := float(text)) > LARGEST:
            raise CellError(f"{_shown(cell)} is too large to be an outcome. Look at it again.")
        self.seen.add(sign)
        return found

    def session(self, cell: str) -> int:
        """Read a session number: whole, from 1 on."""
        found = self.number(cell)
        if math.isnan(found):
            raise CellError("there is no session number. Give each session its number.")
        if found != int(found) or found < 1:
            raise CellError(f"{_shown(cell)} is no session number. Count the sessions 1, 2, 3.")
        if found > LAST_SESSION:
            raise CellError(
                f"{_shown(cell)} is past {LAST_SESSION}. Spreadsheets keep dates as numbers like "
                "this. Count the sessions 1, 2, 3 instead."
            )
        return int(found)

    def between(self, cell: str, top: float) -> float:
        """Read a number from 0 to ``top``."""
        found = self.number(cell)
        if not (math.isnan(found) or 0 <= found <= top):
            raise CellError(f"{_shown(cell)} is not between 0 and {top:g}.")
        return found


def _shown(cell: str) -> str:
    return f"'{cell[:30]}'"


def _what(text: str) -> str:
    if NAMED.fullmatch(text):
        return "holds a word. Write the number alone."
    if DATE.fullmatch(text):
        return (
            "looks like a date, and here a number is needed. A spreadsheet may have made it one: "
            "format the column as text, type the number again, and count sessions 1, 2, 3."
        )
    if text.endswith("%"):
        return "has a percent sign. Write the number alone, and add --scale percentage."
    return "is not a number. Write a number, or leave the cell empty when a value is missing."
