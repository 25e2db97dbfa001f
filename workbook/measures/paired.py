"""How large a change between two forms of the same people is, with its interval."""

import math
from statistics import fmean, variance

from ..errors import WorkbookError
from ..words import word
from .agreement import whole_rows
from .result import Measure, Z, undefined

__all__ = ["paired_effect_size"]


def paired_effect_size(before, after) -> Measure:
    """Give the mean change in standard deviations, for people who filled in both forms.

    Parameters
    ----------
    before, after : sequence of float
        One number for each person, in the same order; None or NaN leaves the pair out.

    Returns
    -------
    Measure
        The estimate corrected for small samples, with Bonett's 95 % interval (around the
        uncorrected one). The count is the pairs.

    References
    ----------
    Bonett, D. G. (2008). Confidence intervals for standardized linear contrasts of means.
    Psychological Methods, 13(2), 99-109.

    Bonett, D. G. (2015). Interval estimation of standardized mean differences in paired-samples
    designs. Journal of Educational and Behavioral Statistics, 40(4), 366-376.

    Examples
    --------
    >>> found = paired_effect_size([2, 3, 3, 4, 2], [3, 3, 5, 5, 3])
    >>> round(found.value, 2), found.count
    (0.89, 5)
    """
    try:
        before, after = list(before), list(after)
    except TypeError:
        before, after = [], [None]  # no list at all
    if len(before) != len(after):
        raise WorkbookError(word("paired_errors", "lengths"))
    pairs, n, _, _ = whole_rows(zip(before, after, strict=True))
    unit = word("paired_reasons", "unit")
    if n < 3:
        return undefined("paired_effect_size", "all", n, unit, word("paired_reasons", "few"))
    first, last = zip(*pairs, strict=True)
    v1, v2, change = variance(first), variance(last), [y - x for x, y in pairs]
    if not v1 + v2:
        return undefined("paired_effect_size", "all", n, unit, word("paired_reasons", "alike"))
    spread, apart = (v1 + v2) / 2, variance(change)
    shared = (v1 + v2 - apart) / 2  # the covariance
    d, df = fmean(change) / math.sqrt(spread), n - 1
    error = d * d * (v1**2 + v2**2 + 2 * shared**2) / (8 * df * spread**2) + apart / (df * spread)
    if error <= 1e-24:
        reason = word("paired_reasons", "same_change")
        value = d * math.sqrt((n - 2) / df)
        return Measure("paired_effect_size", "all", value, math.nan, math.nan, n, unit, reason)
    half = Z * math.sqrt(error)
    value = d * math.sqrt((n - 2) / df)
    return Measure("paired_effect_size", "all", value, d - half, d + half, n, unit, "")
