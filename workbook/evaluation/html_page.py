"""The report as one HTML page: no script, nothing from elsewhere, light and dark, on paper too."""

from pathlib import Path

from .. import design as face
from .. import html
from ..html import element
from .findings import Report
from .html_board import board, design, side_by_side
from .html_cases import cases
from .html_end import checklists, glossary, reading
from .read import Progress, unheard

__all__ = ["page"]

STYLE = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
)


def page(report: Report, date: str, progress: Progress = unheard) -> str:
    r"""Write the report: a first page for a board, then pictures, numbers, checklists, glossary.

    Parameters
    ----------
    report : Report
    date : str
        When it is made.
    progress : callable
        Takes a sentence about long work.

    Returns
    -------
    str
        A whole HTML page.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> page(evaluate(read_sessions(rows), Question("increase")), "2026-01-05")[:15]
    '<!doctype html>'
    """
    body = element(
        "main",
        board(report, date),
        design(report),
        side_by_side(report),
        cases(report, progress),
        checklists(report),
        reading(report),
        glossary(report),
    )
    style = face.stylesheet() + face.colors("system") + STYLE
    return html.page(report.title, body, style=style, head=HEAD)
