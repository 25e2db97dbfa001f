"""What the sessions show: phases, sizes of change, tests, and what the design can carry."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..errors import WorkbookError
from ..measures.randomization import Plan
from ..measures.single_case import effect_sizes, phase_summary
from ..measures.single_case.longform import LongForm
from ..measures.single_case.series import SIGNS
from ..readings.describe import number
from ..words import Message, word
from .floors import withheld
from .lots import tested
from .mirror import guarded, sides
from .read import PHASES, Progress, Sessions, unheard

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["CONFIDENCE", "DRAWN", "INDICES", "Question", "Report", "evaluate"]

CONFIDENCE = 0.95  # of every interval of a report
DRAWN, FEW = 40, 5  # cases with a section of their own; sessions below which a phase is short
INDICES = ("nap", "smd", "percent_change", "pogo", "tau", "tau_bc", "pnd", "pem", "pand", "ird")
PAIRS = (" (A1, B1)", " (A2, B2)")  # added to the name of a case with four phases
RATIO_SCALES = ("count", "rate", "proportion", "percentage")
NAMES = ("case", "session", "phase", "outcome")


class Question(NamedTuple):
    """What is asked of the sessions.

    Parameters
    ----------
    improvement : str or dict
        ``increase`` or ``decrease``, for all cases or for each.
    goal : float, dict or None
        What the people want to reach, for all cases or for each.
    scale : str
        ``count``, ``rate``, ``proportion``, ``percentage`` or ``other``.
    plan : Plan or None
        The lots as they were drawn.
    title : str
        Of the page; made from the outcome when left out.

    Examples
    --------
    >>> Question("increase").scale
    'other'
    """

    improvement: str | dict
    goal: float | dict | None = None
    scale: str = "other"
    plan: Plan | None = None
    title: str = ""


class Report(NamedTuple):
    r"""Everything that the page and the table of numbers say.

    Parameters
    ----------
    sessions : Sessions
    question : Question
    labels : dict of str to list of str
        By case, what its rows are called below: the case, or the case with each pair of phases.
    phases, sizes, pooled : DataFrame
        Per label and phase; per label and index; per index over all labels.
    design : str
        The name of the design, as the words of ``can_`` and ``cannot_`` have it.
    tests : list of Test
    test_notes : list of str
    limits : dict of str to list of str
        By case, what to keep in mind.
    mirror : dict of str to list
        By case, one row for each session with both sides of the Mirror.
    mirror_note : str

    Examples
    --------
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> evaluate(read_sessions(rows), Question("increase")).design
    'one'
    """

    sessions: Sessions
    question: Question
    labels: dict
    phases: "DataFrame"
    sizes: "DataFrame"
    pooled: "DataFrame"
    design: str
    tests: list
    test_notes: list
    limits: dict
    mirror: dict
    mirror_note: str


def evaluate(sessions: Sessions, question: Question, progress: Progress = unheard) -> Report:
    r"""Work out everything that a report says.

    Parameters
    ----------
    sessions : Sessions
    question : Question
    progress : callable
        Takes a sentence about long work.

    Returns
    -------
    Report

    Raises
    ------
    WorkbookError
        When the question does not fit the sessions.

    Examples
    --------
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> float(found.sizes["value"][0])
    0.875
    >>> found.limits["case 1"][0]
    'Phase A has few sessions with a value (2): one more can change every number.'
    """
    _check_scale(sessions, question)
    sessions = guarded(sessions)
    frame = _frame(sessions)
    owner = dict(frame[["label", "case"]].drop_duplicates().to_numpy().tolist())
    signs = {case: SIGNS[_of(question.improvement, case, "improvement")] for case in sessions.cases}
    labels: dict = {}
    for label, case in owner.items():
        labels.setdefault(case, []).append(label)
    long = LongForm(frame.drop(columns="case").rename(columns={"label": "case"}))
    progress(word("evaluate", "computing", n=len(frame)))
    phases = phase_summary(long)
    sizes = withheld(_sizes(long, question, owner), phases)
    tests, notes = _tests(frame, question, signs)
    mirror, mirror_note = sides(sessions)
    design = _design(frame, question, tests)
    shown = frame[frame["case"].isin(sessions.cases[:DRAWN])]
    limits = _limits(shown, phases, question, owner)
    pooled = _pooled(sizes, turned=len(set(signs.values())) > 1)
    return Report(sessions, question, labels, phases, sizes, pooled, design, tests, notes,
                  limits, mirror, mirror_note)  # fmt: skip


def _frame(sessions: Sessions):
    import pandas as pd

    kept = sessions.columns["phase"] < len(PAIRS) * 2  # what follows later is drawn, not compared
    found = {name: column[kept] for name, column in sessions.columns.items()}
    names, pair = np.array(sessions.cases, dtype=object), found["phase"] // 2
    four = np.isin(found["case"], found["case"][pair > 0])
    labels = [name + part for name in names for part in ("", *PAIRS)]
    at = 3 * found["case"] + np.where(four, 1 + pair, 0)
    return pd.DataFrame({
        "case": names[found["case"]], "label": np.array(labels, dtype=object)[at],
        "session": found["session"], "phase": np.array(["A", "B"])[found["phase"] % 2],
        "outcome": found["outcome"],
    })  # fmt: skip


def _sizes(long, question, owner):
    wanted = [name for name in INDICES if name != "pogo" or question.goal is not None]
    if question.scale not in RATIO_SCALES:
        wanted.remove("percent_change")
    choices = {"goal": _each(question.goal, owner, "goal")} if question.goal is not None else {}
    return effect_sizes(
        long, indices=wanted, scale=question.scale, confidence=CONFIDENCE, **choices,
        improvement=_each(question.improvement, owner, "improvement"),
    )  # fmt: skip


def _each(given, owner, what):
    return {label: _of(given, case, what) for label, case in owner.items()}


def _of(given, case, what):
    if not isinstance(given, dict):
        return given
    if case not in given:
        raise WorkbookError(word("evaluate", "no_option", option=what, case=case))
    return given[case]


def _check_scale(sessions, question):
    top = {"proportion": 1, "percentage": 100, "count": np.inf, "rate": np.inf}.get(question.scale)
    y = sessions.columns["outcome"]
    if top and (out := np.flatnonzero((y < 0) | (y > top))).size:
        rows = ", ".join(map(str, sorted(sessions.columns["row"][out].tolist())[:5]))
        about = {"rows": rows, "scale": question.scale, "top": top}
        ends = "out_of_scale" if top < np.inf else "below_scale"
        raise WorkbookError(word("evaluate", ends, **about))
    for what in ("improvement", "goal"):
        given = getattr(question, what)
        if isinstance(given, dict) and (odd := sorted(set(given) - set(sessions.cases))):
            raise WorkbookError(word("evaluate", "odd_option", case=odd[0], option=what))


def _pooled(sizes, *, turned):
    """Give the middle and the range of each index over the cases; never one total.

    The floor of PAND and IRD depends on the lengths of the phases, and the sign of a percent
    change on the direction of improvement: these are not laid side by side.
    """
    apart = ("pand", "ird", *(("percent_change",) if turned else ()))
    kept = sizes[~sizes["index"].isin(apart)].dropna(subset="value")
    known = kept.groupby("index", sort=False)["value"]
    return known.agg(["count", "median", "min", "max"]).reset_index()


def _tests(frame, question, signs):
    if (frame["label"] != frame["case"]).any():
        return [], [word("evaluate", "no_p_four")]
    if question.plan is None:
        return [], [word("evaluate", "no_plan")]
    return tested(frame[list(NAMES)], question.plan, signs)


def _design(frame, question, tests) -> str:
    if (frame["label"] != frame["case"]).any():
        return "four"
    starts = frame[frame["phase"] == "B"].groupby("case")["session"].min()
    alone = frame["case"].nunique() == 1
    if not alone and starts.nunique() < 3:
        return "drawn_few" if tests else "several"
    if tests:
        return "drawn_one" if alone else f"drawn_{question.plan.design.scheme}"
    return "one" if alone else "staggered"


def _limits(frame, phases, question, owner) -> dict:
    """Say for each case of the frame what to keep in mind."""
    limits: dict = {}
    for case, rows in frame.groupby("case", sort=False):
        held = set(rows["session"])
        absent = [str(n) for n in range(min(held), max(held)) if n not in held]
        empty = rows["session"][rows["outcome"].isna()].astype(str).tolist()
        limits[case] = []
        for name, which in (("no_row", absent), ("no_value", empty)):
            if which:
                limits[case].append(word("evaluate", name, sessions=_some(which)))
    mine = phases[phases["case"].isin(frame["label"].unique())]
    for label, both in mine.groupby("case", sort=False):
        notes = _short(both) + _drift(both, label, frame)
        notes += _goal_behind(both, question, owner[label])
        if label != owner[label]:
            notes = [word("evaluate", "of_label", label=label, text=note) for note in notes]
        limits[owner[label]] += notes
    return limits


def _some(sessions: list[str]) -> str:
    some, more = ", ".join(sessions[:12]), len(sessions) - 12
    return word("evaluate", "and_more", some=some, n=more) if more > 0 else some


def _short(both):
    for_each = zip(both["phase"], both["n"], strict=True)
    return [word("evaluate", "few" if n else "empty", phase=p, n=n) for p, n in for_each if n < FEW]


def _drift(both, label, frame) -> list[Message]:
    """Say where the line through the baseline would have come to, had it gone on."""
    a, b = (both[both["phase"] == phase].iloc[0] for phase in PHASES[:2])
    times = frame["session"][(frame["label"] == label) & (frame["phase"] == "B")]
    if not (a["n"] > 2 and b["n"] and a["steady_slope"] == a["steady_slope"]):
        return []
    later = a["steady_intercept"] + a["steady_slope"] * times.median()
    line = {"slope": number(a["steady_slope"], "+.2f"), "later": later, "n": a["n"]}
    return [word("evaluate", "drift", **line, median=b["median"])]


def _goal_behind(both, question, case) -> list[Message]:
    if question.goal is None:
        return []
    goal, mean = _of(question.goal, case, "goal"), both["mean"].iloc[0]
    toward = SIGNS[_of(question.improvement, case, "improvement")]
    return [word("evaluate", "goal_behind", goal=goal)] if (goal - mean) * toward < 0 else []
