"""The course's log of real meetings: which exercise it is, and what may be reminded of it."""

from datetime import date

from ..content.library import Library
from ..content.model import Exercise
from ..errors import ContentError, JournalError, WorkbookError
from ..kinds import kind_of
from ..words import word
from .desk import Desk

__all__ = ["reminders", "the_log"]


def the_log(library: Library) -> Exercise:
    """Give the first exercise whose answers stand side by side and outlast its wording.

    Parameters
    ----------
    library : Library

    Raises
    ------
    WorkbookError
        When the course has none.

    Examples
    --------
    >>> import tempfile
    >>> the_log(Library(tempfile.mkdtemp()))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: This course has no log of real meetings.
    """
    for exercise_id in library.exercise_ids():
        try:
            found = library.exercise(exercise_id)
        except ContentError:
            continue
        if kind_of(found).lasting:
            return found
    raise WorkbookError(word("record", "no_log"))


def reminders(desk: Desk, module: str) -> list[str]:
    """Say what a learner may want to be reminded of, on the first page of the course only.

    Parameters
    ----------
    desk : Desk
        Where its journal cannot be read, nothing is said.
    module : str
        The number of the page.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import packaged_course
    >>> from workbook.journal import Journal
    >>> reminders(Desk(Library(packaged_course()), Journal("no_file.jsonl")), "00")
    []
    """
    if module != desk.library.modules()[0].number:
        return []
    said, today = [], desk.journal.now().date()
    try:
        for exercise_id in desk.journal.exercises():
            said.append(_reminder(desk, exercise_id, today))
    except JournalError:
        return []
    return [text for text in said if text]


def _reminder(desk: Desk, exercise_id: str, today: date) -> str | None:
    try:
        exercise = desk.library.exercise(exercise_id)
    except WorkbookError:
        return None  # it is not in the course any more, or its author has broken it
    kind = kind_of(exercise)
    history = desk.journal.history
    return kind.remind(
        exercise, lambda: [kind.read(exercise, e.response) for e in history(exercise_id)], today
    )
