"""Piecewise regression: a line in each phase, and how level and slope differ between them."""

import numpy as np

from ...words import word
from ..quantiles import two_sided
from .series import Batch
from .trend import fit

__all__ = ["piecewise_regression"]

TERMS = ("(Intercept)", "mt", "phaseB", "interB")


def piecewise_regression(a, b):
    """Fit a straight line to each phase and test the change of level and of slope.

    Parameters
    ----------
    a, b : sequence of float
        Outcomes before and after the start, in time order; a missing session keeps its number.

    Returns
    -------
    DataFrame
        Columns term, estimate, se, t, p; ``attrs["reason"]`` says why numbers are missing, and
        is empty otherwise. ``(Intercept)``: level at the first session;
        ``mt``: change per session in A; ``phaseB``: how far B's line starts from where A's line
        would be at the first session of B, less the trend; ``interB``: how much the slope differs.

    Notes
    -----
    Ordinary least squares of the outcome on session - 1, phase, and phase * (session - first
    session of B); see the `Wilbert and Lueke` coding named W. Errors and p-values take sessions
    as independent; look at the lag-1 autocorrelation next to them.

    References
    ----------
    Huitema, B. E., and McKean, J. W. (2000). Design specification issues in time-series
    intervention models. Educational and Psychological Measurement, 60(1), 38-58.

    Examples
    --------
    >>> table = piecewise_regression([2, 3, 4, 3], [6, 7, 7, 9])
    >>> table["estimate"].round(2).tolist()
    [2.4, 0.4, 1.9, 0.5]
    """
    import pandas as pd

    batch = Batch.of_pair(a, b, "increase")
    estimate, se, reason = (column[..., 0] for column in _lines(batch))
    with np.errstate(divide="ignore", invalid="ignore"):
        t = estimate / se
    df = int(batch.n_a[0] + batch.n_b[0]) - 4
    p = [two_sided(each, df) for each in t]
    table = pd.DataFrame({"term": TERMS, "estimate": estimate, "se": se, "t": t, "p": p})
    table.attrs["reason"] = reason[0]
    return table


def _lines(batch):
    """Give the four estimates and errors of many series; the model is one line per phase."""
    m, n = batch.n_a.astype(float), batch.n_b.astype(float)
    a, b = fit(batch.a, batch.time_a, m), fit(batch.b, batch.time_b, n)
    begin = len(batch.a) + 1.0
    with np.errstate(divide="ignore", invalid="ignore"):
        at_start = a.mean + a.slope * (1 - a.center)
        step = b.mean + b.slope * (begin - b.center) - a.mean - a.slope * (begin - a.center)
        estimate = np.stack([at_start, a.slope, step, b.slope - a.slope])
        past = 1 / m + (begin - a.center) ** 2 / a.sxx
        parts = np.stack([
            1 / m + (1 - a.center) ** 2 / a.sxx,
            1 / a.sxx,
            past + 1 / n + (begin - b.center) ** 2 / b.sxx,
            1 / a.sxx + 1 / b.sxx,
        ])  # fmt: skip
        rss, size = a.rss + b.rss, np.fmax(np.abs(a.mean), np.abs(b.mean))
        se = np.sqrt(parts * rss / (m + n - 4))
    few = (m < 2) | (n < 2)
    exact = ~few & ((m + n < 5) | (rss <= 1e-20 * (m + n) * (size + np.sqrt(rss)) ** 2))
    reason = np.full(len(m), "", dtype=object)
    reason[exact] = word("series_reasons", "exact_lines")
    reason[few] = word("series_reasons", "few_for_lines")
    estimate = np.where(few, np.nan, estimate)
    return estimate, np.where(few | exact, np.nan, se), np.tile(reason, (len(TERMS), 1))
