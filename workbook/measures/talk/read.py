"""Read a transcript: a file, pasted text, rows or a data frame, into turns."""

import os

from ...errors import WorkbookError
from ...words import word
from ..decode import text_of
from .captions import is_captions, read_captions, read_pasted, split_name
from .table import read_csv, rows_of_table
from .times import check_order, seconds
from .turns import TranscriptError, Turn, plain_name, words_of

__all__ = ["MOST_SPEAKERS", "read_transcript"]

MOST_SPEAKERS = 20


def read_transcript(source) -> list[Turn]:
    r"""Read a transcript into turns.

    Parameters
    ----------
    source : str, os.PathLike, bytes, iterable of dict, or data frame
        A file (CSV in any usual delimiter and encoding, WebVTT, SRT, or text of the form
        ``Name: words``), what was in such a file, pasted text with at least one line end, or rows
        with the columns speaker and text and, if you have them, turn, start, stop and code.

    Returns
    -------
    list of Turn
        Numbered from 1, in the order of the source.

    Raises
    ------
    TranscriptError
        With the row and what to do. Nothing is changed or kept.

    Notes
    -----
    Nothing is written anywhere. Look at `find_identifiers` before you keep or show a transcript.

    Examples
    --------
    >>> turns = read_transcript("Ines: What matters most to you?\nDalia: The school.")
    >>> turns[1].speaker, turns[1].text
    ('Dalia', 'The school.')
    >>> read_transcript([{"who said": "Ines", "text": "Hello."}])
    Traceback (most recent call last):
    ...
    workbook.measures.talk.turns.TranscriptError: Row 1: There is no column named speaker. ...
    """
    rows = [
        (row, speaker, text, seconds(start, row), seconds(stop, row), code)
        for row, speaker, text, start, stop, code in _rows(source)
    ]
    if not any(words_of(text) for _, _, text, *_ in rows):
        raise TranscriptError(word("talk_errors", "no_word"))
    _check_speakers(rows)
    check_order((row, start, stop) for row, _, _, start, stop, _ in rows)
    return [Turn(number, *each[1:]) for number, each in enumerate(rows, 1)]


def _rows(source) -> list[tuple]:
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return _rows_of_text(_text(source.encode("utf-8", "replace")))
    if isinstance(source, str | os.PathLike):
        ending = os.path.splitext(os.fspath(source))[1]  # noqa: PTH122 - also for odd names
        return _rows_of_text(_text(source), ending)
    if isinstance(source, bytes | bytearray | memoryview):
        return _rows_of_text(_text(source))
    if hasattr(source, "columns") and hasattr(source, "to_dict"):
        source = source.to_dict("records")
    return rows_of_table(enumerate(map(_as_dict, _listed(source)), 1))


def _text(source) -> str:
    try:
        return text_of(source, word("talk_errors", "choose"))
    except WorkbookError as error:
        raise TranscriptError(error.args[0]) from None


def _rows_of_text(text: str, ending: str = "") -> list[tuple]:
    """Find out what a text is: captions, a table, or names and words."""
    if is_captions(text):
        return read_captions(text)
    named = bool(split_name(text.lstrip("\ufeff\n ").partition("\n")[0])[0])
    least = 0 if ending.casefold() in (".csv", ".tsv") else 1 + named
    table = read_csv(text, least)
    return read_pasted(text) if table is None else rows_of_table(table)


def _listed(source) -> list:
    try:
        return list(source)
    except TypeError:
        raise TranscriptError(word("talk_errors", "no_transcript")) from None


def _as_dict(row) -> dict:
    if isinstance(row, Turn):
        return row._asdict()
    if hasattr(row, "keys"):
        return dict(row)
    raise TranscriptError(word("talk_errors", "no_names"))


def _check_speakers(rows) -> None:
    seen = set()
    for row, speaker, *_ in rows:
        seen.add(plain_name(speaker))
        if len(seen - {""}) > MOST_SPEAKERS:
            raise TranscriptError(word("talk_errors", "many", most=MOST_SPEAKERS), row)
