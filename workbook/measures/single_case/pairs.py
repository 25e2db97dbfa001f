"""All pairs of a baseline session and a later one: counts, errors, and Newcombe's interval."""

import numpy as np

__all__ = ["PairCounts", "middle", "newcombe"]

MANY = 4_000_000  # above this many pairs a series is counted by sorting
STEPS = 60  # halvings of the interval 0 to 1: as fine as a number can be


class PairCounts:
    """For each session how many sessions of the other phase it beats, and what follows from that.

    Parameters
    ----------
    a, b : ndarray, shape (sessions, series)
        Outcomes, turned so that more is better; NaN is missing.
    m, n : ndarray
        Usable sessions.

    Attributes
    ----------
    above, least : ndarray
        For each session of A how many of B are above it, and how many are at least as high.
    columns : ndarray
        For each session of B twice the share of A below it, ties counted once.

    Examples
    --------
    >>> one = np.array([1])
    >>> PairCounts(np.array([[1.0], [2.0]]), np.array([[2.0]]), 2 * one, one).nap
    array([0.75])
    """

    def __init__(self, a, b, m, n):
        self.a, self.b, self.m, self.n = a, b, m, n
        self._ends = None
        count = _by_sorting if a.shape[0] * b.shape[0] > MANY else _by_comparing
        self.above, self.least, self.columns = count(a, b)
        twice = self.columns.sum(axis=0, dtype=np.int64)
        with np.errstate(divide="ignore", invalid="ignore"):
            self.nap = twice / (2 * m * n)

    def error(self, kind: str):
        """Give the standard error of NAP: ``unbiased``, ``Hanley`` or ``null``."""
        m, n, nap = self.m.astype(float), self.n.astype(float), self.nap
        with np.errstate(divide="ignore", invalid="ignore"):
            if kind == "null":
                return np.sqrt((m + n + 1) / (12 * m * n))
            rows = (self.above + self.least) / 2 - n * nap
            columns = self.columns / 2 - m * nap
            q1 = np.sum(rows**2, axis=0, where=~np.isnan(self.a)) / (m * n * n)
            q2 = np.sum(columns**2, axis=0, where=~np.isnan(self.b)) / (m * m * n)
            edge = 0.5 / (m * n)
            within = np.clip(nap, edge, 1 - edge)
            within *= 1 - within
            if kind == "Hanley":
                return np.sqrt((within + (n - 1) * q1 + (m - 1) * q2) / (m * n))
            squares = 0.75 * self.above.sum(axis=0) + 0.25 * self.least.sum(axis=0)
            spread = squares / (m * n) - nap * nap
            return np.sqrt((within + n * q1 + m * q2 - 2 * spread) / ((m - 1) * (n - 1)))

    def interval(self, z: float):
        """Give Newcombe's interval of NAP, which the indices that follow from it share."""
        if self._ends is None or self._ends[0] != z:
            # Series of like length share few shares of pairs; each is solved once.
            each = [self.nap, self.m, self.n]
            (nap, m, n), place = np.unique(each, axis=1, return_inverse=True)
            self._ends = z, [end[place.ravel()] for end in newcombe(nap, m, n, z)]
        return self._ends[1]

    @property
    def kept(self):
        """The most sessions that can stay so that no session of A reaches one of B."""
        order = np.argsort(self.a, axis=0)
        beaten = np.take_along_axis(self.above, order, axis=0)
        rank = np.arange(1, len(self.a) + 1)[:, None]
        both = np.where(rank <= self.m, rank + beaten, 0)
        return np.max(both, axis=0, initial=0).clip(min=self.n)

    @property
    def climb(self):
        """Kendall's S of phase A over time: rises less falls."""
        total = np.zeros(self.a.shape[1])
        for i, earlier in enumerate(self.a[:-1]):
            total += (self.a[i + 1 :] > earlier).sum(axis=0)
            total -= (self.a[i + 1 :] < earlier).sum(axis=0)
        return total


def newcombe(nap, m, n, z: float):
    """Give the interval of NAP that holds at complete separation too (Newcombe's method 5).

    Parameters
    ----------
    nap : ndarray
        Shares of pairs.
    m, n : ndarray
        Usable sessions.
    z : float
        Point of the normal curve.

    Returns
    -------
    tuple of ndarray
        Lower and upper ends. Where NAP is 1 the equation has the root 1 as well, which says
        nothing; the lower end is the other root.

    References
    ----------
    Newcombe, R. G. (2006). Confidence intervals for an effect size measure based on the
    Mann-Whitney statistic. Part 2. Statistics in Medicine, 25(4), 559-573.

    Examples
    --------
    >>> low, high = newcombe(np.array([1.0]), np.array([3]), np.array([7]), 1.959963984540054)
    >>> round(low[0], 3), high[0]
    (np.float64(0.6), np.float64(1.0))
    """
    share = np.concatenate([nap, 1 - nap])
    pairs, half = (np.tile(each, 2) for each in (m * n / z**2, (m + n) / 2.0 - 1))
    low, high = np.zeros_like(share), np.nan_to_num(share)
    for _ in range(STEPS):
        x = (low + high) / 2
        inner = x * (1 - x)
        left = pairs * (share - x) ** 2 * (2 + inner)
        below = left > inner * (2 + half + (1 + 2 * half) * inner)
        np.copyto(low, x, where=below)
        np.copyto(high, x, where=~below)
    low[np.isnan(share)] = np.nan
    lower, upper = np.split(low, 2)
    return lower, 1 - upper


def middle(ordered, n):
    """Give the medians of columns that are sorted, with their ``n`` values first.

    Parameters
    ----------
    ordered : ndarray
        Sorted along the first axis, NaN last.
    n : ndarray
        How many values each column has.

    Examples
    --------
    >>> middle(np.array([[1.0], [2.0], [np.nan]]), np.array([2]))
    array([1.5])
    """
    if not len(ordered):
        return np.full(len(n), np.nan)
    rows = np.maximum(np.stack([(n - 1) // 2, n // 2]), 0)
    return np.take_along_axis(ordered, rows, axis=0).mean(axis=0)


def _by_comparing(a, b):
    above = np.zeros(a.shape, dtype=np.int32)
    least, columns = np.zeros_like(above), np.zeros(b.shape, dtype=np.int32)
    for j, session in enumerate(b):
        more, same = session > a, session >= a
        above += more
        least += same
        columns[j] = (more.view(np.int8) + same.view(np.int8)).sum(axis=0, dtype=np.int32)
    return above, least, columns


def _by_sorting(a, b):
    above, least = np.zeros((2, *a.shape), dtype=np.int64)
    columns = np.zeros(b.shape, dtype=np.int64)
    for k in range(a.shape[1]):
        is_a, is_b = ~np.isnan(a[:, k]), ~np.isnan(b[:, k])
        old, new = np.sort(a[is_a, k]), np.sort(b[is_b, k])
        above[is_a, k] = len(new) - np.searchsorted(new, a[is_a, k], "right")
        least[is_a, k] = len(new) - np.searchsorted(new, a[is_a, k], "left")
        for side in ("left", "right"):
            columns[is_b, k] += np.searchsorted(old, b[is_b, k], side)
    return above, least, columns
