"""From a file or bytes to text: size, kind of file, encoding."""

import codecs
import os
from pathlib import Path

from .turns import TranscriptError

__all__ = ["LARGEST", "text_of"]

LARGEST = 10_000_000  # bytes; a day of talk has about one million
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_FILES = {
    b"PK\x03\x04": "an Excel or Word file. Open it and save it as CSV or as plain text",
    b"\xd0\xcf\x11\xe0": "an older Excel or Word file. Open it and save it as CSV or as plain text",
    b"%PDF": "a PDF",
    b"{\\rtf": "a rich text file. Save it as plain text",
}
CHOOSE = "Choose a CSV, VTT, SRT or plain text file, or paste the text."
ODD = set(range(32)) - {9, 10, 12, 13, 27}  # bytes that no text has
MOST_ODD = 0.001


def text_of(source, choose: str = CHOOSE) -> str:
    r"""Read a text file, whatever its encoding.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it.
    choose : str
        What to do when it cannot be read; for a transcript unless told otherwise.

    Returns
    -------
    str
        With line ends of one kind.

    Raises
    ------
    TranscriptError
        When it is missing, empty, larger than 10 MB or not text. A large file is not read.

    Examples
    --------
    >>> text_of("Zoë: hello\r\n".encode("utf-16"))
    'Zoë: hello\n'
    """
    try:
        return _text_of(source)
    except TranscriptError as error:
        raise TranscriptError(f"{error} {choose}") from None


def _text_of(source) -> str:
    data = bytes(source) if isinstance(source, bytes | bytearray | memoryview) else _read(source)
    if len(data) > LARGEST:
        raise _too_large(len(data))
    for start, what in OTHER_FILES.items():
        if data.startswith(start):
            raise TranscriptError(f"This is {what}. Nothing was changed.")
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n"):
        raise TranscriptError("There is nothing in this file.")
    return text


def _read(source) -> bytes:
    try:
        path = Path(os.fspath(source))
        if not path.is_file():
            what = "This is a folder" if path.is_dir() else "There is no such file"
            raise TranscriptError(f"{what}: {path.name}.")
        if path.stat().st_size > LARGEST:
            raise _too_large(path.stat().st_size)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "the name cannot be used"
        raise TranscriptError(f"The file could not be read ({why}). Nothing was changed.") from None


def _too_large(size: int) -> TranscriptError:
    return TranscriptError(
        f"This file has {size / 1e6:.0f} MB, and at most {LARGEST / 1e6:.0f} MB can be read. "
        "Nothing was read. Take less at a time."
    )


def _decode(data: bytes) -> str:
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
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # Excel on Windows, older text files


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _not_text() from None


def _not_text() -> TranscriptError:
    return TranscriptError("This is not a text file. Nothing was changed.")
