"""One number for all cases of a report, where the design and the question allow one."""

from ..measures.single_case import BetweenCases, bc_smd
from ..measures.single_case.between import withheld
from ..words import word

__all__ = ["together"]


def together(frame, ways: dict[str, str], confidence: float) -> BetweenCases | None:
    """Give the between-case standardized mean difference (BC-SMD), or why there is none.

    Parameters
    ----------
    frame : DataFrame
        Columns case, session, phase (``A`` or ``B``), outcome.
    ways : dict of str to str
        Case to ``increase`` or ``decrease``.
    confidence : float
        Of the interval.

    Returns
    -------
    BetweenCases or None
        None for one case: there is nothing to put together.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("x", 1, "A", 2), ("x", 2, "B", 3), ("y", 1, "A", 2), ("y", 2, "B", 4)]
    >>> frame = pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])
    >>> together(frame, {"x": "increase", "y": "increase"}, 0.95).reason.identifier
    'series_reasons.bc_few'
    """
    if len(ways) < 2:
        return None
    asked = set(ways.values())
    if len(asked) > 1:
        reason = word("series_reasons", "bc_turned")
        return withheld(len(ways), len(frame), confidence, reason)
    return bc_smd(frame, improvement=asked.pop(), confidence=confidence)
