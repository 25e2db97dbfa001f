"""Cells that were merged, or left empty below a name that holds for a whole block."""

from ...words import word
from .trim import Table
from .trouble import listed

__all__ = ["filled_down"]


def filled_down(table: Table, columns: dict[str, int]) -> Table:
    r"""Fill the empty cells below the first of a block; a block's own line is taken away.

    Parameters
    ----------
    table : Table
    columns : dict of str to int
        What a column holds, and its place.

    Returns
    -------
    Table
        The cells are filled where the workbook says that they are merged, or where each name of
        the column stands only once, on top of its block. The notes say in which rows.

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> found = find_table(read_grids(b"case,session\nx,1\n,2\n,3\n")[0], [])
    >>> [cells[0] for _, cells in filled_down(found, {"case": 0}).rows]
    ['x', 'x', 'x']
    """
    rows = list(table.rows)
    notes = list(table.notes)
    tops = _block_lines(rows, columns.get("case"))
    for name, place in columns.items():
        if filled := _fill(rows, place, table.grid.merged, columns.get("case"), bool(tops)):
            about = {"column": table.header[place] or name, "rows": listed(filled)}
            notes.append(word("table", "merged", n=len(filled), **about))
    if tops:
        notes.append(word("table", "block_lines", n=len(tops), rows=listed(sorted(tops))))
    return table._replace(rows=[each for each in rows if each[0] not in tops], notes=notes)


def _block_lines(rows: list, place: int | None) -> set[int]:
    """Find rows that hold nothing but a case, above rows without one."""
    if place is None:
        return set()
    return {
        row
        for (row, cells), (_, below) in zip(rows, rows[1:], strict=False)
        if _at(cells, place) and sum(map(bool, cells)) == 1 and not _at(below, place)
    }


def _fill(rows: list, place: int, merged: dict, case: int | None, lines: bool) -> list[int]:
    empty = [row for row, cells in rows if not _at(cells, place)]
    if not empty or not (once := lines or _stands_once(rows, place, case)) and not merged:
        return []
    filled, above, whose = [], "", ""
    for at, (row, cells) in enumerate(rows):
        now = _at(cells, case) if case is not None else ""
        if cell := _at(cells, place):
            above, whose = cell, now
        elif ((row, place) in merged or once) and above and (case in (None, place) or now == whose):
            rows[at] = row, _with(cells, place, above)
            filled.append(row)
    return filled


def _with(cells: list[str], place: int, text: str) -> list[str]:
    wide = cells + [""] * (place + 1 - len(cells))
    return [*wide[:place], text, *wide[place + 1 :]]


def _stands_once(rows: list, place: int, case: int | None) -> bool:
    """Say whether no name of a column stands again below itself, and most cells are empty."""
    held = [(_at(cells, case) if case is not None else "", _at(cells, place)) for _, cells in rows]
    held = [each for each in held if each[1]]
    again = any(one == other for one, other in zip(held, held[1:], strict=False))
    return bool(held) and not again and 2 * len(held) <= len(rows)


def _at(cells: list[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
