"""The one door: a file, bytes, pasted text or rows into turns, whatever form they have."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from ....errors import WorkbookError
from ....words import word
from ...decode import LARGEST, bytes_of
from ...result import joined
from ..turns import TranscriptError, Turn, words_of
from .captions import is_captions, read_captions
from .chat import is_chat, read_chat, refuse_other_forms
from .headers import Line, shown
from .labels import split_label, tidy
from .letters import letters_of
from .marks import without_times
from .objects import is_json, read_json
from .office import is_office, text_of_word
from .pasted import read_pasted
from .rows import Found, Row, Transcript
from .table import read_csv, read_tabs, rows_of_table, without_titles
from .timed_text import is_timed_text, read_timed_text
from .times import ends_of, with_good_times

__all__ = ["MOST_SPEAKERS", "read", "read_transcript"]

MOST_SPEAKERS = 500  # more are no people: a column of words taken for that of names
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
LONGEST_NAME = 4_000  # letters of the path of a file
OWN_TABLE = "speaker\ttext\n"
OTHER_ENDS = re.compile("[\u2028\u2029\x85]")  # of lines, as some programs copy them
TABLES = (".csv", ".tsv")
FORMS = (  # that show themselves, each with its reader
    (is_chat, lambda text, _: read_chat(text)),
    (is_json, lambda text, _: read_json(text)),
    (is_captions, read_captions),
)


def read(source, *, name: str = "", voices: Mapping[str, bool] | None = None) -> Transcript:
    r"""Read a transcript in any form, and say what was left out or taken otherwise than written.

    Parameters
    ----------
    source : str, os.PathLike, bytes, iterable of dict, or data frame
        A file; what was in it; pasted text; or rows with the columns speaker and text. Read are
        ``Name: words`` in its many kinds, a name and a time above the words (Teams, Otter, Word),
        WebVTT, SRT, SBV and TTML, tables with or without a header, chats, e-mails, CHAT, JSON, and
        Word files.
    name : str
        The name of the file where `source` is bytes.
    voices : mapping of str to bool, optional
        For a label that was asked about: whether it is somebody who speaks.

    Returns
    -------
    Transcript
        A list of `Turn`, numbered from 1, with ``turns``, ``notes`` (one sentence for each thing
        left out or taken otherwise than written) and ``asked`` (labels that nobody can be sure of).

    Raises
    ------
    TranscriptError
        With the row and what to do. Nothing is changed or kept.

    Examples
    --------
    >>> found = read("Ines: What matters most?\nDalia: Two things.\nFirst: the school.")
    >>> [turn.speaker for turn in found], found.asked[0].label
    (['Ines', 'Dalia'], 'First')
    >>> read("Dalia: First.\nFirst: the school.", voices={"First": True})[1].speaker
    'First'
    """
    found = _found(source, name, voices)
    rows, notes = with_good_times([_marks_apart(row) for row in found.rows], found.ordered)
    if not any(words_of(row.text) for row in rows):
        raise TranscriptError(word("talk_errors", "no_word"))
    _check_speakers(rows)
    turns = [Turn(number, *each[1:]) for number, each in enumerate(rows, 1)]
    return Transcript(turns, [*found.notes, *notes, *_last_notes(rows, found.asked)], found.asked)


def read_transcript(source) -> Transcript:
    r"""Read a transcript into turns: `read` without its settings.

    Parameters
    ----------
    source : str, os.PathLike, bytes, iterable of dict, or data frame
        As in `read`. A text without a line end is the name of a file.

    Returns
    -------
    Transcript

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
    >>> read_transcript([{"topic": "Ines", "text": "Hello."}])
    Traceback (most recent call last):
    ...
    workbook.measures.talk.turns.TranscriptError: Row 1: There is no column named speaker. ...
    """
    return read(Path(source) if isinstance(source, str) and _one_line(source) else source)


def _one_line(text: str) -> bool:
    return "\n" not in text and "\r" not in text


def _found(source, name: str, voices) -> Found:
    if isinstance(source, str) and not (_one_line(source) and _is_file(source)):
        return _found_in_text(_text(source.encode("utf-8", "replace"))[0], "", voices)
    if isinstance(source, str | os.PathLike | bytes | bytearray | memoryview):
        ending = Path(name or "").suffix
        if isinstance(source, str | os.PathLike):
            ending = os.path.splitext(os.fspath(source))[1]  # noqa: PTH122 - also for odd names
        data = _bytes(source)
        text, note = (text_of_word(data), "") if is_office(data) else _text(data)
        found = _found_in_text(text, ending, voices)
        return found._replace(notes=[note, *found.notes]) if note else found
    if hasattr(source, "columns") and hasattr(source, "to_dict"):
        source = source.to_dict("records")
    return rows_of_table(enumerate(map(_as_dict, _listed(source)), 1))


def _is_file(text: str) -> bool:
    """Say whether one line of text is the name of a file and not words."""
    if len(text) > LONGEST_NAME or is_json(text) or is_timed_text(text):
        return False
    try:
        if Path(text).exists():
            return True
    except (OSError, ValueError):
        pass
    return split_label(text) is None


def _bytes(source) -> bytes:
    try:
        return bytes_of(source, LARGEST)
    except WorkbookError as error:
        raise TranscriptError(joined(error.args[0], word("talk_errors", "choose"))) from None


def _text(data: bytes) -> tuple[str, str]:
    try:
        return letters_of(data, word("talk_errors", "choose"))
    except WorkbookError as error:
        raise TranscriptError(error.args[0]) from None


def _found_in_text(text: str, ending: str, voices) -> Found:
    """Find out what form a text has, and read it."""
    text = OTHER_ENDS.sub("\n", text)
    if text.startswith(OWN_TABLE):  # as `as_text` writes it, whatever its cells look like
        pairs = read_csv(text) or []
        rows = [Row(n, row.get("speaker", ""), row.get("text", "")) for n, row in pairs]
        return Found(rows)
    if is_timed_text(text):
        return read_timed_text(text, voices)
    refuse_other_forms(text)
    for is_form, reader in FORMS:
        if is_form(text):
            return reader(text, voices)
    below, titles = without_titles(text)
    first = text.lstrip("\ufeff\n ").partition("\n")[0]
    least = 0 if ending.casefold() in TABLES else 1 + (split_label(first[:300]) is not None)
    table = read_csv(below, least)
    if table is None:
        table = read_tabs(below)
    if table is None:
        return read_pasted(text, voices)
    found = rows_of_table(table, voices)
    lines = [Line(row, line, True) for row, line in titles]
    notes = [word("talk_notes", "head", row=line.row, line=shown(line)) for line in lines]
    return found._replace(notes=[*notes, *found.notes])


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


def _marks_apart(row: Row) -> Row:
    """Take time marks from the head and the end of the words; a time is never a word."""
    text, mark, last = without_times(_writable(row.text))
    speaker = tidy(_writable(row.speaker))
    start, stop = ends_of(mark)
    if row.start not in (None, ""):
        start, stop = row.start, None
        if isinstance(start, str):
            start, stop = ends_of(start)
    return row._replace(
        speaker="" if not speaker.strip("?") else speaker,
        text=text.strip(),
        start=start,
        stop=row.stop if row.stop not in (None, "") else (last or stop),
    )


def _writable(text: str) -> str:
    """Give a text without signs that no text file has."""
    if text.isprintable():
        return text
    return NO_TEXT.sub(" ", text).encode("utf-8", "replace").decode()


def _last_notes(rows: list[Row], asked) -> list[str]:
    notes: list[str] = [
        word("talk_notes", "asked_voice" if each.voice else "asked_words",
             row=each.row, label=each.label) for each in asked
    ]  # fmt: skip
    nobody = sum(bool(not row.speaker and words_of(row.text)) for row in rows)
    return [*notes, word("talk_notes", "nobody", count=nobody)] if nobody else notes


def _check_speakers(rows) -> None:
    seen = set()
    for row in rows:
        seen.add(row.speaker)
        if len(seen - {""}) > MOST_SPEAKERS:
            raise TranscriptError(word("talk_errors", "many", most=MOST_SPEAKERS), row.row)
