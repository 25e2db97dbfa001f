"""Times of a transcript: how they are written, and that they run forward."""

import re

from ..result import is_missing
from .turns import TranscriptError

__all__ = ["LATEST", "check_order", "seconds"]

LATEST = 360_000  # seconds: 100 hours
CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d+)?)")
PLAIN = re.compile(r"\d{1,9}(?:[.,]\d+)?")


def seconds(value, row: int = 0) -> float | None:
    """Read a time: seconds, or minutes and seconds, or hours too, with a point or a comma.

    Parameters
    ----------
    value : object
        A number, a text, or nothing.
    row : int
        For the error.

    Examples
    --------
    >>> seconds("01:02:03,5"), seconds("2:03"), seconds("12.5"), seconds("")
    (3723.5, 123.0, 12.5, None)
    """
    if is_missing(value):
        return None
    text = str(value).strip()
    if text.casefold() in ("", "nan", "none", "nat", "na", "n/a", "-"):
        return None
    if clock := CLOCK.fullmatch(text):
        hours, minutes, rest = clock.groups()
        time = 3600 * int(hours or 0) + 60 * int(minutes) + float(rest.replace(",", "."))
    elif PLAIN.fullmatch(text):
        time = float(text.replace(",", "."))
    else:
        raise TranscriptError(
            f"{text[:20]!r} is not a time. Write seconds (75.5) or minutes and seconds (1:15.5).",
            row,
        )
    if time > LATEST:
        raise TranscriptError(f"The time {text[:20]} is later than 100 hours. Correct it.", row)
    return time


def check_order(rows) -> None:
    """Refuse times that run backwards; talk at the same time is fine.

    Parameters
    ----------
    rows : iterable of (row, start, stop)
        With the row as a person counts it; start and stop may be None.

    Examples
    --------
    >>> check_order([(2, 0.0, 4.0), (3, 3.0, 3.5)])
    """
    last, where = 0.0, 0
    for row, start, stop in rows:
        if start is not None and stop is not None and stop < start:
            raise TranscriptError(
                f"It stops at {stop:g} s, before it starts at {start:g} s. Correct the times or "
                "leave them empty.",
                row,
            )
        if start is not None:
            if start < last:
                raise TranscriptError(
                    f"The times run backwards: {start:g} s after {last:g} s in row {where}. Sort "
                    "the rows by start, correct the time or leave it empty.",
                    row,
                )
            last, where = start, row
