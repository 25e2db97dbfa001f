"""Small tables as agencies have them, all numbers invented."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

import pytest
from xlsxwriter import Workbook

from workbook.errors import WorkbookError
from workbook.evaluation import Options, read_sessions
from workbook.words import words

VALUES = (3.1, 3.4, 2.9, 3.3, 3.0, 3.2, 3.8, 4.1, 3.9, 4.4, 4.2, 4.5, 4.3, 4.6)
PHASES = ("A",) * 6 + ("B",) * 8
HEAD = ("case", "session", "phase", "outcome")


def rows_of(phases=PHASES, values=VALUES, sessions=None, case="north"):
    """Give the rows of one case, without the header."""
    sessions = sessions or range(1, len(phases) + 1)
    return [[case, s, p, v] for s, p, v in zip(sessions, phases, values, strict=True)]


def text(rows, sign=",", head=HEAD):
    """Write rows as a text file."""
    lines = [head, *rows] if head else rows
    return "\n".join(sign.join(f"{cell}" for cell in row) for row in lines).encode() + b"\n"


def series(sign=",", **changes):
    """Write one case as a text file."""
    return text(rows_of(**changes), sign)


def xlsx(merged=(), **sheets):
    """Write sheets of rows as .xlsx; `merged` holds (first row, last row, column) from 0."""
    out = io.BytesIO()
    with Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "default_date_format": "yyyy-mm-dd"}
    ) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
            for first, last, column in merged:
                for place in range(first + 1, last + 1):
                    sheet.write_blank(place, column, None, book.add_format())
                sheet.merge_range(first, column, last, column, rows[first][column])
    return out.getvalue()


def ods(**sheets):
    """Write sheets of rows as .ods."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    body = (
        f'<office:document-content{spaces} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", kind)
        parts.writestr("content.xml", body)
        parts.writestr("META-INF/manifest.xml", _manifest(kind))
    return out.getvalue()


def _ods_row(row):
    if isinstance(row, str):  # written in its own way
        return row
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell):
    if isinstance(cell, str) and cell.startswith("<table:"):
        return cell
    if isinstance(cell, int | float):
        kind = f'office:value-type="float" office:value="{cell}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def _manifest(kind):
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    files = (("/", kind), ("content.xml", "text/xml"))
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in files
    )
    return f'<manifest:manifest xmlns:manifest="{space}">{entries}</manifest:manifest>'


def read(data, **said):
    return read_sessions(data, options=Options(**said))


def names(sessions):
    """Give which notes were made."""
    return {note.identifier for note in sessions.notes}


def asked(data, group, name, **said):
    """See that a table is refused with one sentence of ours; give what it says."""
    with pytest.raises(WorkbookError) as caught:
        read(data, **said)
    own = words(group)[name]
    forms = [own] if isinstance(own, str) else own.values()
    longest = [max(re.split(r"\{\w+\}", form), key=len) for form in forms]
    assert any(part in str(caught.value) for part in longest), str(caught.value)
    return str(caught.value)


def outcomes(sessions):
    return sessions.columns["outcome"].tolist()


def phases(sessions):
    return "".join("ABabF"[each] for each in sessions.columns["phase"])
