"""Messages with their day and clock on a line of its own, beside a line with the name."""

import re
from collections import Counter
from collections.abc import Sequence

from ..turns import plain_name
from .headers import Line, is_name_line
from .labels import split_label, tidy
from .rows import Found, Row
from .shapes import shape
from .times import AT, CLOCK, DAY, HALF
from .voices import PRONOUNS

__all__ = ["dated_blocks", "read_dated"]

DATED = re.compile(
    rf"[\[(]?(?:[^\W\d_]{{2,12}},?\s)?{DAY}{AT}(?:{CLOCK}){HALF}[\])]?(?:\s\([^()]{{1,80}}\))?",
    re.IGNORECASE,
)
LEAST, MOST = 2, 0.8


def dated_blocks(lines: Sequence[Line]) -> dict[int, int]:
    r"""Find the line of each day and clock, and the line of the name beside it.

    Parameters
    ----------
    lines : sequence of Line

    Returns
    -------
    dict of int to int
        Empty when this is not the form of the text.

    Examples
    --------
    >>> said = ["2026-03-03 10:07:11", "Ines", "Hello.", "2026-03-03 10:08:40", "Me", "Hi."]
    >>> dated_blocks([Line(n, text, False) for n, text in enumerate(said, 1)])
    {0: 1, 3: 4}
    """
    stamps = [n for n, line in enumerate(lines) if DATED.fullmatch(line.text[:160])]
    if len(stamps) < LEAST:
        return {}
    steps = (-1, 1) if _names(lines, stamps[0] - 1, stamps[0]) else (1, -1)
    for step in steps:
        found = {n: n + step for n in stamps if _names(lines, n + step, max(n, n + step))}
        if len(found) >= MOST * len(stamps) and _are_people(lines, found):
            return found
    return {}


def _are_people(lines: Sequence[Line], blocks: dict[int, int]) -> bool:
    """Say whether some of the names come again, and no names stand before the words below."""
    names = {plain_name(lines[n].text.rstrip(":")) for n in blocks.values()}
    others = (line.text for n, line in enumerate(lines) if n not in {*blocks, *blocks.values()})
    labels = [label for text in others if (label := split_label(text))]
    counts = Counter(plain_name(label.name) for label in labels if shape(label.name) == "sure")
    again = len(names) < max(len(blocks), LEAST + 1)
    return again and all(count < LEAST for count in counts.values())


def _names(lines: Sequence[Line], n: int, last: int) -> bool:
    """Say whether a line is a name, with words below it and its time."""
    if not 0 <= n < len(lines) or last + 1 >= len(lines):
        return False
    text = lines[n].text.rstrip(":")
    return text.casefold() in PRONOUNS or is_name_line(text)


def read_dated(lines: Sequence[Line], blocks: dict[int, int]) -> Found:
    """Read such messages; what stands above the first one is nobody's.

    Parameters
    ----------
    lines : sequence of Line
    blocks : dict of int to int
        As `dated_blocks` gives it.

    Examples
    --------
    >>> said = ["Ines", "March 3, 2026 10:07", "Hello.", "Me", "March 3, 2026 10:09", "Hi."]
    >>> lines = [Line(n, text, False) for n, text in enumerate(said, 1)]
    >>> [row[:3] for row in read_dated(lines, dated_blocks(lines)).rows]
    [(1, 'Ines', 'Hello.'), (4, 'Me', 'Hi.')]
    """
    names = {min(pair): tidy(lines[pair[1]].text.rstrip(":")) for pair in blocks.items()}
    rows: list[tuple[int, str, list[str]]] = []
    begun = -1
    for n, line in enumerate(lines):
        if n in names:
            rows.append((line.row, names[n], []))
            begun = n + 1
        elif n == begun:
            continue
        elif not rows:
            rows.append((line.row, "", [line.text]))
        else:
            rows[-1][2].append(line.text)
    return Found([Row(row, who, " ".join(said)) for row, who, said in rows if said])
