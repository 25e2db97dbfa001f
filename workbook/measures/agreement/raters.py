"""How far raters agree on amounts: the intraclass correlation."""

import math
from statistics import fmean, variance

from ...errors import WorkbookError
from ...words import word
from ..quantiles import fisher
from ..result import Measure, joined, undefined
from .lines import whole_rows

__all__ = ["icc"]

SAME = 1e-12  # what rounding leaves where nothing differs, as a share of the spread


def icc(ratings, *, form="2,1") -> Measure:
    """Give how far raters agree on amounts: the intraclass correlation, absolute agreement.

    Parameters
    ----------
    ratings : sequence of sequence, or DataFrame
        One row for each unit, one column for each rater; a row with None or NaN is left out.
    form : str
        ``2,1`` for one rater, ``2,k`` for the mean of all; raters stand for raters like them.

    Returns
    -------
    Measure
        Value at most 1, with the 95 % interval; the count is the complete rows.

    References
    ----------
    Shrout, P. E., and Fleiss, J. L. (1979). Intraclass correlations: Uses in assessing rater
    reliability. Psychological Bulletin, 86(2), 420-428.

    Examples
    --------
    >>> round(icc([[1, 2], [3, 3], [5, 6], [8, 7]]).value, 2)
    0.95
    """
    if form not in ("2,1", "2,k"):
        raise WorkbookError(word("agreement_errors", "no_form", form=repr(form)))
    rows, n, k, left_out = whole_rows(ratings)
    unit = word("agreement_units", "icc")
    spread = variance([x for row in rows for x in row]) if n > 1 and k > 1 else 0
    if not spread:
        reason = word("agreement_reasons", "one_rating" if n > 1 and k > 1 else "few_raters")
        return undefined("icc", "all", n, unit, joined(reason, left_out))
    units = k * variance([fmean(row) for row in rows])
    raters = n * variance(list(map(fmean, zip(*rows, strict=True))))
    rest = (spread * (n * k - 1) - units * (n - 1) - raters * (k - 1)) / ((n - 1) * (k - 1))
    rest = rest if rest > SAME * spread else 0.0
    single = (units - rest) / (units + (k - 1) * rest + k * (raters - rest) / n)
    low, high = _icc_ends(single, units, raters, rest, (n, k))
    if math.isnan(low):
        left_out = joined(word("agreement_reasons", "no_rest"), left_out)
    ends = (single, low, high)
    value, low, high = ends if form == "2,1" else (k * x / (1 + (k - 1) * x) for x in ends)
    return Measure("icc", "all", value, low, high, n, unit, left_out)


def _icc_ends(single, units, raters, rest, size) -> tuple[float, float]:
    """Give the ends of the interval for one rater (Shrout and Fleiss 1979, page 424)."""
    n, k = size
    if not rest or single <= -1 / (k - 1):
        return math.nan, math.nan
    part, whole = k * single * raters / rest, n * (1 + (k - 1) * single) - k * single
    df = (part + whole) ** 2 / (part**2 / (k - 1) + whole**2 / ((n - 1) * (k - 1)))
    above, below = fisher(0.975, n - 1, df), fisher(0.975, df, n - 1)
    others = k * raters + (k * n - k - n) * rest
    low = n * (units - above * rest) / (above * others + n * units)
    return low, n * (below * units - rest) / (others + n * below * units)
