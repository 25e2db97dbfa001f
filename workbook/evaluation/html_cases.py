"""The section of each case: its picture, its phases, its sizes of change, what to keep in mind."""

import re
from math import isnan
from typing import Any

from ..html import Markup, bullets, element, fragment
from ..measures import rating
from ..readings.describe import number
from ..words import word
from .aids import describe
from .figures import change, heads, level
from .findings import Report
from .floors import least
from .html_others import others
from .html_parts import figure, heading, said, table
from .pictures import case_chart, mirror_chart
from .read import Progress

__all__ = ["cases"]

Row = dict[str, Any]


def cases(report: Report, progress: Progress) -> Markup:
    r"""Write the sections of the cases that are shown.

    Parameters
    ----------
    report : Report
    progress : callable
        Takes a sentence about long work.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions, unheard
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,3\ns,1,A,2\ns,2,B,4\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> cases(found, unheard)[:4]
    '<h2>'
    """
    parts = [heading(word("evaluate", "cases")), said("independent")]
    for n, case in enumerate(report.shown, 1):
        progress(word("evaluate", "drawing", n=n, all=len(report.shown)))
        parts.append(_case(report, case, f"c{n}"))
    return fragment(*parts)


def _case(report: Report, case: str, key: str) -> Markup:
    labels = report.labels[case]
    limits = report.limits[case]
    keep = [heading(word("evaluate", "keep"), 4), bullets(limits)] if limits else []
    return element(
        "section",
        heading(case, 3),
        figure(case_chart(report, case), key) if len(report.sessions.cases) > 1 else "",
        _phases(report, case),
        *(_sizes(report, label) for label in labels),
        _aids(report, labels),
        *keep,
        others(report, labels),
        _mirror(report, case, key),
    )


def _phases(report: Report, case: str) -> Markup:
    labels = report.labels[case]
    mine = report.phases[report.phases["case"].isin(labels)].to_dict("records")
    rows = [
        (f"{row['phase']}{row['case'][-2] if len(labels) > 1 else ''}",
         word("evaluate", "counted", n=row["n"], missing=row["missing"]),
         level(row["mean"]), level(row["median"]), level(row["sd"]),
         _ends(level(row["low"]), level(row["high"])),
         change(row["steady_slope"]), change(row["slope"]))
        for row in mine
    ]  # fmt: skip
    return table(
        word("evaluate", "phases", case=case), heads(word("evaluate", "phase_columns")), rows
    )


def _ends(low: str, high: str) -> str:
    return low if low == "\N{EN DASH}" else word("evaluate", "from_to", low=low, high=high)


def _sizes(report: Report, label: str) -> Markup:
    mine = report.sizes[report.sizes["case"] == label].to_dict("records")
    caption = word("evaluate", "sizes", case=label)
    rows = [_size({str(name): value for name, value in row.items()}) for row in mine]
    about = [_lag({str(name): value for name, value in mine[0].items()})] if mine else []
    return fragment(table(caption, heads(word("evaluate", "size_columns")), rows), *about)


def _lag(row: Row) -> Markup:
    """Say once for all indices on how many sessions they rest, and how alike neighbors are."""
    alike = row["autocorrelation"]
    name = "lag_none" if isnan(alike) else "lag"
    return said(name, n_a=row["n_a"], n_b=row["n_b"], alike=number(alike))


def _size(row: Row) -> tuple[str, ...]:
    value, reason = row["value"], row["reason"]
    about = {**least(row["n_a"], row["n_b"]), "n_a": row["n_a"], "n_b": row["n_b"]}
    says: str = ""
    if not isnan(value):
        says = word("evaluate", f"says_{row['index']}", value=value, **about)
    says = re.sub(r"(?<!\w)-(?=\d)", "\N{MINUS SIGN}", says)
    ends = _ends(number(row["low"]), number(row["high"]))
    return (word("evaluate", f"name_{row['index']}"), number(value), ends,
            number(row["se"], ".3f"), f"{says} {reason}".strip())  # fmt: skip


def _aids(report: Report, labels: list[str]) -> Markup:
    found = [report.aids[label] for label in labels if label in report.aids]
    if not found:
        return Markup()
    sentences = [
        word("evaluate", "of_label", label=aid.label, text=text) if len(labels) > 1 else text
        for aid in found
        for text in describe(aid)
    ]
    return fragment(heading(word("evaluate_aids", "heading"), 4), bullets(sentences))


def _mirror(report: Report, case: str, key: str) -> Markup:
    if case not in report.mirror:
        return Markup()
    return fragment(
        heading(word("evaluate", "mirror"), 4),
        element("p", element("strong", rating.mirror().status)),
        figure(mirror_chart(report, case), f"{key}m"),
        said("mirror_gap"),
    )
