"""A learner's bookmarks and private notes on the sections of the pages, as the journal keeps them.

Each is an answer like any other, to an exercise that no file holds: its id is the number of a
module, ``/section:`` and the name of the cell with the heading. An edition of the course that
knows no bookmarks keeps, copies and erases such lines as answers to an exercise that is gone.
"""

from typing import Any

from ..content.library import Library
from ..content.markup import titled
from ..content.model import Exercise
from ..errors import WorkbookError
from ..kinds import kind_of
from ..words import word
from .desk import Desk
from .sections import Section, sections

__all__ = ["bookmark", "bookmark_ids", "bookmarks", "exercise_in", "is_bookmark"]

MARK = "/section:"


class _Section(Exercise):
    """The exercise that stands for one section; another heading is no other wording."""

    @property
    def edition(self) -> str:
        """The same for every section and always."""
        return "section"


def is_bookmark(exercise_id: str) -> bool:
    """Say whether an id of the journal is that of a section.

    Examples
    --------
    >>> is_bookmark("01/section:come-back"), is_bookmark("01/who_benefits")
    (True, False)
    """
    return exercise_id[2:].startswith(MARK)


def bookmark(library: Library, exercise_id: str) -> Exercise:
    """Give the exercise that stands for a section, also of one that is there no more.

    Parameters
    ----------
    library : Library
    exercise_id : str
        As ``"01/section:come-back"``.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> bookmark(Library(packaged_course()), "00/section:come-back").title
    'My bookmark: Come back'
    """
    title = word("bookmarks", "title", section=_heading(library, exercise_id))
    settings = {"task": False}
    return _Section(exercise_id, "bookmark", title, visibility="private", settings=settings)


def exercise_in(library: Library, exercise_id: str) -> Exercise:
    """Give what an answer of the journal answers: an exercise, or a section of a page.

    Parameters
    ----------
    library : Library
    exercise_id : str

    Raises
    ------
    WorkbookError
        When the course has no such exercise.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> exercise_in(Library(packaged_course()), "00/start_line").kind
    'rating'
    """
    if is_bookmark(exercise_id):
        return bookmark(library, exercise_id)
    return library.exercise(exercise_id)


def bookmark_ids(library: Library) -> list[str]:
    """List the ids of all sections in the order of the course.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> bookmark_ids(Library(packaged_course()))[0]
    '00/section:title'
    """
    numbers = [module.number for module in library.modules()]
    return [f"{n}{MARK}{one.cell}" for n in numbers for one in _sections(library, n)]


def bookmarks(desk: Desk) -> list[dict[str, Any]]:
    """List the sections that have a bookmark or a note now, in the order of the course.

    Parameters
    ----------
    desk : Desk

    Returns
    -------
    list of dict
        ``id``, the ``file`` and title of the module (``module``), ``cell`` and ``title`` of the
        section, and whether it is ``marked`` and ``noted``; never the words of a note.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import packaged_course
    >>> from workbook.journal import Journal
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> bookmarks(desk)
    []
    >>> _ = desk.journal.save("00/section:come-back", {"marked": ["here"]})
    >>> [one["title"] for one in bookmarks(desk)]
    ['Come back']
    """
    there = set(filter(is_bookmark, desk.journal.exercises()))
    if not there:
        return []
    known = bookmark_ids(desk.library)
    gone = sorted(there.difference(known))
    found = (_shown(desk, one) for one in [*known, *gone] if one in there)
    return [one for one in found if one["marked"] or one["noted"]]


def _shown(desk: Desk, exercise_id: str) -> dict[str, Any]:
    number, _, cell = exercise_id.partition(MARK)
    exercise, entry = bookmark(desk.library, exercise_id), desk.journal.latest(exercise_id)
    answer = kind_of(exercise).read(exercise, entry.response if entry else {})
    found = {"id": exercise_id, "cell": cell, "title": _heading(desk.library, exercise_id)}
    marks = {"marked": bool(answer.marked), "noted": bool(answer.texts)}
    return found | marks | _module(desk.library, number)


def _module(library: Library, number: str) -> dict[str, str]:
    try:
        module = library.module(number)
    except WorkbookError:
        return {"file": "", "module": number}
    return {"file": module.notebook, "module": module.title}


def _heading(library: Library, exercise_id: str) -> str:
    number, _, cell = exercise_id.partition(MARK)
    titles = {one.cell: one.title for one in _sections(library, number)}
    return titles.get(cell) or titled(cell.replace("-", "_"))


def _sections(library: Library, number: str) -> list[Section]:
    try:
        return sections(library.modules_folder / library.module(number).notebook)
    except WorkbookError:
        return []
