"""The end of the report: the checklists, how the file was read, sources, and the glossary."""

from ..html import Markup, bullets, fragment
from ..measures.single_case import INDICES
from ..words import Message, word
from .checklists import LISTS, filled
from .figures import heads
from .findings import Report
from .html_parts import heading, said, table

__all__ = ["checklists", "glossary", "reading"]


def checklists(report: Report) -> Markup:
    r"""Fill in the checklists of reporting and design as far as the data tell.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,3\ns,1,A,2\ns,2,B,4\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> checklists(found)[:4]
    '<h2>'
    """
    columns = heads(word("evaluate_checks", "columns"))
    parts = [
        fragment(said(f"about_{name}", "evaluate_checks"),
                 table(word("evaluate_checks", f"title_{name}"), columns, filled(report, name)))
        for name in LISTS
    ]  # fmt: skip
    return fragment(heading(word("evaluate_checks", "heading")), *parts)


def reading(report: Report) -> Markup:
    r"""Say how the file was read.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,3\ns,1,A,2\ns,2,B,4\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> reading(found)[:4]
    '<h2>'
    """
    notes = [*report.sessions.notes, *([report.mirror_note] if report.mirror_note else [])]
    return fragment(heading(word("evaluate", "reading")), bullets(notes)) if notes else Markup()


def glossary(report: Report) -> Markup:
    r"""Explain every index that the page uses, with where its formula comes from.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,3\ns,1,A,2\ns,2,B,4\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> glossary(found)[:4]
    '<h2>'
    """
    used = report.sizes["index"].unique().tolist()
    rows = [
        (word("evaluate", f"name_{name}"), word("evaluate", f"about_{name}"),
         INDICES[name].reference)
        for name in used
    ]  # fmt: skip
    lines: list[Message] = [word("evaluate", "source_trend")]
    lines += [word("evaluate", "source_criterion")] * bool(report.aids)
    lines += [word("evaluate", "source_test")] * bool(report.tests)
    caption = word("evaluate", "glossary")
    explained = table(
        word("evaluate", "glossary_table"), heads(word("evaluate", "glossary_columns")), rows
    )
    return fragment(heading(caption), explained, bullets(lines))
