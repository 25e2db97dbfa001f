"""What a randomization test compares, for every start at once, and how p is counted."""

from dataclasses import dataclass

import numpy as np

from ...words import word
from ..single_case.options import one_of
from ..single_case.pairs import PairCounts
from ..single_case.series import SIGNS

__all__ = ["RandomizationResult", "changes", "judge", "sign_of", "undecided"]

STATISTICS = ("B-A", "|B-A|", "NAP")
TOLERANCE = 1e-9


@dataclass(frozen=True)
class RandomizationResult:
    """What a randomization test gives.

    Parameters
    ----------
    p : float
        Share of the lots that give a statistic at least as large as the observed one.
    observed : float
        The statistic.
    n_assignments : int
        How many ways the lots could have fallen.
    smallest_p : float
        The smallest p that these lots could reach; above 0.05 the test could never get there.
    reason : str
        Why there is no p, or what to keep in mind; else empty.
    sampled : bool
        Whether p rests on lots drawn at random, since there were too many to go through.

    Examples
    --------
    >>> RandomizationResult(0.2, 3.0, 5, 0.2, "").smallest_p
    0.2
    """

    p: float
    observed: float
    n_assignments: int
    smallest_p: float
    reason: str
    sampled: bool = False


def undecided(n: int, smallest: float, reason: str) -> RandomizationResult:
    """Give a result without a p; it still says what the lots could have shown.

    Parameters
    ----------
    n : int
        Number of assignments.
    smallest : float
        Smallest possible p.
    reason : str
        Why there is no p.

    Examples
    --------
    >>> undecided(5, 0.2, "The start was not in the lot.").p
    nan
    """
    return RandomizationResult(np.nan, np.nan, n, smallest, reason)


def sign_of(improvement: str, statistic: str) -> float:
    """Check both words and give 1 or -1; the size of a change has no direction.

    Parameters
    ----------
    improvement : str
        ``increase`` or ``decrease``.
    statistic : str
        ``B-A``, ``|B-A|`` or ``NAP``.

    Examples
    --------
    >>> sign_of("decrease", "B-A")
    -1.0
    """
    one_of("improvement", improvement, SIGNS)
    one_of("statistic", statistic, STATISTICS)
    return SIGNS[improvement]


def changes(y, places, statistic: str = "B-A") -> np.ndarray:
    """Give the statistic for each place where phase B could begin.

    Parameters
    ----------
    y : ndarray, shape (..., sessions)
        Outcomes, turned so that more is better; NaN is missing.
    places : sequence of int
        0-based place of the first B session.
    statistic : str
        ``B-A`` (means), ``|B-A|`` or ``NAP``.

    Returns
    -------
    ndarray, shape (..., places)
        NaN where a phase would be empty.

    Examples
    --------
    >>> changes(np.array([1.0, 2.0, 6.0]), [1, 2]).tolist()
    [3.0, 4.5]
    """
    places = np.asarray(places)
    held = ~np.isnan(y)
    if statistic == "NAP":
        return _shares(y, held, places)
    total = held.sum(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        center = np.nansum(y, axis=-1, keepdims=True) / total
        sums = np.cumsum(np.where(held, y - center, 0.0), axis=-1)
        sums, counts = _before(sums, places), _before(np.cumsum(held, axis=-1), places)
        change = -sums / (total - counts) - sums / counts  # all of it sums to 0
    change = np.where((counts > 0) & (counts < total), change, np.nan)
    return np.abs(change) if statistic == "|B-A|" else change


def judge(
    statistics, observed: float, lots: tuple[int, float], *, sampled: bool = False
) -> RandomizationResult:
    """Count how many lots do at least as well as what was observed.

    Parameters
    ----------
    statistics : ndarray
        One number for each assignment.
    observed : float
        The statistic of the lots as they fell.
    lots : tuple
        Number of assignments, and the smallest p that they could reach.
    sampled : bool
        Whether the assignments are a sample, to which the observed one is added.

    Examples
    --------
    >>> judge(np.array([1.0, 2.0, 3.0, 3.0 - 1e-12]), 3.0, (4, 0.25)).p
    0.5
    """
    if np.isnan(observed) or np.isnan(statistics).any():
        return undecided(*lots, word("lots_reasons", "empty"))
    slack = TOLERANCE * max(1.0, abs(observed))
    reached = np.count_nonzero(statistics >= observed - slack)
    p = (reached + sampled) / (len(statistics) + sampled)
    note = word("lots_reasons", "sampled", drawn=len(statistics)) if sampled else ""
    return RandomizationResult(float(p), float(observed), *lots, note, sampled)


def _before(sums, places):
    """Give the running sum just before each place; 0 before the first session."""
    found = np.take(sums, np.maximum(places - 1, 0), axis=-1)
    return np.where(places > 0, found, 0)


def _shares(y, held, places):
    rows = np.moveaxis(y.reshape(-1, y.shape[-1]), -1, 0)
    held = np.moveaxis(held.reshape(rows.shape[::-1]), -1, 0)
    found = [
        PairCounts(rows[:s], rows[s:], held[:s].sum(axis=0), held[s:].sum(axis=0)).nap
        for s in places
    ]
    return np.stack(found, axis=-1).reshape(*y.shape[:-1], len(places))
