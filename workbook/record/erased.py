"""What a learner has erased line by line stays erased when another copy is brought in."""

from pathlib import Path

from ..content.library import Library
from ..errors import WorkbookError
from ..journal import Journal
from ..kinds import kind_of

__all__ = ["bring_in"]


def bring_in(library: Library, journal: Journal, path: Path) -> int:
    """Add the answers of a copy, without the words that were erased for good here or there.

    Parameters
    ----------
    library : Library
    journal : Journal
    path : Path
        A copy that `Journal.merge` reads.

    Returns
    -------
    int
        How many answers are new and stay.

    Raises
    ------
    JournalError
        When the copy cannot be read, or the journal cannot be written.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> bring_in(Library(packaged_course()), Journal("journal.jsonl"), Path("gone.jsonl"))
    Traceback (most recent call last):
    ...
    workbook.errors.JournalError: There is no gone.jsonl. Nothing was imported. Check the name.
    """
    before = journal.count()
    journal.merge(path)
    for exercise_id in journal.exercises():
        _clear(library, journal, exercise_id)
    return max(0, journal.count() - before)


def _clear(library: Library, journal: Journal, exercise_id: str) -> None:
    """Take out what a later answer has asked to leave the file; the asking itself stays."""
    try:
        exercise = library.exercise(exercise_id)
    except WorkbookError:
        return
    kind = kind_of(exercise)
    if not kind.lasting:
        return
    entries = [
        (entry, kind.read(exercise, entry.response)) for entry in journal.history(exercise_id)
    ]
    asking = [answer for _, answer in entries if kind.outdates(answer, answer)]
    for entry, answer in entries:
        if answer not in asking and any(kind.outdates(each, answer) for each in asking):
            journal.erase(exercise_id, entry=entry)
