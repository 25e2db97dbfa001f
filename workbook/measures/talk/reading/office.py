"""The text of a Word file (.docx), by the standard library alone."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from ....words import word
from ..turns import TranscriptError
from .labels import split_label

__all__ = ["is_office", "text_of_word"]

SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST = 60_000_000  # bytes of the unpacked text
AROUND = ("sdt", "sdtContent", "ins", "moveTo", "customXml")
GONE = ("del", "moveFrom", "Fallback", "instrText")
LONGEST_HEAD, MOST = 60, 0.8
MAIN = "word/document.xml"


def is_office(data: bytes) -> bool:
    r"""Say whether bytes are a packed office file.

    Examples
    --------
    >>> is_office(b"PK\x03\x04..."), is_office(b"Ines: Hello.")
    (True, False)
    """
    return data[:4] == b"PK\x03\x04"


def text_of_word(data: bytes) -> str:
    """Give the paragraphs of a Word file as lines, and the rows of its tables with tabs.

    Parameters
    ----------
    data : bytes
        What is in the file.

    Returns
    -------
    str
        An empty line stands between paragraphs as in the file; deleted text is left out.

    Raises
    ------
    TranscriptError
        When it is no Word file, or damaged.

    Notes
    -----
    A few elements are read, so no further package is needed; a document type declaration, which
    Word never writes, is refused.

    Examples
    --------
    >>> text_of_word(b"no Word file")
    Traceback (most recent call last):
    ...
    workbook.measures.talk.turns.TranscriptError: This Word document cannot be opened. ...
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if MAIN not in packed.namelist():
                raise TranscriptError(word("talk_errors", "other_office"))
            if packed.getinfo(MAIN).file_size > LARGEST:
                raise TranscriptError(word("talk_errors", "word_damaged"))
            with packed.open(MAIN) as file:
                content = file.read(LARGEST + 1)
        if (
            len(content) > LARGEST
            or b"<!DOCTYPE" in content[:4000]
            or b"<!ENTITY" in content[:4000]
        ):
            raise TranscriptError(word("talk_errors", "word_damaged"))
        root = ElementTree.fromstring(content)  # noqa: S314 - without a document type
        return "\n".join(_blocks(root))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, NotImplementedError,
            OSError, EOFError, RuntimeError, ValueError, LookupError) as error:  # fmt: skip
        if isinstance(error, TranscriptError):
            raise
        raise TranscriptError(word("talk_errors", "word_damaged")) from None


def _name(node) -> str:
    return str(node.tag).rpartition("}")[2]


def _blocks(root) -> list[str]:
    body = next((node for node in root.iter() if _name(node) == "body"), root)
    blocks = list(_lines(body))
    plain = [line for line, _ in blocks]
    named = [line for line, bold in blocks if bold]
    full = sum(bool(line.strip()) for line in plain)
    if named and len(named) >= MOST * full and not any(map(split_label, plain)):
        return [f"**{bold}** {line[len(bold) :].strip()}" if bold else line
                for line, bold in blocks]  # fmt: skip
    return plain


def _lines(parent) -> Iterator[tuple[str, str]]:
    """Give the lines of a part of the text, each with the bold words at its head."""
    for node in parent:
        kind = _name(node)
        if kind == "p":
            yield _paragraph(node), _bold_head(node)
        elif kind == "tbl":
            yield from ((_table_row(row), "") for row in _parts(node, "tr"))
        elif kind in AROUND:
            yield from _lines(node)


def _parts(parent, kind: str) -> Iterator:
    """Give the rows of a table or the cells of a row, and none of a table inside it."""
    for node in parent:
        if _name(node) == kind:
            yield node
        elif _name(node) in AROUND:
            yield from _parts(node, kind)


def _inside(node) -> Iterator:
    """Give what is inside, without what was deleted, moved away, or is there twice."""
    for each in node:
        if _name(each) not in GONE:
            yield each
            yield from _inside(each)


def _table_row(row) -> str:
    texts = [
        " ".join(_paragraph(each) for each in _inside(cell) if _name(each) == "p")
        for cell in _parts(row, "tc")
    ]
    return "\t".join(" ".join(text.split()) for text in texts)


def _bold_head(paragraph) -> str:
    """Give the bold words at the head of a paragraph that goes on in another way."""
    head, rest = "", ""
    for run in (each for each in _inside(paragraph) if _name(each) == "r"):
        bold = any(_name(each) == "b" and each.get(f"{SPACE}val") not in ("0", "false")
                   for each in _inside(run))  # fmt: skip
        if not bold or rest:
            rest += _paragraph(run)
        else:
            head += _paragraph(run)
    return head.strip() if rest.strip() and len(head) <= LONGEST_HEAD else ""


def _paragraph(node) -> str:
    pieces = []
    for part in _inside(node):
        kind = _name(part)
        if kind == "t":
            pieces.append(part.text or "")
        elif kind == "tab":
            pieces.append(
                "\t" if part.get(f"{SPACE}val") is None and part.get("val") is None else ""
            )
        elif kind in ("br", "cr"):
            pieces.append("\n")
        elif kind == "noBreakHyphen":
            pieces.append("-")
        elif kind == "sym":
            pieces.append(" ")
    return "".join(pieces)
