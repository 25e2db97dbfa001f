"""Numbers of lines and of turns that stand with the names, and are no part of them."""

import re
from collections.abc import Sequence

from .voices import Head

__all__ = ["without_numbers"]

BEFORE = re.compile(r"\(?(\d{1,5})[.)]?\s+(?=\D)")
BEHIND = re.compile(r"(.{0,60}?[^\W\d_][.)]?)\s?[(\[#]?(\d{1,4})[)\]]?")
LEAST = 4  # labels


def without_numbers(heads: Sequence[Head]) -> list[Head]:
    """Take the numbers from before or behind the names, where they count lines or turns on.

    ``T1``, ``C1``, ``T2``, ``C2`` are two people. ``P1``, ``P2`` that come again are voices.

    Parameters
    ----------
    heads : sequence of Head

    Examples
    --------
    >>> from workbook.measures.talk.reading.labels import Label
    >>> names = ["T1", "C1", "T2", "C2", "T3"]
    >>> heads = [Head(n, n + 1, "", Label(name, "Hm.")) for n, name in enumerate(names)]
    >>> [head.label.name for head in without_numbers(heads)]
    ['T', 'C', 'T', 'C', 'T']
    """
    matches = [BEFORE.match(head.label.name) for head in heads]
    numbers = [int(match[1]) for match in matches if match]
    if len(numbers) >= max(2, len(heads)) and sorted(set(numbers)) == numbers:
        names = [head.label.name[match.end() :] for head, match in zip(heads, matches, strict=True)
                 if match]  # fmt: skip
        return _named(heads, names)
    return (
        _named(heads, names)
        if (names := _without_turns([h.label.name for h in heads]))
        else [*heads]
    )


def _named(heads: Sequence[Head], names: Sequence[str]) -> list[Head]:
    return [head._replace(label=head.label._replace(name=name))
            for head, name in zip(heads, names, strict=True)]  # fmt: skip


def _without_turns(names: Sequence[str]) -> list[str]:
    """Give names without the number of the turn; empty where the numbers are of voices."""
    matches = [BEHIND.fullmatch(name) for name in names]
    found = [(match[1], int(match[2])) for match in matches if match]
    bases = {base.casefold() for base, _ in found}
    if len(found) < max(LEAST, len(names)) or not 1 < len(bases) <= len(found) / 2:
        return []
    numbers = [number for _, number in found]
    over_all = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    each = all(_counts([n for base, n in found if base.casefold() == one]) for one in bases)
    return [base for base, _ in found] if over_all or each else []


def _counts(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))
