"""What the form of a page asks: a table looked at, then its report; nothing is written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..errors import WorkbookError
from ..measures.randomization import Plan
from ..words import word
from .findings import Question
from .html_page import page
from .offers import offers_of
from .outcomes import reports
from .read import read_outcomes
from .sessions import Sessions
from .several import joined_pages
from .spreadsheet import numbers_csv
from .table.grid import read_grids
from .table.options import Options
from .table.phases import PHASES

__all__ = ["look", "made"]

FIRST = 8  # rows that are shown


def look(data: bytes, said: Mapping[str, Any]) -> dict[str, Any]:
    r"""Read a table and show its first rows as they were understood; or what is asked.

    Parameters
    ----------
    data : bytes
        The file.
    said : mapping of str to str or bool
        Fields of `Options`.

    Returns
    -------
    dict
        ``head`` and ``rows`` of texts, ``notes``, ``question`` (empty where nothing is asked),
        ``offers`` (each an answer with its ``label`` and the ``fields`` that it fills), ``about``.

    Examples
    --------
    >>> look(b"session,phase,outcome\n1,BL,2\n2,Tx,4\n", {})["rows"][0]
    ['case 1', '1', 'A', '2']
    """
    try:
        found = read_outcomes(data, _options(said))
    except WorkbookError as error:
        offers = [each._asdict() for each in offers_of(error.args[0], said)]
        return {"question": str(error), "offers": offers, "notes": [], "about": "",
                **_as_it_is(data, said)}  # fmt: skip
    rows = [row for each in found for row in _rows(each)]
    sizes = {"n": sum(len(each.columns["row"]) for each in found)}
    about = word("table_form", "understood", **sizes, cases=len(found[0].cases))
    head = [word("table_form", name) for name in ("case", "session", "phase", "outcome")]
    notes = list(dict.fromkeys(str(note) for each in found for note in each.notes))
    return {
        "question": "",
        "offers": [],
        "notes": notes,
        "about": about,
        "head": head,
        "rows": rows,
    }


def made(data: bytes, name: str, said: Mapping[str, Any]) -> dict[str, str]:
    r"""Make the report.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Of the file.
    said : mapping of str to str or bool
        Fields of `Options`, and ``improvement``, ``goal``, ``scale``, ``title``,
        ``counted_by``, ``drawn_phases`` and ``plan`` (what a plan's file holds).

    Returns
    -------
    dict of str to str
        ``page`` and ``numbers``, whole files.

    Raises
    ------
    WorkbookError
        When the table cannot be read, or the question does not fit it.

    Examples
    --------
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> sorted(made(rows, "a.csv", {"improvement": "increase"}))
    ['numbers', 'page']
    """
    found = [each._replace(name=name) for each in read_outcomes(data, _options(said))]
    question, title = _question(said), str(said.get("title") or "")
    by_outcome = reports(found, question)
    pages = {key: page(each, date.today().isoformat()) for key, each in by_outcome.items()}
    heading = title or word("evaluate", "title", file=name)
    return {"page": joined_pages(pages, heading), "numbers": numbers_csv(by_outcome)}


def _options(said: Mapping[str, Any]) -> Options:
    known = {key: value for key, value in said.items() if key in Options._fields and value}
    return Options(**known)


def _question(said: Mapping[str, Any]) -> Question:
    goal, title, by, plan, scale = (
        str(said.get(name) or "") for name in ("goal", "title", "counted_by", "plan", "scale")
    )
    lots = Plan.read(plan, word("table_form", "field_plan")) if plan else None
    drawn = _drawn(str(said.get("drawn_phases") or ""))
    return Question(said["improvement"], _goal(goal), scale or "other", lots, title, by, drawn)


def _drawn(text: str) -> int:
    """Read the fewest sessions of a phase whose changes were drawn; 0 where nothing is said."""
    if not text.strip():
        return 0
    if not (text.strip().isdecimal() and int(text) > 0):
        raise WorkbookError(word("table_form", "few_drawn"))
    return int(text)


def _goal(text: str) -> float | None:
    try:
        return float(text.replace(",", ".")) if text.strip() else None
    except ValueError:
        raise WorkbookError(word("evaluate_command", "no_goal", text=text[:30])) from None


def _rows(sessions: Sessions) -> list[list[str]]:
    """Give the first rows, and with them the first of each phase."""
    found = sessions.columns
    places = sorted({*range(min(FIRST // 2, len(found["row"]))), *_firsts(found["phase"])})
    outcome = f"{sessions.measure}: " if sessions.measure else ""
    return [
        [sessions.cases[found["case"][n]], f"{found['session'][n]}", PHASES[found["phase"][n]],
         f"{outcome}{found['outcome'][n]:.6g}".replace("nan", word("table_form", "missing"))]
        for n in places[:FIRST]
    ]  # fmt: skip


def _firsts(phase) -> list[int]:
    codes = phase.tolist()
    return [codes.index(code) for code in sorted(set(codes))]


def _as_it_is(data: bytes, said: Mapping[str, Any]) -> dict[str, Any]:
    """Give the first rows as they stand in the file, where nothing could be made of them."""
    try:
        grids = read_grids(data, str(said.get("sheet") or ""))
    except WorkbookError:
        return {"head": [], "rows": []}
    rows = [(n, cells) for n, cells in grids[0].rows if any(cells)][:FIRST]
    width = max((len(cells) for _, cells in rows), default=0)
    head = [word("table_form", "row"), *(f"{n}" for n in range(1, width + 1))]
    return {"head": head, "rows": [[f"{n}", *cells, *[""] * (width - len(cells))]
                                   for n, cells in rows]}  # fmt: skip
