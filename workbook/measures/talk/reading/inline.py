"""Talk that was pasted as one paragraph, with the names inside its lines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..turns import plain_name
from .headers import Line
from .labels import split_label
from .rows import Asked
from .shapes import is_person, shape
from .times import STAMP

__all__ = ["at_names", "at_times", "names_inside"]

INSIDE = re.compile(
    r"(?<=[.?!…\"”’\])])\s+(?=((?:[^\W\d_][\w.'’-]{0,30}\s){0,3}[\w.'’-]{1,30}(?:\s?\d{1,3})?)[:：]\s)"
)
BEHIND_SENTENCE = re.compile(INSIDE.pattern.replace(r"\])", "", 1))
AT_TIME = re.compile(
    rf"(?<=[.?!…\"”’\])])\s+(?=[\[(](?:{STAMP})[\])]\s*([^\W\d_][^:：\[\]()\n]{{0,40}})[:：]\s)"
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
    return [part for line in lines for part in _cut(line, INSIDE, names)]


def at_times(lines: Sequence[Line]) -> list[Line]:
    """Part lines where a time in brackets and a name that begins another line stand inside.

    Parameters
    ----------
    lines : sequence of Line

    Examples
    --------
    >>> said = ["[0:01] Ines: Hi.", "[0:03] Bo: No.", "[0:05] Ines: Why? [0:07] Bo: The bus."]
    >>> [each.text for each in at_times([Line(1, text, True) for text in said])][2:]
    ['[0:05] Ines: Why?', '[0:07] Bo: The bus.']
    """
    names = _heads(lines)
    return [part for line in lines for part in _cut(line, AT_TIME, names)] if names else [*lines]


def names_inside(
    lines: Sequence[Line], answers: Mapping[str, bool]
) -> tuple[list[Line], list[Asked]]:
    """Ask about names behind the end of a sentence that begin several other lines.

    Parameters
    ----------
    lines : sequence of Line
    answers : mapping of str to bool
        Label to whether it is somebody who speaks.

    Returns
    -------
    tuple of (list of Line, list of Asked)
        The lines, parted where somebody speaks; and what was unsure, taken as a person.

    Examples
    --------
    >>> said = ["Ines: Hi.", "Bo: No.", "Ines: Why? Bo: The bus."]
    >>> parts, asked = names_inside([Line(n, text, True) for n, text in enumerate(said)], {})
    >>> parts[3].text, asked[0].label
    ('Bo: The bus.', '… Bo')
    """
    names = _heads(lines)
    found: list[Line] = []
    asked: dict[str, Asked] = {}
    for line in lines:
        inside = _behind_label(line) if names else []
        taken = set()
        for name in (each for each in inside if plain_name(each) in names):
            label = f"… {name}"
            if label not in answers:
                asked.setdefault(label, Asked(label, line.row, _around(line, name), True))
            if answers.get(label, True):
                taken.add(plain_name(name))
        found += _cut(line, BEHIND_SENTENCE, taken) if taken else [line]
    return found, list(asked.values())


def _behind_label(line: Line) -> list[str]:
    """Give the names behind the ends of sentences, and none that is a part of the first one."""
    label = split_label(line.text)
    head = len(line.text) - len(label.rest) if label else 0
    return [match[1] for match in BEHIND_SENTENCE.finditer(line.text) if match.start() >= head]


def _around(line: Line, name: str) -> str:
    """Give the words around a name inside a line."""
    place = line.text.find(f" {name}")
    return f"… {line.text[max(0, place - 25) : place + 45]}".strip()


def _heads(lines: Sequence[Line]) -> set[str]:
    labels = [label for line in lines if (label := split_label(line.text))]
    return {plain_name(label.name) for label in labels if shape(label.name) == "sure"}


def _cut(line: Line, form: re.Pattern, names: set[str]) -> list[Line]:
    """Part a line before the names."""
    ends = [match.span() for match in form.finditer(line.text) if plain_name(match[1]) in names]
    starts = [0, *(stop for _, stop in ends)]
    stops = [*(start for start, _ in ends), len(line.text)]
    return [line._replace(text=line.text[start:stop], opens=line.opens and not start)
            for start, stop in zip(starts, stops, strict=True)]  # fmt: skip
