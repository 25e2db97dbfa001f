"""Copies of all answers: a table, a page or a text to read, or lines to import again."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ..content.library import Library
from ..errors import JournalError
from ..files import write
from ..journal import Journal
from ..journal.disk import sentence
from ..words import word
from .answers import Answered, answered
from .page import as_html
from .spreadsheet import as_csv
from .text import as_markdown

__all__ = ["export_answers"]

Form = Callable[[list[Answered], datetime], bytes]
FORMS: dict[str, Form] = {".csv": as_csv, ".html": as_html, ".md": as_markdown}


def export_answers(library: Library, journal: Journal, path: Path, *, force: bool = False) -> int:
    """Write a copy of all answers in the form that the ending of its name asks for.

    Parameters
    ----------
    library : Library
        The course that was answered.
    journal : Journal
    path : Path
        ``.csv``, ``.html`` and ``.md`` are for reading; ``.jsonl`` can be imported again.
    force : bool
        Overwrite a file that is there.

    Returns
    -------
    int
        How many answers were written.

    Raises
    ------
    JournalError
        When the name has another ending, the file is there already, or it cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import packaged_course
    >>> target = Path(tempfile.mkdtemp(), "answers.html")
    >>> export_answers(Library(packaged_course()), Journal("no_file.jsonl"), target)
    0
    """
    ending = path.suffix.lower()
    if ending == ".jsonl":
        return journal.export(path, force=force)
    if ending not in FORMS:
        raise JournalError(word("record", "other_ending"))
    if os.path.realpath(path) == str(journal.path):
        raise JournalError(word("journal", "is_the_journal", path=path))
    try:
        if path.exists() and not force:
            safe = word("journal", "nothing_exported")
            raise JournalError(word("journal", "already_there", path=path, safe=safe))
        exercises = answered(library, journal)
        write(path, FORMS[ending](exercises, datetime.now()), private=True)
    except OSError as error:
        raise sentence(error, path, "nothing_exported") from error
    return sum(len(exercise.answers) for exercise in exercises)
