"""Agreement beyond chance that a rare code does not spoil: Gwet's AC1."""

import math
from collections import Counter
from statistics import fmean

from ...errors import WorkbookError
from ...words import word
from ..quantiles import student
from ..result import Measure, undefined
from .units import units

__all__ = ["gwet_ac1"]


def gwet_ac1(*coders, codes=()) -> Measure:
    """Give the agreement of two or more coders beyond chance: Gwet's AC1.

    Parameters
    ----------
    *coders : sequence
        The codes of each, in the same order of units; None or NaN means not coded.
    codes : sequence, optional
        All codes that could be given; those that were given when left out.

    Returns
    -------
    Measure
        Value at most 1, with its 95 % interval (Student's t); the count is the units that two or
        more coded.

    Notes
    -----
    Where nearly all units have one code, kappa falls to 0 however well people agree; AC1 does
    not. It takes chance as what two people would do who guess on some units only.

    References
    ----------
    Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high
    agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29-48.

    Examples
    --------
    >>> found = gwet_ac1("aaaaaaaaab", "aaaaaaaaba")
    >>> round(found.value, 2), found.count
    (0.76, 10)
    """
    rows = [Counter(c for c in unit if c is not None) for unit in units(*coders)]
    rows = [row for row in rows if row]
    n, unit = sum(row.total() > 1 for row in rows), word("agreement_units", "ac1")
    known = set(codes).union(*rows)
    if codes and len(known) > len(set(codes)):
        raise WorkbookError(word("agreement_errors", "other_code"))
    if n < 2 or len(known) < 2:
        reason = word("agreement_reasons", "one_code" if n > 1 else "few_units")
        return undefined("gwet_ac1", "all", n, unit, reason)
    common = {code: fmean(row[code] / row.total() for row in rows) for code in known}
    chance = sum(share * (1 - share) for share in common.values()) / (len(known) - 1)
    alike = fmean(_alike(row) for row in rows if row.total() > 1)
    value = (alike - chance) / (1 - chance)
    error = math.sqrt(_variance(rows, common, (value, chance, n)))
    if alike == 1:
        return _full(value, chance, n, unit)
    half = student(0.975, len(rows) - 1) * error
    return Measure("gwet_ac1", "all", value, value - half, min(1.0, value + half), n, unit, "")


def _alike(row: Counter) -> float:
    """Give the share of pairs of coders of one unit who gave the same code."""
    return sum(k * (k - 1) for k in row.values()) / (row.total() * (row.total() - 1))


def _variance(rows, common, found) -> float:
    """Give the variance over units (Gwet 2008, for units as a sample of many)."""
    value, chance, n = found
    total = 0.0
    for row in rows:
        own = len(rows) / n * (_alike(row) - chance) / (1 - chance) if row.total() > 1 else 0.0
        guess = sum(k / row.total() * (1 - common[code]) for code, k in row.items())
        guess /= len(common) - 1
        own -= 2 * (1 - value) * (guess - chance) / (1 - chance)
        total += (own - value) ** 2
    return total / (len(rows) * (len(rows) - 1))


def _full(value: float, chance: float, n: int, unit) -> Measure:
    """Give full agreement the lower end that the share of units alike has."""
    from .coders import wilson

    low = (wilson(1.0, n)[0] - chance) / (1 - chance)
    return Measure("gwet_ac1", "all", value, low, 1.0, n, unit, word("agreement_reasons", "full"))
