"""Read an exercise file or a module page into model objects, with errors that name the line."""

import re
from functools import lru_cache
from pathlib import Path

from ..errors import ContentError
from ..words import word
from .document import CLOSING, Document, Part, read_document
from .model import Exercise, Module, Visibility, Ways, place
from .plugins import Plugin, names, plugin
from .settings import flag, is_words, whole

__all__ = ["exercise_id", "module_number", "parse_exercise", "read_exercise", "read_module"]

NEEDED = (
    "kind",
    "title",
    "draft",
    "objective",
    "minutes",
    "seed",
    "competencies",
    "values",
    "visibility",
    "purpose",
)
ALLOWED = ("professions", "post_test", "content_note", "optional", "way", "shows", "module")
WORDS = (
    *("title", "draft", "objective", "purpose", "minutes", "visibility", "content_note"),
    *("post_test", "optional", "way", "core_minutes", "module"),
)
LISTS = ("seed", "competencies", "values", "professions", "shows")
FOLDERS = {"encounters": "03", "instruments": "03"}  # where a file belongs that names no module
OWN_MODULE = re.compile(r"^module:\s*[\"']?(\d\d)[\"']?\s*$", re.MULTILINE)
MODULE_KEYS = ("kind", "title", "minutes", "objectives", "content_note", "draft")
MODULE_MAY = ("core_minutes",)


def parse_exercise(text: str, exercise_id: str, file: str = "", path: Path | None = None):
    """Read the text of one exercise file.

    Parameters
    ----------
    text : str
        The whole file.
    exercise_id : str
        Module number and name, as ``"01/who_benefits"``.
    file : str
        Name for messages; the id when left out.
    path : path, optional
        Where the file lies.

    Returns
    -------
    Exercise

    Raises
    ------
    ContentError
        With file, line, what is the matter and what to do.

    Examples
    --------
    >>> parse_exercise("no settings", "01/x")
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: 01/x, line 1: The file begins with a line '---' and its settings.
    """
    document = read_document(text, file or exercise_id, _linked)
    kind = _kind(document)
    words = (*WORDS, *kind.plain)
    _check_keys(document, (*NEEDED, *kind.needs), (*ALLOWED, *kind.may), words)
    items, settings = kind.build(document)
    _check_unused(document, kind)
    return Exercise(
        id=exercise_id,
        items=items,
        settings=settings,
        file=path,
        prompt=document.parts[0].text,
        **_common(document),
        **_closing(document),
    )


def exercise_id(path: Path) -> str:
    """Give the id of an exercise file: the number of its module, and its name.

    Examples
    --------
    >>> exercise_id(Path("modules/encounters/two_weeks.md"))
    '03/two_weeks'
    """
    return f"{module_number(path)}/{path.stem}"


def module_number(path: Path) -> str:
    """Give the module of an exercise file: that of its folder, or the one that a story names.

    Examples
    --------
    >>> module_number(Path("modules/exercises/01_colonial_roots/kept_apart.md"))
    '01'
    """
    folder = path.parent.name
    if folder not in FOLDERS or not path.is_file():
        return FOLDERS.get(folder, folder[:2])
    return _named(path, path.stat().st_mtime_ns) or FOLDERS[folder]


@lru_cache(maxsize=256)
def _named(path: Path, changed: int) -> str:
    """Give the module that the settings of a file name; it is read again once it has changed."""
    front = path.read_text(encoding="utf-8", errors="replace").split("\n---", 1)[0]
    found = OWN_MODULE.search(front)
    return found.group(1) if found else ""


def read_exercise(path: Path) -> Exercise:
    """Read an exercise file; its id comes from its folder and its name.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> path = Library(packaged_course()).path("00/what_it_claims")
    >>> read_exercise(path).id
    '00/what_it_claims'
    """
    return parse_exercise(_text(path), exercise_id(path), place(path), path)


def read_module(path: Path) -> Module:
    """Read a module page (``module.md``): title, minutes, objectives, content note.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> Library(packaged_course()).module("01").title
    'Colonial roots of professionalism'
    """
    folder = path.parent.name
    document = read_document(_text(path), place(path))
    _check_keys(document, MODULE_KEYS, MODULE_MAY, WORDS)
    if not is_words(document.front["objectives"], list):
        document.stop("objectives", word("reader", "objectives"))
    minutes = whole(document, "minutes", document.front["minutes"], (1, 600))
    return Module(
        number=folder[:2],
        name=folder,
        title=document.front["title"],
        minutes=minutes,
        core_minutes=_core(document, minutes),
        about=document.parts[0].text,
        objectives=tuple(document.front["objectives"]),
        content_note=document.front["content_note"],
    )


def _core(document: Document, minutes: int) -> int:
    """Give the minutes of the core way, which takes no longer than all; 0 when there is none."""
    if "core_minutes" not in document.front:
        return 0
    return whole(document, "core_minutes", document.front["core_minutes"], (1, minutes))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ContentError(place(path), 0, word("reader", "unread")) from None


def _linked(front: dict) -> bool:
    """Say whether the parts of a file hold choices that lead to other parts."""
    name = front.get("kind")
    return isinstance(name, str) and name in names() and plugin(name).linked


def _kind(document: Document) -> Plugin:
    name = document.front.get("kind", "")
    if not isinstance(name, str) or name not in names():
        known = ", ".join(names())
        document.stop("kind", word("reader", "unknown_kind", kind=name, known=known))
    return plugin(name)


def _check_keys(document: Document, needed: tuple, allowed: tuple, words: tuple) -> None:
    for key, line in document.lines.items():
        if key not in (*needed, *allowed):
            known = ", ".join((*needed, *allowed))
            document.stop(line, word("reader", "unknown_setting", key=key, known=known))
    missing = [key for key in needed if key not in document.front]
    if missing:
        document.stop(1, word("reader", "missing", names=", ".join(missing)))
    for key, line in document.lines.items():
        if key in words and not isinstance(document.front[key], str):
            document.stop(line, word("reader", "plain", key=key))


def _check_unused(document: Document, kind: Plugin) -> None:
    """Complain about parts and lines that this kind would drop in silence."""
    for part in document.parts:
        closing = part.name in ("", *CLOSING)
        _check_place(document, kind, part, closing)
        if closing and part.name and part.rules:
            document.stop(part.rules[0], word("reader", "prose", part=part.name))
        if kind.flat and not closing:
            document.stop(part, word("reader", "part_here", part=part.name))
    if not kind.flat and document.parts[0].rules:
        document.stop(document.parts[0].rules[0], word("reader", "no_heading"))


def _check_place(document: Document, kind: Plugin, part: Part, closing: bool) -> None:
    if part.feedback and (closing or not kind.noted):
        document.stop(part.feedback_line, word("reader", "lost_feedback"))
    if part.rules and not closing and not kind.ruled:
        document.stop(part.rules[0], word("reader", "line_here"))


def _common(document: Document) -> dict:
    front = document.front
    for key in LISTS:
        if key in front and not is_words(front[key], list):
            document.stop(key, word("reader", "list", key=key))
    if front["visibility"] not in Visibility:
        document.stop("visibility", word("reader", "visibility", known=", ".join(Visibility)))
    if front.get("way", "core") not in Ways:
        document.stop("way", word("reader", "way", known=", ".join(Ways)))
    words = ("kind", "title", "draft", "objective", "purpose", "visibility")
    return {
        **{key: front[key] for key in words},
        **{key: tuple(front.get(key, ())) for key in LISTS},
        "content_note": front.get("content_note", ""),
        "post_test": flag(document, "post_test"),
        "optional": flag(document, "optional"),
        "way": front.get("way", "core"),
        "minutes": whole(document, "minutes", front["minutes"], (1, 60)),
    }


def _closing(document: Document) -> dict:
    parts = {name: document.part(name) for name in CLOSING}
    return {name: part.text if part else "" for name, part in parts.items()}
