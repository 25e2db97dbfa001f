"""How far two people who coded the same lines agree: the share of units, and Cohen's kappa."""

import math
from collections import Counter
from collections.abc import Callable, Mapping

from ...errors import WorkbookError
from ...words import word
from ..result import Measure, Z, undefined
from .ac1 import gwet_ac1
from .units import units

__all__ = ["LOW_AGREEMENT", "cohen_kappa", "percent_agreement", "rough", "wilson"]

LOW_AGREEMENT = 0.4  # below it, results from the codes are greyed out
OTHERS, MOSTLY = 8, 0.8  # units with a rarer code; share of the most frequent one
RARE = 0.6  # AC1 from which on a low kappa comes of a rare code and not of the coders


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
    Two people who guess agree too, so read it next to `cohen_kappa` and `gwet_ac1`.

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
    return Measure("percent_agreement", "all", share, *wilson(share, n), n, unit, "")


def wilson(share: float, n: int) -> tuple[float, float]:
    """Give Wilson's 95 % interval of a share.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    n : int
        Of how many.

    Examples
    --------
    >>> [round(end, 3) for end in wilson(1.0, 15)]
    [0.796, 1.0]
    """
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def cohen_kappa(first, second, *, weights=None, order=()) -> Measure:
    """Give the agreement of two coders beyond what chance would give: Cohen's kappa.

    Parameters
    ----------
    first, second : sequence
        The codes, in the same order; None or NaN means not coded, and that unit is left out.
    weights : str or mapping, optional
        For scales with an order, where a near miss counts less than a far one: ``linear`` or
        ``quadratic``, or a mapping from pairs of codes to how far they lie apart.
    order : sequence, optional
        The codes from one end of the scale to the other; numbers need none.

    Returns
    -------
    Measure
        Value at most 1; 0 is what chance gives. The 95 % interval uses the large-sample error;
        with full agreement, where that has no width, its lower end is that of the share of units
        alike. Below 0.4 the reason asks not to show results from these codes, or says that a
        rare code makes kappa low however well people agree.

    Notes
    -----
    Not for fewer than about 30 units: there the interval is only a rough guide. Read it next to
    `percent_agreement` and `gwet_ac1`.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement, 20(1), 37-46.

    Cohen, J. (1968). Weighted kappa: Nominal scale agreement with provision for scaled
    disagreement or partial credit. Psychological Bulletin, 70(4), 213-220.

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
    near = _nearness(weights, order, pairs)
    rows, columns = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(
        rows[a] * columns[b] * near(a, b) for a in rows for b in columns
    ) / (n * n) if n else 1.0  # fmt: skip
    if n < 2 or chance > 1 - 1e-12:
        reason = word("agreement_reasons", "one_code" if n > 1 else "few_units")
        return undefined("cohen_kappa", "all", n, unit, reason)
    observed = sum(near(a, b) for a, b in pairs) / n
    value = (observed - chance) / (1 - chance)
    error = 0.0
    if any(a != b for a, b in pairs):
        error = _kappa_error(pairs, near, (rows, columns), (value, chance))
    low, high = value - Z * error, min(1.0, value + Z * error)
    if not error:
        low = (wilson(1.0, n)[0] - chance) / (1 - chance) if value == 1 else math.nan
        high = 1.0 if value == 1 else math.nan
    return Measure("cohen_kappa", "all", value, low, high, n, unit, _caution(value, error, pairs))


def rough(pairs) -> str:
    """Say that an interval is a rough guide where few units have any code but one.

    Parameters
    ----------
    pairs : sequence of sequence
        The codes of each unit.

    Examples
    --------
    >>> rough(["aa"] * 5 + ["bb"] * 5)
    ''
    """
    codes = [code for unit in pairs for code in unit if code is not None]
    most = Counter(codes).most_common(1)[0][1] if codes else 0
    others = (len(codes) - most) * len(pairs) / max(1, len(codes))
    if others >= OTHERS or most < MOSTLY * len(codes):
        return ""
    return word("agreement_reasons", "rough", others=others)


def _nearness(weights, order, pairs) -> Callable:
    """Give what says how near two codes are, from 0 (as far apart as can be) to 1 (the same)."""
    if weights is None:
        return lambda a, b: float(a == b)
    if isinstance(weights, Mapping):
        return _by_table(weights, pairs)
    if weights not in ("linear", "quadratic"):
        raise WorkbookError(word("agreement_errors", "no_weights", given=repr(weights)))
    place = _places(order, {code for pair in pairs for code in pair})
    ends = place.values() or [0.0]
    wide, power = (max(ends) - min(ends)) or 1.0, 1 if weights == "linear" else 2
    return lambda a, b: 1 - (abs(place[a] - place[b]) / wide) ** power


def _by_table(weights: Mapping, pairs) -> Callable:
    """Read a table of distances; a pair may stand in it either way round."""
    codes = {code for pair in pairs for code in pair}
    table = {(a, b): weights.get((a, b), weights.get((b, a))) for a in codes for b in codes}
    for (a, b), apart in table.items():
        if a == b and apart is None:
            table[a, b] = 0
        elif not isinstance(apart, int | float) or not 0 <= apart < math.inf:
            raise WorkbookError(word("agreement_errors", "no_distance", first=a, second=b))
    most = max(table.values(), default=0) or 1
    return lambda a, b: 1 - table[a, b] / most


def _places(order, codes) -> dict:
    """Give the place of each code on its scale."""
    if order:
        place = {code: float(at) for at, code in enumerate(order)}
    else:
        place = {c: float(c) for c in codes if isinstance(c, int | float) and math.isfinite(c)}
    if lacking := [code for code in codes if code not in place]:
        raise WorkbookError(word("agreement_errors", "no_order", code=lacking[0]))
    return place


def _kappa_error(pairs, near, margins, found) -> float:
    """Give the large-sample standard error (Fleiss, Cohen and Everitt 1969, formula 13)."""
    (rows, columns), (kappa, chance), n = margins, found, len(pairs)
    of_row = {a: sum(columns[b] * near(a, b) for b in columns) / n for a in rows}
    of_column = {b: sum(rows[a] * near(a, b) for a in rows) / n for b in columns}
    spread = -((kappa - chance * (1 - kappa)) ** 2)
    for (a, b), times in Counter(pairs).items():
        spread += times / n * (near(a, b) - (of_row[a] + of_column[b]) * (1 - kappa)) ** 2
    return math.sqrt(max(0.0, spread) / n) / (1 - chance)


def _caution(value: float, error: float, pairs):
    if value >= LOW_AGREEMENT:
        return rough(pairs) if error else word("agreement_reasons", "full")
    rest = gwet_ac1(*zip(*pairs, strict=True))
    if rest.value < RARE:
        return word("agreement_reasons", "too_little", value=value, least=LOW_AGREEMENT)
    most = Counter(code for pair in pairs for code in pair).most_common(1)[0]
    share = sum(a == b for a, b in pairs) / len(pairs)
    return word(
        "agreement_reasons", "rare", value=value, share=100 * share, ac1=rest.value,
        code=most[0], base=100 * most[1] / (2 * len(pairs)),
    )  # fmt: skip


def _pairs(first, second) -> list[tuple]:
    return [pair for pair in units(first, second) if None not in pair]
