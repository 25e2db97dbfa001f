"""All numbers of a report as one long table, for a spreadsheet or a program."""

import csv
import io
import math
from collections.abc import Iterator
from typing import Any

from ..files import safe_cell
from ..measures.rating import mirror
from ..words import word
from .findings import CONFIDENCE, Report
from .others import TERMS
from .read import PHASES, Sessions

__all__ = ["COLUMNS", "as_csv", "as_json", "records"]

COLUMNS = (
    "part", "case", "phase", "session", "name", "value", "se", "low", "high", "confidence",
    "n_a", "n_b", "autocorrelation", "note",
)  # fmt: skip
OF_TESTS = ("p", "smallest_p", "n_assignments", "observed", "effect", "low", "high")
Row = dict[str, Any]
FIGURES = {  # name here -> name in the phase summary
    "n": "n", "missing": "missing", "mean": "mean", "median": "median", "sd": "sd",
    "smallest": "low", "largest": "high", "slope": "slope", "steady_slope": "steady_slope",
    "autocorrelation": "autocorrelation",
}  # fmt: skip


def records(report: Report) -> Iterator[Row]:
    r"""Give the rows of the table; a column that does not apply is left out.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> next(records(evaluate(read_sessions(rows), Question("increase"))))["name"]
    'improvement'
    """
    yield from _settings(report)
    yield from _outcomes(report.sessions)
    for row in report.phases.to_dict("records"):
        for name, column in FIGURES.items():
            yield {"part": "phase", "case": row["case"], "phase": row["phase"], "name": name,
                   "value": row[column]}  # fmt: skip
    for row in report.sizes.to_dict("records"):
        kept = {name: row[name] for name in COLUMNS if name in row}
        sure = CONFIDENCE if not math.isnan(row["low"]) else None
        yield {"part": "index", "name": row["index"], **kept, "confidence": sure,
               "note": row["reason"]}  # fmt: skip
    for row in report.pooled.to_dict("records"):
        for name in ("median", "min", "max"):
            yield {"part": "pooled", "name": f"{row['index']}_{name}", "value": row[name],
                   "note": word("evaluate", "comparisons", n=row["count"])}  # fmt: skip
    yield from _others(report)
    yield from _between(report)
    for test in report.tests:
        for name in [name for name in OF_TESTS if hasattr(test.result, name)]:
            yield {"part": "test", "case": test.case, "name": name,
                   "value": getattr(test.result, name), "note": test.result.reason}  # fmt: skip
    yield from _changes(report)
    for case, rows in report.mirror.items():
        for both in rows:
            about = {"case": case, "phase": PHASES[both.phase], "session": both.session}
            for name in ("person", "practitioner", "gap"):
                yield {"part": "mirror", **about, "name": name, "value": getattr(both, name),
                       "note": mirror().status}  # fmt: skip


def _others(report: Report) -> Iterator[Row]:
    """Give what stands in the tables for reading other people's reports."""
    for row in report.others.sizes.to_dict("records"):
        kept = {name: row[name] for name in COLUMNS if name in row}
        yield {"part": "other", "name": row["index"], **kept, "note": row["reason"]}
    for label, p in report.others.dealt.items():
        yield {"part": "other", "case": label, "name": "dealt_p", "value": p,
               "note": word("evaluate", "dealt_note")}  # fmt: skip
    for label, found in report.others.lines.items():
        for term, row in zip(TERMS, found.to_dict("records"), strict=True):
            about = {"part": "line", "case": label, "name": f"line_{term}"}
            yield {**about, "value": row["estimate"], "se": row["se"],
                   "note": found.attrs["reason"]}  # fmt: skip
            yield {**about, "name": f"line_{term}_p", "value": row["p"]}


def _between(report: Report) -> Iterator[Row]:
    """Give the one number for all cases, and what it rests on."""
    if (found := report.between) is None:
        return
    sure = found.confidence if math.isfinite(found.low) else None
    yield {"part": "between", "name": "bc_smd", "value": found.value, "se": found.se,
           "low": found.low, "high": found.high, "confidence": sure,
           "autocorrelation": found.autocorrelation, "note": found.reason}  # fmt: skip
    for name in ("difference", "spread", "df", "between"):
        yield {"part": "between", "name": f"bc_smd_{name}", "value": getattr(found, name)}


def _changes(report: Report) -> Iterator[Row]:
    """Give the levels of each case, and what the dual criterion counts."""
    for row in report.changes.to_dict("records"):
        about = {"part": "change", "case": row["case"], "n_a": row["n_a"], "n_b": row["n_b"]}
        for name in ("before", "after", "change", "toward"):
            yield {**about, "name": name, "value": row[name]}
    for label, aid in report.aids.items():
        about = {"part": "criterion", "case": label, "n_b": aid.found.n}
        yield {**about, "name": "beyond", "value": aid.found.beyond}
        yield {**about, "name": "needed", "value": aid.found.needed}
        for name, rates in (("", aid.apart), ("_alike", aid.alike)):
            if rates:
                yield {**about, "name": f"false_alarm{name}", "value": rates.false_alarm}
                yield {**about, "name": f"missed{name}", "value": rates.missed}


def _settings(report: Report) -> Iterator[Row]:
    """Give what was asked, with which the numbers can be worked out again."""
    question, plan = report.question, report.question.plan
    for name in ("improvement", "goal"):
        given = getattr(question, name)
        for case, value in (given if isinstance(given, dict) else {"": given}).items():
            yield {"part": "setting", "case": case, "name": name, "value": value}
    yield {"part": "setting", "name": "scale", "value": question.scale}
    yield {"part": "setting", "name": "design", "value": report.design,
           "note": word("evaluate", f"cannot_{report.design}")}  # fmt: skip
    if plan:
        yield {"part": "setting", "name": "plan_date", "value": plan.date,
               "note": word("evaluate", "not_verified")}  # fmt: skip


def _outcomes(sessions: Sessions) -> Iterator[Row]:
    found = sessions.columns
    for case, session, phase, outcome in zip(
        *(found[name].tolist() for name in ("case", "session", "phase", "outcome")), strict=True
    ):
        yield {"part": "session", "case": sessions.cases[case], "phase": PHASES[phase],
               "session": session, "name": "outcome", "value": outcome}  # fmt: skip


def as_csv(report: Report) -> str:
    r"""Write the table as CSV; an empty cell is a number that does not exist.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> as_csv(evaluate(read_sessions(rows), Question("increase"))).splitlines()[5]
    'session,case 1,A,1,outcome,2.0,,,,,,,,'
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in records(report):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def as_json(report: Report) -> dict:
    r"""Give the same numbers, with what the report says about them.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> sorted(as_json(evaluate(read_sessions(rows), Question("increase"))))
    ['can_show', 'cannot_show', 'cases', 'design', 'limits', 'notes', 'numbers', 'plan_date']
    """
    plan = report.question.plan
    rows = ({n: _plain(v) for n, v in row.items()} for row in records(report))
    return {
        "cases": report.sessions.cases,
        "design": report.design,
        "can_show": word("evaluate", f"can_{report.design}"),
        "cannot_show": word("evaluate", f"cannot_{report.design}"),
        "plan_date": plan and {"date": plan.date, "verified": False},
        "limits": report.limits,
        "notes": [word("evaluate", "independent"), *report.test_notes, *report.sessions.notes]
        + [note for note in (report.mirror_note, mirror().status if report.mirror else "") if note],
        "numbers": list(rows),
    }


def _plain(value: Any) -> Any:
    """Turn numbers of NumPy into plain ones, and what does not exist into nothing."""
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _cell(value: Any) -> Any:
    value = _plain(value)
    return "" if value is None else safe_cell(value)
