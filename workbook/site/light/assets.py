"""The scripts and the style of the light edition, and what its pages know of the whole course."""

import json
from pathlib import Path
from typing import Any

from ...charts.kit.theme import css
from ...charts.kit.themed import rules
from ...content.library import Library
from ...content.model import Exercise, Module
from ...design import colors
from ...kinds import kind_of
from ...kinds.ahead import Ahead
from ...words import words
from .slim import slim_script, slim_style

__all__ = ["course_facts", "program", "style", "view_parts", "views"]

HERE = Path(__file__).parent
WIDGETS = HERE.parents[1] / "widgets" / "js"
MADE_WITH_PYTHON = ("hand_in", "portfolio")
WITHOUT = HERE / "js" / "without_python.js"
PARTS = (
    *("conditions", "feedback", "moments", "store", "model", "panels", "course", "around"),
    "page",
)
SAFETY = ("lies_browser", "warns_browser", "imported")
EXPORTS = ("newer_export", "not_an_export")


def program() -> str:
    """Give the script of every page: what answers the views in place of Python.

    Examples
    --------
    >>> program().startswith("const WORDS = ")
    True
    """
    said = {name: words("light_script")[name] for name in words("light_script")}
    said |= {name.removesuffix("_browser"): words("safety")[name] for name in SAFETY}
    said |= {name: words("journal")[name] for name in EXPORTS}
    own = [kind_of(name).folder / "light.js" for name in _names()]
    shared = [WIDGETS / "dom.js", WIDGETS / "draft.js"]
    files = [*shared, *(HERE / "js" / f"{name}.js" for name in PARTS[:-1])]
    files += [path for path in own if path.is_file()]
    files.append(HERE / "js" / f"{PARTS[-1]}.js")
    texts = (path.read_text(encoding="utf-8") for path in files)
    return slim_script("\n".join([f"const WORDS = {json.dumps(said)};", *texts]))


def _names() -> list[str]:
    from ...kinds import names

    return list(names())


def view_parts(name: str) -> tuple[tuple[str | Path, ...], tuple[str, ...]]:
    """Give the script files of a view and the groups of its words: those of every edition.

    Parameters
    ----------
    name : str
        Of a kind or a panel; a group ``<kind>_light`` lies over the words of the kind.

    Examples
    --------
    >>> view_parts("instrument")[1]
    ('exercise', 'instrument', 'instrument_light')
    """
    from ...widgets.early import PANELS
    from ...widgets.exercise import exercise_parts
    from ...widgets.panels import AnswersWidget

    if name in PANELS:
        return PANELS[name].parts, PANELS[name].groups
    if name == "answers":
        *around, panel = (part for part in AnswersWidget.parts if part not in MADE_WITH_PYTHON)
        return (*around, WITHOUT, panel), AnswersWidget.groups
    parts, groups = exercise_parts(name)
    return parts, (*groups, *([f"{name}_light"] if _has_words(f"{name}_light") else []))


def views(used: set[str]) -> dict[str, str]:
    """Give the page scripts that pages of this course ask for.

    Parameters
    ----------
    used : set of str
        Names of kinds and of panels.

    Examples
    --------
    >>> "kinds.rank" in views({"rank"})["rank.js"]
    True
    """
    from ...widgets.page import script

    found = {name: view_parts(name) for name in sorted(used)}
    return {
        f"{name}.js": slim_script(script(*parts, groups=groups))
        for name, (parts, groups) in found.items()
    }


def _has_words(group: str) -> bool:
    try:
        return bool(words(group))
    except KeyError:
        return False


def style() -> str:
    """Give the style of all pages: that of the views, then that of a page to read.

    Examples
    --------
    >>> "@media print" in style()
    True
    """
    from ...widgets.page import style as shared

    own = (HERE / "light.css").read_text(encoding="utf-8")
    still = shared().replace(rules(), "")  # no picture here is drawn by a script
    return slim_style("\n".join([still, colors("system"), css("page"), own]))


def course_facts(library: Library) -> list[dict[str, Any]]:
    """Give for each module what progress is counted from: exercises that can be done here.

    Parameters
    ----------
    library : Library

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> course_facts(Library(packaged_course()))[0]["id"]
    '00'
    """
    return [_facts(library, module) for module in library.modules()]


def _facts(library: Library, module: Module) -> dict[str, Any]:
    exercises = (library.exercise(name) for name in library.exercise_ids(module.number))
    counted = [(e, a) for e in exercises if not e.optional and (a := kind_of(e).ahead(e))]
    return {
        "id": module.number,
        "title": module.title,
        "file": f"{module.name}.html",
        "minutes": module.minutes,
        "exercises": [_counted(exercise, ahead) for exercise, ahead in counted],
    }


def _counted(exercise: Exercise, ahead: Ahead) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "title": exercise.title,
        "minutes": exercise.minutes,
        "core": exercise.way == "core",
        "whole": ahead.whole,
    }
