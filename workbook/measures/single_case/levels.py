"""How far the level moved: SMD, log response ratio, percent change and PoGO."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ...errors import WorkbookError
from ...words import word
from .estimate import Estimate, settle, wald, welch
from .index import Index, one
from .options import Options
from .series import rounding

__all__ = [
    "LRR", "PERCENT_CHANGE", "POGO", "RATIO", "SMD", "lrr", "percent_change", "pogo",
    "ratio_parts", "smd",
]  # fmt: skip

TOPS = {"proportion": 1.0, "percentage": 100.0}
RATIO = (
    "scale", "form", "observation_length", "intervals", "confidence", "corrected", "interval",
)  # fmt: skip
# How many sessions the shorter phase has at most, and in what percent of simulated series the
# normal interval for 95 % held the true value (docs/coverage.md).
SMD_HELD = ((4, "53 to 93"), (7, "81 to 96"), (15, "89 to 96"))
POOLED_HELD = ((4, "89 to 93"), (7, "91 to 95"))
LRR_HELD = ((4, "88 to 89"), (7, "91 to 92"), (9, "93 to 94"))


def smd(a, b, *, improvement="increase", std="baseline", **choices) -> Estimate:
    """Give the change of the mean in standard deviations: the standardized mean difference.

    Parameters
    ----------
    a, b, improvement
        As in `nap`.
    std : str
        Divide by the ``baseline`` deviation or by the ``pooled`` one.
    **choices
        ``confidence`` as in `nap`; ``corrected``: use Hedges' correction for few sessions;
        ``interval``: ``normal`` as reference programs have it, too narrow for few sessions (then
        the reason says how far), or ``t``, which holds there.

    Returns
    -------
    Estimate
        Above 0 where the level moved toward improvement.

    References
    ----------
    Gingerich, W. J. (1984). Meta-analysis of applied time-series data. Journal of Applied
    Behavioral Science, 20(1), 71-79.

    Pustejovsky, J. E. (2018). Using response ratios for meta-analyzing single-case designs with
    behavioral outcomes. Journal of School Psychology, 68, 99-112.

    Examples
    --------
    >>> round(smd([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value, 3)
    1.243
    """
    options = Options.of({**choices, "std": std}, ("std", "confidence", "corrected", "interval"))
    return one(SMD, (a, b), improvement, options)


def lrr(a, b, *, improvement="increase", scale="other", **choices) -> Estimate:
    """Give the log response ratio: the natural logarithm of how many times the mean changed.

    Parameters
    ----------
    a, b, improvement
        As in `nap`; outcomes must not be below 0.
    scale : str
        What was counted: ``count``, ``rate``, ``proportion``, ``percentage`` or ``other``.
    **choices
        ``confidence``, ``observation_length`` or ``intervals`` (what one session can show at
        least), ``corrected`` (small-sample correction), ``interval`` as in `smd`, and ``form``:
        ``increasing``
        or ``decreasing``. Without a form it follows the improvement, so the sign says whether
        the values rose. In the other form percentages are turned around (what is left to 100),
        and any other scale changes its sign.

    Returns
    -------
    Estimate
        0 is no change; see `percent_change`.

    References
    ----------
    Pustejovsky, J. E. (2015). Measurement-comparable effect sizes for single-case studies of
    free-operant behavior. Psychological Methods, 20(3), 342-359.

    Pustejovsky, J. E. (2018). Using response ratios for meta-analyzing single-case designs with
    behavioral outcomes. Journal of School Psychology, 68, 99-112.

    Examples
    --------
    >>> round(lrr([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase", scale="count").value, 3)
    0.493
    """
    return one(LRR, (a, b), improvement, Options.of({**choices, "scale": scale}, RATIO))


def percent_change(a, b, *, improvement="increase", scale="other", **choices) -> Estimate:
    """Give the log response ratio as a percent change of the mean.

    Parameters
    ----------
    a, b, improvement, scale, **choices
        As in `lrr`. With a ``form`` percentages are turned around; nothing else is, so that a
        halving is always -50.

    Returns
    -------
    Estimate
        100 means twice as much, -50 half as much; the interval is not symmetric.

    Examples
    --------
    >>> round(percent_change([4, 6, 5], [9, 11, 10], improvement="increase").value)
    99
    """
    options = Options.of({**choices, "scale": scale}, RATIO)
    return one(PERCENT_CHANGE, (a, b), improvement, options)


def pogo(a, b, *, goal, confidence=0.95) -> Estimate:
    """Give PoGO: how much of the way from the baseline mean to the goal was gone, in percent.

    Parameters
    ----------
    a, b, confidence
        As in `nap`.
    goal : float
        What the person wants to reach; it also says which way is better.

    Returns
    -------
    Estimate
        0 is no change, 100 the goal. The error is that of a ratio (delta method) in which the
        baseline mean stands above and below the line; the interval takes Student's t with the
        degrees of freedom of Welch and Satterthwaite.

    References
    ----------
    Ferron, J., Goldstein, H., Olszewski, A., and Rohrer, L. (2020). Indexing effects in
    single-case experimental designs by estimating the percent of goal obtained. Evidence-Based
    Communication Assessment and Intervention, 14(1-2), 6-27.

    Examples
    --------
    >>> pogo([2, 3, 5, 2], [4, 5, 5, 6], goal=7).value
    50.0
    """
    options = Options(confidence=confidence, goal=goal)
    return one(POGO, (a, b), "increase", options)


def smd_core(batch, options):
    """SMD for many series."""
    m, n = batch.n_a.astype(float), batch.n_b.astype(float)
    mean_a, var_a, mean_b, var_b = batch.moments
    baseline = options.std == "baseline"
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = np.nansum([(m - 1) * var_a, (n - 1) * var_b], axis=0) / (m + n - 2)
        variance, df = (var_a, m - 1) if baseline else (pooled, m + n - 2)
        j = 1 - 3 / (4 * df - 1) if options.corrected else np.ones(len(batch))
        value = j * (mean_b - mean_a) / np.sqrt(variance) * batch.sign
        ratio = var_b / (n * var_a) if baseline else 1 / n
        error = j * np.sqrt(1 / m + ratio + value**2 / (2 * df))
    single = word("series_reasons", "single")
    flat = word("series_reasons", "flat_baseline" if baseline else "flat_phases")
    blank, unsure = [(df < 1, single), (variance == 0, flat)], [((n < 2) & baseline, single)]
    unsure.append((j == 0, word("series_reasons", "canceled")))
    spread = wald(value, error, options, df if options.interval == "t" else None)
    found = settle(batch, value, spread, blank=blank, unsure=unsure)
    return _narrow(found, SMD_HELD if baseline else POOLED_HELD, batch, options)


def lrr_core(batch, options):
    """Log response ratio for many series."""
    turned = np.zeros(len(batch), dtype=bool)
    if options.form:
        turned = batch.sign != (1 if options.form == "increasing" else -1)
    top = TOPS.get(options.scale)
    mean_a, var_a, mean_b, var_b, blank = ratio_parts(batch, options, turned if top else None)
    m, n = batch.n_a, batch.n_b
    with np.errstate(divide="ignore", invalid="ignore"):
        value, slip = np.log(mean_b) - np.log(mean_a), 0.0
        parts = var_b / (n * mean_b**2), var_a / (m * mean_a**2)
        if options.corrected:
            slip = (parts[0] - parts[1]) / 2
        value, error = value + slip, np.sqrt(sum(parts))
    if not top:
        value = np.where(turned, -value, value)
    alone = ((m < 2) | (n < 2), word("series_reasons", "single"))
    blank = [*blank, alone] if options.corrected else blank
    df = welch(parts, (n, m)) if options.interval == "t" else None
    found = settle(batch, value, wald(value, error, options, df), blank=blank, unsure=[alone])
    return _narrow(found, LRR_HELD, batch, options)


def _narrow(found, held, batch, options):
    """Say how often the interval of the normal curve held the true value, where too seldom."""
    fewest = np.minimum(batch.n_a, batch.n_b)
    for most, share in held if options.interval == "normal" else ():
        note = word("series_reasons", "narrow", share=share)
        found.noting(note, (fewest <= most) & ~np.isnan(found.low))
    return found


def percent_core(batch, options):
    """Percent change for many series."""
    if options.scale not in TOPS:
        options = replace(options, form=None)
    *figures, reason = lrr_core(batch, options)
    value, se, low, high = (100 * np.expm1(column) for column in figures)
    return settle(batch, value, (np.full_like(se, np.nan), low, high))._replace(reason=reason)


def pogo_core(batch, options):
    """PoGO for many series; ``batch.goal`` holds the goals of many cases."""
    m, n = batch.n_a, batch.n_b
    goal = getattr(batch, "goal", options.goal)
    if goal is None or isinstance(goal, Mapping):
        raise WorkbookError(word("option_errors", "no_goal"))
    mean_a, var_a, mean_b, var_b = batch.moments
    way = goal - mean_a
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (mean_b - mean_a) / way
        parts = var_b / n, (1 - share) ** 2 * var_a / m
        error = 100 * np.sqrt(sum(parts)) / np.abs(way)
    near = rounding(goal, mean_a)
    blank = [(np.abs(way) <= near, word("series_reasons", "at_the_goal"))]
    if np.ndim(goal):
        blank.insert(0, (np.isnan(goal), word("series_reasons", "no_goal")))
    unsure = [((m < 2) | (n < 2), word("series_reasons", "single"))]
    spread = wald(100 * share, error, options, welch(parts, (n, m)))
    return settle(batch, 100 * share, spread, blank=blank, unsure=unsure)


def ratio_parts(batch, options, turned=None, ceiling=False):
    """Give means and variances, not below what a session can show, and where there is no ratio.

    Parameters
    ----------
    batch : Batch
        The series.
    options : Options
        Scale and observation.
    turned : ndarray of bool, optional
        Where percentages are turned around.
    ceiling : bool
        Hold the mean off the top of the scale too.

    Returns
    -------
    tuple
        Mean A, variance A, mean B, variance B, and masks with their reason.

    Examples
    --------
    >>> from .series import Batch
    >>> ratio_parts(Batch.of_pair([0, 0], [1, 3], "increase"), Options(scale="count"))[:3:2]
    (array([0.25]), array([2.]))
    """
    top = TOPS.get(options.scale, math.inf)
    found, outside = [], np.zeros(len(batch), dtype=bool)
    for y, n, place in ((batch.a, batch.n_a, 0), (batch.b, batch.n_b, 2)):
        mean, var = batch.moments[place : place + 2]
        outside |= np.any((y < 0) | (y > top), axis=0)
        mean = mean if turned is None else np.where(turned, top - mean, mean)
        if options.length:
            with np.errstate(divide="ignore"):
                least = 1 / (2 * options.length * n)
                var = np.maximum(var, 1 / (options.length**2 * np.power(n, 3.0)))
            mean = np.maximum(mean, least)
            mean = np.minimum(mean, top - least) if ceiling else mean
        found += [mean, var]
    name = "outside" if top < math.inf else "below_0"
    zero = (found[0] <= 0) | (found[2] <= 0)
    tiny = (found[0] ** 2 == 0) | (found[2] ** 2 == 0)  # a square is rounded to nothing
    masks = {word("series_reasons", name, top=top): outside, word("series_reasons", "zero"): zero,
             word("series_reasons", "tiny"): tiny}  # fmt: skip
    return *found, [(mask, reason) for reason, mask in masks.items()]


SMD = Index("smd", smd_core)
LRR = Index("lrr", lrr_core)
PERCENT_CHANGE = Index("percent_change", percent_core)
POGO = Index("pogo", pogo_core)
