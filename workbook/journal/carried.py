r"""Answers inside another file: a page that carries them unseen, or one JSON document.

A page carries them in a block of data that no browser runs. It is ASCII and has no ``<``, so
nothing that a learner wrote can end it.
"""

import json
import re
from collections.abc import Iterable

from workbook.journal.entry import Entry

__all__ = ["as_document", "block", "carried"]

FORMAT = "workbook-answers"
_OPEN = f'<script type="application/json" id="{FORMAT}">'
_BLOCK = re.compile(re.escape(_OPEN).encode() + rb"\s*(\[.*?\])\s*</script>", re.DOTALL)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html)\b", re.IGNORECASE)


def block(entries: Iterable[Entry]) -> str:
    """Give the part of a page that carries answers, one on each line.

    Parameters
    ----------
    entries : iterable of Entry

    Examples
    --------
    >>> block([Entry.new("01/x", {"text": "</script>"})]).count("</script>")
    1
    """
    lines = ",\n".join(_ascii(entry) for entry in entries)
    return f"{_OPEN}\n[{lines}]\n</script>"


def as_document(entries: Iterable[Entry]) -> bytes:
    r"""Give answers as one JSON document.

    Parameters
    ----------
    entries : iterable of Entry

    Examples
    --------
    >>> as_document([]).decode()
    '{"format": "workbook-answers", "version": 1, "answers": [\n]}\n'
    """
    lines = ",\n".join(_ascii(entry) for entry in entries)
    return f'{{"format": "{FORMAT}", "version": 1, "answers": [\n{lines}]}}\n'.encode("ascii")


def _ascii(entry: Entry) -> str:
    text = json.dumps(json.loads(entry.line()))
    return text.replace("<", "\\u003c")


def carried(data: bytes) -> bytes | None:
    """Give the lines of answers that a file holds; a file of lines holds itself.

    Parameters
    ----------
    data : bytes
        What is in the file.

    Returns
    -------
    bytes or None
        One answer on each line; None for a page that carries none.

    Examples
    --------
    >>> one = Entry.new("01/x", {"text": "1 < 2"})
    >>> carried(f"<!doctype html>{block([one])}".encode()).strip() == one.line().strip()
    True
    >>> carried(b"<html></html>") is None
    True
    """
    if _PAGE.match(data):
        found = _BLOCK.search(data)
        return _lines(found[1]) if found else None
    if data.lstrip()[:1] == b"{" and FORMAT.encode() in data[:200]:
        return _lines(data, "answers") or data
    return data


def _lines(data: bytes, name: str = "") -> bytes | None:
    """Write each part of a JSON list on a line of its own."""
    try:
        whole = json.loads(data)
        parts = whole[name] if name else whole
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    if not isinstance(parts, list):
        return None
    return b"".join(json.dumps(part, ensure_ascii=True).encode() + b"\n" for part in parts)
