"""Which table of a file is meant: the sheet, and the header in it."""

import os

from ...errors import WorkbookError
from ...words import word
from .columns import named_columns
from .grid import Grid, read_grids
from .guess import guessed
from .options import Options
from .trim import Table, find_table
from .vocabulary import plain

__all__ = ["choose_table", "fitting_table"]

NARROW, FEWEST = 2, 3  # filled cells of a row, and such rows, that a table has at least


def choose_table(source: str | os.PathLike | bytes, options: Options) -> Table:
    r"""Read a file and find the table in it.

    Parameters
    ----------
    source : str, os.PathLike or bytes
    options : Options

    Raises
    ------
    WorkbookError
        When several sheets may be meant: they are listed.

    Examples
    --------
    >>> choose_table(b"session,phase,outcome\n1,A,2\n", Options()).row
    1
    """
    wanted = _wanted(options)
    grids = read_grids(source, options.sheet)
    if len(grids) == 1:
        return find_table(grids[0], wanted)
    fitting = [grid for grid in grids if _fits(grid.rows, wanted)]
    fitting = fitting or [grid for grid in grids if _may_fit(grid, options)]
    sheets = [grid.sheet for grid in grids]
    if len(fitting) != 1:
        about = {"n": len(sheets), "sheets": ", ".join(sheets)[:300], "first": sheets[0]}
        name = "ask_sheets_alike" if _alike(fitting) else "ask_sheet"
        raise WorkbookError(word("table", name, **about))
    table = find_table(fitting[0], wanted)
    others = ", ".join(name for name in sheets if name != fitting[0].sheet)[:300]
    note = word("table", "sheet_taken", sheet=fitting[0].sheet, others=others)
    return table._replace(notes=[note, *table.notes])


def _alike(grids: list[Grid]) -> bool:
    """Say whether several sheets begin with the same row and name no cases."""
    firsts = {tuple(next((c for _, c in grid.rows if any(c)), [])) for grid in grids}
    return len(grids) > 1 and len(firsts) == 1 and "case" not in map(plain, firsts.pop())


def _may_fit(grid: Grid, options: Options) -> bool:
    """Say whether the columns of a sheet can be guessed, or it holds rows of numbers at all."""
    full = [cells for _, cells in grid.rows if sum(map(bool, cells)) >= NARROW]
    if len(full) < FEWEST:
        return False
    try:
        table = find_table(grid, [])
    except WorkbookError:
        return True  # a table, and the person is told what is wrong with it
    numbers = sum(map(str.isdecimal, (cell[:1] for cells in full for cell in cells)))
    return bool(guessed(table, options)[1]) or numbers >= len(full)


def _wanted(options: Options) -> list[str]:
    if options.wide:
        return [options.wide.partition(":")[0].strip()]
    named = named_columns(options)
    keys = ("session", "outcome") if options.before or options.after else (
        "session", "phase", "outcome")  # fmt: skip
    return [name for key in keys for name in named[key]]


def _fits(rows: list, wanted: list[str]) -> bool:
    names = {plain(name) for name in wanted}
    return any(names <= {plain(cell) for cell in cells} for _, cells in rows)


def fitting_table(source: str | os.PathLike | bytes, wanted: list[str], options: Options) -> Table:
    r"""Find the table that has the wanted columns, whatever else it holds.

    Parameters
    ----------
    source : str, os.PathLike or bytes
    wanted : list of str
    options : Options
        Its `sheet`.

    Raises
    ------
    WorkbookError
        When several sheets may be meant.

    Examples
    --------
    >>> fitting_table(b"Cards of May,\nside,pair\nperson,x\n", ["side"], Options()).row
    2
    """
    grids = read_grids(source, options.sheet)
    fitting = [grid for grid in grids if _fits(grid.rows, wanted)] or grids
    if len(fitting) > 1:
        sheets = ", ".join(grid.sheet for grid in fitting)[:300]
        about = {"n": len(grids), "sheets": sheets, "first": fitting[0].sheet}
        raise WorkbookError(word("table", "ask_sheet", **about))
    return find_table(fitting[0], wanted)
