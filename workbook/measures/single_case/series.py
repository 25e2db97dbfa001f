"""Many two-phase series side by side, so that one series and ten thousand take one road."""

import datetime
from collections.abc import Mapping
from functools import cached_property

import numpy as np

from ...errors import WorkbookError
from ...words import Message, word
from .options import MOST, one_of
from .pairs import PairCounts

__all__ = ["SIGNS", "Batch", "beside", "is_time", "moments", "neighbors", "numbers", "rounding"]

SIGNS = {"increase": 1.0, "decrease": -1.0}
TIMES = (datetime.date, datetime.time, datetime.timedelta, np.datetime64, np.timedelta64)
EXACT = np.finfo(float).eps  # how far a number may lie from the one that was meant, as a share


def numbers(given, name: str) -> np.ndarray:
    """Read a sequence of numbers; None and NaN are sessions without a value.

    Parameters
    ----------
    given : sequence
        What was recorded, in time order.
    name : str
        What it is: ``outcome``, ``phase``, ``phase_a``, ``phase_b`` or ``sessions``.

    Examples
    --------
    >>> numbers([3, None, 4.5], "phase_a")
    array([3. , nan, 4.5])
    """
    if isinstance(given, str | bytes | Mapping) or not hasattr(given, "__iter__"):
        raise WorkbookError(word("series_errors", "no_list", name=_called(name)))
    values = []
    for place, each in enumerate(given, 1):
        try:
            if isinstance(each, str | bytes) or is_time(each):
                raise TypeError
            missing = each is None or type(each).__name__ == "NAType"  # pandas' own
            values.append(np.nan if missing else float(each))
        except OverflowError:
            values.append(np.inf)
        except (TypeError, ValueError):
            where = {"session": place, "name": _called(name), "given": repr(each)}
            raise WorkbookError(word("series_errors", "no_number", **where)) from None
        if abs(values[-1]) > MOST:
            where = {"session": place, "name": _called(name)}
            raise WorkbookError(word("series_errors", "too_large", **where))
    return np.array(values, dtype=float)


def _called(name: str) -> Message:
    return word("series_errors", f"the_{name}")


def is_time(given) -> bool:
    """Say whether a value is a date, a time of day or a duration, which is no amount.

    Examples
    --------
    >>> is_time(datetime.date(2026, 1, 5)), is_time(5)
    (True, False)
    """
    return isinstance(given, TIMES) or type(given).__name__ in ("Period", "NaTType")


def rounding(low, high):
    """Give how far two numbers may lie apart although the same number was meant.

    Adding a constant to the data, or another unit, leaves alone what follows from comparing.

    Parameters
    ----------
    low, high : float or ndarray
        The least and the greatest value of the data.

    Examples
    --------
    >>> bool(rounding(0.3, 0.30000000000000004) > 0.30000000000000004 - 0.3)
    True
    """
    return 4 * EXACT * np.maximum(np.abs(low), np.abs(high))


class Batch:
    """Two-phase series, one per column; rows are sessions, NaN is a session without a value.

    Parameters
    ----------
    a, b : ndarray, shape (sessions, series)
        Outcomes in each phase.
    time_a, time_b : ndarray
        Session numbers, in the same shape; they stay when a value is missing.
    sign : ndarray, shape (series,)
        1 where more is better, -1 where less is better.

    Examples
    --------
    >>> Batch.of_pair([1, None], [3, 4], "increase").n_a
    array([1])
    """

    def __init__(self, a, b, time_a, time_b, sign):
        self.a, self.b, self.time_a, self.time_b, self.sign = a, b, time_a, time_b, sign

    @classmethod
    def of_pair(cls, a, b, improvement: str) -> "Batch":
        """Read one series from two sequences."""
        one_of("improvement", improvement, SIGNS)
        a, b = numbers(a, "phase_a"), numbers(b, "phase_b")
        time = np.arange(1.0, len(a) + len(b) + 1)[:, None]
        sign = np.array([SIGNS[improvement]])
        return cls(a[:, None], b[:, None], time[: len(a)], time[len(a) :], sign)

    def __len__(self) -> int:
        return self.a.shape[1]

    @cached_property
    def n_a(self):
        """Usable sessions in phase A."""
        return np.count_nonzero(~np.isnan(self.a), axis=0)

    @cached_property
    def n_b(self):
        """Usable sessions in phase B."""
        return np.count_nonzero(~np.isnan(self.b), axis=0)

    @cached_property
    def pairs(self) -> PairCounts:
        """Every session of A against every session of B, turned so that more is better."""
        return PairCounts(self.a * self.sign, self.b * self.sign, self.n_a, self.n_b)

    @cached_property
    def moments(self):
        """Means and variances of both phases: (mean A, variance A, mean B, variance B)."""
        return (*moments(self.a, self.n_a), *moments(self.b, self.n_b))

    @cached_property
    def autocorrelation(self):
        """Lag-1 autocorrelation within phases, both phases taken together."""
        above, below = np.zeros(len(self)), np.zeros(len(self))
        mean_a, var_a, mean_b, var_b = self.moments
        parts = (self.a, self.time_a, mean_a, var_a), (self.b, self.time_b, mean_b, var_b)
        for y, time, mean, variance in parts:
            products, squares = neighbors(np.where(variance > 0, y - mean, 0.0), time)
            above, below = above + products, below + squares
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.apart, np.nan, above / below)

    @cached_property
    def apart(self):
        """Where no two neighbouring sessions have values, so that lag 1 is not known."""
        return ~(beside(self.a, self.time_a) | beside(self.b, self.time_b))


def moments(y, n):
    """Give mean and variance; the variance is 0 where values differ by their rounding only.

    Parameters
    ----------
    y : ndarray, shape (sessions, series)
        Outcomes; NaN is missing.
    n : ndarray
        Usable sessions.

    Examples
    --------
    >>> moments(np.array([[1.0], [3.0]]), np.array([2]))
    (array([2.]), array([2.]))
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.nansum(y, axis=0) / n
        variance = np.nansum((y - mean) ** 2, axis=0) / (n - 1)
        low = np.fmin.reduce(y, axis=0, initial=np.inf)
        high = np.fmax.reduce(y, axis=0, initial=-np.inf)
        flat = (n > 0) & (high - low <= rounding(low, high))
    return np.where(flat, low, mean), np.where(flat & (n > 1), 0.0, variance)


def neighbors(errors, time):
    """Give the sums of products of neighbouring sessions and of squares.

    Parameters
    ----------
    errors, time : ndarray, shape (sessions, series)
        How far each session lies from its mean, and its number.

    Examples
    --------
    >>> neighbors(np.array([[1.0], [2.0], [3.0]]), np.array([[1.0], [2.0], [4.0]]))
    (array([2.]), array([14.]))
    """
    products = np.where(np.diff(time, axis=0) == 1, errors[1:] * errors[:-1], np.nan)
    return np.nansum(products, axis=0), np.nansum(errors**2, axis=0)


def beside(y, time):
    """Say in which columns two neighbouring sessions both have a value.

    Parameters
    ----------
    y, time : ndarray, shape (sessions, series)
        Outcomes, NaN where missing, and session numbers.

    Examples
    --------
    >>> beside(np.array([[1.0], [2.0]]), np.array([[1.0], [3.0]]))
    array([False])
    """
    both = ~np.isnan(y[1:]) & ~np.isnan(y[:-1]) & (np.diff(time, axis=0) == 1)
    return both.any(axis=0)
