"""Points of the curves that small samples need, without a large library."""

import math

__all__ = ["fisher", "student", "students", "two_sided"]

FEW = 50  # points that are found one by one
NODES = 32  # of the curve for more; it is good to 12 digits


def student(p: float, df: float) -> float:
    """Give the point of Student's t curve that the share ``p`` lies below.

    Parameters
    ----------
    p : float
        Between 0 and 1.
    df : float
        Degrees of freedom.

    Examples
    --------
    >>> round(student(0.975, 10), 4)
    2.2281
    """
    if p < 0.5:
        return -student(1 - p, df)
    share = _beta_point(2 * (1 - p), df / 2, 0.5)
    return math.sqrt(df * (1 - share) / share)


def students(p: float, df):
    """Give the points of many t curves that the share ``p`` lies below.

    Parameters
    ----------
    p : float
        Above 0.5 and below 1.
    df : ndarray
        Degrees of freedom; NaN, or less than 0.5, gives NaN.

    Examples
    --------
    >>> import numpy as np
    >>> students(0.975, np.array([10.0, 4.0])).round(4)
    array([2.2281, 2.7764])
    """
    import numpy as np

    each, place = np.unique(np.asarray(df, dtype=float), return_inverse=True)
    usable = each >= 0.5
    points = np.full(len(each), np.nan)
    if np.count_nonzero(usable) <= FEW:
        points[usable] = [student(p, one) for one in each[usable]]
    else:
        points[usable] = _student_points(p, each[usable])
    return points[place].reshape(np.shape(df))


def _student_points(p: float, df):
    """Find some points, and read the others from the smooth curve through them."""
    import numpy as np
    from numpy.polynomial import Chebyshev

    ends = [1 / df.max(), 1 / df.min()]

    def exact(shares):
        return np.log([student(p, 1 / share) for share in shares])

    curve = Chebyshev.interpolate(exact, NODES, domain=ends)
    return np.exp(curve(1 / df))


def fisher(p: float, df1: float, df2: float) -> float:
    """Give the point of the F curve that the share ``p`` lies below.

    Parameters
    ----------
    p : float
        Between 0 and 1.
    df1, df2 : float
        Degrees of freedom above and below the line.

    Examples
    --------
    >>> round(fisher(0.95, 5, 10), 4)
    3.3258
    """
    share = _beta_point(p, df1 / 2, df2 / 2)
    return df2 * share / (df1 * (1 - share))


def two_sided(t: float, df: float) -> float:
    """Give the share of Student's t curve beyond ``t`` on both sides.

    Parameters
    ----------
    t : float
    df : float
        Degrees of freedom.

    Examples
    --------
    >>> round(two_sided(2.2281, 10), 4)
    0.05
    """
    if not math.isfinite(t):
        return math.nan
    share = df / (df + t * t)
    return float(_beta_share(share, df / 2, 0.5)) if 0 < share < 1 else share


def _beta_point(p: float, a: float, b: float) -> float:
    """Halve the interval until nothing changes."""
    low, high = 0.0, 1.0
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if _beta_share(middle, a, b) < p else (low, middle)
    return middle


def _beta_share(x: float, a: float, b: float) -> float:
    """Give the regularized incomplete beta function by its continued fraction (DLMF 8.17.22)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_share(1 - x, b, a)
    front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b)
    front -= math.lgamma(a) + math.lgamma(b) + math.log(a)
    above, below, whole = 1.0, 0.0, 1.0  # the method of Lentz
    for n in range(1, 1000):
        below = 1 / (1 + _step(n, x, a, b) * below)
        above = 1 + _step(n, x, a, b) / above
        whole *= above * below
        if abs(above * below - 1) < 1e-15:
            break
    return math.exp(front) / whole


def _step(n: int, x: float, a: float, b: float) -> float:
    """Give the n-th partial numerator."""
    m = n // 2
    if n % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
