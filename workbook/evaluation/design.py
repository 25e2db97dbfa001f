"""What a design can show: it follows from the starts and from the sessions around them."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["FEWEST", "Starts", "design_of", "starts_of"]

FEWEST = 3  # sessions with a value before and after a start, below which it shows nothing
TIMES = 3  # different starts that design standards ask for


class Starts(NamedTuple):
    """The starts that have enough sessions around them.

    Parameters
    ----------
    carried : dict of str to int
        By case, its first B session, where at least three sessions with a value lie on each side.
    thin : list of str
        The other cases.
    apart : bool
        True when at some start but the last no later case was still being counted before its own.

    Examples
    --------
    >>> Starts({"north": 7}, ["south"], False).times
    1
    """

    carried: dict[str, int]
    thin: list[str]
    apart: bool

    @property
    def times(self) -> int:
        """How many different starts there are."""
        return len(set(self.carried.values()))


def starts_of(frame: "DataFrame") -> Starts:
    """Find the starts that sessions with a value stand around.

    Parameters
    ----------
    frame : DataFrame
        Columns case, label, session, phase (``A`` or ``B``), outcome.

    Returns
    -------
    Starts

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("n", "n", t, "AB"[t > 1], t) for t in range(1, 9)]
    >>> names = ["case", "label", "session", "phase", "outcome"]
    >>> starts_of(pd.DataFrame(rows, columns=names)).thin
    ['n']
    """
    valued = frame.dropna(subset="outcome")
    counts = valued.groupby(["label", "phase"], sort=False).size().unstack(fill_value=0)
    counts = counts.reindex(columns=["A", "B"], fill_value=0)
    enough = counts.index[(counts >= FEWEST).all(axis=1)]
    whole = set(frame["case"]) - set(frame["case"][~frame["label"].isin(enough)])
    cases = frame["case"].drop_duplicates().tolist()
    starts = frame[frame["phase"] == "B"].groupby("case")["session"].min()
    before = valued[valued["phase"] == "A"].groupby("case")["session"]
    first, last = before.min(), before.max()
    carried = {case: int(starts[case]) for case in cases if case in whole}
    held = list(carried)
    apart = _apart(np.array([*carried.values()]), first[held].to_numpy(), last[held].to_numpy())
    return Starts(carried, [case for case in cases if case not in whole], apart)


def _apart(own: np.ndarray, first: np.ndarray, last: np.ndarray) -> bool:
    """Say whether at some start but the last no later case was being counted before its own."""
    return any(
        not ((own > start) & (first < start) & (start <= last)).any()
        for start in np.unique(own)[:-1]
    )


def design_of(frame: "DataFrame", starts: Starts, scheme: str) -> str:
    """Name the design, as the words of ``can_`` and ``cannot_`` have it.

    Parameters
    ----------
    frame : DataFrame
        As `starts_of` takes it.
    starts : Starts
        What it gave.
    scheme : str
        How the lots of the plan were drawn, where a test could be made; else empty.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("n", "n", t, "AB"[t > 4], t) for t in range(1, 9)]
    >>> frame = pd.DataFrame(rows, columns=["case", "label", "session", "phase", "outcome"])
    >>> design_of(frame, starts_of(frame), ""), design_of(frame, starts_of(frame), "starts")
    ('one', 'drawn_one')
    """
    if not starts.carried:
        return "short"
    if (frame["label"] != frame["case"]).any():
        return "four"
    alone = frame["case"].nunique() == 1
    if not alone and starts.times < TIMES:
        return "drawn_few" if scheme else "several"
    if scheme:
        return "drawn_one" if alone else f"drawn_{scheme}"
    return "one" if alone else "apart" if starts.apart else "staggered"
