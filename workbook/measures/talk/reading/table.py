"""Rows of a table into turns: which column is which, and what each row says."""

import csv
import io
import re
from collections.abc import Iterable, Mapping

from ....words import word
from ...result import is_missing
from ..turns import TranscriptError
from .columns import QUOTES, TIME, known_columns, likely_columns, plain, time_scale, without_header
from .labels import split_label
from .rows import Found
from .shapes import shape
from .tiers import named_in, row_of, rows_of_tiers

__all__ = ["read_csv", "read_tabs", "rows_of_table", "without_titles"]

DELIMITERS = ",;\t|"
MOST_TITLES, LEAST_ROWS = 15, 3
FIRST_LINE = 5_000  # letters of the first line that are looked at

RULE = re.compile(r"\s*(?::?-{2,}:?)?\s*")  # the line below the header of a table in Markdown


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
    rows = [(number + skipped, cells) for number, cells in _cells_of(text, delimiter, skipped)]
    if least == 0 and (headless := _headless(rows)):
        return headless
    header = [cell.translate(QUOTES).strip(' "\ufeff') for cell in rows[0][1]] if rows else []
    return [
        (number, _cells(header, cells, delimiter, number))
        for number, cells in rows[1:]
        if delimiter != "|" or not all(map(RULE.fullmatch, cells))
    ]


def _headless(rows: list[tuple[int, list[str]]]) -> list[tuple[int, dict]]:
    """Read the rows of a file whose first one names nothing, where names come again."""
    cells = [[cell.strip() for cell in each] for _, each in rows]
    sizes = {len(each) for each in cells}
    if len(cells) < LEAST_ROWS or len(sizes) > 1 or likely_columns(cells[0]):
        return []
    header = without_header(cells)
    found = [(n, dict(zip(header, each, strict=True))) for (n, _), each
             in zip(rows, cells if header else [], strict=False)]  # fmt: skip
    names = [row["speaker"] for _, row in found]
    fits = all(shape(name) == "sure" for name in names if name) and len(set(names)) < len(names)
    return found if fits else []


def without_titles(text: str) -> tuple[str, list[tuple[int, str]]]:
    r"""Empty the lines above the header of a table, and give them with their rows.

    Examples
    --------
    >>> without_titles("Visit 3\n\nSpeaker,Text\nInes,Hello.\n")
    ('\n\nSpeaker,Text\nInes,Hello.\n', [(1, 'Visit 3')])
    """
    lines = text.split("\n", MOST_TITLES)
    for n, line in enumerate(lines[:MOST_TITLES]):
        cells = [_split(line[:FIRST_LINE].translate(QUOTES), each) for each in DELIMITERS]
        if any({"speaker", "text"} <= set(known_columns(each)) for each in cells):
            titles = [(row, each) for row, each in enumerate(lines[:n], 1) if each.strip()]
            kept = any(each[:4].casefold() == "sep=" for _, each in titles)
            return (text, []) if kept or not titles else ("\n" * n + "\n".join(lines[n:]), titles)
    return _above_tabs(text)


def _above_tabs(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Find the lines above rows that all have as many tabs."""
    if "\t" not in text:
        return text, []
    lines = text.split("\n")
    first = next(n for n, line in enumerate(lines) if "\t" in line)
    tabs = {line.count("\t") for line in lines[first:] if line.strip()}
    titles = [(row, line) for row, line in enumerate(lines[:first], 1) if line.strip()]
    below = sum(bool(line.strip()) for line in lines[first:])
    if (
        len(tabs) > 1
        or below < LEAST_ROWS
        or first > MOST_TITLES
        or any(split_label(line) for _, line in titles)
    ):
        return text, []
    return "\n" * first + "\n".join(lines[first:]), titles


def _cells_of(text: str, delimiter: str, skipped: int = 0) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [(number, cells) for number, cells in enumerate(reader, 1) if any(cells)]
    except csv.Error as error:
        message = word("talk_errors", "bad_cell", why=error.args[0])
        raise TranscriptError(message, reader.line_num + skipped) from None


def _delimiter(text: str, least: int) -> str | None:
    """Choose the delimiter with which the first row has the most column names that we know."""
    first = next((line for line in text.split("\n", 500) if line.strip()), "")
    first = first[:FIRST_LINE].translate(QUOTES)
    known = {each: len(known_columns(_split(first, each))) for each in DELIMITERS}
    best = max(DELIMITERS, key=lambda each: (known[each], first.count(each)))
    timed = least and any(map(TIME.fullmatch, _split(first, best)))  # no name of a column
    if known[best] >= least and (best in first or least == 0) and not timed:
        return best
    return _alike(text) if least else None


def _alike(text: str) -> str | None:
    """Find the delimiter that parts all lines into as many cells, where no line has a label."""
    lines = [line for line in text.split("\n", 60)[:60] if line.strip()]
    if len(lines) < 3 or any(map(split_label, (line[:200] for line in lines))):
        return None
    for delimiter in ";\t|,":
        counts = [len(_split(line[:FIRST_LINE], delimiter)) for line in lines]
        words = len(lines[0].split()) <= 2 * counts[0]
        named = delimiter != "\t" or known_columns(_split(lines[0], delimiter))
        if counts[0] > 1 and words and named and counts.count(counts[0]) == len(counts):
            return delimiter
    return None


def _split(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def read_tabs(text: str) -> list[tuple[int, dict]] | None:
    r"""Read text with tabs and no header; None when it does not look like it.

    Examples
    --------
    >>> read_tabs("Ines\tWhat matters?\nDalia\tThe school.")[0]
    (1, {'speaker': 'Ines', 'text': 'What matters?'})
    """
    if "\t" not in text.lstrip("\n")[:FIRST_LINE]:
        return None
    rows = [(n, line.split("\t")) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    size = len(rows[0][1])
    if size < 2 or any(len(cells) != size for _, cells in rows):
        return None
    cells = [[cell.strip() for cell in each] for _, each in rows]
    if any(cell.endswith(":") for each in cells[:20] for cell in each):
        return None
    if all(any(map(_names, each)) for each in cells[:20]):
        return None
    tiers = all(map(_is_name, cells[0])) and all(_one_filled(each) for each in cells[1:])
    header = cells[0] if tiers and len(cells) >= LEAST_ROWS else without_header(cells)
    if not header:
        return None
    if header is cells[0]:
        rows, cells = rows[1:], cells[1:]
    return [
        (n, dict(zip(header, each, strict=True))) for (n, _), each in zip(rows, cells, strict=True)
    ]


def _is_name(cell: str) -> bool:
    return bool(cell) and shape(cell) == "sure"


def _one_filled(cells: list[str]) -> bool:
    return sum(map(bool, cells)) == 1


def _names(cell: str) -> bool:
    label = split_label(cell[:200])
    return label is not None and shape(label.name) == "sure"


def _cells(header, cells, delimiter: str, number: int) -> dict:
    """Pair cells with the header; talk that was cut at its own commas is joined again."""
    extra = len(cells) - len(header)
    if extra > 0 and any(cells[len(header) :]):
        if known_columns(header).get("text") != len(header) - 1:
            sizes = {"cells": len(cells), "first": len(header)}
            raise TranscriptError(word("talk_errors", "more_cells", **sizes), number)
        last = delimiter.join(cells[len(header) - 1 :]).strip()
        cells = [*cells[: len(header) - 1], last.strip("“”")]
    return dict(zip(header, cells, strict=False))


def rows_of_table(
    rows: Iterable[tuple[int, dict]], answers: Mapping[str, bool] | None = None
) -> Found:
    """Pick speaker, text, start, stop and code out of the rows of a table.

    Parameters
    ----------
    rows : iterable of (row, dict)
        The row as a person counts it, and column to value.
    answers : mapping of str to bool, optional
        Label to whether it is somebody who speaks, where names stand before the words.

    Returns
    -------
    Found

    Raises
    ------
    TranscriptError
        When there is no row, or no column of speakers or of words.

    Examples
    --------
    >>> rows_of_table([(2, {"Speaker": "Ines", "Text": "Hello."})]).rows
    [Row(row=2, speaker='Ines', text='Hello.', start=None, stop=None, code='')]
    """
    rows = list(rows)
    if not rows:
        raise TranscriptError(word("talk_errors", "no_row"))
    header = list(dict.fromkeys(key for _, row in rows[:1] for key in row))
    known = {ours: header[place] for ours, place in likely_columns(header).items()}
    if "speaker" not in known and _is_sender(rows, known.get("start")):
        known["speaker"] = known.pop("start")
    if "text" in known and "speaker" not in known and (found := named_in(rows, known, answers)):
        return _in_seconds(found, str(known.get("start", "")))
    if "text" not in known and (tiers := rows_of_tiers(rows, known)):
        return tiers
    for ours in ("speaker", "text"):
        if ours not in known:
            columns = ", ".join(str(name) for name in header)[:200]
            raise TranscriptError(word("talk_errors", f"column_{ours}", columns=columns), 1)
    found = Found([row_of(number, row, known) for number, row in rows])
    return _in_seconds(found, str(known.get("start", "")))


def _is_sender(rows: list[tuple[int, dict]], column) -> bool:
    """Say whether a column named from holds who sends messages, and no times."""
    cells = [str(row.get(column) or "").strip() for _, row in rows]
    return (
        plain(column) == "from" and any(cells) and not any(map(TIME.fullmatch, filter(None, cells)))
    )


def _in_seconds(whole: Found, name: str) -> Found:
    """Divide milliseconds, and say that they were taken for such."""
    found = whole.rows
    times = [("" if is_missing(row.start) else row.start, "" if is_missing(row.stop) else row.stop,
              row.text) for row in found]  # fmt: skip
    scale = time_scale(name, times)
    if scale == 1:
        return whole
    rows = [row._replace(start=_divided(row.start, scale), stop=_divided(row.stop, scale))
            for row in found]  # fmt: skip
    return whole._replace(rows=rows, notes=[*whole.notes, word("talk_notes", "milliseconds")])


def _divided(value, scale: float):
    try:
        return float(value) / scale
    except (TypeError, ValueError):
        return value
