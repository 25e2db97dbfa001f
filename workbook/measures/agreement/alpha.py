"""Agreement of any number of coders, on codes, ranks or amounts: Krippendorff's alpha."""

import math
from collections import Counter

from ...errors import WorkbookError
from ...words import word
from ..result import Measure, undefined
from .coders import rough
from .units import units

__all__ = ["krippendorff_alpha"]

LEVELS = ("nominal", "ordinal", "interval", "ratio")
FEWEST = 2  # units


def krippendorff_alpha(*coders, level="nominal", resamples=2000, seed=0) -> Measure:
    """Give the agreement of two or more coders beyond chance: Krippendorff's alpha.

    Parameters
    ----------
    *coders : sequence
        The codes of each, in the same order of units; None or NaN means not coded.
    level : str
        What the codes are: ``nominal`` (names), ``ordinal`` (ranks), ``interval`` or ``ratio``
        (amounts). All but names need numbers.
    resamples : int
        For the 95 % interval, from units drawn again; 0 for none.
    seed : int
        For the drawing.

    Returns
    -------
    Measure
        Value at most 1; 0 is what chance gives. The count is the units that two or more coded.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of
    Pennsylvania.

    Zapf, A., Castell, S., Morawietz, L., and Karch, A. (2016). Measuring inter-rater reliability
    for nominal data: which coefficients and confidence intervals are appropriate? BMC Medical
    Research Methodology, 16, 93.

    Examples
    --------
    >>> found = krippendorff_alpha([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
    >>> round(found.value, 3)
    0.095
    """
    if level not in LEVELS:
        known = {"what": "level", "given": repr(level), "known": ", ".join(LEVELS)}
        raise WorkbookError(word("option_errors", "unknown", **known))
    if not isinstance(resamples, int) or not isinstance(seed, int) or min(resamples, seed) < 0:
        raise WorkbookError(word("agreement_errors", "resamples"))
    rows = [[c for c in unit if c is not None] for unit in units(*coders)]
    rows = [row for row in rows if len(row) > 1]
    n, unit = len(rows), word("agreement_units", "krippendorff")
    given = Counter(code for row in rows for code in row)
    if n < FEWEST or len(given) < 2:
        few = word("agreement_reasons", "one_code" if n >= FEWEST else "few_units")
        return undefined("krippendorff_alpha", "all", n, unit, few)
    values = _ordered(given, level)
    counts, observed = _counted(rows, values, _apart(values, given, level))
    apart = _apart(values, given, level)
    value = float(1 - _ratio(observed.sum(), counts.sum(axis=0), apart))
    low, high = _ends(counts, observed, apart, (resamples, seed))
    if low < high or not resamples:
        return Measure("krippendorff_alpha", "all", value, low, high, n, unit, rough(rows))
    low, reason = math.nan, word("agreement_reasons", "no_rest")
    return Measure("krippendorff_alpha", "all", value, low, low, n, unit, reason)


def _ordered(given, level) -> list:
    """Put the codes in order; amounts need numbers."""
    if level == "nominal":
        return list(given)
    try:
        numbers = {code: float(code) for code in given if not isinstance(code, str)}
    except (TypeError, ValueError, OverflowError):
        numbers = {}
    if len(numbers) < len(given) or not all(map(math.isfinite, numbers.values())):
        raise WorkbookError(word("agreement_errors", "no_amount", level=level))
    return sorted(given, key=numbers.__getitem__)


def _apart(values, given, level):
    """Give how far each two codes lie apart, squared."""
    import numpy as np

    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":
        counts = np.array([given[code] for code in values], dtype=float)
        middle = np.cumsum(counts) - counts / 2  # the mean rank of each
        return (middle[:, None] - middle) ** 2
    amounts = np.array([float(code) for code in values])
    apart = (amounts[:, None] - amounts) ** 2
    if level == "interval":
        return apart
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(apart > 0, apart / (amounts[:, None] + amounts) ** 2, 0.0)


def _counted(rows, values, apart):
    """Count the codes of each unit, and how far its coders lie apart."""
    import numpy as np

    place = {code: at for at, code in enumerate(values)}
    counts = np.zeros((len(rows), len(values)))
    for at, row in enumerate(rows):
        for code in row:
            counts[at, place[code]] += 1
    pairs = np.einsum("ui,ij,uj->u", counts, apart, counts)
    return counts, pairs / (counts.sum(axis=1) - 1)


def _ratio(observed, totals, apart):
    """Give observed over expected distance, for one set of units or for many."""
    import numpy as np

    n = totals.sum(axis=-1)
    expected = np.einsum("...i,ij,...j->...", totals, apart, totals) / (n - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return observed / expected


def _ends(counts, observed, apart, drawing):
    """Draw units again, and give the middle 95 % of what comes."""
    import numpy as np

    resamples, seed = drawing
    if not resamples:
        return math.nan, math.nan
    drawn = np.random.default_rng(seed).multinomial(
        len(counts), np.full(len(counts), 1 / len(counts)), size=resamples
    )
    found = 1 - _ratio(drawn @ observed, drawn @ counts, apart)
    found = found[np.isfinite(found)]
    return tuple(map(float, np.quantile(found, [0.025, 0.975]))) if len(found) else (0.0, 0.0)
