"""Rows of a table into turns: which column is which, and what each row says."""

import csv
import io
from collections.abc import Iterable

from ...words import word
from ..result import is_missing
from .turns import TranscriptError

__all__ = ["COLUMNS", "read_csv", "rows_of_table"]

COLUMNS = {
    "turn": "turn number no n line id utterance_id turn_id #",
    "speaker": "speaker name who interlocutor person role participant speaker_id",
    "text": "text utterance utterance_text words said says content transcript sentence what",
    "start": "start start_time begin from time timestamp start_seconds onset in",
    "stop": "stop end end_time stop_time to end_seconds offset out",
    "code": "code codes label category",
}
DELIMITERS = ",;\t|"
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"'})


def read_csv(text: str, least: int = 2) -> list[tuple[int, dict]] | None:
    r"""Read text as a table with a header; None when it does not look like one.

    Parameters
    ----------
    text : str
        Comma, semicolon, tab or bar between the cells.
    least : int
        How many names of columns the first row must have to be a header.

    Returns
    -------
    list of (row, dict)
        The row as a spreadsheet counts it, from 1; the header is a row too.

    Examples
    --------
    >>> read_csv("speaker;text\nInes;Hello, Dalia.\n")
    [(2, {'speaker': 'Ines', 'text': 'Hello, Dalia.'})]
    """
    text = text.lstrip("\ufeff")
    skipped = 0
    if text[:4].casefold() == "sep=":
        text, skipped = text.partition("\n")[2], 1
    delimiter = _delimiter(text, least)
    if delimiter is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(number, cells) for number, cells in enumerate(reader, 1 + skipped) if any(cells)]
    except csv.Error as error:
        message = word("talk_errors", "bad_cell", why=error.args[0])
        raise TranscriptError(message, reader.line_num + skipped) from None
    header = [_plain(cell) for cell in rows[0][1]]
    return [(number, _cells(header, cells, delimiter, number)) for number, cells in rows[1:]]


def _delimiter(text: str, least: int) -> str | None:
    """Choose the delimiter with which the first row has the most column names that we know."""
    first = next((line for line in text.split("\n") if line.strip()), "").translate(QUOTES)
    known = {each: len(_known(next(csv.reader([first], delimiter=each)))) for each in DELIMITERS}
    best = max(DELIMITERS, key=lambda each: known[each])
    return best if known[best] >= least and (best in first or least == 0) else None


def _known(header) -> dict:
    """Give our name of a column to its place in the header; the first that fits counts."""
    plain = [_plain(cell) for cell in header]
    found: dict[str, int] = {}
    for ours, names in COLUMNS.items():
        for name in names.split():
            if name in plain and plain.index(name) not in found.values():
                found[ours] = plain.index(name)
                break
    return found


def _plain(cell) -> str:
    return str(cell).translate(QUOTES).strip(' "\ufeff').casefold().replace(" ", "_")


def _cells(header, cells, delimiter: str, number: int) -> dict:
    """Pair cells with the header; talk that was cut at its own commas is joined again."""
    extra = len(cells) - len(header)
    if extra > 0 and any(cells[len(header) :]):
        if _known(header).get("text") != len(header) - 1:
            sizes = {"cells": len(cells), "first": len(header)}
            raise TranscriptError(word("talk_errors", "more_cells", **sizes), number)
        last = delimiter.join(cells[len(header) - 1 :]).strip()
        cells = [*cells[: len(header) - 1], last.strip("“”")]
    return dict(zip(header, cells, strict=False))


def rows_of_table(rows: Iterable[tuple[int, dict]]) -> list[tuple]:
    """Pick speaker, text, start, stop and code out of the rows of a table.

    Parameters
    ----------
    rows : iterable of (row, dict)
        The row as a person counts it, and column to value.

    Returns
    -------
    list of (row, speaker, text, start, stop, code)

    Raises
    ------
    TranscriptError
        When there is no row, or no column of speakers or of words.

    Examples
    --------
    >>> rows_of_table([(2, {"Speaker": "Ines", "Text": "Hello."})])
    [(2, 'Ines', 'Hello.', None, None, '')]
    """
    rows = list(rows)
    if not rows:
        raise TranscriptError(word("talk_errors", "no_row"))
    header = list(dict.fromkeys(key for _, row in rows[:1] for key in row))
    known = {ours: header[place] for ours, place in _known(header).items()}
    for ours in ("speaker", "text"):
        if ours not in known:
            columns = ", ".join(str(name) for name in header)[:200]
            raise TranscriptError(word("talk_errors", f"column_{ours}", columns=columns), 1)
    return [
        (
            number,
            _text(row.get(known["speaker"])),
            _text(row.get(known["text"])),
            row.get(known.get("start")),
            row.get(known.get("stop")),
            _text(row.get(known.get("code"))),
        )
        for number, row in rows
    ]


def _text(value) -> str:
    return "" if is_missing(value) else str(value).strip()
