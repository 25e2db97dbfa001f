"""What can be searched for in a course: its own text, place by place, and nobody's answers."""

import re
from collections.abc import Iterator

from ..content.library import Library
from ..content.markup import plain_words
from ..content.model import Exercise, Module
from ..errors import WorkbookError
from ..kinds import kind_of
from .sections import sections

__all__ = ["places"]

ADDRESS = re.compile(r" \([^\s()]*(?:/|\.md|\.ipynb)[^\s()]*\)")  # of a link, as plain_words has it


def places(library: Library) -> list[dict[str, str]]:
    """Give every section and every exercise with its text, in the order of the course.

    What is told only once a learner has answered (notes, hints, closings) is left out.

    Parameters
    ----------
    library : Library

    Returns
    -------
    list of dict
        ``file`` and ``module`` (title), ``cell`` (the place on the page), ``title`` and ``text``.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> found = places(Library(packaged_course()))
    >>> found[0]["file"], found[0]["cell"]
    ('00_start_here.ipynb', 'title')
    """
    return [place for module in library.modules() for place in _module(library, module)]


def _module(library: Library, module: Module) -> Iterator[dict[str, str]]:
    where = {"file": module.notebook, "module": module.title}
    for section in sections(library.modules_folder / module.notebook):
        text = _plain("\n\n".join(section.texts)).removeprefix(section.title).strip()
        yield {**where, "cell": section.cell, "title": section.title, "text": text}
        for cell, name in section.exercises:
            try:
                exercise = library.exercise(name)
            except WorkbookError:
                continue
            yield {**where, "cell": cell, "title": exercise.title, "text": _words(exercise)}


def _words(exercise: Exercise) -> str:
    """Give what an exercise says before it is answered; of a story only how it begins."""
    asked = [exercise.content_note, exercise.prompt]
    for item in () if kind_of(exercise).linked else exercise.items:
        asked += [item.text, *(option.text for option in item.options)]
    return " ".join(filter(None, map(_plain, asked)))


def _plain(markdown: str) -> str:
    return " ".join(ADDRESS.sub("", plain_words(markdown or "")).split())
