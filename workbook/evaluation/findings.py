"""What the sessions show: phases, sizes of change, tests, and what the design can carry."""

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..errors import WorkbookError
from ..measures.randomization import Plan
from ..measures.single_case import BetweenCases, effect_sizes, phase_summary
from ..measures.single_case.longform import LongForm
from ..measures.single_case.series import SIGNS
from ..words import Message, word
from .aids import Aid, aids_of
from .changes import changes_of, lowest
from .design import Starts, design_of, starts_of
from .floors import withheld
from .limits import limits_of
from .lots import Test, tests_of
from .mirror import Both, guarded, sides
from .others import Others, others_of
from .read import Progress, Sessions, unheard
from .together import together

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["CONFIDENCE", "DRAWN", "INDICES", "MANY", "Question", "Report", "evaluate"]

CONFIDENCE = 0.95  # of every interval of a report
DRAWN, MANY = 12, 40  # cases with a section of their own where there are more than so many
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
    counted_by : str
        Who counted, where that is known.
    drawn_phases : int
        Where the changes of A, B, A, B were drawn by lot: the fewest sessions of a phase; else 0.

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
    counted_by: str = ""
    drawn_phases: int = 0

    def ways(self, owner: dict[str, str]) -> dict[str, str]:
        """Give the direction of improvement of each label, by the case that it belongs to."""
        return _each(self.improvement, owner, "improvement")

    def goals(self, owner: dict[str, str]) -> dict[str, float]:
        """Give the goal of each label; empty where none was given."""
        return {} if self.goal is None else _each(self.goal, owner, "goal")


class Report(NamedTuple):
    r"""Everything that the page and the table of numbers say.

    Parameters
    ----------
    sessions : Sessions
    question : Question
    labels : dict of str to list of str
        By case, what its rows are called below: the case, or the case with each pair of phases.
    phases, sizes, pooled, changes : DataFrame
        Per label and phase; per label and index; per index over all labels; per case.
    starts : Starts
        Which starts have enough sessions around them.
    design : str
        The name of the design, as the words of ``can_`` and ``cannot_`` have it.
    tests : list of Test
    test_notes : list of Message
    shown : list of str
        The cases that have a section of their own: all of them, or those that moved least toward
        improvement where there are many.
    limits : dict of str to list of Message
        By case that is shown, what to keep in mind.
    aids : dict of str to Aid
        By label of the cases that are shown.
    mirror : dict of str to list
        By case, one row for each session with both sides of the Mirror.
    mirror_note : str
    between : BetweenCases or None
        One number for all cases, in standard deviations across cases; None for one case.
    others : Others
        What other people's reports use, for the cases that are shown.

    Examples
    --------
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> evaluate(read_sessions(rows), Question("increase")).design
    'short'
    """

    sessions: Sessions
    question: Question
    labels: dict[str, list[str]]
    phases: "DataFrame"
    sizes: "DataFrame"
    pooled: "DataFrame"
    changes: "DataFrame"
    starts: Starts
    design: str
    tests: list[Test]
    test_notes: list[Message]
    shown: list[str]
    limits: dict[str, list[Message]]
    aids: dict[str, Aid]
    mirror: dict[str, list[Both]]
    mirror_note: str
    between: BetweenCases | None
    others: Others

    @property
    def title(self) -> str:
        """The title of the page: as it was given, else made from the outcome."""
        made = word("evaluate_board", "title", outcome=self.sessions.outcome)
        return self.question.title or made[0].upper() + made[1:]

    @property
    def first(self) -> list[int]:
        """The first B sessions, each once, of cases that have sessions before them."""
        held = self.sessions.columns
        later = (held["phase"] == 1) & np.isin(held["case"], held["case"][held["phase"] == 0])
        _, at = np.unique(held["case"][later], return_index=True)
        return sorted(set(held["session"][later][at].tolist()))

    @property
    def four(self) -> bool:
        """Whether some case has four phases, A1, B1, A2 and B2."""
        return any(len(own) > 1 for own in self.labels.values())

    @property
    def kind(self) -> str:
        """How the words call phases that alternate (``four``) and those that do not (``two``)."""
        return "four" if self.four else "two"


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
    labels: dict[str, list[str]] = {}
    for label, case in owner.items():
        labels.setdefault(case, []).append(label)
    ways = question.ways(owner)
    signs = {case: SIGNS[way] for case, way in _by_case(labels, ways).items()}
    long = LongForm(frame.drop(columns="case").rename(columns={"label": "case"}))
    progress(word("evaluate", "computing", n=len(frame)))
    phases = phase_summary(long)
    sizes = withheld(_sizes(long, question, owner), phases)
    changes = changes_of(phases, owner, signs)
    tests, notes = tests_of(frame, question.plan, question.drawn_phases, signs, sessions.outcome)
    scheme = question.plan.design.scheme if question.plan and tests else ""
    mirror, mirror_note = sides(sessions)
    shown = _shown(sessions.cases, changes)
    some, starts = frame[frame["case"].isin(shown)], starts_of(frame)
    return Report(
        sessions, question, labels, phases, sizes,
        pooled=_pooled(sizes, turned=len(set(signs.values())) > 1), changes=changes,
        starts=starts, design=design_of(frame, starts, scheme), tests=tests, test_notes=notes,
        shown=shown, limits=limits_of(some, phases, owner, ways, question.goals(owner)),
        aids=aids_of(some, ways), mirror=mirror, mirror_note=mirror_note,
        others=others_of(some, ways, question.scale, CONFIDENCE),
        between=together(frame[list(NAMES)], _by_case(labels, ways), CONFIDENCE),
    )  # fmt: skip


def _by_case(labels: dict[str, list[str]], ways: dict[str, str]) -> dict[str, str]:
    return {case: ways[own[0]] for case, own in labels.items()}


def _shown(cases: list[str], changes: "DataFrame") -> list[str]:
    """Choose the cases with a section of their own: of many, those that moved least."""
    return cases if len(cases) <= MANY else lowest(changes, DRAWN) or cases[:DRAWN]


def _frame(sessions: Sessions) -> "DataFrame":
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


def _sizes(long: LongForm, question: Question, owner: dict[str, str]) -> "DataFrame":
    wanted = [name for name in INDICES if name != "pogo" or question.goal is not None]
    if question.scale not in RATIO_SCALES:
        wanted.remove("percent_change")
    choices = {"goal": goals} if (goals := question.goals(owner)) else {}
    return effect_sizes(
        long, indices=wanted, scale=question.scale, confidence=CONFIDENCE, interval="t",
        **choices, improvement=question.ways(owner),
    )  # fmt: skip


def _each(given: Any, owner: dict[str, str], what: str) -> dict[str, Any]:
    return {label: _of(given, case, what) for label, case in owner.items()}


def _of(given: Any, case: str, what: str) -> Any:
    if not isinstance(given, dict):
        return given
    if case not in given:
        raise WorkbookError(word("evaluate", "no_option", option=what, case=case))
    return given[case]


def _check_scale(sessions: Sessions, question: Question) -> None:
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


def _pooled(sizes: "DataFrame", *, turned: bool) -> "DataFrame":
    """Give the middle and the range of each index over the cases; never one total.

    The floor of PAND and IRD depends on the lengths of the phases, and the sign of a percent
    change on the direction of improvement: these are not laid side by side.
    """
    apart = ("pand", "ird", *(("percent_change",) if turned else ()))
    kept = sizes[~sizes["index"].isin(apart)].dropna(subset="value")
    known = kept.groupby("index", sort=False)["value"]
    return known.agg(["count", "median", "min", "max"]).reset_index()
