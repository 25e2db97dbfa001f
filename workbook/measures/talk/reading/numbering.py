"""Numbers of lines and of turns that stand with the names, and are no part of them."""

import re
from collections.abc import Sequence

from .voices import Head

__all__ = ["without_numbers", "without_turn_numbers"]

BEFORE = re.compile(r"\(?(\d{1,5})[.)]?\s+(?=\D)")
BEHIND = re.compile(r"(.{0,60}?[^\W\d_][.)]?)\s?[(\[#]?(\d{1,4})[)\]]?")
LEAST, LEAST_OF_EACH = 4, 5  # labels that count on together; each side for itself


def without_numbers(heads: Sequence[Head]) -> list[Head]:
    """Take the numbers of lines from before the names, where they count on.

    Parameters
    ----------
    heads : sequence of Head

    Examples
    --------
    >>> from workbook.measures.talk.reading.labels import Label
    >>> heads = [Head(n, n, "", Label(name, "Hm.")) for n, name in enumerate(["1 Bo", "3 It"])]
    >>> [head.label.name for head in without_numbers(heads)]
    ['Bo', 'It']
    """
    matches = [BEFORE.match(head.label.name) for head in heads]
    numbers = [int(match[1]) for match in matches if match]
    if len(numbers) < max(2, len(heads)) or sorted(set(numbers)) != numbers:
        return list(heads)
    pairs = zip(heads, matches, strict=True)
    return _named(heads, [head.label.name[match.end() :] for head, match in pairs if match])


def without_turn_numbers(heads: Sequence[Head]) -> list[Head]:
    """Take the numbers from behind the names, where they count the turns.

    ``T1``, ``C1``, ``T2``, ``C2``, ``T3`` are two people. ``P1``, ``P2`` that come again are
    voices.

    Parameters
    ----------
    heads : sequence of Head

    Returns
    -------
    list of Head
        Empty where no number counts turns.

    Examples
    --------
    >>> from workbook.measures.talk.reading.labels import Label
    >>> names = ["T1", "C1", "T2", "C2", "T3"]
    >>> heads = [Head(n, n + 1, "", Label(name, "Hm.")) for n, name in enumerate(names)]
    >>> [head.label.name for head in without_turn_numbers(heads)]
    ['T', 'C', 'T', 'C', 'T']
    >>> without_turn_numbers(heads[:2])
    []
    """
    matches = [BEHIND.fullmatch(head.label.name) for head in heads]
    found = [(match[1], int(match[2])) for match in matches if match]
    sides = {base.casefold() for base, _ in found}
    if len(found) < max(LEAST, len(heads)) or not 1 < len(sides) <= len(found) / 2:
        return []
    together = _counts([number for _, number in found])
    alone = all(_counts([n for base, n in found if base.casefold() == side]) for side in sides)
    if together or (alone and len(found) >= LEAST_OF_EACH):
        return _named(heads, [base for base, _ in found])
    return []


def _named(heads: Sequence[Head], names: Sequence[str]) -> list[Head]:
    return [head._replace(label=head.label._replace(name=name))
            for head, name in zip(heads, names, strict=True)]  # fmt: skip


def _counts(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))
