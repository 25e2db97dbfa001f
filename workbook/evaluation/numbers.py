"""All numbers of a report as one long table, for a spreadsheet or a program."""

import csv
import io
import math

from ..measures.rating import STATUS
from ..words import word
from .findings import Report
from .read import PHASES

__all__ = ["COLUMNS", "as_csv", "as_json", "records"]

COLUMNS = (
    "part", "case", "phase", "session", "name", "value", "se", "low", "high", "n_a", "n_b",
    "autocorrelation", "note",
)  # fmt: skip
FIGURES = ("n", "missing", "mean", "median", "sd", "low", "high", "slope", "steady_slope",
           "autocorrelation")  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute a text like this


def records(report: Report):
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
    'n'
    """
    for row in report.phases.to_dict("records"):
        for name in FIGURES:
            yield {"part": "phase", "case": row["case"], "phase": row["phase"], "name": name,
                   "value": row[name]}  # fmt: skip
    for row in report.sizes.to_dict("records"):
        kept = {name: row[name] for name in COLUMNS if name in row}
        yield {"part": "index", "name": row["index"], **kept, "note": row["reason"]}
    for row in report.pooled.to_dict("records"):
        yield {"part": "pooled", "name": f"{row['index']}_median", "value": row["median"],
               "low": row["min"], "high": row["max"],
               "note": f"lowest and highest of {row['count']} cases"}  # fmt: skip
    for test in report.tests:
        for name in ("p", "smallest_p", "n_assignments", "observed"):
            yield {"part": "test", "case": test.case, "name": name,
                   "value": getattr(test.result, name), "note": test.result.reason}  # fmt: skip
    for case, rows in report.mirror.items():
        for row in rows:
            about = {"case": case, "phase": PHASES[row.phase], "session": row.session}
            for name in ("person", "practitioner", "gap"):
                yield {"part": "mirror", **about, "name": name, "value": getattr(row, name),
                       "note": STATUS}  # fmt: skip


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
    >>> as_csv(evaluate(read_sessions(rows), Question("increase"))).splitlines()[1]
    'phase,case 1,A,,n,2,,,,,,,'
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
    ['cannot_show', 'cases', 'design', 'limits', 'notes', 'numbers', 'plan_date']
    """
    plan = report.question.plan
    rows = ({n: _plain(v) for n, v in row.items()} for row in records(report))
    return {
        "cases": report.sessions.cases,
        "design": report.design,
        "cannot_show": word("evaluate", f"cannot_{report.design}"),
        "plan_date": plan and {"date": plan.date, "verified": False},
        "limits": report.limits,
        "notes": [*report.test_notes, *report.sessions.notes]
        + [note for note in (report.mirror_note, STATUS if report.mirror else "") if note],
        "numbers": list(rows),
    }


def _plain(value):
    """Turn numbers of NumPy into plain ones, and what does not exist into nothing."""
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _cell(value):
    value = _plain(value)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return "" if value is None else value
