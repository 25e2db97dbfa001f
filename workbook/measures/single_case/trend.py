"""Lines through a phase, and two indices that take a baseline trend out."""

from typing import NamedTuple

import numpy as np

from ...words import word
from .estimate import Estimate, settle
from .index import Index, one
from .options import Options, one_of
from .pairs import middle
from .series import Batch, numbers, rounding

__all__ = ["TAU_BC", "TAU_U", "TrendLine", "fit", "tau_bc", "tau_u", "theil_sen", "trend_line"]

SAME = 1e-9  # of the spread: values that tie must still tie after a trend is taken out
LONGEST = 2000  # sessions; a Theil-Sen line looks at every pair of them


class TrendLine(NamedTuple):
    """A straight line through one phase: intercept + slope * session number.

    Parameters
    ----------
    slope, intercept : float
        NaN where there is no line.
    reason : str
        Why there is no line; else empty.

    Examples
    --------
    >>> TrendLine(0.5, 2.0, "").slope
    0.5
    """

    slope: float
    intercept: float
    reason: str


def trend_line(values, *, sessions=None, method="theil-sen") -> TrendLine:
    """Fit a line to one phase.

    Parameters
    ----------
    values : sequence of float
        Outcomes in time order; None or NaN is missing and keeps its session number.
    sessions : sequence of float, optional
        Session numbers; 1, 2, 3 and so on when left out.
    method : str
        ``theil-sen`` (medians; one odd session hardly moves it) or ``least-squares``.

    Returns
    -------
    TrendLine

    References
    ----------
    Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. Journal of
    the American Statistical Association, 63(324), 1379-1389.

    Examples
    --------
    >>> trend_line([2, 3, 5, 3])[:2]
    (0.6666666666666666, 1.5)
    """
    one_of("method", method, ("theil-sen", "least-squares"))
    y = numbers(values, "phase")[:, None]
    t = np.arange(1.0, len(y) + 1) if sessions is None else numbers(sessions, "sessions")
    n = np.count_nonzero(~np.isnan(y), axis=0)
    if len(t) != len(y) or n[0] < 2:
        return TrendLine(np.nan, np.nan, word("series_reasons", "few_for_line"))
    if method == "theil-sen" and len(y) > LONGEST:
        return TrendLine(np.nan, np.nan, _too_long())
    if method == "theil-sen":
        slope, intercept = theil_sen(y, t[:, None], n)
    else:
        line = fit(y, t[:, None], n)
        slope, intercept = line.slope, line.mean - line.slope * line.center
    return TrendLine(float(slope[0]), float(intercept[0]), "")


def tau_bc(a, b, *, improvement="increase", **choices) -> Estimate:
    """Give Tau after the baseline's own trend is taken out of both phases.

    Parameters
    ----------
    a, b, improvement
        As in `nap`; a missing session keeps its number.
    **choices
        ``kendall``: give a rank correlation with the phase in place of 2 NAP - 1;
        ``confidence`` and ``se`` are taken as in `nap`, and change nothing.

    Returns
    -------
    Estimate
        Without an error and an interval; the reason says why. Those that are in use take the
        baseline line as known: without any effect they leave out 0 in 44 to 65 % of series.

    References
    ----------
    Tarlow, K. R. (2017). An improved rank correlation effect size statistic for single-case
    designs: Baseline corrected Tau. Behavior Modification, 41(4), 427-467.

    Examples
    --------
    >>> tau_bc([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value
    -0.5
    """
    options = Options.of(choices, ("confidence", "se", "kendall"))
    return one(TAU_BC, (a, b), improvement, options)


def tau_u(a, b, *, improvement="increase", variant="parker") -> Estimate:
    """Give one of the numbers called Tau-U: A against B less the trend of A.

    Parameters
    ----------
    a, b, improvement
        As in `nap`.
    variant : str
        ``parker`` divides by the pairs between phases, ``complete`` by those within A too.

    Returns
    -------
    Estimate
        Without an error; the reason names the variant.

    References
    ----------
    Parker, R. I., Vannest, K. J., Davis, J. L., and Sauber, S. B. (2011). Combining nonoverlap
    and trend for single-case research: Tau-U. Behavior Therapy, 42(2), 284-299.

    Examples
    --------
    >>> tau_u([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value
    0.65
    """
    return one(TAU_U, (a, b), improvement, Options(variant=variant))


class Line(NamedTuple):
    """Least squares for many phases: means, slope, sums of squares."""

    mean: np.ndarray
    center: np.ndarray
    slope: np.ndarray
    sxx: np.ndarray
    rss: np.ndarray


def fit(y, time, n) -> Line:
    """Fit least-squares lines to the columns of ``y``.

    Parameters
    ----------
    y, time : ndarray, shape (sessions, series)
        Outcomes and session numbers.
    n : ndarray
        Usable sessions.

    Examples
    --------
    >>> fit(np.array([[1.0], [3.0]]), np.array([[1.0], [2.0]]), np.array([2])).slope
    array([2.])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        time = np.where(np.isnan(y), np.nan, time)
        mean, center = np.nansum(y, axis=0) / n, np.nansum(time, axis=0) / n
        t, e = time - center, y - mean
        sxx = np.nansum(t * t, axis=0)
        slope = np.nansum(t * e, axis=0) / sxx
        return Line(mean, center, slope, sxx, np.nansum((e - slope * t) ** 2, axis=0))


def theil_sen(y, time, n):
    """Give Theil-Sen slopes and intercepts of the columns of ``y``.

    Parameters
    ----------
    y, time : ndarray, shape (sessions, series)
        Outcomes and session numbers.
    n : ndarray
        Usable sessions.

    Examples
    --------
    >>> theil_sen(np.array([[1.0], [3.0]]), np.array([[1.0], [2.0]]), np.array([2]))
    (array([2.]), array([-1.]))
    """
    first, second = np.triu_indices(len(y), 1)
    slopes = (y[second] - y[first]) / (time[second] - time[first])
    slope = middle(np.sort(slopes, axis=0), n * (n - 1) // 2)
    return slope, middle(np.sort(y - slope * time, axis=0), n)


def tau_bc_core(batch, options):
    """Tau-BC for many series."""
    blank = [(batch.n_a < 2, word("series_reasons", "short_baseline"))]
    if len(batch.a) > LONGEST:
        nothing = np.full(len(batch), np.nan)
        return settle(batch, nothing, blank=[*blank, (np.isnan(nothing), _too_long())])
    line = theil_sen(batch.a, batch.time_a, batch.n_a)
    slope = np.where(batch.n_a < 2, 0.0, line[0])
    ranks = _ranks(*(np.concatenate(each) for each in (
        (batch.a, batch.b), (batch.time_a, batch.time_b))), slope)  # fmt: skip
    m = len(batch.a)
    level = Batch(ranks[:m], ranks[m:], batch.time_a, batch.time_b, batch.sign)
    value = _rank_correlation(level) if options.kendall else 2 * level.pairs.nap - 1
    return settle(batch, value, blank=blank).noting(word("series_reasons", "no_interval_trend"))


def _ranks(y, time, slope):
    """Rank what is left of the columns of ``y`` over a line; ranks that tie are the same.

    Values count as one where they lie as near as binary rounding and the spread of the data
    allow, so that neither a constant that is added nor another unit changes a rank.
    """
    low, high = (end.reduce(y, axis=0, initial=np.nan) for end in (np.fmin, np.fmax))
    begin = np.fmin.reduce(time, axis=0, initial=np.nan)
    span = np.fmax.reduce(time, axis=0, initial=np.nan) - begin
    near = SAME * (high - low) + (1 + span) * rounding(low, high)
    rest = y - low - slope * (time - begin)
    order = np.argsort(rest, axis=0)
    steps = np.diff(np.take_along_axis(rest, order, axis=0), axis=0) > near
    ranks = np.zeros_like(rest)
    np.put_along_axis(ranks, order[1:], np.cumsum(steps, axis=0), axis=0)
    return np.where(np.isnan(rest), np.nan, ranks)


def _rank_correlation(batch):
    """Kendall's tau-b of the outcome with the phase."""
    m, n = batch.n_a.astype(float), batch.n_b.astype(float)
    ordered = np.sort(np.concatenate([batch.a, batch.b]), axis=0)
    ties, run = np.zeros((2, len(batch)))
    for earlier, later in zip(ordered, ordered[1:], strict=False):
        run = (run + 1) * (earlier == later)
        ties += run
    everything = (m + n) * (m + n - 1) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        return (2 * batch.pairs.nap - 1) * np.sqrt(m * n / np.maximum(1, everything - ties))


def tau_u_core(batch, options):
    """Tau-U for many series."""
    if len(batch.a) > LONGEST:
        nothing = np.full(len(batch), np.nan)
        return settle(batch, nothing, blank=[(np.isnan(nothing), _too_long())])
    m, n = batch.n_a.astype(float), batch.n_b.astype(float)
    divisor = m * n + (m * (m - 1) / 2 if options.variant == "complete" else 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = ((2 * batch.pairs.nap - 1) * m * n - batch.pairs.climb) / divisor
    return settle(batch, value).noting(word("series_reasons", "named", form=options.variant))


def _too_long() -> str:
    return word("series_reasons", "too_long", most=LONGEST)


TAU_BC = Index("tau_bc", tau_bc_core)
TAU_U = Index("tau_u", tau_u_core)
