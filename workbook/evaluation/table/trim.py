"""Where the table begins and ends: title rows, the header, totals, empty rows, notes below it."""

from typing import NamedTuple

from ...errors import WorkbookError
from ...words import Message, word
from .grid import Grid
from .second_header import without_labels
from .trouble import listed
from .vocabulary import TOTALS, alike, plain

__all__ = ["Table", "find_table", "without_totals"]

DEEPEST = 40  # rows among which the header is looked for
KNOWN = 3  # of whose, when, phase and outcome, that a row names which is a header


class Table(NamedTuple):
    r"""A header and the rows below it.

    Parameters
    ----------
    header : list of str
        As it was written.
    row : int
        Of the header.
    rows : list of (int, list of str)
        Those below it.
    grid : Grid
        Where all this stands.
    notes : list of Message
        What was found.

    Examples
    --------
    >>> from .grid import read_grids
    >>> find_table(read_grids(b"Our title,\nsession,phase\n1,A\n")[0], ["session"]).row
    2
    """

    header: list[str]
    row: int
    rows: list
    grid: Grid
    notes: list[Message]


def find_table(grid: Grid, wanted: list[str]) -> Table:
    r"""Find the header, and take away what stands above it and between the rows.

    Parameters
    ----------
    grid : Grid
    wanted : list of str
        Names that the header holds.

    Raises
    ------
    WorkbookError
        When nothing is there, or a column stands twice.

    Examples
    --------
    >>> from .grid import read_grids
    >>> find_table(read_grids(b"session,phase\n1,A\n\n2,B\n")[0], []).rows
    [(2, ['1', 'A']), (4, ['2', 'B'])]
    """
    place = _header(grid.rows, [plain(name) for name in wanted])
    row, header = grid.rows[place]
    _refuse_twins(header, row)
    notes = list(grid.notes)
    above = [(n, cells) for n, cells in grid.rows[:place] if any(cells)]
    if above:
        text = next(cell for cell in above[0][1] if cell)[:60]
        rows = listed(n for n, _ in above)
        notes.append(word("table", "title_rows", n=len(above), rows=rows, text=text, header=row))
    below, folded = grid.rows[place + 1 :], [cell.casefold() for cell in header]
    again = [n for n, cells in below if _is_header(cells, folded)]
    if again:
        notes.append(word("table", "header_again", n=len(again), rows=listed(again)))
    filled = [(n, cells) for n, cells in below if any(cells)]
    empty = sorted({n for n, cells in below if not any(cells) and filled and n < filled[-1][0]})
    if empty:
        notes.append(word("table", "empty_rows", n=len(empty), rows=listed(empty)))
    twice = set(again)
    rows_kept, labels = without_labels([each for each in filled if each[0] not in twice])
    return Table(header, row, rows_kept, grid, notes + labels)


def _is_header(cells: list[str], folded: list[str]) -> bool:
    return (
        cells[:1] != []
        and cells[0].casefold() == folded[0]
        and ([cell.casefold() for cell in cells] == folded)
    )


def _header(rows: list, wanted: list[str]) -> int:
    """Find the first row that holds all the names; else the first that is about full."""
    first = [(place, cells) for place, (_, cells) in enumerate(rows[: 4 * DEEPEST]) if any(cells)]
    first = first[:DEEPEST]
    if not first:
        raise WorkbookError(word("sessions", "empty"))
    for place, cells in first:
        if wanted and set(wanted) <= {plain(cell) for cell in cells}:
            return place
    for place, cells in first:
        if _known(cells) >= KNOWN:
            return place
    widest = max(sum(map(bool, cells)) for _, cells in first)
    full = [each for each in first if sum(map(bool, each[1])) >= 0.75 * widest]
    above, below = full[0][1], full[1][1] if full[1:] else []
    words = not any(cell[:1].isdecimal() for cell in [*above, *below])
    groups = words and below and _twins(above) and not _twins(below)
    return full[1][0] if groups else full[0][0]  # names of groups of columns stand above their own


def _twins(cells: list[str]) -> list[str]:
    folded = [cell.casefold() for cell in cells if cell]
    return [name for name in folded if folded.count(name) > 1]


def _known(cells: list[str]) -> int:
    """Count what the names in a row say: whose, when, which phase, how much."""
    names = [name for cell in cells if (name := plain(cell)) and not name[0].isdigit()]
    keys = ("case", "session", "phase", "outcome")
    return sum(bool(alike(names, key)) for key in keys)


def _refuse_twins(header: list[str], row: int) -> None:
    for name in _twins(header):
        raise WorkbookError(word("sessions", "twin", row=row, column=name))


def without_totals(table: Table, key: int | None) -> Table:
    r"""Leave out rows that sum up others, and lines of text below the table; tell which.

    Parameters
    ----------
    table : Table
    key : int or None
        The column that every session fills, such as its number; None where a row is a case.

    Examples
    --------
    >>> from .grid import read_grids
    >>> found = find_table(read_grids(b"case,session\nx,1\nTotal,\n")[0], [])
    >>> without_totals(found, 1).rows
    [(2, ['x', '1'])]
    """
    totals, lines, tail = [], [], True
    for row, cells in reversed(table.rows):
        first = next(cell for cell in cells if cell)
        held = "" if key is None else _at(cells, key)
        if _is_total(first, held, key) or plain(held) in TOTALS:
            totals.append((row, held if plain(held) in TOTALS else first))
        elif tail and _is_line(cells, key):
            lines.append(row)
        elif key is None:
            break
        else:
            tail = False
    out = {row for row, _ in totals} | set(lines)
    notes = list(table.notes)
    if totals:
        rows, what = listed(sorted(row for row, _ in totals)), totals[-1][1][:30]
        notes.append(word("table", "total_rows", n=len(totals), rows=rows, word=what))
    if lines:
        notes.append(word("table", "lines_below", n=len(lines), rows=listed(sorted(lines))))
    return table._replace(rows=[each for each in table.rows if each[0] not in out], notes=notes)


def _at(cells: list[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _is_total(first: str, held: str, key: int | None) -> bool:
    """Say whether a row that begins so sums up others: nothing but a word where its key stands."""
    name = plain(first)
    parts = name.split() if len(name) > 3 else []  # noqa: PLR2004
    ends = {parts[0]} | ({parts[-1]} if key is not None else set()) if parts else set()
    return (name in TOTALS or bool(ends & TOTALS)) and (not held or held == first)


def _is_line(cells: list[str], key: int | None) -> bool:
    """Say whether one text alone stands in a row, in no column that a session fills."""
    text = next(cell for cell in cells if cell)
    alone = sum(map(bool, cells)) == 1 and any(letter.isalpha() for letter in text)
    return alone and cells.index(text) != key
