"""Where in a table the sessions stand: one row for each, or one column for each case."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..errors import WorkbookError
from ..words import word

__all__ = ["EXTRA", "ONLY", "Cells", "long_layout", "pairs", "wide_layout"]

NEEDED = ("session", "phase", "outcome")
EXTRA = ("person", "practitioner", "person_cards", "practitioner_cards", "cards")
KNOWN = ("case", *NEEDED, *EXTRA)
ONLY = "case 1"  # what a series is called when nothing names it


class Cells(NamedTuple):
    """The cells of one session, as they were written.

    Parameters
    ----------
    case, session, phase, outcome : str
    extra : tuple of str
        The columns of the Mirror, and of cards, that are there.

    Examples
    --------
    >>> Cells("north", "1", "A", "3.5", ()).phase
    'A'
    """

    case: str
    session: str
    phase: str
    outcome: str
    extra: tuple


class Layout(NamedTuple):
    """How rows are taken apart, which extra columns there are, and what is left unread."""

    rows: Callable[[list[str]], Iterator[Cells]]
    extra: tuple
    outcome: str
    unread: list


def pairs(text: str) -> dict[str, str]:
    """Read a list such as ``north=increase, south=decrease``.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> pairs("north=4, south=5")
    {'north': '4', 'south': '5'}
    """
    found: dict[str, str] = {}
    for part in text.split(","):
        name, sign, value = (piece.strip() for piece in part.rpartition("="))
        if not (sign and name and value) or name in found:
            raise WorkbookError(word("sessions", "odd_pair", text=part.strip()[:40]))
        found[name] = value
    return found


def long_layout(header: list[str], columns: str) -> Layout:
    """Find the columns of a table with one row for each session.

    Parameters
    ----------
    header : list of str
        The first row.
    columns : str
        ``case=worker, outcome=rating`` where the names differ; else empty.

    Examples
    --------
    >>> long_layout(["session", "phase", "rating"], "outcome=rating").outcome
    'rating'
    """
    named = {name: name for name in KNOWN} | (pairs(columns) if columns else {})
    for name in named:
        if name not in KNOWN:
            known = ", ".join(KNOWN)
            raise WorkbookError(word("sessions", "odd_column", column=name, known=known))
    wanted = [n for n in named if n in NEEDED or named[n] != n or named[n].casefold() in header]
    at = {name: _place(header, named[name], name) for name in wanted}
    extra = tuple(name for name in EXTRA if name in at)

    def rows(cells: list[str]) -> Iterator[Cells]:
        case = cells[at["case"]] if "case" in at else ONLY
        session, phase, outcome = (cells[at[name]] for name in NEEDED)
        yield Cells(case, session, phase, outcome, tuple(cells[at[n]] for n in extra))

    return Layout(rows, extra, named["outcome"], _unread(header, at.values()))


def wide_layout(header: list[str], wide: str) -> Layout:
    """Find the columns of a table with one column for each case.

    Parameters
    ----------
    header : list of str
        The first row.
    wide : str
        ``week: north=7, south=10``: the column of sessions, then for each column of outcomes
        the first B session, or the column that holds its phase.

    Examples
    --------
    >>> list(wide_layout(["week", "north"], "week: north=7").rows(["8", "3.5"]))[0].phase
    'B'
    """
    session, colon, rest = wide.partition(":")
    if not colon:
        raise WorkbookError(word("sessions", "no_colon"))
    when = _place(header, session.strip(), "session")
    found = pairs(rest)
    at = {name: _place(header, name, "outcome") for name in found}
    starts = {name: int(start) for name, start in found.items() if start.isdecimal()}
    phases = {n: _place(header, c, "phase") for n, c in found.items() if n not in starts}

    def rows(cells: list[str]) -> Iterator[Cells]:
        week = cells[when]
        number = float(week) if week.replace(".", "", 1).isdecimal() else 0
        for name, place in at.items():
            phase = "AB"[number >= starts[name]] if name in starts else cells[phases[name]]
            yield Cells(name, week, phase, cells[place], ())

    used = [when, *at.values(), *phases.values()]
    return Layout(rows, (), "outcome", _unread(header, used))


def _place(header: list[str], column: str, meant: str) -> int:
    if (name := column.casefold()) in header:
        return header.index(name)
    name = "no_column" if column == meant else "no_column_for"
    about = {"column": column, "meant": meant, "header": ", ".join(header)[:200]}
    raise WorkbookError(word("sessions", name, **about))


def _unread(header: list[str], used: Iterable[int]) -> list[str]:
    return [name for place, name in enumerate(header) if name and place not in set(used)]
