"""What an .ods says of cells that its reader leaves out: percent forms, the hidden, the merged."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from .xlsx_cells import WIDEST, Cells

__all__ = ["ods_cells_of"]

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TOLD = re.compile(rb'"(percentage|collapse|filter)"|:number-rows-spanned="')
DEEPEST, MOST = 1_048_576, 100_000  # rows of a sheet; cells that one may stand for
ALONG = ("rows", "columns")
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")


def ods_cells_of(data: bytes) -> dict[str, Cells]:
    """Read what an .ods says of the cells of each sheet; nothing for other files.

    Parameters
    ----------
    data : bytes
        The file.

    Examples
    --------
    >>> ods_cells_of(b"no workbook")
    {}
    """
    with (
        suppress(zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError),
        zipfile.ZipFile(io.BytesIO(data)) as parts,
    ):
        content = parts.read("content.xml")
        if TOLD.search(content):
            tables = ElementTree.fromstring(content).iter(f"{TABLE}table")
            return {each.get(f"{TABLE}name", ""): _cells(each) for each in tables}
    return {}


def _cells(table: Element) -> Cells:
    percents: set[tuple[int, int]] = set()
    hidden: set[int] = set()
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for row, times, line in _placed(table, f"{TABLE}table-row", "rows", DEEPEST):
        last = min(row + times, DEEPEST)
        if _is_hidden(line):
            hidden.update(range(row + 1, last + 1))
        for column, wide, cell in _placed(line, CELLS, "columns", WIDEST):
            if cell.get(f"{OFFICE}value-type") == "percentage" and wide * times <= MOST:
                across = range(column, column + wide)
                percents.update((n, m) for n in range(row + 1, last + 1) for m in across)
            deep, broad = (int(cell.get(f"{TABLE}number-{along}-spanned", 1)) for along in ALONG)
            if broad == 1 < deep <= MOST:
                merged |= {(row + 1 + n, column): (row + 1, column) for n in range(1, deep)}
    columns = frozenset(
        place
        for first, wide, each in _placed(table, f"{TABLE}table-column", "columns", WIDEST)
        if _is_hidden(each)
        for place in range(first, min(first + wide, WIDEST))
    )
    return Cells({}, frozenset(percents), frozenset(hidden), columns, merged)


def _placed(
    parent: Element, kind: str | tuple[str, ...], along: str, most: int
) -> Iterator[tuple[int, int, Element]]:
    """Give the place, the number of times, and the element, of all rows, columns or cells."""
    place = 0
    for each in parent.iter() if isinstance(kind, str) else parent:
        if each.tag in kind if isinstance(kind, tuple) else each.tag == kind:
            times = int(each.get(f"{TABLE}number-{along}-repeated", 1))
            yield place, min(times, most), each
            place += times


def _is_hidden(element: Element) -> bool:
    return element.get(f"{TABLE}visibility", "visible") != "visible"
