"""What a randomization test compares, for every start at once, and how p is counted."""

from dataclasses import dataclass, field, replace

import numpy as np

from ...words import word
from ..result import joined
from ..single_case.options import one_of
from ..single_case.series import SIGNS, rounding
from .shift import Shift

__all__ = [
    "RandomizationResult", "changes", "judge", "sign_of", "slack", "undecided", "with_shift",
]  # fmt: skip

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
    effect : float
        Mean of B less mean of A, in the outcome's own unit and direction.
    low, high : float
        Ends of the two-sided interval of the effect, from the test inverted under a constant
        shift; NaN where the lots are too few.
    confidence : float
        Of that interval.

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
    # Two results are the same when they say the same of chance: NaN differs from itself, and the
    # effect turns with the direction of the outcome.
    effect: float = field(default=np.nan, compare=False)
    low: float = field(default=np.nan, compare=False)
    high: float = field(default=np.nan, compare=False)
    confidence: float = 0.95


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
        y = y - np.nansum(y, axis=-1, keepdims=True) / total
        y = y - np.nansum(y, axis=-1, keepdims=True) / total  # what rounding has left
        sums = np.cumsum(np.where(held, y, 0.0), axis=-1)
        sums, counts = _before(sums, places), _before(np.cumsum(held, axis=-1), places)
        change = -sums / (total - counts) - sums / counts  # all of it sums to 0
    change = np.where((counts > 0) & (counts < total), change, np.nan)
    return np.abs(change) if statistic == "|B-A|" else change


def slack(y, statistic: str = "B-A") -> float:
    """Give how near two statistics lie that count as the same.

    It follows the spread of the data, so that a constant that is added, or another unit, changes
    no p.

    Parameters
    ----------
    y : ndarray
        All outcomes; NaN is missing.
    statistic : str
        As in `changes`.

    Examples
    --------
    >>> slack(np.array([1.0, 3.0])) < slack(np.array([1.0, 30.0]))
    True
    """
    if statistic == "NAP":
        return TOLERANCE
    low, high = (float(end.reduce(y, axis=None, initial=np.nan)) for end in (np.fmin, np.fmax))
    return TOLERANCE * (high - low) + float(rounding(low, high))


def judge(
    statistics, observed: float, lots: tuple[int, float], *, near: float, sampled: bool = False
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
    near : float
        How near two statistics lie that count as the same; see `slack`.
    sampled : bool
        Whether the assignments are a sample, to which the observed one is added.

    Examples
    --------
    >>> judge(np.array([1.0, 2.0, 3.0, 3.0 - 1e-12]), 3.0, (4, 0.25), near=1e-9).p
    0.5
    """
    if np.isnan(observed) or np.isnan(statistics).any():
        return undecided(*lots, word("lots_reasons", "empty"))
    reached = np.count_nonzero(statistics >= observed - near)
    p = (reached + sampled) / (len(statistics) + sampled)
    note = word("lots_reasons", "sampled", drawn=len(statistics)) if sampled else ""
    return RandomizationResult(float(p), float(observed), *lots, note, sampled)


def with_shift(result: RandomizationResult, found: Shift, confidence: float):
    """Add the effect and its interval to a result that has a p.

    Parameters
    ----------
    result : RandomizationResult
        From `judge`.
    found : Shift
        From `shift`.
    confidence : float
        Of the interval.

    Examples
    --------
    >>> with_shift(RandomizationResult(0.2, 3.0, 5, 0.2, ""), Shift(3.0, 1, 4, ""), 0.5).low
    1
    """
    if np.isnan(result.p):
        return replace(result, confidence=confidence)
    reason, (effect, low, high, _) = joined(result.reason, found.reason), found
    return replace(result, reason=reason, effect=effect, low=low, high=high, confidence=confidence)


def _before(sums, places):
    """Give the running sum just before each place; 0 before the first session."""
    found = np.take(sums, np.maximum(places - 1, 0), axis=-1)
    return np.where(places > 0, found, 0)


def _shares(y, held, places):
    """Give NAP for each place; from one place to the next a single session changes its phase."""
    rows, some = y.reshape(-1, y.shape[-1]), held.reshape(-1, y.shape[-1])
    twice = np.zeros((len(rows), y.shape[-1] + 1), dtype=np.int64)  # wins count 2, ties 1
    for s in range(y.shape[-1]):
        mine = rows[:, s : s + 1]
        above, least = rows > mine, rows >= mine
        gain = np.count_nonzero(above[:, s + 1 :], axis=1)
        gain += np.count_nonzero(least[:, s + 1 :], axis=1)
        loss = 2 * np.count_nonzero(some[:, :s], axis=1) * some[:, s]
        loss -= np.count_nonzero(above[:, :s], axis=1) + np.count_nonzero(least[:, :s], axis=1)
        twice[:, s + 1] = twice[:, s] + gain - loss
    before = np.concatenate([np.zeros((len(rows), 1), dtype=int), np.cumsum(some, axis=1)], axis=1)
    m, n = before[:, places], before[:, -1:] - before[:, places]
    with np.errstate(divide="ignore", invalid="ignore"):
        found = twice[:, places] / (2 * m * n)
    return found.reshape(*y.shape[:-1], len(places))
