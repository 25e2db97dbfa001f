"""Which column holds what: one row for each session, or one column for each case."""

from typing import NamedTuple

from ...errors import WorkbookError
from ...words import Message, word
from .days import days_of
from .guess import proposed
from .merged import filled_down
from .options import EXTRA, NEEDED, Options, column_pairs, pairs
from .times import session_numbers, shift_of
from .trim import Table, without_totals
from .trouble import Trouble, joined, listed
from .vocabulary import plain

__all__ = ["ONLY", "Raw", "long_table", "named_columns", "wide_table"]

ONLY = "case 1"  # what a series is called when nothing names it


class Raw(NamedTuple):
    """The cells of all sessions, column by column, as they were written.

    Parameters
    ----------
    row : list of int
    case, session, phase, outcome, measure : list of str
    extra : dict of str to list of str
        The columns of the Mirror, and of cards, that are there.
    outcome_name : str
    spare : dict of str to list of str
        Columns that were not read.
    notes : list of Message

    Examples
    --------
    >>> Raw([2], ["north"], ["1"], ["A"], ["3.5"], [""], {}, "rating", {}, []).phase
    ['A']
    """

    row: list[int]
    case: list[str]
    session: list[str]
    phase: list[str]
    outcome: list[str]
    measure: list[str]
    extra: dict[str, list[str]]
    outcome_name: str
    spare: dict[str, list[str]]
    notes: list[Message]


def named_columns(options: Options) -> dict[str, list[str]]:
    """Give the names of the columns that are needed or were named.

    Parameters
    ----------
    options : Options

    Examples
    --------
    >>> named_columns(Options(columns="outcome=rating"))["outcome"]
    ['rating']
    """
    named = column_pairs(options.columns) if options.columns else {}
    return {name: [name] for name in NEEDED} | named


def long_table(table: Table, options: Options) -> Raw:
    r"""Take apart a table with one row for each session.

    Parameters
    ----------
    table : Table
    options : Options

    Raises
    ------
    WorkbookError
        When a column is not there.

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> found = find_table(read_grids(b"session,phase,outcome\n1,A,3\n")[0], ["session"])
    >>> long_table(found, Options()).outcome
    ['3']
    """
    named = named_columns(options)
    at = {
        name: _place(table, given[0], name, options)
        for name, given in named.items()
        if name != "outcome" and not (name == "phase" and _by_session(table, options, named))
    }
    outcomes = [_place(table, name, "outcome", options) for name in named["outcome"]]
    header = [plain(name) for name in table.header]
    for name in ("case", "measure", *EXTRA):
        if name not in at and plain(name) in header:
            at[name] = header.index(plain(name))
    table = without_totals(table, at["session"])
    table = filled_down(table, {n: at[n] for n in ("case", "phase", "measure") if n in at})
    _refuse_wide_rows(table)
    _refuse_merged(table, outcomes)
    table = _without_ahead(table, [*outcomes, *([at["phase"]] if "phase" in at else [])])
    return _gathered(table, at, outcomes, named["outcome"][0])


def _without_ahead(table: Table, places: list[int]) -> Table:
    """Leave out sessions that have neither a phase nor an outcome, as those still to come."""
    ahead = [row for row, cells in table.rows if not any(_at(cells, place) for place in places)]
    if not ahead or len(ahead) == len(table.rows):
        return table
    note = word("table", "rows_ahead", n=len(ahead), rows=listed(ahead))
    out = set(ahead)
    rows = [each for each in table.rows if each[0] not in out]
    return table._replace(rows=rows, notes=[*table.notes, note])


def _at(cells: list[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _gathered(table: Table, at: dict[str, int], outcomes: list[int], outcome_name: str) -> Raw:
    rows, cells = [row for row, _ in table.rows], _squared(table)
    several = len(outcomes) > 1
    columns = {name: [row[place] for row in cells] * len(outcomes) for name, place in at.items()}
    many = len(rows) * len(outcomes)
    outcome = [row[place] for place in outcomes for row in cells]
    measure = columns.get("measure", [""] * many)
    notes = list(table.notes)
    if several:
        measure = [table.header[place] for place in outcomes for _ in cells]
    if len(held := dict.fromkeys(measure)) > 1:
        notes.append(word("table", "measures", n=len(held), measures=listed(held)))
    used = {*at.values(), *outcomes}
    spare = {
        table.header[place]: [row[place] for row in cells] * len(outcomes)
        for place in range(len(table.header))
        if table.header[place] and place not in used
    }
    case = columns.get("case", [ONLY] * many)
    phase = columns.get("phase", [])
    extra = {name: columns[name] for name in EXTRA if name in columns}
    return Raw(rows * len(outcomes), case, columns["session"], phase, outcome, measure,
               extra, outcome_name, spare, notes)  # fmt: skip


def _squared(table: Table) -> list[list[str]]:
    """Give every row as many cells as the header has."""
    width = len(table.header)
    return [
        cells if len(cells) >= width else cells + [""] * (width - len(cells))
        for _, cells in table.rows
    ]


def _by_session(table: Table, options: Options, named: dict[str, list[str]]) -> bool:
    """Say whether sessions are told apart by their own names, since no column holds a phase."""
    there = plain(named["phase"][0]) in [plain(name) for name in table.header]
    return not there and bool(options.before or options.after)


def _refuse_wide_rows(table: Table) -> None:
    width = len(table.header)
    many = [row for row, cells in table.rows if any(cells[width:])]
    if many:
        trouble = Trouble()
        for row in many:
            trouble.add(row, "", "many_cells")
        trouble.refuse()


def _refuse_merged(table: Table, places: list[int]) -> None:
    """Refuse one number that stands for several sessions, since their cells are merged."""
    trouble, held = Trouble(), dict(table.rows)
    for row, cells in table.rows if table.grid.merged else ():
        for place in places:
            first, _ = table.grid.merged.get((row, place), (0, 0))
            number = any(map(str.isdecimal, _at(held.get(first, []), place)))
            if number and not _at(cells, place):
                trouble.add(row, "outcome", "merged_outcome")
    trouble.refuse()


def wide_table(table: Table, options: Options) -> Raw:
    r"""Take apart a table with one column for each case.

    Parameters
    ----------
    table : Table
    options : Options
        With `wide`, as ``week: north=7, south=10``: the column of sessions, then for each column
        of outcomes the first B session, or the column that holds its phase.

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> found = find_table(read_grids(b"week,north\n8,3.5\n")[0], ["week"])
    >>> wide_table(found, Options(wide="week: north=7")).phase
    ['B']
    """
    session, colon, rest = options.wide.partition(":")
    if not colon:
        raise WorkbookError(word("sessions", "no_colon"))
    when = _place(table, session.strip(), "session", options)
    found = pairs(rest)
    at = {name: _place(table, name, "outcome", options) for name in found}
    starts = {name: start for name, start in found.items() if _is_start(start)}
    held = {n: _place(table, c, "phase", options) for n, c in found.items() if n not in starts}
    table = without_totals(table, when)
    table = filled_down(table, {f"phase {n}": place for n, place in held.items()})
    _refuse_wide_rows(table)
    _refuse_merged(table, list(at.values()))
    cells = _squared(table)
    raw: dict[str, list] = {name: [] for name in ("row", "case", "session", "phase", "outcome")}
    for name, place in at.items():
        weeks = [each[when] for each in cells]
        sides = _sides(weeks, starts[name], options.dates) if name in starts else []
        for n, ((row, _), each) in enumerate(zip(table.rows, cells, strict=True)):
            phase = sides[n] if sides else each[held[name]]
            for key, value in zip(raw, (row, name, each[when], phase, each[place]), strict=True):
                raw[key].append(value)
    used = {when, *at.values(), *held.values()}
    spare: dict[str, list[str]] = {name: [] for place, name in enumerate(table.header)
                                   if name and place not in used}  # fmt: skip
    return Raw(**raw, measure=[""] * len(raw["row"]), extra={}, outcome_name="outcome",
               spare=spare, notes=list(table.notes))  # fmt: skip


def _is_start(text: str) -> bool:
    return text.isdecimal() or days_of([text], [0], "", Trouble())[0] is not None


def _sides(weeks: list[str], start: str, order: str) -> list[str]:
    """Say of each session whether it lies after a start, which is a number or a date."""
    unread, rows = Trouble(), [0] * len(weeks)
    numbers = session_numbers(weeks, rows, rows, order, unread)[0]
    if start.isdecimal():
        first_number = int(start) + shift_of(set(weeks))
        return ["AB"[number >= first_number] for number in numbers]
    first, *days = days_of([start, *weeks], [0, *rows], order, unread)
    return ["AB"[bool(first and day and day >= first)] for day in days]


def _place(table: Table, column: str, meant: str, options: Options) -> int:
    header = [plain(name) for name in table.header]
    if (name := plain(column)) in header:
        return header.index(name)
    about = {"row": table.row, "column": column, "meant": meant}
    about["header"] = ", ".join(_quoted(name) for name in table.header)[:200].casefold()
    said = [word("sessions", "no_column" if column == meant else "no_column_for", **about)]
    said += proposed(table, options)
    raise WorkbookError(joined(said, " "))


def _quoted(name: str) -> str:
    return f"'{name}'" if "," in name else name
