"""How far the lines of a form ask for the same thing, and rows without a gap."""

import math
from statistics import variance

from ...errors import WorkbookError
from ...words import word
from ..quantiles import fisher
from ..result import Measure, is_missing, joined, undefined

__all__ = ["cronbach_alpha", "whole_rows"]

MOST = 1e100  # squares of larger numbers cannot be held
SAME = 1e-12  # what rounding leaves where nothing differs, as a share of the spread


def cronbach_alpha(items) -> Measure:
    """Give how far the lines of a form go together: Cronbach's alpha.

    Parameters
    ----------
    items : sequence of sequence, or DataFrame
        One row for each person, one column for each line; None or NaN means left out, and that
        person is left out.

    Returns
    -------
    Measure
        Value at most 1, with Feldt's 95 % interval; the count is the complete rows.

    Notes
    -----
    A high alpha does not show that the lines ask for one thing, nor that they ask for the right
    thing. The interval takes the lines as equally good and the answers as roughly normal; where
    many answers lie at an end of the scale it is only a rough guide.

    References
    ----------
    Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika,
    16, 297-334.

    Feldt, L. S., Woodruff, D. J., and Salih, F. A. (1987). Statistical inference for coefficient
    alpha. Applied Psychological Measurement, 11, 93-103.

    Examples
    --------
    >>> found = cronbach_alpha([[1, 2], [2, 2], [3, 4], [5, 4]])
    >>> round(found.value, 3), found.count
    (0.879, 4)
    """
    whole, n, k, left_out = whole_rows(items)
    unit = word("agreement_units", "alpha")
    totals = [sum(row) for row in whole]
    if n < 2 or k < 2 or not variance(totals):
        reason = word("agreement_reasons", "one_total" if n > 1 and k > 1 else "few_lines")
        return undefined("cronbach_alpha", "all", n, unit, joined(reason, left_out))
    apart = sum(map(variance, zip(*whole, strict=True))) / variance(totals)
    value = k / (k - 1) * (1 - apart)
    rest, df = 1 - value, (n - 1, (n - 1) * (k - 1))
    if rest <= SAME:
        left_out = joined(word("agreement_reasons", "no_rest"), left_out)
        return Measure("cronbach_alpha", "all", value, math.nan, math.nan, n, unit, left_out)
    low, high = (1 - rest * fisher(p, *df) for p in (0.975, 0.025))
    return Measure("cronbach_alpha", "all", value, low, high, n, unit, left_out)


def whole_rows(items) -> tuple[list, int, int, str]:
    """Leave out rows with a gap.

    Parameters
    ----------
    items : iterable of sequence, array or data frame
        One row for each person or unit; None and NaN are gaps.

    Returns
    -------
    tuple of (list, int, int, str)
        The rows, how many, how many columns, and what to say about those left out.

    Raises
    ------
    WorkbookError
        When rows differ in length or hold something that is not a number, or an infinite one.

    Examples
    --------
    >>> whole_rows([(1, 2), (3, None)])[:3]
    ([[1.0, 2.0]], 1, 2)
    """
    try:
        rows = [list(row) for row in (items.to_numpy() if hasattr(items, "to_numpy") else items)]
    except TypeError:
        raise WorkbookError(word("agreement_errors", "no_rows")) from None
    if len({len(row) for row in rows}) > 1:
        raise WorkbookError(word("agreement_errors", "other_lines"))
    try:
        whole = [list(map(_number, row)) for row in rows if not any(map(is_missing, row))]
    except (TypeError, ValueError, OverflowError):
        raise WorkbookError(word("agreement_errors", "no_number")) from None
    if not all(abs(number) <= MOST for row in whole for number in row):
        raise WorkbookError(word("agreement_errors", "no_number"))
    n, k = len(whole), len(rows[0]) if rows else 0
    if n == len(rows):
        return whole, n, k, ""
    return whole, n, k, word("agreement_reasons", "left_out", left=len(rows) - n, all=len(rows))


def _number(given) -> float:
    """Read a number; NumPy would count the nanoseconds of a date."""
    if getattr(getattr(given, "dtype", None), "kind", "") in ("m", "M"):
        raise TypeError
    return float(given)
