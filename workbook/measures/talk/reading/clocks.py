"""Bare clock times that a chat sets between messages of one person: ``10:07``, with words below."""

import re
from collections.abc import Mapping, Sequence

from .headers import Line
from .labels import Label
from .times import seconds

__all__ = ["clocks_between"]

BARE = re.compile(r"\d{1,2}:\d{2}")
WITH_HALF = re.compile(r"(?i:[ap]\.?\s?m\.?)$")
HALF_DAY = 43_200
LAST = 900  # seconds that the last messages of a chat may follow each other in


def clocks_between(
    lines: Sequence[Line], starts: Mapping[int, tuple[Label, int]]
) -> dict[int, str]:
    r"""Find such lines: they lie in time between the name above and the one below.

    A clock time right below a name is what somebody says.

    Parameters
    ----------
    lines : sequence of Line
    starts : mapping of int to (Label, int)
        As `headers_of` gives it.

    Returns
    -------
    dict of int to str
        Place of a line to its time.

    Examples
    --------
    >>> from workbook.measures.talk.reading.headers import headers_of, lines_of
    >>> lines = lines_of("Ines  10:07 AM\nHi.\n10:09\nWell?\nBo  10:12 AM\nOh.")
    >>> clocks_between(lines, headers_of(lines, {}))
    {2: '10:09'}
    """
    found = {}
    places = sorted(starts)
    for place, after in zip(places, [*places[1:], len(lines)], strict=False):
        label, size = starts[place]
        begin, end = _time(label.start), None
        if after in starts:
            end = _time(starts[after][0].start)
        for n in range(place + size + 1, after - 1):
            text = lines[n].text
            if begin is not None and BARE.fullmatch(text) and _is_between(begin, text, end, label):
                found[n] = text
    return found


def _is_between(begin: float, text: str, end: float | None, label: Label) -> bool:
    half = bool(WITH_HALF.search(label.start))
    time = _time(f"{text}:00" if half else text)
    if time is None:
        return False
    last = begin + LAST if end is None else end
    return any(begin <= each <= last for each in (time, time + HALF_DAY * half))


def _time(text: str) -> float | None:
    try:
        return seconds(text)
    except ValueError:
        return None
