"""The file of an instrument: the same lines, worded for the person and for the practitioner."""

from typing import Any

from ...content.document import CLOSING, Document, Part
from ...content.model import Item
from ...content.settings import flag, is_words, needed_part
from ...words import word, words
from .cards import NOT_APPLYING, SIDES

__all__ = ["MAY", "NEEDS", "build"]

NEEDS = ("version", "status", "license", "scale", "dimensions", "unscored", "open")
MAY = (NOT_APPLYING, "short_names")
OWN = ("", *CLOSING, *SIDES, *(f"instructions_{side}" for side in SIDES))


def build(document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
    """Read both sides' lines; they have the same names in the same order.

    Raises
    ------
    ContentError
        When the two sides differ in a line that is scored, or a setting has the wrong form.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> mirror = Library(packaged_course()).exercise("03/mirror")
    >>> mirror.settings["version"], mirror.items[0].key
    ('0.1', 'person.told_needed')
    """
    settings = {key: _setting(document, key) for key in NEEDS}
    sides = {side: needed_part(document, side) for side in SIDES}
    _check_lines(document, settings, sides)
    how = {side: needed_part(document, f"instructions_{side}").text for side in SIDES}
    about = {part.name: part.text for part in document.parts if part.name not in OWN}
    items = tuple(
        Item(f"{side}.{rule.name}", rule.text, line=rule.line)
        for side, part in sides.items()
        for rule in part.rules
    )
    # In English always, since the stamp of the wording holds them; `text` says what is shown.
    said = words("mirror", "en")
    first = {f"{side}.{part.rules[0].name}": said[side] for side, part in sides.items()}
    more = {"instructions": how, "about": about, "headings": first, **_titles(document)}
    return items, {**settings, **more, NOT_APPLYING: flag(document, NOT_APPLYING)}


def _titles(document: Document) -> dict[str, dict[str, str]]:
    """Give the titles that stand in the file; without one the stamp of the wording is as it was."""
    titles = {part.name: part.own_title for part in document.parts if part.own_title}
    return {"titles": titles} if titles else {}


FORMS = {"scale": list, "dimensions": dict, "unscored": list}


def _setting(document: Document, key: str):
    value = document.front[key]
    if not _has_its_form(key, value):
        document.stop(key, word("instrument_file", key if key in FORMS else "plain", key=key))
    return value


def _has_its_form(key: str, value: Any) -> bool:
    """Say so of a setting; a scale has two words or more, and every line may be scored."""
    sort = FORMS.get(key, str)
    if sort is str:
        return isinstance(value, str) and bool(value)
    if not is_words(value, sort):
        return False
    if key == "scale":
        return len(value) > 1 and len(set(value)) == len(value)
    return bool(value) or key == "unscored"


def _check_lines(document: Document, settings: dict, sides: dict[str, Part]) -> None:
    """See that each line is scored, unscored or open, and that scored lines are on both sides."""
    scored, loose = set(settings["dimensions"]), {*settings["unscored"], settings["open"]}
    names = {side: [rule.name for rule in part.rules] for side, part in sides.items()}
    for part in sides.values():
        for rule in part.rules:
            if rule.name not in scored | loose:
                name = rule.name or rule.text
                document.stop(rule, word("instrument_file", "loose_line", name=name))
        if len({rule.name for rule in part.rules}) < len(part.rules):
            document.stop(part, word("lines", "same_name"))
    missing = [n for side in SIDES for n in settings["dimensions"] if n not in names[side]]
    one, other = (
        [n for n in names[side] if n in names[SIDES[1 - k]]] for k, side in enumerate(SIDES)
    )
    if missing or one != other:
        name = missing[0] if missing else ""
        message = word("instrument_file", "one_side" if missing else "order", name=name)
        document.stop(sides["practitioner"], message)
