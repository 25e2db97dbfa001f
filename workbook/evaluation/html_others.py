"""The folded tables of a case for reading other people's reports."""

from math import isnan
from typing import Any

from ..html import Markup, fragment
from ..measures.single_case import INDICES
from ..readings.describe import number
from ..words import word
from .figures import heads
from .findings import Report
from .html_parts import folded, said, table
from .others import PERMUTATIONS, TERMS

__all__ = ["others"]


def others(report: Report, labels: list[str]) -> Markup:
    r"""Write the indices and the regression lines that other reports use, folded away.

    Parameters
    ----------
    report : Report
    labels : list of str
        What the rows of the case are called.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> others(evaluate(read_sessions(rows), Question("increase")), ["case 1"])[:9]
    '<details>'
    """
    tables = [each for label in labels for each in _parts(report, label)]
    return folded(word("evaluate", "others"), said("others_about"), *tables)


def _parts(report: Report, label: str) -> tuple[Markup, ...]:
    parts = _sizes(report, label), _lines(report, label)
    if isnan(p := report.others.dealt[label]):
        return parts
    about = {"label": label, "p": _p(p), "n": f"{PERMUTATIONS:,}"}
    return *parts, said("dealt", **about)


def _sizes(report: Report, label: str) -> Markup:
    sizes = report.others.sizes
    rows = [_size(row) for row in sizes[sizes["case"] == label].to_dict("records")]
    return table(
        word("evaluate", "others_of", label=label), heads(word("evaluate", "others_columns")), rows
    )


def _size(row: dict[Any, Any]) -> tuple[str, ...]:
    name, value = row["index"], row["value"]
    text = "" if isnan(value) else word("evaluate", f"says_{name}", value=value)
    text = text.replace("-", "\N{MINUS SIGN}")
    ends = _ends(row["low"], row["high"])
    about = f"{text} {row['reason']}".strip()
    return word("evaluate", f"name_{name}"), number(value), ends, about, INDICES[name].reference


def _ends(low: float, high: float) -> str:
    ends = {"low": number(low), "high": number(high)}
    return number(low) if isnan(low) else word("evaluate", "from_to", **ends)


def _p(p: float) -> str:
    return word("evaluate", "tiny") if p < 0.001 else number(p, ".3f")


def _lines(report: Report, label: str) -> Markup:
    found = report.others.lines[label]
    rows = [
        (word("evaluate", f"line_{name}"), number(row["estimate"]), number(row["se"]),
         number(row["t"]), _p(row["p"]))
        for name, row in zip(TERMS, found.to_dict("records"), strict=True)
    ]  # fmt: skip
    why = found.attrs["reason"]
    made = table(
        word("evaluate", "lines_of", label=label), heads(word("evaluate", "lines_columns")), rows
    )
    return fragment(made, said("lines_none", reason=why)) if why else made
