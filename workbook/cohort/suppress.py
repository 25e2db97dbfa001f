"""Which counts are withheld, so that nobody can tell what few people answered.

Each table parts all people of a group among its cells, so the only sum that binds its cells is
the number of people, which is published. All small cells are withheld, and with them the cells
that come next in size, until what is left withheld can no longer be narrowed down.
"""

from collections.abc import Sequence

__all__ = ["LEAST", "VALUES", "hidden"]

LEAST = 5  # a smaller count is never shown
VALUES = 3  # a withheld count could be at least so many different ones


def hidden(counts: Sequence[int]) -> frozenset[int]:
    """Give the places of the cells to withhold.

    Parameters
    ----------
    counts : sequence of int
        The cells of one table; together all people of the group, at least `LEAST`.

    Returns
    -------
    frozenset of int
        Empty when every cell is large enough. Someone who has the cells that are shown and the
        number of people, and who knows this program, finds at least `VALUES` counts possible for
        each withheld cell; ``tests/cohort/test_suppress.py`` plays that person exactly.

    Examples
    --------
    >>> sorted(hidden([2, 7, 21])), sorted(hidden([6, 7, 17]))
    ([0, 1], [])
    """
    if min(counts) >= LEAST:
        return frozenset()
    levels = [LEAST - 1, *sorted({count for count in counts if count >= LEAST})]
    masks = (frozenset(i for i, count in enumerate(counts) if count <= top) for top in levels)
    return next(mask for mask in masks if _safe(counts, mask))


def _safe(counts: Sequence[int], mask: frozenset[int]) -> bool:
    """Say whether the withheld cells stay open to someone who knows the rest and the rule.

    A withheld cell is smaller than every cell that is shown. So its highest and its lowest
    possible count follow from the sum of the withheld cells; it is open when the lowest is below
    three and the highest lies at least two above it.
    """
    if len(mask) == len(counts):
        return True
    total = sum(counts[i] for i in mask)
    most = min(count for i, count in enumerate(counts) if i not in mask) - 1
    highest = min(most, total)
    lowest = max(0, total - (len(mask) - 1) * most)
    return len(mask) > 1 and lowest < VALUES and highest - lowest >= VALUES - 1
