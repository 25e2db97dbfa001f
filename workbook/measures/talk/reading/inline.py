"""Talk that was pasted as one paragraph, with the names inside its lines."""

import re
from collections import Counter
from collections.abc import Sequence

from ..turns import plain_name
from .headers import Line
from .labels import split_label
from .shapes import is_person, shape

__all__ = ["at_names"]

INSIDE = re.compile(
    r"(?<=[.?!…\"”’\])])\s+(?=((?:[^\W\d_][\w.'’-]{0,30}\s){0,3}[\w.'’-]{1,30}(?:\s?\d{1,3})?)[:：]\s)"
)
MOST_LINES = 4  # for each name inside one
FEW = 0.5  # of the names stand at the head of a line: the others stand inside


def at_names(lines: Sequence[Line]) -> list[Line]:
    """Part lines at the names inside them, where most names of the talk stand there.

    Parameters
    ----------
    lines : sequence of Line

    Examples
    --------
    >>> line = Line(1, "Ines: Hi. Dalia: No. Ines: Why? Dalia: The bus.", True)
    >>> [each.text for each in at_names([line])]
    ['Ines: Hi.', 'Dalia: No.', 'Ines: Why?', 'Dalia: The bus.']
    """
    inside = Counter(plain_name(match[1]) for line in lines for match in INSIDE.finditer(line.text)
                     if shape(match[1]) == "sure")  # fmt: skip
    if not inside or len(lines) > MOST_LINES * inside.total():
        return list(lines)
    labels = [label for line in lines if (label := split_label(line.text))]
    heads = Counter(plain_name(label.name) for label in labels)
    names = {name for name, count in inside.items()
             if count + heads[name] > 1 or (is_person(name) and len(lines) == 1)}  # fmt: skip
    total = sum(inside[name] for name in names)
    if not names or len(names | set(heads)) < 2 or sum(heads.values()) > FEW * total:
        return list(lines)
    return [part for line in lines for part in _parts(line, names)]


def _parts(line: Line, names: set[str]) -> list[Line]:
    ends = [match.span() for match in INSIDE.finditer(line.text) if plain_name(match[1]) in names]
    starts = [0, *(stop for _, stop in ends)]
    stops = [*(start for start, _ in ends), len(line.text)]
    return [line._replace(text=line.text[start:stop], opens=line.opens and not start)
            for start, stop in zip(starts, stops, strict=True)]  # fmt: skip
