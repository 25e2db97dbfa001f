"""The one shape of every single-case number, and how a number that does not exist is said."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ...words import word
from ..quantiles import students

__all__ = ["Estimate", "Found", "settle", "wald", "welch"]


@dataclass(frozen=True)
class Estimate:
    """One index for one series, with its error, its interval and what to say about it.

    Parameters
    ----------
    name : str
        The index, for example ``nap``.
    value, se, low, high : float
        The number, its standard error and the ends of its interval; NaN where there is none.
    confidence : float
        How sure the interval is meant to be, for example 0.95.
    n_a, n_b : int
        Usable sessions in each phase.
    reason : str
        Why there is no number or no error, or what to keep in mind; else empty.
    reference : str
        Where the formula comes from.
    autocorrelation : float
        How alike neighbouring sessions are within a phase (lag 1). Errors and intervals take
        sessions as independent; far from 0 they are too narrow or too wide.

    Examples
    --------
    >>> Estimate("nap", 0.9, 0.1, 0.6, 1.0, 0.95, 5, 7, "", "Parker and Vannest 2009").defined
    True
    """

    name: str
    value: float
    se: float
    low: float
    high: float
    confidence: float
    n_a: int
    n_b: int
    reason: str
    reference: str
    autocorrelation: float = np.nan

    @property
    def defined(self) -> bool:
        """Whether there is a number."""
        return not np.isnan(self.value)


class Found(NamedTuple):
    """What a core gives for many series at once: arrays of one length.

    Parameters
    ----------
    value, se, low, high : ndarray
        Numbers, NaN where there is none.
    reason : ndarray of object
        One sentence or an empty string for each series.

    Examples
    --------
    >>> Found(np.ones(1), np.ones(1), np.zeros(1), np.ones(1), np.array([""], object)).value
    array([1.])
    """

    value: np.ndarray
    se: np.ndarray
    low: np.ndarray
    high: np.ndarray
    reason: np.ndarray

    def noting(self, sentence: str, where=True) -> "Found":
        """Say a caution where there is nothing else to say."""
        self.reason[(self.reason == "") & where] = sentence
        return self


def wald(value, se, options, df=None):
    """Give the error and the interval that lies evenly around the value.

    Parameters
    ----------
    value, se : ndarray
        Estimates and their standard errors.
    options : Options
        For the confidence.
    df : ndarray, optional
        Degrees of freedom, where Student's t curve stands for the normal one.

    Examples
    --------
    >>> from .options import Options
    >>> wald(np.array([0.0]), np.array([1.0]), Options())[2].round(2)
    array([1.96])
    """
    point = options.z if df is None else students((1 + options.confidence) / 2, df)
    with np.errstate(invalid="ignore"):
        return se, value - point * se, value + point * se


def welch(parts, sizes):
    """Give the degrees of freedom of a sum of two squared errors (Welch and Satterthwaite).

    Parameters
    ----------
    parts, sizes : sequence of ndarray
        The squared error of each phase, and its usable sessions.

    Examples
    --------
    >>> welch([np.array([0.5]), np.array([0.5])], [np.array([5]), np.array([5])])
    array([8.])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        below = sum(part**2 / (n - 1) for part, n in zip(parts, sizes, strict=True))
        return sum(parts) ** 2 / below


def settle(batch, value, spread=None, *, blank=(), unsure=()) -> Found:
    """Put a core's arrays together: nothing infinite, and a reason wherever a number is missing.

    Parameters
    ----------
    batch : Batch
        The series.
    value : ndarray
        The estimates.
    spread : tuple of ndarray, optional
        Standard errors, lower and upper ends; None where the index has none.
    blank, unsure : sequence of (ndarray, str)
        Where there is no value, or no standard error, and why; the first that holds is said.

    Returns
    -------
    Found

    Examples
    --------
    >>> from .series import Batch
    >>> two = Batch.of_pair([1, 2], [3], "increase")
    >>> settle(two, np.array([np.inf]), blank=[(np.array([True]), "No spread.")]).reason
    array(['No spread.'], dtype=object)
    """
    blank = [((batch.n_a == 0) | (batch.n_b == 0), word("series_reasons", "empty")), *blank]
    reason = np.full(len(value), "", dtype=object)
    spread = spread or (np.full(len(value), np.nan),) * 3
    se, low, high = spread
    flat = (low == high) | ((se == 0) & np.isnan(low))
    sure = (flat, word("series_reasons", "no_width"))
    for mask, sentence in reversed([*blank, *unsure, sure]):
        reason[mask] = sentence
    unsure = [*unsure, sure]
    low, high = _clean(low, [*blank, sure]), _clean(high, [*blank, sure])
    return Found(_clean(value, blank), _clean(se, [*blank, *unsure]), low, high, reason)


def _clean(numbers, without):
    """Leave out what is not finite and what has a reason not to be there."""
    kept = np.isfinite(numbers)
    for mask, _ in without:
        kept &= ~mask
    return np.where(kept, numbers, np.nan)
