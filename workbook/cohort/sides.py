"""Ratings of one kind of meeting from both sides: paper cards of the group, as typed in."""

from collections.abc import Iterable, Sequence
from math import isfinite
from statistics import fmean

from ..words import word, words
from .figures import Side
from .suppress import LEAST

__all__ = ["sides"]


def sides(cards: Iterable[tuple[str, float]]) -> tuple[Side, ...]:
    """Give the mean score of each side, the person's first.

    Parameters
    ----------
    cards : iterable of (str, float)
        Side, as `workbook.measures.rating.SIDES` names it, and score from 0 to 100; NaN where too
        few lines were answered. The cards are nobody's: they carry no code.

    Returns
    -------
    tuple of Side
        Withheld for a side with fewer than `LEAST` scored cards, and where all its cards have the
        same score, since that would tell what each of them said.

    Examples
    --------
    >>> [(one.people, one.mean) for one in sides([("person", n) for n in (50, 60, 60, 70, 80)])]
    [(5, 64.0)]
    """
    by_side: dict[str, list[float]] = {}
    for side, value in cards:
        by_side.setdefault(side, [])
        if isfinite(value):
            by_side[side].append(value)
    names = words("mirror")
    return tuple(_side(str(names[name]), by_side[name]) for name in sorted(by_side))


def _side(name: str, values: Sequence[float]) -> Side:
    if len(values) < LEAST:
        return Side(name, None, None, word("cohort", "few_cards", side=name, least=LEAST))
    if len(set(values)) == 1:
        return Side(name, len(values), None, word("cohort", "same_cards", side=name))
    return Side(name, len(values), round(fmean(values)) + 0.0)
