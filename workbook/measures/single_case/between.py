"""One number for several cases, in the metric of a study with groups: the between-case SMD."""

from typing import NamedTuple

import numpy as np

from ...words import Message, word
from .estimate import wald
from .longform import direction
from .options import Options
from .series import rounding
from .study import autocorrelation, change, error, freedom, read, variance, within

__all__ = ["BetweenCases", "bc_smd", "corrected", "withheld"]

LEAST_DF = 2.001  # below it the error would not be a number


class BetweenCases(NamedTuple):
    """The between-case standardized mean difference, and what it rests on.

    Parameters
    ----------
    value, se, low, high : float
        The estimate corrected for few cases (g_AB), its error and the ends of its interval.
    df : float
        Degrees of freedom of the spread.
    difference, spread : float
        Mean change in the outcome's own unit, and the standard deviation across cases.
    autocorrelation, between : float
        Of neighbouring sessions (corrected), and the share of the variance between cases.
    theta : float
        The error of the mean change, in standard deviations.
    cases, sessions : int
        How many went in.
    confidence : float
        Of the interval.
    reason : str
        Why there is no number; else empty.

    Examples
    --------
    >>> BetweenCases(*[0.5] * 10, 3, 40, 0.95, "").cases
    3
    """

    value: float
    se: float
    low: float
    high: float
    df: float
    difference: float
    spread: float
    autocorrelation: float
    between: float
    theta: float
    cases: int
    sessions: int
    confidence: float
    reason: str | Message


def bc_smd(data, *, improvement="increase", confidence=0.95) -> BetweenCases:
    """Give the change of several cases in standard deviations across cases (g_AB, BC-SMD).

    Parameters
    ----------
    data : DataFrame
        One row per session: case, session, phase (``A`` or ``B``), outcome. Cases that start at
        different times and stay in B are a multiple baseline (Hedges and others 2013); cases that
        go back to A take as many phases each as the others (2012). Missing outcomes are left out.
    improvement : str
        ``increase`` or ``decrease``, for all cases.
    confidence : float
        For the interval (Student's t).

    Returns
    -------
    BetweenCases
        Above 0 where the level moved toward improvement.

    Notes
    -----
    Comparable with the standardized mean difference of a study with groups: it divides by how
    people differ, not by how one person's sessions do. It takes the change as the same for all,
    sessions as a steady level plus an error like that of the session before, and cases as a fair
    sample.

    References
    ----------
    Hedges, L. V., Pustejovsky, J. E., and Shadish, W. R. (2012). A standardized mean difference
    effect size for single case designs. Research Synthesis Methods, 3(3), 224-239.

    Hedges, L. V., Pustejovsky, J. E., and Shadish, W. R. (2013). A standardized mean difference
    effect size for multiple baseline designs across individuals. Research Synthesis Methods,
    4(4), 324-341.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [(case, t, "B" if t > start else "A", start + 3 * (t > start) + t * t % 5 / 2)
    ...         for case, start in (("x", 4), ("y", 5), ("z", 6)) for t in range(1, 10)]
    >>> data = pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])
    >>> found = bc_smd(data)
    >>> found.cases, found.value > 0, found.low < found.value < found.high
    (3, True, True)
    """
    sign, options = direction(improvement), Options(confidence=confidence)
    study = read(data)
    if study.reason:
        return _nothing(study, confidence, study.reason)
    difference, spread, alike = change(study), variance(study), autocorrelation(study)
    flat = spread <= 0 or np.sqrt(spread) <= rounding(study.y.min(), study.y.max())
    if flat or not -1 < alike < 1:
        name = "bc_flat" if flat else "bc_alike"
        return _nothing(study, confidence, word("series_reasons", name))
    between = max(0.0, 1 - within(study, alike) / spread)
    df, theta = freedom(study, alike, between), error(study, alike, between)
    value, se = corrected(difference / np.sqrt(spread), df, theta)
    _, low, high = wald(np.array([sign * value]), np.array([se]), options, np.array([df]))
    figures = sign * value, se, low[0], high[0], df, difference, np.sqrt(spread)
    return _found(study, (*figures, alike, between, theta), confidence, "")


def corrected(ratio: float, df: float, theta: float) -> tuple[float, float]:
    """Correct a change in standard deviations for few cases, and give its error.

    Parameters
    ----------
    ratio : float
        Mean change over the standard deviation across cases.
    df, theta : float
        As in `BetweenCases`.

    Examples
    --------
    >>> [round(float(each), 2) for each in corrected(2.0, 20.0, 0.2)]
    [1.92, 0.38]
    """
    j, long = 1 - 3 / (4 * df - 1), max(df, LEAST_DF)
    value, share = j * ratio, long / (long - 2)
    return value, j * np.sqrt(theta**2 * share + value**2 * (share - 1 / j**2))


def withheld(cases: int, sessions: int, confidence: float, reason: str) -> BetweenCases:
    """Give no number, with the reason.

    Parameters
    ----------
    cases, sessions, confidence, reason
        As in `BetweenCases`.

    Examples
    --------
    >>> withheld(2, 9, 0.95, "Too few cases.").value
    nan
    """
    none = float("nan")
    return BetweenCases(
        none, none, none, none, none, none, none, none, none, none,
        cases, sessions, confidence, reason,
    )  # fmt: skip


def _nothing(study, confidence, reason) -> BetweenCases:
    return withheld(study.cases, len(study.y), confidence, reason)


def _found(study, figures, confidence, reason) -> BetweenCases:
    value, se, low, high, df, difference, spread, alike, between, theta = map(float, figures)
    return BetweenCases(
        value, se, low, high, df, difference, spread, alike, between, theta,
        study.cases, len(study.y), confidence, reason,
    )  # fmt: skip
