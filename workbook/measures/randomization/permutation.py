"""A permutation test for many series at once, with one shared set of permutations."""

from typing import NamedTuple

import numpy as np

from ...errors import WorkbookError
from ...words import word
from ..single_case.options import MOST as LARGEST
from ..single_case.series import is_time
from .contrast import sign_of, slack
from .series import whole

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
    y = _rows(outcomes) * sign_of(improvement, "B-A")
    whole(n_a, "n_a", least=1)
    if y.ndim != 2 or not n_a < y.shape[1]:
        raise WorkbookError(word("lots_errors", "no_rows"))
    whole(permutations, "permutations", least=1)
    whole(seed, "seed")
    rng, held = np.random.default_rng(seed), ~np.isnan(y)
    labels = np.zeros((1, y.shape[1]))
    labels[:, :n_a] = 1
    total = held.sum(axis=1)
    near = np.array([slack(series) for series in y])
    with np.errstate(divide="ignore", invalid="ignore"):
        y = y - np.nansum(y, axis=1, keepdims=True) / total[:, None]
        y = y - np.nansum(y, axis=1, keepdims=True) / total[:, None]  # what rounding has left
        y = np.where(held, y, 0.0)
    parts = y.T, None if held.all() else held.T.astype(float), total
    observed = _differences(labels, *parts)[0]
    bar = observed - near
    reached = np.ones(len(y))
    for done in range(0, permutations, ROWS):
        drawn = rng.permuted(np.tile(labels, (min(ROWS, permutations - done), 1)), axis=1)
        # A permutation that leaves a phase empty counts as reached: p is never too small.
        reached += len(drawn) - np.count_nonzero(_differences(drawn, *parts) < bar, axis=0)
    p = np.where(np.isnan(observed), np.nan, reached / (permutations + 1))
    return Permutations(p, observed, 1 / (permutations + 1))


def _rows(outcomes):
    """Read the series; all that is no number of a size to compute with is refused."""
    try:
        y = np.asarray(outcomes)
        odd = y.dtype.kind in "mMSUc" or (y.dtype == object and any(map(is_time, y.ravel())))
        y = None if odd else np.asarray(outcomes, dtype=float)
    except (TypeError, ValueError, OverflowError):
        y = None
    if y is None or (np.abs(y) > LARGEST).any():
        raise WorkbookError(word("lots_errors", "no_rows"))
    return y


def _differences(labels, y, held, total):
    """Give mean B less mean A for each row of labels; the sum of both phases is 0."""
    sums = labels @ y
    count = labels.sum(axis=1, keepdims=True) if held is None else labels @ held
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums * (-1 / count - 1 / (total - count))
