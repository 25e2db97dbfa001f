"""Numbers that reports elsewhere use and that mislead easily: kept apart from the report's own."""

import math
from typing import TYPE_CHECKING, NamedTuple

from ..measures.randomization import permutation_test
from ..measures.single_case import effect_sizes, piecewise_regression
from ..measures.single_case.longform import LongForm

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["OTHERS", "PERMUTATIONS", "TERMS", "Others", "others_of"]

OTHERS = ("tau_u", "lrm", "lor")
TERMS = ("level", "trend", "step", "turn")  # as `piecewise_regression` orders them
PERMUTATIONS = 4_999  # one of 5,000 is the smallest p
ODDS = ("proportion", "percentage")  # scales that have odds


class Others(NamedTuple):
    """What stands in the table for reading other people's reports.

    Parameters
    ----------
    sizes : DataFrame
        Per label and index.
    lines : dict of str to DataFrame
        By label: a straight line in each phase, and how the two differ.
    dealt : dict of str to float
        By label: p as if each session's phase had been drawn by lot; NaN where a phase is empty.

    Examples
    --------
    >>> Others(None, {}, {}).lines
    {}
    """

    sizes: "DataFrame"
    lines: "dict[str, DataFrame]"
    dealt: dict[str, float]


def others_of(
    frame: "DataFrame", ways: dict[str, str], scale: str, confidence: float = 0.95
) -> Others:
    """Work out the indices and the lines for the cases that have a section of their own.

    Parameters
    ----------
    frame : DataFrame
        Columns label, session, phase (``A`` or ``B``), outcome.
    ways : dict of str to str
        By label, ``increase`` or ``decrease``.
    scale : str
        What the outcome is; only a share or a percentage has odds.
    confidence : float
        Of the intervals.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("n", t, "AB"[t > 4], t) for t in range(1, 9)]
    >>> frame = pd.DataFrame(rows, columns=["label", "session", "phase", "outcome"])
    >>> others_of(frame, {"n": "increase"}, "other").sizes["index"].tolist()
    ['tau_u', 'lrm']
    """
    named = frame[["label", "session", "phase", "outcome"]].rename(columns={"label": "case"})
    wanted = [name for name in OTHERS if name != "lor" or scale in ODDS]
    long = LongForm(named)
    mine = {label: ways[label] for label in long.names}
    sizes = effect_sizes(long, indices=wanted, improvement=mine, scale=scale, confidence=confidence)
    by_label = named.sort_values("session").groupby("case", sort=False)
    lines = {str(label): _lines(rows) for label, rows in by_label}
    return Others(sizes, lines, {str(label): _dealt(rows, mine[label]) for label, rows in by_label})


def _dealt(rows: "DataFrame", improvement: str) -> float:
    """Test as if each session's phase had been drawn by lot, one session at a time."""
    before, after = (rows["outcome"][rows["phase"] == phase].dropna() for phase in "AB")
    if before.empty or after.empty:
        return math.nan
    series = [[*before, *after]]
    found = permutation_test(
        series, len(before), improvement=improvement, permutations=PERMUTATIONS
    )
    return float(found.p[0])


def _lines(rows: "DataFrame") -> "DataFrame":
    """Fit the lines; a session that is not in the table keeps its number."""
    series = rows.set_index("session")["outcome"]
    later = rows["session"][rows["phase"] == "B"]
    first, last = int(series.index.min()), int(series.index.max())
    start = int(later.min()) if len(later) else last + 1
    whole = series.reindex(range(first, last + 1))
    return piecewise_regression(whole.loc[: start - 1].tolist(), whole.loc[start:].tolist())
