"""Times of a transcript: how they are written, and that they run forward."""

import re

from ...words import word
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
        raise TranscriptError(word("talk_errors", "no_time", time=repr(text[:20])), row)
    if time > LATEST:
        raise TranscriptError(word("talk_errors", "late_time", time=text[:20]), row)
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
            raise TranscriptError(word("talk_errors", "stop_first", start=start, stop=stop), row)
        if start is not None:
            if start < last:
                times = {"start": start, "last": last, "other": where}
                raise TranscriptError(word("talk_errors", "backwards", **times), row)
            last, where = start, row
