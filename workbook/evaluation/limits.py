"""What to keep in mind about each case: gaps, short phases, a drift, a goal on the other side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..measures.single_case.series import SIGNS
from ..readings.describe import number
from ..words import Message, word
from .read import PHASES

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["limits_of", "some"]

FEW = 5  # sessions below which a phase is short
SHOWN = 12  # names or numbers in one sentence


def limits_of(
    frame: "DataFrame",
    phases: "DataFrame",
    owner: dict[str, str],
    improvement: dict[str, str],
    goal: dict[str, float],
) -> dict[str, list[Message]]:
    """Say for each case of the frame what to keep in mind.

    Parameters
    ----------
    frame : DataFrame
        Columns case, label, session, phase (``A`` or ``B``) and outcome.
    phases : DataFrame
        One row for each label and phase.
    owner : dict of str to str
        The case of each label.
    improvement, goal : dict
        By label; `goal` is empty where none was given.

    Returns
    -------
    dict of str to list of Message

    Examples
    --------
    >>> import pandas as pd
    >>> from ..measures.single_case import phase_summary
    >>> rows = [("n", "n", t, "AB"[t > 4], t) for t in (1, 2, 4, 5, 6, 7, 8, 9)]
    >>> frame = pd.DataFrame(rows, columns=["case", "label", "session", "phase", "outcome"])
    >>> found = limits_of(frame, phase_summary(frame), {"n": "n"}, {"n": "increase"}, {})
    >>> [each.name for each in found["n"]]
    ['no_row', 'few', 'drift']
    """
    limits: dict[str, list[Message]] = {str(case): [] for case in frame["case"].drop_duplicates()}
    for case, rows in frame.groupby("case", sort=False):
        limits[str(case)] += _gaps(rows)
    mine = phases[phases["case"].isin(frame["label"].unique())]
    for label, both in mine.groupby("case", sort=False):
        name = str(label)
        notes = _short(both) + _drift(both, frame[frame["label"] == name])
        if name in goal:
            notes += _goal_behind(both, goal[name], improvement[name])
        if name != owner[name]:
            notes = [word("evaluate", "of_label", label=name, text=note) for note in notes]
        limits[owner[name]] += notes
    return limits


def some(names: Sequence[str], most: int = SHOWN) -> str:
    """List names, and count those that there is no room for.

    Parameters
    ----------
    names : sequence of str
    most : int

    Examples
    --------
    >>> some(["a", "b", "c"]), str(some(["a", "b", "c"], 2))
    ('a, b, c', 'a, b and 1 more')
    """
    first, more = ", ".join(names[:most]), len(names) - most
    return word("evaluate", "and_more", some=first, n=more) if more > 0 else first


def _gaps(rows: "DataFrame") -> list[Message]:
    held = set(rows["session"])
    absent = [f"{n}" for n in range(min(held), max(held)) if n not in held]
    empty = rows["session"][rows["outcome"].isna()].astype(str).tolist()
    told = (("no_row", absent), ("no_value", empty))
    return [word("evaluate", name, sessions=some(which)) for name, which in told if which]


def _short(both: "DataFrame") -> list[Message]:
    for_each = zip(both["phase"], both["n"], strict=True)
    return [word("evaluate", "few" if n else "empty", phase=p, n=n) for p, n in for_each if n < FEW]


def _drift(both: "DataFrame", rows: "DataFrame") -> list[Message]:
    """Say where the line through the baseline would have come to, had it gone on."""
    a, b = (both[both["phase"] == phase].iloc[0] for phase in PHASES[:2])
    if not (a["n"] > 2 and b["n"] and a["steady_slope"] == a["steady_slope"]):
        return []
    times = rows["session"][rows["phase"] == "B"]
    later = a["steady_intercept"] + a["steady_slope"] * times.median()
    line = {"slope": number(a["steady_slope"], "+.2f"), "later": number(later), "n": a["n"]}
    return [word("evaluate", "drift", **line, average=number(b["mean"]))]


def _goal_behind(both: "DataFrame", goal: float, improvement: str) -> list[Message]:
    behind = (goal - both["mean"].iloc[0]) * SIGNS[improvement] < 0
    return [word("evaluate", "goal_behind", goal=goal)] if behind else []
