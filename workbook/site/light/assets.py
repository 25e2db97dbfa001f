"""The scripts and the style of the light edition, and what its pages know of the whole course."""

import json
from collections.abc import Sequence
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
from .views import asked, asked_names, computed_kinds, named, used

__all__ = ["course_facts", "edition", "panels", "program", "style"]

HERE = Path(__file__).parent
WIDGETS = HERE.parents[1] / "widgets" / "js"
EDITION = HERE.parents[1] / "labextension" / "static" / "edition.js"
PARTS = ("conditions", "feedback", "moments", "store", "model", "course", "around", "page")
PANELS = ("copy", "progress", "panels")  # they come when the first panel does
SAFETY = ("lies_browser", "warns_browser", "imported")
EXPORTS = ("newer_export", "not_an_export")
NEWER = ("new_edition", "open_edition")


def program() -> str:
    """Give the script of every page: what answers the views in place of Python.

    Examples
    --------
    >>> "serviceWorker" in program()
    True
    """
    said = {name: words("light_script")[name] for name in words("light_script")}
    said |= {name.removesuffix("_browser"): words("safety")[name] for name in SAFETY}
    said |= {name: words("journal")[name] for name in EXPORTS}
    said |= {name: words("lab")[name] for name in NEWER}
    own, later = _joined(PARTS), _joined(PANELS)
    dom = (WIDGETS / "dom.js").read_text(encoding="utf-8")
    text = f"{used(dom, own + later)}\n{own}"
    given = ", ".join(asked_names(["WORDS", *named(text)], later))
    top = [f"const WORDS = {json.dumps(said)};", f"const KINDS = {json.dumps(computed_kinds())};"]
    whole = "\n".join([*top, text, f"const GIVEN = {{ {given} }};", "begin();"])
    return slim_script(f"(() => {{\n{whole}\n}})();")  # names within can be made short


def panels() -> str:
    """Give the script that answers the panels of a page, as a function of what `program` has.

    Examples
    --------
    >>> "recall:" in panels(), "on_save(" in panels()
    (True, False)
    """
    text = _joined(PANELS)
    dom = (WIDGETS / "dom.js").read_text(encoding="utf-8")
    known = {"WORDS", *named(f"{dom}\n{_joined(PARTS)}")} - set(named(text))
    taken = ", ".join(asked(sorted(known), text))
    return slim_script(f"export default ({{ {taken} }}) => {{\n{text}\nreturn PANELS;\n}};")


def _joined(parts: Sequence[str]) -> str:
    return "\n".join((HERE / "js" / f"{name}.js").read_text(encoding="utf-8") for name in parts)


def edition() -> str:
    """Give the script that knows of a new edition: that of the browser edition.

    Examples
    --------
    >>> "watchEdition" in edition()
    True
    """
    return slim_script(EDITION.read_text(encoding="utf-8"))


def style() -> str:
    """Give the style of all pages: what views share, then that of a page to read.

    Examples
    --------
    >>> "@media print" in style()
    True
    """
    from ...widgets.page import shared_style

    own = (HERE / "light.css").read_text(encoding="utf-8")
    # No picture here is drawn by a script, and no application has a theme of its own.
    still = shared_style().replace(rules(), "").replace(colors("page"), "")
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
    exercises = [library.exercise(name) for name in library.exercise_ids(module.number)]
    counted = [(e, a) for e in exercises if not e.optional and (a := kind_of(e).ahead(e))]
    return {
        "id": module.number,
        "title": module.title,
        "file": f"{module.name}.html",
        "minutes": module.minutes,
        "core_minutes": module.core_minutes,
        "titles": {exercise.id: exercise.title for exercise in exercises},
        "exercises": [_counted(exercise, ahead) for exercise, ahead in counted],
    }


def _counted(exercise: Exercise, ahead: Ahead) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "minutes": exercise.minutes,
        "core": exercise.way == "core",
        "whole": ahead.whole,
    }
