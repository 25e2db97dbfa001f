"""Text in which a line of its own says who speaks (and when), with the words below it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..turns import plain_name
from .labels import Label, split_label, tidy
from .shapes import shape
from .times import AT, DAY, HALF, SPAN, ends_of, seconds

__all__ = ["Line", "bare_name", "headers_of", "is_name_line", "lines_of", "shown", "time_lines"]

LONGEST = 140
WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DATED = rf"(?:(?:{DAY}|today|yesterday|{WEEKDAY}){AT})?"
NAME_TIME = re.compile(
    rf"(.{{1,90}}?)[\s,|•·–—-]*(?<=[\s,|•·–—-])[\[(]?{DATED}({SPAN}{HALF})[\])]?", re.I
)
TIME_NAME = re.compile(
    rf"[\[(]?{DATED}({SPAN}{HALF})[\])]?[\s|•·–—-]+(?!(?:[ap]\.?\s?m\b|Uhr\b))(\S.{{0,90}})", re.I
)
ONLY_TIME = re.compile(rf"[\[(#]?\s*({SPAN}{HALF})(?:-\d{{1,3}})?\s*[\])#]?")
ONLY_DAY = re.compile(rf"(?:[^\W\d_]{{2,12}},?\s+)?{DAY}", re.I)  # also with its weekday
DATED_COLON = re.compile(rf"\[{DAY}{AT}{SPAN}{HALF}\]:$", re.I)
HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
WITH_HALF = re.compile(r"[ap]\.?\s?m\.?[\])]?$", re.I)
END = tuple(".?!…,;:。？！؟")
SHOWN = 60  # letters of a line in a note
MOST_TITLE = 12  # lines above the first header
MOST = 0.8


class Line(NamedTuple):
    """A line with something on it.

    Parameters
    ----------
    row : int
        Its number.
    text : str
    opens : bool
        Whether an empty line, or nothing, stands above it.

    Examples
    --------
    >>> Line(1, "Ines: Hello.", True).row
    1
    """

    row: int
    text: str
    opens: bool


def lines_of(text: str) -> list[Line]:
    r"""Give the lines of a text that are not empty.

    Examples
    --------
    >>> [line.row for line in lines_of("Ines: Hi.\n\nDalia: Hi.")]
    [1, 3]
    """
    found, opens = [], True
    for row, raw in enumerate(text.split("\n"), 1):
        line = HEADING.sub(
            "", "" if raw.strip() == ">" else raw.strip(" \t\r\f\v\ufeff\u00a0\u200b\u200e\u200f")
        )
        if line:
            found.append(Line(row, line, opens))
        opens = not line
    return found


def shown(line: Line) -> str:
    """Give a line as a note shows it.

    Examples
    --------
    >>> shown(Line(1, "Ines:  Hello.", True))
    'Ines: Hello.'
    """
    text = " ".join(line.text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def time_lines(lines: Sequence[Line]) -> dict[int, str]:
    r"""Find lines that hold nothing but a time, where these are the clock of the text.

    A clock time on a line of its own can be what is said. Marks stand in brackets, or two or more
    run forward and begin the text, stand below empty lines or below names.

    Examples
    --------
    >>> lines = lines_of("Ines: When does it start?\n10:30")
    >>> time_lines(lines)
    {}
    """
    found = {n: line.text for n, line in enumerate(lines) if _only_time(line.text)}
    bare = [text for text in found.values() if text[0] not in "[(#"]
    starts = [time for text in bare if (time := _time(text)) is not None]  # slips aside
    apart = bool(found) and (0 in found or any(_all_apart(lines, found, step) for step in (0, 1)))
    pairs = bool(found) and all(n and is_name_line(lines[n - 1].text) for n in found)
    begins = [n for n in found if set(found[n]) <= set("0:") and n + 1 < len(lines)]
    if len(bare) == 1 and begins and lines[begins[0] + 1].opens:
        return found
    if len(bare) < 2 or starts != sorted(starts) or not (apart or pairs):
        return {n: text for n, text in found.items() if text[0] in "[(#"}
    return found


def _all_apart(lines: Sequence[Line], found: dict[int, str], step: int) -> bool:
    """Say whether an empty line stands above, or below, each of these lines."""
    return all(n + step >= len(lines) or lines[n + step].opens for n in found)


def _only_time(text: str) -> bool:
    return len(text) < 60 and bool(ONLY_TIME.fullmatch(text))


def _time(text: str) -> float | None:
    """Give the first time of a line; None for a slip, which is told where times are read."""
    try:
        return seconds(_start(text))
    except ValueError:
        return None


def _start(text: str) -> str:
    return ends_of(text.strip("# "))[0] or ""


def headers_of(lines: Sequence[Line], times: dict[int, str]) -> dict[int, tuple[Label, int]]:
    r"""Find the lines that say who speaks below.

    Parameters
    ----------
    lines : sequence of Line
    times : dict
        As `time_lines` gives it.

    Returns
    -------
    dict of int to (Label, int)
        Place of a header to its label and how many lines it takes; empty when this is not the form
        of the text.

    Examples
    --------
    >>> found = headers_of(lines_of("Ines  0:05\nHello.\n\nDalia  0:10\nHi."), {})
    >>> [label.name for label, _ in found.values()]
    ['Ines', 'Dalia']
    """
    if pairs := _pairs(lines, times):
        return pairs
    found = {n: label for n, line in enumerate(lines) if (label := _header(line.text))}
    counts = Counter(plain_name(label.name) for label in found.values())
    if not found or min(found) > MOST_TITLE or (len(found) == 1 and min(found) > 0):
        return {}
    opened = sum(lines[n].opens for n in found) >= MOST * len(found)
    kept = {
        n: (label, 1)
        for n, label in found.items()
        if (shape(label.name) == "sure" or counts[plain_name(label.name)] > 1)
        and (lines[n].opens or not opened)
        and n + 1 < len(lines)
    }
    colons = sum(_has_voice(line.text) for n, line in enumerate(lines) if n not in kept)
    return kept if len(kept) > colons else {}


def _has_voice(text: str) -> bool:
    label = split_label(text)
    return label is not None and shape(label.name) == "sure"


def _header(text: str) -> Label | None:
    if len(text) > LONGEST:
        return None
    text = text[:-1] if DATED_COLON.search(text) else text
    if match := NAME_TIME.fullmatch(text):
        name, time = match[1], match[2]
    elif match := TIME_NAME.fullmatch(text):
        name, time = match[2], match[1]
    else:
        return None
    name = tidy(name.strip("*_ \t")).rstrip(" ,|•·–—-")
    if name[:1] == "[" and name[-1:] == "]":
        name = name[1:-1].strip()
    if not name or ":" in name or name.endswith(END) or shape(name) == "no":
        return None
    if ONLY_DAY.fullmatch(name):
        return None
    return Label(name, "", _start(time), True)


def _pairs(lines: Sequence[Line], times: dict[int, str]) -> dict[int, tuple[Label, int]]:
    """Find a name on one line and the time on the next, or the other way round."""
    halves = {n: time for n, time in times.items() if WITH_HALF.search(time)}
    times = halves or times  # without a half of the day they stand between messages
    for step in (-1, 1):
        found = {}
        for n, time in times.items():
            at = n + step
            name = lines[at].text if 0 <= at < len(lines) and at not in times else ""
            below = max(n, at) + 1
            alone = len(times) == 1 and below < len(lines) and lines[below].opens
            if is_name_line(name) and below < len(lines) and not alone:
                found[min(n, at)] = (Label(bare_name(name), "", _start(time), True), 2)
        names = {plain_name(label.name) for label, _ in found.values()}
        if found and len(found) >= MOST * len(times) and len(names) < max(len(found), 3):
            return found
    return {}


def bare_name(text: str) -> str:
    """Give a name that stands on its own line without what marks it as one.

    Examples
    --------
    >>> bare_name("[Ines]:"), bare_name("**Dalia**")
    ('Ines', 'Dalia')
    """
    name = tidy(text.strip("*_ ").rstrip(":"))
    whole = name[:1] + name[-1:] in ("[]", "()") and name[0] not in name[1:]
    return name[1:-1].strip() if whole else name


def is_name_line(text: str) -> bool:
    """Say whether a line holds a name and nothing else.

    Examples
    --------
    >>> is_name_line("Ines Ortega"), is_name_line("Hard.")
    (True, False)
    """
    label = text.rstrip(":").strip("*_ ")
    return (
        0 < len(label) <= 60
        and not label.endswith(END)
        and ":" not in label
        and (shape(label) == "sure" and len(label.split()) <= 5)
    )
