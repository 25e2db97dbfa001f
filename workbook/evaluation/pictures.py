"""The charts of a report, each with its sentence and its table."""

import math
import statistics
from collections.abc import Iterator
from math import isnan

import numpy as np

from ..charts.case import Case, Phase, Point, Segment
from ..charts.kit.model import Chart
from ..charts.single_case import phases_picture, sides_picture
from ..measures.rating import mirror
from ..readings.describe import number
from ..words import Message, word
from .figures import heads, level
from .findings import Report
from .mirror import Both
from .read import PHASES

__all__ = ["case_chart", "drawn", "mirror_chart", "phases_of", "points_of"]


LINE = ("mean", "steady_slope", "steady_intercept", "low", "high")  # of a phase, as Phase has them


def case_chart(report: Report, case: str) -> Chart:
    r"""Give the chart of one case.

    Parameters
    ----------
    report : Report
    case : str

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> case_chart(found, "case 1").rows[0]
    ('1', 'A', '2')
    """
    outcome, phases = report.sessions.outcome, phases_of(report, case)
    points = points_of(report, case)
    counts = {p.name: sum(n == p.name and not isnan(y) for _, n, y in points) for p in phases}
    parts = "; ".join(_said_phase(phase, counts[phase.name]) for phase in phases)
    said = (word("evaluate", "axis", case=case, outcome=outcome),
            word("evaluate", "said", case=case, parts=parts))  # fmt: skip
    goal = report.question.goal
    goal = goal.get(case) if isinstance(goal, dict) else goal
    columns = heads(word("evaluate", "point_columns", outcome=outcome))
    table = tuple((f"{s}", p, _number(y)) for s, p, y in points)
    spec = phases_picture(said, outcome, drawn(report, case), goal)
    return Chart(f"evaluate/{case}", *said, (), "", columns, table, spec)


def _said_phase(phase: Phase, n: int) -> Message:
    if phase.name == PHASES[-1]:  # what follows later is drawn only
        return word("evaluate", "said_phase_apart", phase=phase.name, n=n)
    return word("evaluate", "said_phase", phase=phase.name, n=n, average=_level(phase.mean))


def mirror_chart(report: Report, case: str) -> Chart:
    r"""Give the chart of both sides of one case.

    Parameters
    ----------
    report : Report
    case : str

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> head = b"session,phase,outcome,person,practitioner,person_cards,practitioner_cards"
    >>> sessions = read_sessions(head + b"\n1,A,3,55,70,6,6\n2,B,4,60,70,6,4\n")
    >>> mirror_chart(evaluate(sessions, Question("increase")), "case 1").rows[0]
    ('1', 'A', '55', '70', '+15')
    """
    rows = report.mirror[case]
    shown = [row for row in rows if not isnan(row.gap)]
    gaps = "; ".join(_middles(shown)) or word("evaluate", "mirror_not")
    counts = {"n": len(shown), "all": len(rows), "gaps": gaps}
    said = (word("evaluate", "mirror_axis", case=case),
            word("evaluate", "mirror_said", case=case, **counts))  # fmt: skip
    hidden = word("evaluate", "mirror_not")
    table = tuple(
        (f"{row.session}", PHASES[row.phase], _number(row.person, ".0f", hidden),
         _number(row.practitioner, ".0f", hidden), _number(row.gap, "+.0f", hidden))
        for row in rows
    )  # fmt: skip
    columns = heads(word("evaluate", "mirror_columns"))
    spec = sides_picture(said, [(r.session, r.person, r.practitioner) for r in rows],
                         phases_of(report, case))  # fmt: skip
    return Chart(f"mirror/{case}", *said, (), mirror().status, columns, table, spec)


def _middles(rows: list[Both]) -> Iterator[Message]:
    """Give the middle gap of each phase apart, since a change may lie between them."""
    for phase in dict.fromkeys(row.phase for row in rows):
        gaps = [row.gap for row in rows if row.phase == phase]
        middle = _number(statistics.median(gaps), "+.0f")
        yield word("evaluate", "mirror_gap_in", gap=middle, phase=PHASES[phase], n=len(gaps))


def points_of(report: Report, case: str) -> list[Point]:
    r"""Give session, phase as it is drawn, and outcome of one case.

    Parameters
    ----------
    report : Report
    case : str

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> points_of(evaluate(read_sessions(rows), Question("increase")), "case 1")[-1]
    (4, 'B', 5.0)
    """
    found, place = report.sessions.columns, report.sessions.cases.index(case)
    mine = found["case"] == place
    four = np.isin(found["phase"][mine], (2, 3)).any()
    names = ("A1", "B1", *PHASES[2:]) if four else PHASES
    columns = (found[name][mine].tolist() for name in ("session", "phase", "outcome"))
    return [(s, names[p], y) for s, p, y in zip(*columns, strict=True)]


def drawn(report: Report, case: str) -> Case:
    r"""Give what is drawn of one case.

    Parameters
    ----------
    report : Report
    case : str

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> drawn(evaluate(read_sessions(rows), Question("increase")), "case 1").criteria
    []
    """
    phases = phases_of(report, case)
    return Case(case, points_of(report, case), phases, _criteria(report, case, phases))


def phases_of(report: Report, case: str) -> list[Phase]:
    r"""Give the phases of one case with average, line and band.

    Parameters
    ----------
    report : Report
    case : str

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> phases_of(evaluate(read_sessions(rows), Question("increase")), "case 1")[0][:4]
    ('A', 1, 2, 2.5)
    """
    points, table = points_of(report, case), report.phases
    rows = table[table["case"].isin(report.labels[case])].to_dict("records")
    names = dict.fromkeys(name for _, name, _ in points)
    phases = []
    for name in names:
        mine = [s for s, each, _ in points if each == name]
        own = [r for r in rows if r["phase"] == name[0]]
        row = own[name.endswith("2")] if own else {}  # what is not compared has no line
        line = (row.get(key, math.nan) for key in LINE)
        phases.append(Phase(name, min(mine), max(mine), *line))
    return phases


def _criteria(report: Report, case: str, phases: list[Phase]) -> list[Segment]:
    """Give the two lines of the dual criterion, over each phase B that they are for."""
    aids = [report.aids[label] for label in report.labels[case] if label in report.aids]
    later = [phase for phase in phases if phase.is_b]
    lines: list[Segment] = []
    for aid, phase in zip(aids, later, strict=False):
        found, first, last = aid.found, phase.first, phase.last
        if aid.apart and last > first:
            start, end = (found.intercept + found.slope * session for session in (first, last))
            lines += [(first, last, found.level, found.level), (first, last, start, end)]
    return lines


def _level(value: float) -> str:
    return level(value, word("evaluate", "no_value_cell"))


def _number(value: float, form: str = ".6g", missing: str = "") -> str:
    return number(value, form, missing or word("evaluate", "no_value_cell"))
