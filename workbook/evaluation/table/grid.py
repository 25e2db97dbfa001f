"""The cells of one table as rows of texts, whether the file is a text or a workbook."""

import csv
import io
import os
import re
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ...errors import WorkbookError
from ...measures.decode import csv_rows, decoded
from ...words import Message, word
from .workbook_file import Sheet, is_workbook, sheets_of

__all__ = ["MOST_BYTES", "Grid", "read_grids"]

MOST_BYTES, SAMPLE = 100_000_000, 400  # bytes of a file; lines that show what parts the cells
SIGNS = ",;\t|"
GUARDED = re.compile(r'="([^"]*)"')  # as exports keep a spreadsheet from changing a cell


class Grid(NamedTuple):
    """One table of texts.

    Parameters
    ----------
    name : str
        Of the file.
    sheet : str
        Of the sheet; empty for a text file.
    rows : list of (int, list of str)
        Each row with its number, as a spreadsheet counts.
    sign : str
        What parts the cells of a text file; empty for a workbook.
    merged : dict of (int, int) to (int, int)
        Row and column of a cell that is merged with one above: row and column of that one.
    notes : list of Message
        How the file was read.

    Examples
    --------
    >>> Grid("a.csv", "", [(1, ["x"])], ",", {}, []).sign
    ','
    """

    name: str
    sheet: str
    rows: list
    sign: str
    merged: dict
    notes: list[Message]


def read_grids(source: str | os.PathLike | bytes, sheet: str = "") -> list[Grid]:
    r"""Read the tables of a file: one of a text file, those that hold something of a workbook.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it.
    sheet : str
        The sheet that is wanted; all of them when left out.

    Raises
    ------
    WorkbookError
        When the file cannot be read, or has no such sheet.

    Examples
    --------
    >>> [grid.rows for grid in read_grids(b"a;b\n1;2,5\n")]
    [[(1, ['a', 'b']), (2, ['1', '2,5'])]]
    """
    if isinstance(source, bytes):
        data, name = source, str(word("sessions", "the_table"))
    else:
        data, name = _bytes(source), Path(os.fspath(source)).name
    if is_workbook(data[:8]):
        return [_of_sheet(name, each) for each in sheets_of(data, sheet)]
    if sheet:
        raise WorkbookError(word("table", "no_sheets", sheet=sheet[:60]))
    return [_of_text(name, data)]


def _bytes(source: str | os.PathLike) -> bytes:
    """Read the start of a file only, where the rest would be refused."""
    try:
        path = Path(os.fspath(source))
        if path.is_file() and path.stat().st_size <= MOST_BYTES:
            return path.read_bytes()
    except (OSError, ValueError):
        pass
    decoded(source, word("sessions", "choose"), MOST_BYTES)  # says what is wrong with it
    raise WorkbookError(word("sessions", "choose"))


def _of_sheet(name: str, sheet: Sheet) -> Grid:
    return Grid(name, sheet.name, sheet.rows, "", sheet.merged, list(sheet.notes))


def _of_text(name: str, data: bytes) -> Grid:
    text, encoding = decoded(data, word("sessions", "choose"), MOST_BYTES)
    text = text.lstrip("\ufeff")
    named = text[4:5] if text[:4].casefold() == "sep=" else ""
    if named:
        text = text.partition("\n")[2]
    sign = named if named and named in SIGNS else _sign(text)
    notes = [word("sessions", "older")] if encoding == "cp1252" else []
    parted = {";": "semicolons", "\t": "tabs", "|": "bars"}
    if sign in parted:
        notes.append(word("sessions", parted[sign]))
    seen: dict[str, str] = {}  # cells repeat: each text is kept once
    rows = [
        (
            row,
            [
                seen.setdefault(cell, GUARDED.sub(r"\1", cell) if cell[:1] == "=" else cell)
                for cell in cells
            ],
        )
        for row, cells in csv_rows(text, sign=sign)[0]
    ]
    return Grid(name, "", rows, sign, {}, notes)


def _sign(text: str) -> str:
    """Find what parts the cells: the sign at which most rows have the same number of cells."""
    lines = list(islice((line for line in io.StringIO(text) if line.strip()), SAMPLE))
    return max(SIGNS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: list[str], sign: str) -> tuple[float, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if row)
    except csv.Error:
        return 0.0, 0
    width, rows = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]))
    return (rows / sum(widths.values()), width) if width > 1 else (0.0, 0)
