"""The pictures of all cases: below each other on the same axes, and how their changes spread."""

import numpy as np

from ..charts.kit.model import Chart
from ..charts.spread import bins, spread_picture
from ..charts.stacked import stacked_picture
from ..readings.describe import in_words, number
from ..words import word
from .board import directions
from .figures import change, heads, level
from .findings import Report
from .pictures import drawn, points_of

__all__ = ["ABREAST", "spread_chart", "stacked_charts"]

ABREAST = 7  # cases in one picture, so that it fits on one sheet of paper
FEWEST = 5  # cases from which their spread is a picture of its own


def stacked_charts(report: Report) -> list[Chart]:
    r"""Draw the cases below each other, a sheet at a time.

    Parameters
    ----------
    report : Report

    Returns
    -------
    list of Chart
        Of all cases in the order of their starts; of those that are shown, where there are many.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> [chart] = stacked_charts(evaluate(read_sessions(rows), Question("increase")))
    >>> chart.rows
    (('case 1', '3', '2.5', '4'),)
    """
    starts = {case: _start(report, case) for case in report.shown}
    cases = sorted(report.shown, key=lambda case: (starts[case] is None, starts[case] or 0))
    sheets = -(-len(cases) // ABREAST)
    each = -(-len(cases) // sheets)  # spread evenly over the sheets
    parts = [cases[at : at + each] for at in range(0, len(cases), each)]
    return [_stacked(report, part, n * each, starts) for n, part in enumerate(parts)]


def _start(report: Report, case: str) -> int | None:
    later = [session for session, phase, _ in points_of(report, case) if phase[0] == "B"]
    return min(later, default=None)


def _began(cases: list[str], began: list[str]) -> str:
    """Say when each case began, or all together."""
    if len(cases) > 1 and len(set(began)) == 1:
        return word("evaluate_board", "stack_same", start=began[0])
    return in_words([
        word("evaluate_board", "stack_case", case=case, start=start)
        for case, start in zip(cases, began, strict=True)
    ])  # fmt: skip


def _stacked(report: Report, cases: list[str], done: int, starts: dict[str, int | None]) -> Chart:
    outcome, every = report.sessions.outcome, report.shown
    about = {"outcome": outcome, "first": done + 1, "last": done + len(cases), "all": len(every)}
    name = "stack_title" if len(cases) == len(every) else "stack_part"
    none = word("evaluate_board", "stack_none")
    began = [f"{starts[case] or none}" for case in cases]
    said = _began(cases, began)
    count = word("evaluate", "case_count", n=len(cases))
    text = (word("evaluate_board", name, **about),
            word("evaluate_board", "stack_said", cases=count, starts=said))  # fmt: skip
    lanes = [drawn(report, case) for case in cases]
    spec = stacked_picture(text, outcome, lanes, *_ends(report))
    found = report.changes
    names = found["case"], found["before"].tolist(), found["after"].tolist()
    levels = {case: both for case, *both in zip(*names, strict=True)}
    rows = tuple(
        (case, start, *(level(value) for value in levels[case]))
        for case, start in zip(cases, began, strict=True)
    )  # fmt: skip
    columns = heads(word("evaluate_board", f"stack_columns_{report.kind}"))
    return Chart(f"evaluate/all/{done}", *text, (), "", columns, rows, spec)


def _ends(report: Report) -> tuple[tuple[int, int], tuple[float, float]]:
    """Give the first and last session, and the lowest and highest value, of the shown cases."""
    found, places = report.sessions.columns, np.array(report.sessions.cases)
    mine = np.isin(places[found["case"]], report.shown)
    sessions, values = found["session"][mine], found["outcome"][mine]
    values = values[~np.isnan(values)]
    ends = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
    return (int(sessions.min()), int(sessions.max())), ends


def spread_chart(report: Report) -> Chart | None:
    r"""Draw how the changes of the cases are spread.

    Parameters
    ----------
    report : Report

    Returns
    -------
    Chart or None
        None below five cases that can be compared.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = [f"{case},{n},{'AB'[n > 2]},{n * case}" for case in range(6) for n in range(1, 5)]
    >>> data = "\n".join(["case,session,phase,outcome", *rows]).encode()
    >>> spread_chart(evaluate(read_sessions(data), Question("increase"))).rows[0]
    ('no change', '1')
    """
    moved = report.changes["toward"].dropna()
    if len(moved) < FEWEST:
        return None
    ways = directions(report)
    counts = {name: len(ways[name]) for name in ("up", "down", "same")}
    middle = change(moved.median())
    text = (word("evaluate_board", "spread_title", n=len(moved)),
            word("evaluate_board", "spread_said", middle=middle, **counts))  # fmt: skip
    counted = bins(moved.tolist())
    rows = tuple((_stretch(each.low, each.high), f"{each.n}") for each in counted)
    columns = heads(word("evaluate_board", "spread_columns"))
    spec = spread_picture(text, report.sessions.outcome, counted)
    return Chart("evaluate/spread", *text, (), "", columns, rows, spec)


def _stretch(low: float, high: float) -> str:
    if low == high:
        return word("evaluate_board", "spread_none")
    ends = {"low": number(low, ".6g"), "high": number(high, ".6g")}
    return word("evaluate_board", "spread_below", **ends)
