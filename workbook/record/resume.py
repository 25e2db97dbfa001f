"""Where a learner goes on: at the latest answer, or at the next open exercise of the page."""

import json
import re
from pathlib import Path
from typing import Any

from ..content.model import Exercise, Module
from .bookmarks import is_bookmark
from .desk import Desk

__all__ = ["go_on", "in_page_order"]

CALL = re.compile(r"""wb\.exercise\(["']([^"']+)["']\)""")


def in_page_order(notebook: Path, exercises: list[Exercise]) -> list[Exercise]:
    """Sort exercises as their page shows them; those that it does not show come last.

    Parameters
    ----------
    notebook : path
        The page; one that cannot be read changes nothing.
    exercises : list of Exercise

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> library = Library(packaged_course())
    >>> some = [library.exercise(i) for i in ("00/start_line", "00/what_it_claims")]
    >>> page = library.modules_folder / "00_start_here.ipynb"
    >>> [e.id for e in in_page_order(page, some)]
    ['00/what_it_claims', '00/start_line']
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        source = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
    except (OSError, ValueError, KeyError, TypeError):
        return exercises
    shown = {name: number for number, name in enumerate(CALL.findall(source))}
    return sorted(exercises, key=lambda exercise: shown.get(exercise.id, len(shown)))


def go_on(desk: Desk) -> dict[str, Any] | None:
    """Give the exercise at which a learner goes on.

    Parameters
    ----------
    desk : Desk

    Returns
    -------
    dict or None
        ``id`` and ``title`` of the exercise, its ``number`` among the ``total`` of its page, its
        module's ``file`` and title (``module``); None before the first answer and after the last.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> go_on(desk) is None
    True
    >>> _ = desk.journal.save("00/what_it_claims", {"chosen": {"": "c"}, "shown": True})
    >>> go_on(desk)["module"]
    'Start here'
    """
    latest = _latest(desk)
    if latest is None:
        return None
    modules = desk.library.modules()
    numbers = [module.number for module in modules]
    here = latest.partition("/")[0]
    at = numbers.index(here) if here in numbers else 0
    for module in (*modules[at:], *modules[:at]):
        if found := _open_in(desk, module, latest):
            return found
    return None


def _latest(desk: Desk) -> str | None:
    entries = [
        desk.journal.latest(name) for name in desk.journal.exercises() if not is_bookmark(name)
    ]
    answered = [entry for entry in entries if entry]
    return max(answered, key=lambda entry: entry.time).exercise if answered else None


def _open_in(desk: Desk, module: Module, latest: str) -> dict[str, Any] | None:
    notebook = desk.library.modules_folder / module.notebook
    if not notebook.is_file():
        return None
    exercises = in_page_order(notebook, desk.counted(module.number))
    names = [exercise.id for exercise in exercises]
    at = names.index(latest) if latest in names else 0
    for exercise in (*exercises[at:], *exercises[:at]):
        if not desk.done(exercise):
            return {
                "id": exercise.id,
                "title": exercise.title,
                "number": exercises.index(exercise) + 1,
                "total": len(exercises),
                "module": module.title,
                "file": module.notebook,
            }
    return None
