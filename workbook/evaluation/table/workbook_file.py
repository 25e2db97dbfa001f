"""Sheets of a workbook (.xlsx, .xlsm, .xls, .ods) as rows of texts, with what was merged."""

import io
import re
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from xml.etree import ElementTree

from ...errors import WorkbookError
from ...words import word

__all__ = ["Sheet", "Typed", "is_workbook", "sheets_of"]

STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MOST_CELLS = 5_000_000
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ERROR_CELL = re.compile(
    rb'<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d+)"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>'
)


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

    Examples
    --------
    >>> Sheet("2026", [], {}).name
    '2026'
    """

    name: str
    rows: list
    merged: dict


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
    errors = _error_cells(data)
    found = [_sheet(book.get_sheet_by_name(name), errors.get(name, {})) for name in names]
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


def _sheet(sheet, errors: dict[tuple[int, str], str]) -> Sheet:
    if (sheet.total_height or 0) * (sheet.total_width or 0) > MOST_CELLS:
        raise WorkbookError(word("table", "large_sheet", sheet=sheet.name, most=MOST_CELLS))
    seen: dict[str, str] = {}
    rows = []
    for row, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        texts = [_text(cell) for cell in cells]
        rows.append((row, [seen.setdefault(t, t) if type(t) is str else t for t in texts]))
    for (row, letters), what in errors.items():
        if row <= len(rows) and _column(letters) < len(rows[row - 1][1]):
            rows[row - 1][1][_column(letters)] = what
    merged = {
        (row + 1, column): (top + 1, column)
        for (top, column), (bottom, last) in (sheet.merged_cell_ranges or ())
        if column == last
        for row in range(top + 1, bottom + 1)
    }
    return Sheet(sheet.name, rows, merged)


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


def _error_cells(data: bytes) -> dict[str, dict[tuple[int, str], str]]:
    """Find cells such as #DIV/0! in an .xlsx, by sheet; the reader gives them as empty ones."""
    found: dict[str, dict[tuple[int, str], str]] = {}
    with suppress(zipfile.BadZipFile, KeyError, ElementTree.ParseError), _zipped(data) as parts:
        rels = ElementTree.fromstring(parts.read("xl/_rels/workbook.xml.rels"))
        targets = {each.get("Id"): each.get("Target", "") for each in rels}
        for each in ElementTree.fromstring(parts.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
            target = targets.get(each.get(f"{LINK}id"), "").lstrip("/").removeprefix("xl/")
            cells = ERROR_CELL.finditer(parts.read(f"xl/{target}"))
            found[each.get("name", "")] = {
                (int(cell[2]), cell[1].decode()): cell[3].decode("utf-8", "replace")
                for cell in cells
            }
    return found


def _zipped(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def _column(letters: str) -> int:
    """Give the place of a column from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - 64
    return place - 1
