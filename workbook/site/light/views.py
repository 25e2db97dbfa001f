"""The page scripts of the light edition: the views of every edition, what they share only once.

Each script of a view holds the same files around one file of its kind. Here the shared ones are a
function in a file of its own, which gives a view the names it uses; no file is changed for that.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from ...design import room_data, signs_data
from ...kinds import kind_of, names
from ...words import words
from .slim import slim_script, slim_style

__all__ = ["SHARED_VIEW", "asked", "asked_names", "computed_kinds", "named", "used", "view_parts"]
__all__ += ["views", "wanted"]

SHARED_VIEW = "exercise.js"
WIDGETS = Path(__file__).parents[2] / "widgets" / "js"
MADE_WITH_PYTHON = ("hand_in", "portfolio")
HERE = Path(__file__).parent / "js"
WITHOUT = HERE / "without_python.js"
GIVEN = ("conditions", "feedback", "moments", "store", "model")  # to what a kind computes
ROOM = WIDGETS / "room.js"  # of the two kinds that draw it, and of no other
DECLARED = re.compile(r"^(?:const|let|class|function|async function) (\w+)", re.MULTILINE)

START = re.compile(r"^(?=(?:const|let|class|function|async function) )", re.MULTILINE)


def named(text: str) -> list[str]:
    r"""List the names that a script declares for all of it.

    Examples
    --------
    >>> named("const a = 1;\nfunction b() {\n  const c = 2;\n}")
    ['a', 'b']
    """
    return DECLARED.findall(text)


def views(used: Iterable[str]) -> dict[str, str]:
    """Give the page scripts that pages of this course ask for.

    Parameters
    ----------
    used : iterable of str
        Names of kinds and of panels.

    Returns
    -------
    dict
        Name of a file -> its text: of each view its script, and its style where it has one; what
        a kind computes is ``<kind>-light.js``, and what exercises share ``SHARED_VIEW``.

    Examples
    --------
    >>> found = views({"rank"})
    >>> "kinds.rank" in found["rank.js"], "kinds.rank" in found[SHARED_VIEW]
    (True, False)
    """
    from ...widgets.early import PANELS
    from ...widgets.page import kind_style

    panels = {*PANELS, "answers"}
    kinds = sorted({*used} - panels)
    found = {f"{name}.js": _panel(name) for name in panels.intersection(used)}
    found |= {f"{name}.js": _kind(name) for name in kinds}
    found |= {f"{name}-light.js": _computed(name) for name in computed_kinds()}
    if kinds:
        found[SHARED_VIEW] = _shared()
    scripts = {name: slim_script(text) for name, text in found.items()}
    return scripts | {
        f"{name}.css": slim_style(text) for name in kinds if (text := kind_style(name))
    }


def wanted(kind: str) -> tuple[str, ...]:
    """Give the scripts that the view of a kind waits for.

    Examples
    --------
    >>> wanted("rank")
    ('exercise.js', 'rank.js')
    """
    return SHARED_VIEW, f"{kind}.js"


def computed_kinds() -> list[str]:
    """List the kinds that compute something in the page (``light.js`` of their folder).

    Examples
    --------
    >>> "encounter" in computed_kinds()
    True
    """
    return [name for name in names() if (kind_of(name).folder / "light.js").is_file()]


def asked(known: Iterable[str], text: str) -> list[str]:
    """List those of some names that a script uses.

    Parameters
    ----------
    known : iterable of str
    text : str

    Examples
    --------
    >>> asked(["h", "fill"], "fill(h2)")
    ['fill']
    """
    return [name for name in known if re.search(rf"\b{re.escape(name)}\b", text)]


def asked_names(known: Iterable[str], *more: str) -> list[str]:
    """List those of some names that the computing scripts of kinds use, or other scripts do.

    Parameters
    ----------
    known : iterable of str
    *more : str
        Other scripts.

    Examples
    --------
    >>> asked_names(["fill", "nobody_uses_it"])
    ['fill']
    """
    return asked(known, "\n".join([*map(_light_text, computed_kinds()), *more]))


def used(text: str, by: str) -> str:
    r"""Keep what a script declares and others use: a script given, those of kinds, and its own.

    Parameters
    ----------
    text : str
        The script.
    by : str
        Of whoever uses it.

    Examples
    --------
    >>> used("const a = 1;\nconst b = a;\nconst c = 2;\n", "b();")
    'const a = 1;\nconst b = a;\n'
    """
    parts = {named(part)[0]: part for part in START.split(text) if named(part)}
    wanted = asked_names(parts, by)
    for name in wanted:
        wanted += [other for other in asked(parts, parts[name]) if other not in wanted]
    return "".join(part for name, part in parts.items() if name in wanted)


def _light_text(name: str) -> str:
    return (kind_of(name).folder / "light.js").read_text(encoding="utf-8")


def _computed(name: str) -> str:
    """Give what a kind computes, as a function of what the program of the page gives it."""
    text = _light_text(name)
    known = named(_joined([WIDGETS / "dom.js", *(HERE / f"{part}.js" for part in GIVEN)]))
    own = {*named(text), "lights"}
    taken = ", ".join(name for name in asked(known, text) if name not in own)
    return f"export default (lights, {{ {taken} }}) => {{\n{text}\n}};"


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


def _has_words(group: str) -> bool:
    try:
        return bool(words(group))
    except KeyError:
        return False


def _panel(name: str) -> str:
    from ...widgets.page import script

    parts, groups = view_parts(name)
    return script(*parts, groups=groups)


def _shared() -> str:
    """Join what the views of all kinds share, as a function of the words of one kind."""
    text = _joined(_shared_files())
    names = ", ".join(["WORDS", *named(text)])
    inside = f"const WORDS = {{ ...SAID, ...own }};\n{text}\nreturn {{ {names} }};"
    said = f"const SAID = {json.dumps(dict(words('exercise')))};"
    return f"{said}\nexport default (own) => {{\n{inside}\n}};"


def _kind(name: str) -> str:
    """Give the file of a kind with its words; it takes from the shared part what it names."""
    one = kind_of(name)
    text = _joined([*(WIDGETS / f"{part}.js" for part in one.scripts), one.folder / "view.js"])
    if asked(named(_joined([ROOM])), text):
        text = f"{_data('SIDE_SIGNS', signs_data())}\n{_data('ROOM', room_data())}\n" + (
            f"{_joined([ROOM])}\n{text}"
        )
    known = ["WORDS", *named(_joined(_shared_files()))]
    taken = ", ".join(sorted({*asked(known, text), "render"} - set(named(text))))
    _, (_, *groups) = view_parts(name)
    own = json.dumps({key: said for group in groups for key, said in words(group).items()})
    head = f'import shared from "./{SHARED_VIEW}";\nconst {{ {taken} }} = shared({own});'
    return f"{head}\n{text}\nexport default {{ render }};"


def _shared_files() -> list[Path]:
    from ...widgets.exercise import SHARED

    return [path for part in SHARED if (path := WIDGETS / f"{part}.js") != ROOM]


def _joined(files: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def _data(name: str, data: object) -> str:
    return f"const {name} = {json.dumps(data)};"
