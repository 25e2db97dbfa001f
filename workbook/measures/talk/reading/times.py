"""Times of a transcript: how they are written, and which of them can be used."""

import re
from bisect import bisect_right

from ....words import word
from ...result import is_missing
from .rows import Row

__all__ = [
    "CLOCK",
    "LATEST",
    "AT",
    "BARE",
    "DAY",
    "HALF",
    "SPAN",
    "STAMP",
    "ends_of",
    "seconds",
    "with_good_times",
]

LONGEST = 60  # letters of a time mark
LATEST = 360_000  # seconds: 100 hours
MOST_NOTES = 12  # of one kind; the rest is told in one sentence
# 0:05, 00:00:05.790, 0:0:5,79, and 00:00:05:19 with frames of a video
CLOCK = r"\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,9}|[;:]\d{1,3})?"
HALF = r"(?i:\s?(?:[ap]\.?\s?m\.?|Uhr|[صم])(?![^\W_]))?"  # of the day
SPAN = rf"{CLOCK}(?:{HALF}\s*(?:-->|[-–—,])\s*{CLOCK})?"
UNIT = r"\d{1,4}(?:[.,]\d{1,3})?\s?"
# also 1m 05s, 1h02m03s, 12.5s, and 0.5 - 12.5: times where they stand in brackets
STAMP = (
    rf"{SPAN}|(?:{UNIT}h\s?)?(?:{UNIT}m(?:in)?\s?)?{UNIT}s(?:ec)?|{UNIT}h\s?{UNIT}m(?:in)?"
    r"|\d{1,6}[.]\d{1,3}\s*(?:-->|[-–—])\s*\d{1,6}[.]\d{1,3}"
)
# forms that are times without brackets too: 1m20s, 1h02m, 1'20", T+00:01
BARE = (
    rf"T\+{CLOCK}|(?:\d{{1,2}}h\s?)?\d{{1,3}}m(?:in)?\s?\d{{1,2}}s(?:ec)?|\d{{1,2}}h\s?\d{{1,2}}m(?:in)?"
    "|\\d{1,3}[’'′]\\s?\\d{1,2}(?:[\"”″]|[’'′]{2})"
)
PRIMES = re.compile("(\\d{1,3})[’'′]\\s?(\\d{1,2})(?:[\"”″]|[’'′]{2})")
BETWEEN = re.compile(r"\s*(?:-->|[-–—]|,(?=\s*\d{1,3}:))\s*")
HALF_END = re.compile(r"\s?(?:([ap])\.?\s?m\.?|([صم])|Uhr)$", re.IGNORECASE)
AFTERNOON = ("p", "م")
MONTH = r"[^\W\d_]{3,12}\.?"
DAY = (
    rf"(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}"
    rf"|\d{{1,2}}\.?\s(?:de\s)?{MONTH}\s(?:de\s)?\d{{2,4}}|{MONTH}\s\d{{1,2}},?\s\d{{4}})"
)
# between a day and its clock
AT = r"(?:,?\s+(?:à|at|um|kl\.?|klo|alle|às|a\slas|om|в)\s+|[,،]?[\sT]+)"
PARTS = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,9})?)")
FRAMES = re.compile(r"(\d{1,3}:\d{1,2}:\d{1,2})[:;]\d{1,3}")
PLAIN = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
MARK = re.compile(r"#?(\d{1,3}:\d{1,2}:\d{1,2})-(\d{1,3})#?")  # f4 and MAXQDA: 00:00:09-5
UNITS = re.compile(
    r"(?:(\d{1,3})\s*h(?:ours?)?)?\s*(?:(\d{1,3})\s*m(?:in(?:utes?)?)?)?\s*"
    r"(?:(\d{1,4}(?:[.,]\d{1,3})?)\s*s(?:ec(?:onds?)?)?)?"
)
NOTHING = ("", "nan", "none", "nat", "na", "n/a", "-")


def seconds(value) -> float | None:
    """Read a time: seconds, or minutes and seconds, or hours too, with a point or a comma.

    Parameters
    ----------
    value : object
        A number, a text, or nothing.

    Returns
    -------
    float or None
        None where there is no time.

    Raises
    ------
    ValueError
        When it is no time.

    Examples
    --------
    >>> seconds("01:02:03,5"), seconds("2:03"), seconds("12.5"), seconds("")
    (3723.5, 123.0, 12.5, None)
    >>> seconds("00:00:05:19"), seconds("#00:00:09-5#"), seconds("1m 05s")
    (5.0, 9.5, 65.0)
    >>> seconds("1′20″"), seconds("T+00:01")
    (80.0, 1.0)
    >>> seconds("1:05 PM"), seconds("12:05 a. m."), seconds("12.5s")
    (47100.0, 300.0, 12.5)
    >>> seconds("0:99:99")
    Traceback (most recent call last):
    ...
    ValueError: 0:99:99
    """
    if is_missing(value):
        return None
    text = str(value).strip().strip("[]()<>").strip()
    if text.casefold() in NOTHING:
        return None
    text = text.removeprefix("T+")
    if primes := PRIMES.fullmatch(text):
        text = f"{primes[1]}:{primes[2]}"
    if half := HALF_END.search(text):
        time = text[: half.start()]  # hours and minutes, which are minutes and seconds elsewhere
        time += ":00" if time.count(":") == 1 else ""
        return _on_the_day(seconds(time), (half[1] or half[2] or "").casefold())
    if mark := MARK.fullmatch(text):
        text = f"{mark[1]}.{mark[2]}"
    if frames := FRAMES.fullmatch(text):
        text = frames[1]  # a frame is less than a second, and how many make one is not said
    if clock := PARTS.fullmatch(text):
        hours, minutes, rest = clock.groups()
        if float(rest.replace(",", ".")) >= 60 or (hours and int(minutes) >= 60):
            raise ValueError(text)
        return 3600 * int(hours or 0) + 60 * int(minutes) + float(rest.replace(",", "."))
    if PLAIN.fullmatch(text):
        return float(text.replace(",", "."))
    units = UNITS.fullmatch(text.casefold())
    if units and any(units.groups()):
        sizes = zip(units.groups(), (3600, 60, 1), strict=True)
        return sum(float((n or "0").replace(",", ".")) * size for n, size in sizes)
    raise ValueError(text)


def _on_the_day(time: float | None, half: str) -> float | None:
    """Count the twelve hours of an afternoon; 12:05 AM is five past midnight."""
    if time is None or not half:
        return time
    return time % 43_200 + 43_200 * (half in AFTERNOON) if time < 46_800 else time


def ends_of(mark: str) -> tuple[str | None, str | None]:
    """Give the start and the stop of a time mark as written; None where it has none.

    Examples
    --------
    >>> ends_of("[00:01.2 - 00:03]"), ends_of("0:05"), ends_of("#00:00:09-5#")
    (('00:01.2', '00:03'), ('0:05', None), ('#00:00:09-5#', None))
    >>> ends_of("10:05 - 10:06 PM")
    ('10:05 PM', '10:06 PM')
    >>> ends_of("11:58 - 12:02 PM")
    ('11:58 AM', '12:02 PM')
    """
    if MARK.fullmatch(mark.strip("[](){} ")):
        return mark.strip("[](){} "), None
    text = mark.strip("[](){}<> ")
    if len(text) > LONGEST:
        return text, None
    start, _, stop = BETWEEN.sub("\n", text, count=1).partition("\n")
    if (half := HALF_END.search(stop)) and start and not HALF_END.search(start):
        start = _in_the_half_of(start, stop, half[0])
    return (
        (start, stop or None) if start and (not stop or stop[0].isdigit()) else (text or None, None)
    )


def _in_the_half_of(start: str, stop: str, half: str) -> str:
    """Say that 10:05 - 10:06 PM begins in the afternoon, and 11:58 - 12:02 PM before it."""
    same = start + half
    try:
        later = (seconds(same) or 0) > (seconds(stop) or 0)
    except ValueError:
        return start
    return start + half.replace("P", "A").replace("p", "a").replace("م", "ص") if later else same


def with_good_times(rows: list[Row], ordered: bool) -> tuple[list[Row], list[str]]:
    """Leave out each time that cannot be used, and say so; the words stay.

    Parameters
    ----------
    rows : list of Row
        With times as written.
    ordered : bool
        Whether a start before the one above it is a slip.

    Returns
    -------
    tuple of (list of Row, list of str)

    Examples
    --------
    >>> rows, notes = with_good_times([Row(2, "Ines", "Hi.", "soon")], True)
    >>> rows[0].start is None, len(notes)
    (True, 1)
    """
    notes: dict[str, list[str]] = {}
    found = [_parsed(row, notes) for row in rows]
    for n in _backwards([row.start for row in found]) if ordered else ():
        values = {"row": found[n].row, "time": _said(rows[n].start)}
        notes.setdefault("backwards", []).append(word("talk_notes", "backwards", **values))
        found[n] = found[n]._replace(start=None, stop=None)
    return found, [note for several in notes.values() for note in _few(several)]


def _few(several: list[str]) -> list[str]:
    rest = len(several) - MOST_NOTES
    more = [word("talk_notes", "more_times", count=rest)] if rest > 0 else []
    return [*several[:MOST_NOTES], *more]


def _parsed(row: Row, notes: dict) -> Row:
    """Read both times of a row; a slip becomes None."""
    times = []
    for value in (row.start, row.stop):
        name = ""
        try:
            time = seconds(value)
        except ValueError:
            time, name = None, "no_time"
        if time is not None and time > LATEST:
            time, name = None, "late_time"
        if name:
            values = {"row": row.row, "time": _said(value)}
            notes.setdefault(name, []).append(word("talk_notes", name, **values))
        times.append(time)
    start, stop = times
    if start is not None and stop is not None and stop < start:
        values = {"row": row.row, "start": start, "stop": stop}
        notes.setdefault("stop_first", []).append(word("talk_notes", "stop_first", **values))
        stop = None
    return row._replace(start=start, stop=stop)


def _said(value) -> str:
    text = str(value).strip()
    return text if len(text) <= 20 else text[:19] + "…"


def _backwards(starts: list) -> list[int]:
    """Find the fewest starts without which all others run forward; of two, the later one.

    Examples
    --------
    >>> _backwards([5.0, None, 4.0]), _backwards([1, 900, 2, 3])
    ([2], [1])
    """
    timed = [(n, start) for n, start in enumerate(starts) if start is not None]
    tails: list[float] = []
    last: list[int] = []  # for each length, the place in `timed` that ends it
    before: list[int] = [-1] * len(timed)
    for place in range(len(timed) - 1, -1, -1):
        key = -timed[place][1]
        length = bisect_right(tails, key)
        before[place] = last[length - 1] if length else -1
        if length == len(tails):
            tails.append(key)
            last.append(place)
        else:
            tails[length], last[length] = key, place
    kept, place = set(), last[-1] if last else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return [n for place, (n, _) in enumerate(timed) if place not in kept]
