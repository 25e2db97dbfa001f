"""The course and the journal that a command means where none is named."""

import os
from pathlib import Path

from ..content.library import Library, find_course, packaged_course
from ..errors import WorkbookError
from ..journal import Journal, journal_path

__all__ = ["course_around", "journal_around"]


def course_around() -> Library:
    """Open the course around this folder, or the one that came with the package.

    Examples
    --------
    >>> "03/two_weeks" in course_around().exercise_ids()
    True
    """
    try:
        return Library(find_course())
    except WorkbookError:
        return Library(packaged_course())


def journal_around(named: str = "") -> Journal:
    """Open the journal that was named, or the one of the course around this folder.

    Parameters
    ----------
    named : str
        Path of a journal; empty for that of the course.

    Examples
    --------
    >>> journal_around("answers/mine.jsonl").path.name
    'mine.jsonl'
    """
    if named:
        return Journal(named)
    if Path(os.environ.get("WORKBOOK_JOURNAL", "").strip()).expanduser().is_absolute():
        return Journal(journal_path("."))
    return Journal(journal_path(find_course()))
