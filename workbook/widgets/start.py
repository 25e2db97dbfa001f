"""What the header of a module draws before anything is known of the learner."""

from typing import Any

from ..content.library import Library
from ..content.markup import inline_html, to_html
from ..content.model import Exercise, Module
from ..record.resume import in_page_order
from ..record.sections import sections
from ..words import Message, word, words

__all__ = ["module_time", "start_spec"]


def start_spec(library: Library, module: Module) -> dict[str, Any]:
    """Give what the header of a module draws before anything is known of the learner.

    Parameters
    ----------
    library : Library
    module : Module

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> library = Library(packaged_course())
    >>> start_spec(library, library.module("00"))["module"]
    '00'
    """
    exercises = [{"id": e.id, "title": e.title} for e in _in_order(library, module)]
    return {
        "module": module.number,
        "title": module.title,
        "file": module.notebook,
        "about": to_html(module.about),
        "minutes": module_time(module),
        "ways": words("module")["ways_about"] if module.core_minutes else "",
        "objectives": [inline_html(o) for o in module.objectives],
        "note": to_html(module.content_note),
        "exercises": exercises,
        "begin": _to_read(library, module) or next(iter(exercises), None),
    }


def module_time(module: Module) -> Message:
    """Say how long a module takes, on both ways where it has two.

    Parameters
    ----------
    module : Module

    Examples
    --------
    >>> module_time(Module("00", "00_start_here", "Start here", 15))
    'About 15 minutes'
    """
    name, core = ("ways", module.core_minutes) if module.core_minutes else ("minutes", 0)
    return word("module", name, core=core, minutes=module.minutes)


def _to_read(library: Library, module: Module) -> dict[str, str] | None:
    """Give the first section of the first page: it tells of the course before it asks anything."""
    if module.number != library.modules()[0].number:
        return None
    headed = sections(library.modules_folder / module.notebook)[1:2]
    return next(({"id": f"{module.number}/{s.cell}", "title": s.title} for s in headed), None)


def _in_order(library: Library, module: Module) -> list[Exercise]:
    """List the exercises that count, as the page shows them; a broken one is left out.

    A page that begins with what nobody has to do leaves it to the reader where to begin.
    """
    page = library.modules_folder / module.notebook
    shown = in_page_order(page, library.readable(module.number))
    if shown and shown[0].optional:
        return []
    return [exercise for exercise in shown if not exercise.optional]
