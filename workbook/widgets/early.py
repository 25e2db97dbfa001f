"""What a page of the course draws before Python is there: files for a start to serve."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..content.library import Library
from ..content.markup import to_html
from ..content.model import Module
from ..errors import WorkbookError
from ..journal import Learner as Owner
from ..kinds import Learner, kind_of, names
from ..record.glossary import glossary
from ..record.search import places
from .exercise import exercise_parts
from .page import PageWidget, script, style
from .panels import ProgressWidget, RecallWidget, StartWidget, recall_spec
from .spec import view_spec
from .start import start_spec

__all__ = ["PANELS", "module_page", "page_files"]

PANELS: dict[str, type[PageWidget]] = {
    "start": StartWidget,
    "recall": RecallWidget,
    "progress": ProgressWidget,
}


def page_files(library: Library, known: Owner) -> dict[str, str]:
    """Give the drawings of every module, the script of every kind and the style of all.

    Parameters
    ----------
    library : Library
        The course.
    known : workbook.journal.Learner
        The name of the journal and the seed of its order.

    Returns
    -------
    dict
        File names and what stands in them: ``<number>.json`` for each module, a script for each
        panel and each kind, ``search.json`` and ``glossary.json``
        with texts of the course, and ``style.css``.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> from workbook.journal import Learner
    >>> library = Library(packaged_course())
    >>> [name for name in page_files(library, Learner.new()) if name[0] == "r"]
    ['recall.js', 'rank.js', 'rating.js', 'reflection.js']
    """
    files = {}
    for module in library.modules():
        page = module_page(library, module.number, Learner(str(known.seed)), known.journal)
        files[f"{module.number}.json"] = json.dumps(page)
    for name, panel in PANELS.items():
        files[f"{name}.js"] = script(*panel.parts, groups=panel.groups)
    for kind in names():
        parts, groups = exercise_parts(kind)
        files[f"{kind}.js"] = script(*parts, groups=groups)
    texts = {"search": places(library), "glossary": glossary(library)}
    files |= {f"{name}.json": json.dumps(found) for name, found in texts.items()}
    return {**files, "style.css": style()}


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
        the course, ``later`` the exercises of any module whose
        notes need packages that a browser loads late. ``reading`` are the cells of the notebook:
        name, sort, and the text as HTML or the code as it stands.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> page = module_page(Library(packaged_course()), "00", Learner("7"), "")
    >>> page["exercise"]["00/what_it_claims"]["kind"]
    'choice'
    """
    exercises, recalls, later = {}, {}, []
    for exercise_id in library.exercise_ids():
        with suppress(WorkbookError):
            exercise = library.exercise(exercise_id)
            recalls[exercise_id] = recall_spec(library, exercise)
            later += [exercise_id] if kind_of(exercise).later else []
            if exercise_id.startswith(f"{number}/"):
                exercises[exercise_id] = view_spec(exercise, learner, journal)
    start = {number: start_spec(library, library.module(number))}
    drawn = {"start": start, "exercise": exercises, "recall": recalls, "progress": {"": {}}}
    modules = [_listed(library, module) for module in library.modules()]
    reading = list(_cells(library.modules_folder / library.module(number).notebook))
    return {**drawn, "modules": modules, "later": later, "reading": reading}


def _cells(notebook: Path) -> Iterator[tuple[str, str, str]]:
    """Give what a page shows before JupyterLab is there; nothing where there is no notebook."""
    with suppress(OSError, ValueError, KeyError):
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            text = "".join(cell["source"])
            kind = cell["cell_type"]
            yield cell["id"], kind, to_html(text) if kind == "markdown" else text


def _listed(library: Library, module: Module) -> dict[str, Any]:
    """Give what the list of modules shows; nothing of it is counted yet."""
    there = (library.modules_folder / module.notebook).is_file()
    return {"id": module.number, "title": module.title, "file": module.notebook, "exists": there}
