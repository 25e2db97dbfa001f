"""Copies of the journal that a learner can keep, open in a spreadsheet, or bring back."""

from collections.abc import Iterable
from pathlib import Path

from workbook.errors import JournalError
from workbook.files import table, write
from workbook.journal import disk
from workbook.journal.carried import carried
from workbook.journal.entry import LEARNER, Entry, Line, scan
from workbook.journal.index import fault_sentence
from workbook.words import Message, word

__all__ = ["read_export", "readable", "write_export"]

_SAFE = "nothing_exported"


def write_export(entries: Iterable[Entry], path: Path, *, force: bool = False) -> int:
    """Write entries to a file, whole or not at all.

    Parameters
    ----------
    entries : iterable of Entry
        What to write, in this order.
    path : Path
        ``.jsonl`` can be imported again; ``.csv`` is for reading in a spreadsheet.
    force : bool
        Overwrite a file that is there.

    Returns
    -------
    int
        How many entries were written.

    Raises
    ------
    JournalError
        If the name has another ending, the file is there already, or it cannot be written.

    Examples
    --------
    >>> write_export([], Path("answers.docx"))
    Traceback (most recent call last):
    ...
    workbook.errors.JournalError: Nothing was exported; your answers are safe in the journal. \
Give a name that ends in .jsonl (to import again) or .csv (for a spreadsheet).
    """
    form = {".jsonl": _jsonl, ".csv": _csv}.get(path.suffix.lower())
    if form is None:
        raise JournalError(word("journal", "other_ending", safe=word("journal", _SAFE)))
    rows = list(entries)
    try:
        if path.exists() and not force:
            safe = word("journal", _SAFE)
            raise JournalError(word("journal", "already_there", path=path, safe=safe))
        write(path, form(rows), private=True)
    except OSError as error:
        raise disk.sentence(error, path, _SAFE) from error
    return len(rows)


def read_export(path: Path) -> tuple[list[Entry], list[Message]]:
    """Read a ``.jsonl`` export, a portfolio or another journal; a journal's own id is left out.

    Parameters
    ----------
    path : Path
        The file to read.

    Returns
    -------
    entries : list of Entry
        In file order.
    problems : list of Message
        One sentence for each line that was left out.

    Raises
    ------
    JournalError
        If the file cannot be read, is a page without answers, or holds lines but not one answer.

    Examples
    --------
    >>> read_export(Path("not_there.jsonl"))
    Traceback (most recent call last):
    ...
    workbook.errors.JournalError: There is no not_there.jsonl. Nothing was imported. Check the name.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise disk.sentence(error, path, "nothing_imported") from error
    found = carried(data)
    if found is None:
        raise JournalError(word("journal", "page_without_answers", name=path.name))
    lines = list(scan(found))
    entries = [line.entry for line in lines if line.entry]
    faults = [line for line in lines if line.fault]
    if faults and not entries:
        raise _not_an_export(path.name, faults)
    problems = [fault_sentence(line.number, line.fault, path.name) for line in faults]
    return [entry for entry in entries if entry.exercise != LEARNER], problems


def readable(value: object) -> str:
    """Write a response as a person would read it.

    Examples
    --------
    >>> readable({"chosen": ["a", "b"], "why": "we asked"})
    'chosen: a, b; why: we asked'
    """
    if isinstance(value, dict):
        return "; ".join(f"{key}: {readable(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(readable, value))
    words = {True: "yes", False: "no", None: ""}
    return words[value] if value is None or isinstance(value, bool) else str(value)


def _not_an_export(name: str, faults: list[Line]) -> JournalError:
    newer = any(line.fault == "newer" for line in faults)
    sentence = "newer_export" if newer else "not_an_export"
    return JournalError(word("journal", sentence, name=name, line=faults[0].number))


def _jsonl(entries: list[Entry]) -> bytes:
    return b"".join(entry.line() for entry in entries)


def _csv(entries: list[Entry]) -> bytes:
    head = ["time", "exercise", "edition", "response"]
    return table([head, *([e.time, e.exercise, e.edition, readable(e.response)] for e in entries)])
