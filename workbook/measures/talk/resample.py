"""Intervals: draw pairs of neighbouring turns again and again, and see how far values move."""

import math
import random
import struct
from functools import lru_cache
from statistics import NormalDist

from ...words import word
from ..quantiles import student

__all__ = ["blocks", "interval", "resampled_totals", "spread"]

CONFIDENCE = 0.95
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


def blocks(turns: int) -> int:
    """Give how many pairs of neighbouring turns are drawn from; the last one may be a single turn.

    Parameters
    ----------
    turns : int

    Examples
    --------
    >>> blocks(21)
    11
    """
    return (turns + 1) // 2


def interval(values: list[float], drawn: int) -> tuple[float, float]:
    """Give the points between which 95 % of talks like this one are expected to lie.

    A bootstrap of few pairs moves too little: by a root of (n - 1) / n, and with the normal curve
    in the place of Student's t. So the points lie further out than 2.5 and 97.5 %.

    Parameters
    ----------
    values : list of float
        One for each resample; NaN where it was not defined.
    drawn : int
        Pairs of turns that each resample draws from.

    Returns
    -------
    tuple of float
        NaN and NaN when fewer than half are defined.

    References
    ----------
    Hesterberg, T. C. (2015). What teachers should know about the bootstrap. The American
    Statistician, 69(4), 371-386 (the expanded percentile interval).

    Examples
    --------
    >>> values = [n / 1000 for n in range(1001)]
    >>> [round(end, 3) for end in interval(values, 10)]
    [0.009, 0.991]
    >>> [round(end, 3) for end in interval(values, 1000)]
    [0.025, 0.975]
    """
    defined = sorted(value for value in values if not math.isnan(value))
    if drawn < 2 or not defined or len(defined) < LEAST_DEFINED * len(values):
        return math.nan, math.nan
    beyond = _beyond(drawn)
    return _point(defined, beyond), _point(defined, 1 - beyond)


def spread(values: list[float], drawn: int) -> tuple[float, float, str]:
    """Give the interval and a caution; where all draws agree it would promise too much.

    Parameters
    ----------
    values : list of float
        One for each resample; an empty list gives no interval and no caution.
    drawn : int
        As in `interval`.

    Examples
    --------
    >>> spread([0.0, 0.0, 0.0], 10)[2][:12]
    'No interval:'
    """
    low, high = interval(values, drawn)
    return (low, high, "") if low != high else (math.nan, math.nan, word("talk_reasons", "still"))


@lru_cache(maxsize=1024)
def _beyond(drawn: int) -> float:
    """Give the share that lies beyond each end."""
    t = student((1 + CONFIDENCE) / 2, drawn - 1)
    return NormalDist().cdf(-t * math.sqrt(drawn / (drawn - 1)))


def _point(ordered: list[float], share: float) -> float:
    """Read a quantile between the two nearest values."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
