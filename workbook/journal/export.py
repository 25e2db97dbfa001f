"""Copies of the journal that a learner can keep, open in a spreadsheet, or bring back."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from workbook.errors import JournalError
from workbook.journal import disk
from workbook.journal.entry import LEARNER, Entry, scan
from workbook.journal.index import fault_sentence

__all__ = ["read_export", "readable", "write_export"]

_SAFE = "Nothing was exported; your answers are safe in the journal."
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute such a cell


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
        raise JournalError(
            f"{_SAFE} Give a name that ends in .jsonl (to import again) "
            "or .csv (for a spreadsheet)."
        )
    rows = list(entries)
    try:
        if path.exists() and not force:
            raise JournalError(
                f"{path} is there already. {_SAFE} Give another name, or use force (--force)."
            )
        disk.replace(path, form(rows))
    except OSError as error:
        raise disk.sentence(error, path, _SAFE) from error
    return len(rows)


def read_export(path: Path) -> tuple[list[Entry], list[str]]:
    """Read a ``.jsonl`` export, or another journal; its own id is left out.

    Parameters
    ----------
    path : Path
        The file to read.

    Returns
    -------
    entries : list of Entry
        In file order.
    problems : list of str
        One sentence for each line that was left out.

    Raises
    ------
    JournalError
        If the file cannot be read or holds lines but not one answer.

    Examples
    --------
    >>> read_export(Path("not_there.jsonl"))
    Traceback (most recent call last):
    ...
    workbook.errors.JournalError: There is no not_there.jsonl. Nothing was imported. Check the name.
    """
    try:
        lines = list(scan(path.read_bytes()))
    except OSError as error:
        raise disk.sentence(error, path, "Nothing was imported.") from error
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


def _not_an_export(name: str, faults: list) -> JournalError:
    if any(line.fault == "newer" for line in faults):
        return JournalError(
            f"{name} was written by a newer version of this workbook (line {faults[0].number}). "
            "Nothing was imported. Update the workbook and try again."
        )
    return JournalError(
        f"{name} is not an export of this workbook: line {faults[0].number} is not an answer. "
        "Nothing was imported. Choose a .jsonl file made by `workbook journal export`."
    )


def _jsonl(entries: list[Entry]) -> bytes:
    return b"".join(entry.line() for entry in entries)


def _csv(entries: list[Entry]) -> bytes:
    file = io.StringIO(newline="")
    table = csv.writer(file)
    table.writerow(["time", "exercise", "edition", "response"])
    for entry in entries:
        row = entry.time, entry.exercise, entry.edition, readable(entry.response)
        table.writerow([_cell(text) for text in row])
    return file.getvalue().encode("utf-8-sig", "replace")


def _cell(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text
