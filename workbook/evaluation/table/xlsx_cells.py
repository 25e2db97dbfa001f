"""What an .xlsx says of cells that its reader leaves out: results, percent forms, the hidden."""

import io
import re
import zipfile
from contextlib import suppress
from typing import NamedTuple
from xml.etree import ElementTree

__all__ = ["WIDEST", "Cells", "cells_of"]

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PERCENT_FORMS = ("9", "10")  # the two forms with a percent sign that every program knows
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # in a form: what is shown as it is
CELL = rb'<c\b(?=[^>]*\br="([A-Z]{1,3})(\d+)")'
FAILED = re.compile(CELL + rb'(?=[^>]*\bt="e")[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>')
NO_RESULT = re.compile(
    CELL
    + rb"(?![^>]*\bt=\"str\")[^>]*>\s*<f\b[^>]*(?:/>|>([^<]*)</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
HIDDEN_ROW = re.compile(rb'<row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*\br="(\d+)"')
HIDDEN_COLUMNS = re.compile(rb'<col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*>')
FROM_TO = re.compile(rb'\b(min|max)="(\d+)"')
WIDEST = 16_384  # columns of a sheet


class Cells(NamedTuple):
    """What is known of the cells of one sheet; rows count from 1, columns from 0.

    Parameters
    ----------
    texts : dict of (int, int) to str
        What stands in a cell that its reader gives as empty.
    percents : set of (int, int)
        Cells that are shown as percentages.
    rows, columns : set of int
        Hidden ones.
    merged : dict of (int, int) to (int, int)
        A cell below the first of merged ones, and the first; where its reader gives none.

    Examples
    --------
    >>> Cells().rows
    frozenset()
    """

    texts: "dict[tuple[int, int], str]" = {}
    percents: "frozenset[tuple[int, int]]" = frozenset()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    merged: "dict[tuple[int, int], tuple[int, int]]" = {}


def cells_of(data: bytes) -> dict[str, Cells]:
    """Read what an .xlsx says of the cells of each sheet; nothing for other files.

    Parameters
    ----------
    data : bytes
        The file.

    Examples
    --------
    >>> cells_of(b"no workbook")
    {}
    """
    found: dict[str, Cells] = {}
    with suppress(zipfile.BadZipFile, KeyError, ElementTree.ParseError), _zipped(data) as parts:
        percents = _percent_styles(parts)
        rels = ElementTree.fromstring(parts.read("xl/_rels/workbook.xml.rels"))
        targets = {each.get("Id"): each.get("Target", "") for each in rels}
        for each in ElementTree.fromstring(parts.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
            target = targets.get(each.get(f"{LINK}id"), "").lstrip("/").removeprefix("xl/")
            found[each.get("name", "")] = _cells(parts.read(f"xl/{target}"), percents)
    return found


def _zipped(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def _cells(sheet: bytes, percents: list[str]) -> Cells:
    texts = {_place(cell): _text(cell[3]) for cell in FAILED.finditer(sheet)}
    if b"<f" in sheet:
        texts |= {_place(cell): f"={_text(cell[3] or b'')}" for cell in NO_RESULT.finditer(sheet)}
    shown = frozenset(map(_place, _shown_as(percents).finditer(sheet))) if percents else frozenset()
    rows = frozenset(int(row[1]) for row in HIDDEN_ROW.finditer(sheet))
    return Cells(texts, shown, rows, _hidden_columns(sheet))


def _percent_styles(parts: zipfile.ZipFile) -> list[str]:
    """Find the styles of cells that show a percent sign."""
    if "xl/styles.xml" not in parts.namelist():
        return []
    styles = ElementTree.fromstring(parts.read("xl/styles.xml"))
    forms = set(PERCENT_FORMS)
    for form in styles.iter(f"{MAIN}numFmt"):
        if "%" in QUOTED.sub("", form.get("formatCode", "")):
            forms.add(form.get("numFmtId", ""))
    cells = styles.find(f"{MAIN}cellXfs")
    return [f"{n}" for n, each in enumerate(cells if cells is not None else ())
            if each.get("numFmtId") in forms]  # fmt: skip


def _shown_as(styles: list[str]) -> re.Pattern[bytes]:
    return re.compile(CELL + rb'(?=[^>]*\bs="(?:' + "|".join(styles).encode() + rb')")')


def _hidden_columns(sheet: bytes) -> frozenset[int]:
    found: set[int] = set()
    for each in HIDDEN_COLUMNS.finditer(sheet.partition(b"<sheetData")[0]):
        ends = {name: int(n) for name, n in FROM_TO.findall(each[0])}
        last = min(ends.get(b"max", 0), WIDEST)
        found.update(range(ends.get(b"min", 1) - 1, last))
    return frozenset(found)


def _text(held: bytes) -> str:
    return held.decode("utf-8", "replace")


def _place(cell: re.Match[bytes]) -> tuple[int, int]:
    """Give row and column of a cell: B3 is row 3, column 1."""
    column = 0
    for letter in cell[1]:
        column = 26 * column + letter - 64
    return int(cell[2]), column - 1
