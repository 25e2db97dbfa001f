"""What a page of the course can draw before Python is there: files beside the extension's own."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..content.library import Library
from ..content.model import Module
from ..errors import WorkbookError
from ..files import write
from ..journal import Journal
from ..kinds import Learner, names
from .exercise import exercise_parts
from .page import script, style
from .panels import ProgressWidget, RecallWidget, StartWidget, recall_spec, start_spec
from .spec import view_spec

__all__ = ["module_page", "write_pages"]

PANELS = {"start": StartWidget, "recall": RecallWidget, "progress": ProgressWidget}


def write_pages(folder: str | os.PathLike, library: Library, journal: Journal) -> Path:
    """Write the drawings of every module, the script of every kind and the style of all.

    Parameters
    ----------
    folder : path
        Is made; what it holds of an earlier start is written over.
    library : Library
        The course.
    journal : Journal
        The learner's own, for its name and its order; nothing of an answer is read.

    Returns
    -------
    pathlib.Path
        The folder: ``<number>.json`` for each module, a script for each panel and kind, ``style.css``.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import packaged_course
    >>> place = tempfile.mkdtemp()
    >>> folder = write_pages(place, Library(packaged_course()), Journal(place + "/journal.jsonl"))
    >>> sorted(path.name for path in folder.glob("r*.js"))
    ['rank.js', 'rating.js', 'recall.js', 'reflection.js']
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    known = journal.learner()
    for module in library.modules():
        page = module_page(library, module.number, Learner(str(known.seed)), known.journal)
        write(folder / f"{module.number}.json", json.dumps(page))
    for name, panel in PANELS.items():
        write(folder / f"{name}.js", script(*panel.parts, groups=panel.groups))
    for kind in names():
        parts, groups = exercise_parts(kind)
        write(folder / f"{kind}.js", script(*parts, groups=groups))
    write(folder / "style.css", style())
    return folder


def module_page(library: Library, number: str, learner: Learner, journal: str) -> dict[str, Any]:
    """Give the drawings of one module.

    Parameters
    ----------
    library : Library
    number : str
        Of the module, as ``"01"``.
    learner : Learner
    journal : str
        The name under which the browser keeps drafts.

    Returns
    -------
    dict
        By the name of a call, then by what it is called with: ``start``, ``exercise``, ``recall``
        and ``progress``; an exercise that cannot be read is left out. ``modules`` are those of
        the course.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> page = module_page(Library(packaged_course()), "00", Learner("7"), "")
    >>> page["exercise"]["00/what_it_claims"]["kind"]
    'choice'
    """
    exercises, recalls = {}, {}
    for exercise_id in library.exercise_ids():
        with suppress(WorkbookError):
            exercise = library.exercise(exercise_id)
            recalls[exercise_id] = recall_spec(library, exercise)
            if exercise_id.startswith(f"{number}/"):
                exercises[exercise_id] = view_spec(exercise, learner, journal)
    start = {number: start_spec(library.module(number))}
    drawn = {"start": start, "exercise": exercises, "recall": recalls, "progress": {"": {}}}
    return {**drawn, "modules": [_listed(library, module) for module in library.modules()]}


def _listed(library: Library, module: Module) -> dict[str, Any]:
    """Give what the list of modules shows; nothing of it is counted yet."""
    there = (library.modules_folder / module.notebook).is_file()
    return {"id": module.number, "title": module.title, "file": module.notebook, "exists": there}
