"""Intervals: draw pairs of neighbouring turns again and again, and see how far values move."""

import math
import random
import struct

from ...words import word

__all__ = ["interval", "resampled_totals", "spread"]

LOW, HIGH = 0.025, 0.975
LEAST_DEFINED = 0.5  # an interval needs a value in at least half of the resamples


def resampled_totals(rows: list[list[int]], resamples: int, seed: int):
    """Give the column totals of each resample.

    Two neighbouring turns are drawn together, because an answer belongs to its question.

    Parameters
    ----------
    rows : list of list of int
        One row of counts for each turn, in order; all of one length, none negative.
    resamples : int
        How many resamples.
    seed : int
        Same seed, same numbers on every machine: only ``random.Random.random`` is used, the one
        generator that Python promises not to change.

    Yields
    ------
    tuple of int
        Totals, one for each column.

    References
    ----------
    Efron, B., and Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman and Hall.

    Kuensch, H. R. (1989). The jackknife and the bootstrap for general stationary observations.
    Annals of Statistics, 17(3), 1217-1241.

    Examples
    --------
    >>> list(resampled_totals([[1, 5], [2, 5]], 2, 0))
    [(3, 10), (3, 10)]
    """
    if not rows:
        return
    # All counts of a pair travel as one long integer with 64 bits for each: one addition adds
    # them all, and no column can run over into the next below 2**63.
    layout = struct.Struct(f"<{len(rows[0])}Q")
    each = [int.from_bytes(layout.pack(*row), "little") for row in rows]
    pairs = [sum(each[n : n + 2]) for n in range(0, len(each), 2)]
    count, draw = len(pairs), random.Random(seed).random
    for _ in range(resamples):
        total = sum([pairs[int(draw() * count)] for _ in range(count)])
        yield layout.unpack(total.to_bytes(layout.size, "little"))


def interval(values: list[float]) -> tuple[float, float]:
    """Give the 2.5 % and the 97.5 % point of the values that are defined.

    Parameters
    ----------
    values : list of float
        One for each resample; NaN where it was not defined.

    Returns
    -------
    tuple of float
        NaN and NaN when fewer than half are defined.

    Examples
    --------
    >>> interval([n / 100 for n in range(101)])
    (0.025, 0.975)
    """
    defined = sorted(value for value in values if not math.isnan(value))
    if not defined or len(defined) < LEAST_DEFINED * len(values):
        return math.nan, math.nan
    return _point(defined, LOW), _point(defined, HIGH)


def spread(values: list[float]) -> tuple[float, float, str]:
    """Give the interval and a caution; where all draws agree it would promise too much.

    Parameters
    ----------
    values : list of float
        One for each resample; an empty list gives no interval and no caution.

    Examples
    --------
    >>> spread([0.0, 0.0, 0.0])[2][:12]
    'No interval:'
    """
    low, high = interval(values)
    return (low, high, "") if low != high else (math.nan, math.nan, word("talk_reasons", "still"))


def _point(ordered: list[float], share: float) -> float:
    """Read a quantile between the two nearest values."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
