"""Outcomes that no one would want to be averaged without a question: codes, slips, out of range."""

import re

import numpy as np

from ...errors import WorkbookError
from ...words import word
from .trouble import listed

__all__ = ["refuse_doubtful"]

# As codes for a missing value are written; 7 and 8 alone are too often ratings.
CODE = re.compile(r"-[1-9]|-?(9+|8{2,}|7{2,}|6{2,}|9+[678])")
RARE, FEW = 0.05, 2  # share, or number, of values that may be slips
PART = 0.34  # share of values up to which a code may stand
FAR = 3  # times the spread of all others, from which a rare value is asked about
ENOUGH = 5  # values that say what is usual


def refuse_doubtful(
    outcome: np.ndarray, row: np.ndarray, measure: str, ends: tuple[float, float] | None
) -> None:
    """Ask about values that look like codes or slips; refuse those out of the range that was said.

    Parameters
    ----------
    outcome : ndarray of float
        Of one measure; NaN is missing.
    row : ndarray of int
    measure : str
        Empty where there is only one.
    ends : tuple of float or None
        The lowest and the highest value that are possible; then nothing is asked.

    Raises
    ------
    WorkbookError

    Examples
    --------
    >>> values = np.array([3.0, 4, 99, 2, 3, 99, 4])
    >>> refuse_doubtful(values, np.arange(2, 9), "", (1, 5))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Rows 4, 7: 99 lies outside 1 to 5, ...
    """
    there = ~np.isnan(outcome)
    values, rows = outcome[there], row[there]
    if ends:
        odd, name = (values < ends[0]) | (values > ends[1]), "out_of_range"
        low, high = ends
    else:
        odd, name = np.isin(values, _doubtful(values)), "ask_codes"
        rest = values[~odd]
        low, high = (rest.min(), rest.max()) if len(rest) else (0.0, 0.0)
    if odd.any():
        held = [f"{value:g}" for value in np.unique(values[odd])]
        about = {
            "low": f"{low:g}", "high": f"{high:g}", "values": listed(held, 4),
            "codes": ", ".join(held[:4]), "rows": listed(sorted(rows[odd].tolist())),
            "measure": word("table", "of_measure", measure=measure) if measure else "",
        }  # fmt: skip
        raise WorkbookError(word("table", name, n=int(odd.sum()), **about))


def _doubtful(values: np.ndarray) -> list[float]:
    """Find values far from all others: a code from one spread on, a rare one from three."""
    if len(values) < ENOUGH:
        return []
    different, counts = np.unique(values, return_counts=True)
    found: list[float] = []
    for n in range(len(different) - 1):  # from the top and from the bottom, one after the other
        for value, count in ((different[-1], counts[-1]), (different[0], counts[0])):
            if len(different) > 1 and _is_odd(value, count, different, len(values)):
                found.append(float(value))
                keep = different != value
                different, counts = different[keep], counts[keep]
                break
        else:
            break
        if n > FEW:
            break
    return found


def _is_odd(value: float, count: int, different: np.ndarray, size: int) -> bool:
    rest = different[different != value]
    spread = rest.max() - rest.min()
    gap = value - rest.max() if value > rest.max() else rest.min() - value
    if CODE.fullmatch(f"{value:g}") and count <= PART * size:
        if value < 0 <= rest.min():
            return True
        usual = spread or max(1.0, abs(rest[0]))
        if gap >= usual and gap > 1 and len(rest) > 1:
            return True
    rare = count <= max(1, min(FEW, RARE * size)) or count <= RARE * size
    return bool(rare and len(rest) > 1 and gap > FAR * spread and gap > 1)
