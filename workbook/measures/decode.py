"""From a file or bytes to text and rows: size, kind of file, encoding, what parts the cells."""

import codecs
import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import WorkbookError
from ..words import word
from .result import joined

__all__ = ["LARGEST", "bytes_of", "csv_rows", "decoded", "text_of"]

LARGEST = 10_000_000  # bytes; a day of talk has about one million
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_FILES = {
    b"PK\x03\x04": "office",
    b"\xd0\xcf\x11\xe0": "old_office",
    b"%PDF": "pdf",
    b"{\\rtf": "rich_text",
}
FIRST_ROW = re.compile(r"(?:[^\S\n]*\n)*(.*)")  # below lines with nothing in them
ODD = set(range(32)) - {9, 10, 12, 13, 21, 27}  # bytes that no text has; CHAT has 21 at times
MOST_ODD = 0.001


def text_of(source, choose: str) -> str:
    r"""Read a text file, whatever its encoding.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it.
    choose : str
        What to do when it cannot be read.

    Returns
    -------
    str
        With line ends of one kind.

    Raises
    ------
    WorkbookError
        When it is missing, empty, larger than 10 MB or not text. A large file is not read.

    Examples
    --------
    >>> text_of("Zoë: hello\r\n".encode("utf-16"), "Choose a text file.")
    'Zoë: hello\n'
    """
    return decoded(source, choose)[0]


def decoded(source, choose: str, largest: int = LARGEST) -> tuple[str, str]:
    r"""Read a text file, whatever its encoding, and tell the encoding.

    Parameters
    ----------
    source, choose
        As in `text_of`.
    largest : int
        So many bytes at most.

    Returns
    -------
    tuple of str
        The text, and the encoding: ``cp1252`` is a guess at an older file.

    Raises
    ------
    WorkbookError
        As in `text_of`.

    Examples
    --------
    >>> decoded("Zoë: hello\r\n".encode("cp1252"), "Choose a text file.")
    ('Zoë: hello\n', 'cp1252')
    """
    try:
        return _decoded(source, largest)
    except WorkbookError as error:
        raise WorkbookError(joined(error.args[0], choose)) from None


def _decoded(source, largest: int) -> tuple[str, str]:
    data = bytes_of(source, largest)
    for start, kind in OTHER_FILES.items():
        if data.startswith(start):
            raise WorkbookError(word("file_errors", kind))
    text, encoding = _decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n"):
        raise WorkbookError(word("file_errors", "nothing"))
    return text, encoding


def bytes_of(source, largest: int = LARGEST) -> bytes:
    """Give what is in a file, or the bytes that were given, up to a size.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it.
    largest : int
        So many bytes at most.

    Raises
    ------
    WorkbookError
        When it is missing or too large. A large file is not read.

    Examples
    --------
    >>> bytes_of(b"Ines: Hello.")
    b'Ines: Hello.'
    """
    given = isinstance(source, bytes | bytearray | memoryview)
    data = bytes(source) if given else _read(source, largest)
    if len(data) > largest:
        raise _too_large(word("file_errors", "this_file"), len(data), largest)
    return data


def _read(source, largest: int) -> bytes:
    try:
        path = Path(os.fspath(source))
        if not path.is_file():
            what = "folder" if path.is_dir() else "no_file"
            raise WorkbookError(word("file_errors", what, file=path.name))
        if path.stat().st_size > largest:
            raise _too_large(path.name, path.stat().st_size, largest)
        with path.open("rb") as file:
            return file.read(largest + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or word("file_errors", "bad_name")
        raise WorkbookError(word("file_errors", "unreadable", why=why)) from None


def _too_large(file: str, size: int, largest: int) -> WorkbookError:
    sizes = {"size": size / 1e6, "most": largest / 1e6}
    return WorkbookError(word("file_errors", "too_large", file=file, **sizes))


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding)
    if data[1:400:2].count(0) > len(data[1:400:2]) / 2:
        return _strictly(data, "utf-16-le")
    if data[0:400:2].count(0) > len(data[0:400:2]) / 2:
        return _strictly(data, "utf-16-be")
    head = data[:100_000]
    if sum(byte in ODD for byte in head) > MOST_ODD * len(head):
        raise _not_text()
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"  # Excel on Windows, older text files


def _strictly(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise _not_text() from None


def _not_text() -> WorkbookError:
    return WorkbookError(word("file_errors", "no_text"))


def csv_rows(
    text: str, longest: int = 0, sign: str = ""
) -> tuple[Iterator[tuple[int, list[str]]], str]:
    r"""Split a table at the sign that gives its first row the most cells: comma, semicolon or tab.

    Parameters
    ----------
    text : str
        From `text_of`. A first line ``sep=;`` is no row; spreadsheets hide it.
    longest : int
        So many letters a cell may have; 0 leaves it to the csv module, whose own limit is
        everybody's.
    sign : str
        What parts the cells, where that is known already.

    Returns
    -------
    tuple of (iterator of (int, list of str), str)
        Each row with its number, as a spreadsheet counts, and the sign.

    Raises
    ------
    WorkbookError
        On the way, with the row, when a cell cannot be read.

    Examples
    --------
    >>> rows, sign = csv_rows("side;line\nperson; 4\n")
    >>> sign, list(rows)
    (';', [(1, ['side', 'line']), (2, ['person', '4'])])
    """
    text = text.lstrip("\ufeff")
    if text[:4].casefold() == "sep=":
        text = text.partition("\n")[2]
    first = FIRST_ROW.match(text)
    sign = sign or max(",;\t", key=first[1].count if first else text.count)
    return _rows(text, sign, longest), sign


def _rows(text: str, sign: str, longest: int) -> Iterator[tuple[int, list[str]]]:
    row = 0
    try:
        for cells in csv.reader(io.StringIO(text), delimiter=sign, strict=True):
            if longest and any(len(cell) > longest for cell in cells):
                raise csv.Error(word("file_errors", "long_cell", most=longest))
            row += 1
            yield row, [cell.strip() for cell in cells]
    except csv.Error as error:
        message = word("file_errors", "bad_cell", row=row + 1, why=error.args[0])
        raise WorkbookError(message) from None
