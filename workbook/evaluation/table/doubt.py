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
PARTS = (0.34, 0.5)  # share of values up to which one code may stand, or several together
CODES = 3  # that may stand side by side, as 77, 88 and 99
SIGNED = 2  # how far -1 and -2 may lie from the rest on a scale with both signs
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
    """Find values far from all others: codes from one spread on, a rare one from three."""
    if len(values) < ENOUGH:
        return []
    different, counts = np.unique(values, return_counts=True)
    found: list[float] = []
    for n in range(len(different) - 1):  # from the top and from the bottom, one after the other
        ends = [end for size in range(1, CODES + 1) for end in (np.s_[-size:], np.s_[:size])]
        odd = next((end for end in ends if _is_odd(end, different, counts, len(values))), None)
        if odd is None:
            break
        found += different[odd].tolist()
        different, counts = (np.delete(each, odd) for each in (different, counts))
        if n > FEW:
            break
    return found


def _is_odd(end: slice, different: np.ndarray, counts: np.ndarray, size: int) -> bool:
    """Say whether the values at one end may be codes, or the one there a slip."""
    group, rest, count = different[end], np.delete(different, end), counts[end].sum()
    if not len(rest):
        return False
    spread = rest.max() - rest.min()
    gap = group.min() - rest.max() if group.min() > rest.max() else rest.min() - group.max()
    several = len(group) > 1
    high = rest.max() + (rest.max() > 1)  # a scale from -3 to 3 need not reach its 3
    signed = several and gap <= SIGNED and group.max() < 0
    signed = signed and (-group.min() <= high or count > PARTS[0] * size)
    if (
        not signed
        and all(CODE.fullmatch(f"{value:g}") for value in group)
        and count <= PARTS[several] * size
    ):
        if group.max() < 0 <= rest.min():
            return True
        usual = spread or max(1.0, abs(rest[0]))
        if gap >= usual and gap > 1 and len(rest) > 1:
            return True
    rare = count <= max(1, min(FEW, RARE * size)) or count <= RARE * size
    return bool(not several and rare and len(rest) > 1 and gap > FAR * spread and gap > 1)
