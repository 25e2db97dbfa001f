"""Sheets of a workbook (.xlsx, .xlsm, .xls, .ods) as rows of texts, with what was merged."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from ...errors import WorkbookError
from ...words import Message, word
from .ods_cells import ods_cells_of
from .trouble import listed
from .xlsx_cells import Cells, cells_of

__all__ = ["Sheet", "Typed", "is_workbook", "sheets_of"]

STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MOST_CELLS = 5_000_000


class Typed(str):
    """A cell that the workbook itself keeps as a number: its point is a decimal point.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> Typed("1.02")
    '1.02'
    """

    def __new__(cls, text: str = ""):
        """Take the number as it is written with a point."""
        return super().__new__(cls, text)


class Sheet(NamedTuple):
    """One sheet.

    Parameters
    ----------
    name : str
    rows : list of (int, list of str)
        Each row with its number.
    merged : dict of (int, int) to (int, int)
        Row and column of a cell below the first of merged ones: row and column of the first.
    notes : list of Message
        What is hidden in it.

    Examples
    --------
    >>> Sheet("2026", [], {}, []).name
    '2026'
    """

    name: str
    rows: list
    merged: dict
    notes: list[Message]


def is_workbook(start: bytes) -> bool:
    """Say whether a file begins as a workbook does.

    Parameters
    ----------
    start : bytes
        Its first bytes.

    Examples
    --------
    >>> is_workbook(b"case,session")
    False
    """
    return start.startswith(STARTS)


def sheets_of(data: bytes, wanted: str = "") -> list[Sheet]:
    r"""Read the sheets that hold something; or the one that is wanted.

    Parameters
    ----------
    data : bytes
        The file.
    wanted : str
        The name of a sheet, in any capitals; empty for all.

    Raises
    ------
    WorkbookError
        When this is no workbook, it is locked, or it has no such sheet.

    Examples
    --------
    >>> sheets_of(b"PK\x03\x04rest")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: This looks like a spreadsheet or a document, ...
    """
    book = _opened(data)
    names = list(book.sheet_names)
    if wanted:
        names = [name for name in names if name.strip().casefold() == wanted.strip().casefold()]
        if not names:
            about = {"sheet": wanted[:60], "sheets": ", ".join(book.sheet_names)[:300]}
            raise WorkbookError(word("table", "no_sheet", **about))
    else:
        hidden = {each.name for each in book.sheets_metadata if _state(each) != "Visible"}
        names = [name for name in names if name not in hidden]
    known = cells_of(data) or ods_cells_of(data)
    found = [_sheet(book.get_sheet_by_name(name), known.get(name, Cells())) for name in names]
    found = [sheet for sheet in found if any(any(cells) for _, cells in sheet.rows)]
    if not found:
        raise WorkbookError(word("sessions", "empty"))
    return found


def _state(sheet) -> str:
    return str(sheet.visible).rpartition(".")[2]


def _opened(data: bytes):
    try:
        import python_calamine as calamine
    except ImportError:
        raise WorkbookError(word("table", "no_reader")) from None
    try:
        return calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError:
        raise WorkbookError(word("table", "locked")) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise WorkbookError(word("table", "no_workbook")) from None


def _sheet(sheet, known: Cells) -> Sheet:
    if (sheet.total_height or 0) * (sheet.total_width or 0) > MOST_CELLS:
        raise WorkbookError(word("table", "large_sheet", sheet=sheet.name, most=MOST_CELLS))
    seen: dict[str, str] = {}
    rows = []
    for row, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        texts = [_text(cell) for cell in cells]
        rows.append((row, [seen.setdefault(t, t) if type(t) is str else t for t in texts]))
    for row, column in known.percents | known.texts.keys():
        if row <= len(rows) and column < len(cells := rows[row - 1][1]):
            cells[column] = known.texts.get((row, column)) or _percent(cells[column])
    merged = known.merged | {
        (row + 1, column): (top + 1, column)
        for (top, column), (bottom, last) in (sheet.merged_cell_ranges or ())
        if column == last
        for row in range(top + 1, bottom + 1)
    }
    return Sheet(sheet.name, rows, merged, _hidden(rows, known))


def _hidden(rows: list, known: Cells) -> list[Message]:
    """Tell which rows and columns that hold something a person does not see."""
    lines = [row for row, cells in rows if row in known.rows and any(cells)]
    held = {place for _, cells in rows for place in known.columns & set(range(len(cells)))
            if cells[place]} if known.columns else set()  # fmt: skip
    notes = [word("table", "hidden_rows", n=len(lines), rows=listed(lines))] if lines else []
    if held:
        letters = listed(map(_letters, sorted(held)))
        notes.append(word("table", "hidden_columns", n=len(held), columns=letters))
    return notes


def _percent(text: str) -> str:
    """Write a share of 1 as the percentage that the sheet shows."""
    return Typed(f"{float(text) * 100:.12g}%") if type(text) is Typed else text


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int | float):
        whole = float(cell).is_integer() and abs(cell) < 1e15  # noqa: PLR2004
        return Typed(str(int(cell)) if whole else repr(float(cell)))
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if cell.time() != time() else cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(int(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    return " ".join(str(cell).split())


def _letters(place: int) -> str:
    """Give the name of a column: 0 is A, 26 is AA."""
    name = ""
    while place >= 0:
        name, place = chr(65 + place % 26) + name, place // 26 - 1
    return name
