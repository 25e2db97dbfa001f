"""A permutation test for many series at once, with one shared set of permutations."""

from typing import NamedTuple

import numpy as np

from ...errors import WorkbookError
from ...words import word
from .contrast import TOLERANCE, sign_of

__all__ = ["Permutations", "permutation_test"]

ROWS = 1000  # permutations held at one time


class Permutations(NamedTuple):
    """What a permutation test of many series gives.

    Parameters
    ----------
    p, observed : ndarray
        One number for each series; NaN where a phase has no usable session.
    smallest_p : float
        The smallest p that so many permutations can give.

    Examples
    --------
    >>> Permutations(np.array([0.2]), np.array([1.5]), 0.1).smallest_p
    0.1
    """

    p: np.ndarray
    observed: np.ndarray
    smallest_p: float


def permutation_test(outcomes, n_a, *, improvement, permutations=10_000, seed=0) -> Permutations:
    """Test the difference of means when the condition of each session was drawn by lot.

    Parameters
    ----------
    outcomes : array, shape (series, sessions)
        The ``n_a`` sessions of A first; NaN is missing.
    n_a : int
        Sessions in A.
    improvement : str
        ``increase`` or ``decrease``.
    permutations : int
        How many are drawn; the same ones serve every series, so the p of two series are alike
        in their luck, and each is valid by itself.
    seed : int
        For the permutations.

    References
    ----------
    Edgington, E. S., and Onghena, P. (2007). Randomization tests (4th ed.). Chapman and Hall.

    Examples
    --------
    >>> series = np.array([[1.0, 2, 1, 2, 8, 9, 8, 9], [1, 9, 2, 8, 1, 9, 2, 8]])
    >>> found = permutation_test(series, 4, improvement="increase")
    >>> bool(found.p[0] < 0.03), bool(found.p[1] > 0.4)
    (True, True)
    """
    y = np.asarray(outcomes, dtype=float) * sign_of(improvement, "B-A")
    if y.ndim != 2 or not 0 < n_a < y.shape[1]:
        raise WorkbookError(word("lots_errors", "no_rows"))
    rng, held = np.random.default_rng(seed), ~np.isnan(y)
    labels = np.zeros((1, y.shape[1]))
    labels[:, :n_a] = 1
    total = held.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        y = np.where(held, y - np.nansum(y, axis=1, keepdims=True) / total[:, None], 0.0)
    parts = y.T, None if held.all() else held.T.astype(float), total
    observed = _differences(labels, *parts)[0]
    bar = observed - TOLERANCE * np.maximum(1.0, np.abs(observed))
    reached = np.ones(len(y))
    for done in range(0, permutations, ROWS):
        drawn = rng.permuted(np.tile(labels, (min(ROWS, permutations - done), 1)), axis=1)
        # A permutation that leaves a phase empty counts as reached: p is never too small.
        reached += len(drawn) - np.count_nonzero(_differences(drawn, *parts) < bar, axis=0)
    p = np.where(np.isnan(observed), np.nan, reached / (permutations + 1))
    return Permutations(p, observed, 1 / (permutations + 1))


def _differences(labels, y, held, total):
    """Give mean B less mean A for each row of labels; the sum of both phases is 0."""
    sums = labels @ y
    count = labels.sum(axis=1, keepdims=True) if held is None else labels @ held
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums * (-1 / count - 1 / (total - count))
