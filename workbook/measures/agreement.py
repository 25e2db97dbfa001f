"""How far two people who coded the same lines agree, and lines that ask for the same thing."""

import math
from collections import Counter
from statistics import fmean, variance

from ..errors import WorkbookError
from ..words import word
from .quantiles import fisher
from .result import Measure, Z, is_missing, joined, undefined

__all__ = [
    "LOW_AGREEMENT", "cohen_kappa", "cronbach_alpha", "icc", "percent_agreement", "whole_rows",
]  # fmt: skip

LOW_AGREEMENT = 0.4  # below it, results from the codes are greyed out


def percent_agreement(first, second) -> Measure:
    """Say for what share of the units two coders gave the same code.

    Parameters
    ----------
    first, second : sequence
        The codes, in the same order; None or NaN means not coded, and that unit is left out.

    Returns
    -------
    Measure
        Value 0 to 1, with Wilson's 95 % interval.

    Notes
    -----
    Two people who guess agree too, so read it next to `cohen_kappa`.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    Journal of the American Statistical Association, 22(158), 209-212.

    Examples
    --------
    >>> percent_agreement(["asks", "tells", "asks"], ["asks", "tells", "tells"]).count
    3
    """
    pairs = _pairs(first, second)
    n, unit = len(pairs), word("agreement_units", "percent")
    if not n:
        reason = word("agreement_reasons", "no_unit")
        return undefined("percent_agreement", "all", 0, unit, reason)
    share = sum(a == b for a, b in pairs) / n
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Measure("percent_agreement", "all", share, low, high, n, unit, "")


def cohen_kappa(first, second) -> Measure:
    """Give the agreement of two coders beyond what chance would give: Cohen's kappa.

    Parameters
    ----------
    first, second : sequence
        The codes, in the same order; None or NaN means not coded, and that unit is left out.

    Returns
    -------
    Measure
        Value at most 1; 0 is what chance gives. The 95 % interval uses the large-sample error.
        Below 0.4 the reason asks not to show results from these codes.

    Notes
    -----
    Not for scales with an order, where a near miss counts less than a far one, and not for fewer
    than about 30 units: there the interval is only a rough guide. With full agreement the formula
    has no width, so no interval is given.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement, 20(1), 37-46.

    Fleiss, J. L., Cohen, J., and Everitt, B. S. (1969). Large sample standard errors of kappa and
    weighted kappa. Psychological Bulletin, 72(5), 323-327.

    Examples
    --------
    >>> one = ["asks"] * 5 + ["tells"] * 5
    >>> other = ["asks"] * 4 + ["tells"] * 6
    >>> round(cohen_kappa(one, other).value, 2)
    0.8
    """
    pairs = _pairs(first, second)
    n, unit = len(pairs), word("agreement_units", "kappa")
    rows, columns = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(rows[code] * columns[code] for code in rows) / (n * n) if n else 1.0
    if n < 2 or chance == 1:
        reason = word("agreement_reasons", "one_code" if n > 1 else "few_units")
        return undefined("cohen_kappa", "all", n, unit, reason)
    observed = sum(a == b for a, b in pairs) / n
    value = (observed - chance) / (1 - chance)
    error = _kappa_error(pairs, rows, columns, observed, chance)
    low, high = (value - Z * error, min(1.0, value + Z * error)) if error else (math.nan, math.nan)
    return Measure("cohen_kappa", "all", value, low, high, n, unit, _caution(value, error))


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
    low, high = (1 - rest * fisher(p, *df) for p in (0.975, 0.025))
    return Measure("cronbach_alpha", "all", value, low, high, n, unit, left_out)


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
    rest = rest if rest > 1e-12 * spread else 0.0
    single = (units - rest) / (units + (k - 1) * rest + k * (raters - rest) / n)
    low, high = _icc_ends(single, units, raters, rest, (n, k))
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
        When rows differ in length or hold something that is not a number.

    Examples
    --------
    >>> whole_rows([(1, 2), (3, None)])[:3]
    ([[1.0, 2.0]], 1, 2)
    """
    rows = [list(row) for row in (items.to_numpy() if hasattr(items, "to_numpy") else items)]
    if len({len(row) for row in rows}) > 1:
        raise WorkbookError(word("agreement_errors", "other_lines"))
    try:
        whole = [list(map(float, row)) for row in rows if not any(map(is_missing, row))]
    except (TypeError, ValueError):
        raise WorkbookError(word("agreement_errors", "no_number")) from None
    n, k = len(whole), len(rows[0]) if rows else 0
    if n == len(rows):
        return whole, n, k, ""
    return whole, n, k, word("agreement_reasons", "left_out", left=len(rows) - n, all=len(rows))


def _kappa_error(pairs, rows, columns, observed, chance) -> float:
    """Give the large-sample standard error (Fleiss, Cohen and Everitt 1969, unit weights)."""
    n = len(pairs)
    kappa = (observed - chance) / (1 - chance)
    same = other = 0.0
    for (a, b), times in Counter(pairs).items():
        if a == b:
            same += times / n * (1 - (rows[a] + columns[a]) / n * (1 - kappa)) ** 2
        else:
            other += times / n * ((columns[a] + rows[b]) / n) ** 2
    spread = same + (1 - kappa) ** 2 * other - (kappa - chance * (1 - kappa)) ** 2
    return math.sqrt(max(0.0, spread) / n) / (1 - chance) if kappa < 1 else 0.0


def _caution(value: float, error: float) -> str:
    if value < LOW_AGREEMENT:
        return word("agreement_reasons", "too_little", value=value, least=LOW_AGREEMENT)
    return "" if error else word("agreement_reasons", "full")


def _pairs(first, second) -> list[tuple]:
    first, second = list(first), list(second)
    if len(first) != len(second):
        sizes = {"first": len(first), "second": len(second)}
        raise WorkbookError(word("agreement_errors", "lengths", **sizes))
    return [pair for pair in zip(first, second, strict=True) if not any(map(is_missing, pair))]
