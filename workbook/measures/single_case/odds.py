"""Two indices that need a warning: log odds ratio and log ratio of medians."""

import math
from statistics import NormalDist

import numpy as np

from ...words import word
from .estimate import Estimate, settle, wald
from .index import Index, one
from .levels import RATIO, TOPS, ratio_parts
from .options import Options
from .pairs import middle

__all__ = ["LOR", "LRM", "lor", "lrm"]

MANY = 2000  # above it the normal curve stands in for the binomial one


def lor(a, b, *, improvement="increase", scale, **choices) -> Estimate:
    """Give the log odds ratio of proportions or percentages.

    Parameters
    ----------
    a, b, improvement
        As in `nap`.
    scale : str
        ``proportion`` or ``percentage``; other scales have no odds.
    **choices
        ``intervals``, ``corrected`` and ``confidence``, as in `lrr`.

    Returns
    -------
    Estimate
        Above 0 where the level moved toward improvement.

    References
    ----------
    Pustejovsky, J. E. (2015). Measurement-comparable effect sizes for single-case studies of
    free-operant behavior. Psychological Methods, 20(3), 342-359.

    Examples
    --------
    >>> found = lor([20, 30, 40], [60, 70, 80], improvement="increase", scale="percentage")
    >>> round(found.value, 2)
    1.66
    """
    return one(LOR, (a, b), improvement, Options.of({**choices, "scale": scale}, RATIO))


def lrm(a, b, *, improvement="increase", confidence=0.95) -> Estimate:
    """Give the log ratio of medians.

    Parameters
    ----------
    a, b, improvement, confidence
        As in `nap`; outcomes must be above 0.

    Returns
    -------
    Estimate
        Above 0 where the median moved toward improvement.

    References
    ----------
    Bonett, D. G., and Price, R. M. (2020). Confidence intervals for ratios of means and medians.
    Journal of Educational and Behavioral Statistics, 45(6), 750-770.

    Examples
    --------
    >>> round(lrm([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value, 3)
    0.511
    """
    return one(LRM, (a, b), improvement, Options(confidence=confidence))


def lor_core(batch, options):
    """Log odds ratio for many series."""
    top = TOPS.get(options.scale)
    if top is None:
        never = np.ones(len(batch), dtype=bool)
        reason = word("series_reasons", "no_odds")
        return settle(batch, np.full(len(batch), np.nan), blank=[(never, reason)])
    *parts, blank = ratio_parts(batch, options, ceiling=True)
    mean_a, mean_b = parts[0] / top, parts[2] / top
    whole = ((mean_a >= 1) | (mean_b >= 1), word("series_reasons", "at_the_top"))
    alone = ((batch.n_a < 2) | (batch.n_b < 2), word("series_reasons", "single"))
    with np.errstate(divide="ignore", invalid="ignore"):
        logit_a, error_a = _logit(mean_a, parts[1] / top**2, batch.n_a, options.corrected)
        logit_b, error_b = _logit(mean_b, parts[3] / top**2, batch.n_b, options.corrected)
    blank = [*blank, whole, alone] if options.corrected else [*blank, whole]
    value, error = batch.sign * (logit_b - logit_a), np.sqrt(error_a + error_b)
    spread = wald(value, error, options)
    found = settle(batch, value, spread, blank=blank, unsure=[alone])
    return found.noting(word("series_reasons", "odds_with_care"))


def _logit(mean, variance, n, corrected):
    odds = mean * (1 - mean)
    spread = variance / (n * odds**2)
    slip = (2 * mean - 1) * spread / 2 if corrected else 0.0
    return np.log(mean) - np.log1p(-mean) - slip, spread


def lrm_core(batch, options):
    """Log ratio of medians for many series."""
    found = []
    with np.errstate(divide="ignore", invalid="ignore"):
        for y, n in ((batch.a, batch.n_a), (batch.b, batch.n_b)):
            ordered = np.sort(y, axis=0)
            found += [np.log(middle(ordered, n)), _median_error(ordered, n)]
    log_a, error_a, log_b, error_b = found
    with np.errstate(invalid="ignore"):
        value, error = batch.sign * (log_b - log_a), np.hypot(error_a, error_b)
    blank = [(~np.isfinite(value), word("series_reasons", "median_0"))]
    unsure = [
        ((batch.n_a < 2) | (batch.n_b < 2), word("series_reasons", "single")),
        (~np.isfinite(error), word("series_reasons", "value_0")),
    ]
    spread = wald(value, error, options)
    found = settle(batch, value, spread, blank=blank, unsure=unsure)
    return found.noting(word("series_reasons", "medians_with_care"))


def _median_error(ordered, n):
    """Give the error of log medians from two order statistics."""
    if not len(ordered):
        return np.full(len(n), np.nan)
    sizes, place = np.unique(n, return_inverse=True)
    low = np.array([max(1, round(size / 2 - math.sqrt(size))) for size in sizes.tolist()])
    width = np.array([_points(size, o) for size, o in zip(sizes.tolist(), low, strict=True)])
    first, last = low[place] - 1, np.maximum(n - low[place], 0)
    ends = np.take_along_axis(ordered, np.stack([first, last]), axis=0)
    return (np.log(ends[1]) - np.log(ends[0])) / width[place]


def _points(size: int, o: int) -> float:
    """Give twice the normal point that the order statistics stand for; NaN for one value."""
    if size < 2:
        return math.nan
    if size > MANY:
        return 4 * (size / 2 - o + 0.5) / math.sqrt(size)
    below = sum(math.comb(size, i) for i in range(o)) / 2**size
    return 2 * NormalDist().inv_cdf(1 - below)


LOR = Index("lor", lor_core)
LRM = Index("lrm", lrm_core)
