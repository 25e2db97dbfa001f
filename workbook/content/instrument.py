"""A card with two sides: the same lines, worded for the person and for the practitioner."""

from collections.abc import Mapping

from ..words import word, words
from .document import CLOSING, Document, Part
from .markup import plain_words
from .model import Exercise, Item
from .settings import flag, is_words, needed_part

__all__ = ["NEEDED", "SIDES", "badge", "build", "clean", "done", "in_words", "statements"]

SIDES = ("person", "practitioner")  # the person comes first
NEEDED = ("version", "status", "license", "scale", "dimensions", "unscored", "open")
OWN = ("", *CLOSING, *SIDES, *(f"instructions_{side}" for side in SIDES))
NOT_APPLYING = "does_not_apply"
MOST_CARDS, LONGEST_ABOUT, LONGEST_TEXT = 200, 300, 20_000
LEAST_ANSWERED = 8  # of a side's lines, before a card counts as filled in


def build(document: Document) -> tuple[tuple[Item, ...], dict]:
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
    settings = {key: _setting(document, key) for key in NEEDED}
    sides = {side: needed_part(document, side) for side in SIDES}
    _check_lines(document, settings, sides)
    how = {side: needed_part(document, f"instructions_{side}").text for side in SIDES}
    about = {part.name: part.text for part in document.parts if part.name not in OWN}
    items = tuple(
        Item(f"{side}.{rule.name}", rule.text, line=rule.line)
        for side, part in sides.items()
        for rule in part.rules
    )
    first = {f"{side}.{part.rules[0].name}": words("mirror")[side] for side, part in sides.items()}
    more = {"instructions": how, "about": about, "headings": first}
    return items, {**settings, **more, NOT_APPLYING: flag(document, NOT_APPLYING)}


FORMS = {
    "scale": (list, "a list of words from the lowest to the highest"),
    "dimensions": (dict, "a list of lines 'line: dimension', one for each scored line"),
    "unscored": (list, "the names of the lines that are not scored, in square brackets"),
}


def _setting(document: Document, key: str):
    value = document.front[key]
    sort, shape = FORMS.get(key, (str, "plain words, on one line"))
    if not value or not (sort is str and isinstance(value, str) or is_words(value, sort)):
        document.stop(key, f"'{key}' is {shape}.")
    return value


def _check_lines(document: Document, settings: dict, sides: dict[str, Part]) -> None:
    """See that each line is scored, unscored or open, and that scored lines are on both sides."""
    scored, loose = set(settings["dimensions"]), {*settings["unscored"], settings["open"]}
    names = {side: [rule.name for rule in part.rules] for side, part in sides.items()}
    for part in sides.values():
        for rule in part.rules:
            if rule.name not in scored | loose:
                name = rule.name or rule.text
                document.stop(rule, f"'{name}' stands in none of dimensions, unscored, open.")
        if len({rule.name for rule in part.rules}) < len(part.rules):
            document.stop(part, "Two lines have the same name.")
    missing = [n for side in SIDES for n in settings["dimensions"] if n not in names[side]]
    one, other = (
        [n for n in names[side] if n in names[SIDES[1 - k]]] for k, side in enumerate(SIDES)
    )
    if missing or one != other:
        what = f"'{missing[0]}' is missing on one side" if missing else "The order differs"
        message = f"{what}. Scored lines stand on both sides, in the same order."
        document.stop(sides["practitioner"], message)


def badge(exercise: Exercise) -> str:
    """Give the version and the status in a few words; every kept card carries them.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> badge(Exercise("03/x", "instrument", "T",
    ...                settings={"version": "0.1", "status": "Not yet validated. Not for use."}))
    'Version 0.1. Not yet validated.'
    """
    version, status = exercise.settings["version"], exercise.settings["status"]
    return word("instrument", "version", version=version, status=status.partition(".")[0] + ".")


def statements(exercise: Exercise, side: str) -> dict[str, str]:
    """Give the lines of one side that are rated, by name: all but the open one.

    Parameters
    ----------
    exercise : Exercise
    side : str
        One of `SIDES`.

    Examples
    --------
    >>> mirror = Exercise("03/x", "instrument", "T", items=(Item("person.a", "I was asked."),
    ...                   Item("person.b", "Anything else?")), settings={"open": "b"})
    >>> statements(mirror, "person")
    {'a': 'I was asked.'}
    """
    own = ((item.key.partition("."), item.text) for item in exercise.items)
    rated = {name: text for (of, _, name), text in own if of == side}
    rated.pop(exercise.settings["open"], None)
    return rated


def clean(exercise: Exercise, value) -> list[dict]:
    """Keep of each card what this instrument knows; the last card is the one at hand.

    Parameters
    ----------
    exercise : Exercise
    value
        As it came from a page.

    Examples
    --------
    >>> clean(Exercise("03/x", "instrument", "T", settings={"open": "b", "scale": []}), "no list")
    []
    """
    cards = [c for c in value if isinstance(c, Mapping)] if isinstance(value, list) else []
    kept = [_card(exercise, card) for card in cards]
    return [card for n, card in enumerate(kept) if card != EMPTY or n == len(kept) - 1][
        -MOST_CARDS:
    ]


EMPTY = {"about": "", "person": {}, "practitioner": {}, "open": {}}


def _card(exercise: Exercise, card: Mapping) -> dict:
    settings = exercise.settings
    allowed = {str(n) for n in range(1, len(settings["scale"]) + 1)}
    allowed |= {NOT_APPLYING} if settings[NOT_APPLYING] else set()
    found = {"about": _text(card.get("about"), LONGEST_ABOUT)}
    for side in SIDES:
        answers = card.get(side) if isinstance(card.get(side), Mapping) else {}
        lines = statements(exercise, side)
        found[side] = {n: str(answers[n]) for n in lines if str(answers.get(n)) in allowed}
    wrote = card.get("open") if isinstance(card.get("open"), Mapping) else {}
    texts = {side: _text(wrote.get(side), LONGEST_TEXT) for side in SIDES}
    kept = {**found, "open": {side: text for side, text in texts.items() if text}}
    return kept if kept == EMPTY else kept | {"status": badge(exercise)}


def _text(value, most: int) -> str:
    return value[:most] if isinstance(value, str) else ""


def done(exercise: Exercise, kept: Mapping) -> bool:
    """Say whether one card is filled in on both sides; "does not apply" is an answer.

    Parameters
    ----------
    exercise : Exercise
    kept : mapping
        A cleaned response.

    Examples
    --------
    >>> mirror = Exercise("03/x", "instrument", "T", settings={"dimensions": {"a": "voice"}})
    >>> done(mirror, {"cards": [{"person": {"a": "1"}, "practitioner": {}}]})
    False
    """
    least = min(LEAST_ANSWERED, len(exercise.settings["dimensions"]))
    return any(all(len(card[side]) >= least for side in SIDES) for card in kept["cards"])


def in_words(exercise: Exercise, kept: Mapping) -> list[str]:
    """Say each card in words, under the status that belongs to every number of it.

    Parameters
    ----------
    exercise : Exercise
    kept : mapping
        A cleaned response.

    Examples
    --------
    >>> in_words(Exercise("03/x", "instrument", "T"), {"cards": []})
    []
    """
    lines = [line for card in kept["cards"] for line in _card_words(exercise, card)]
    return [exercise.settings["status"], *lines] if lines else []


def _card_words(exercise: Exercise, card: dict):
    scale, names = exercise.settings["scale"], words("mirror")
    if card["about"]:
        yield f"{words('instrument')['about']} {card['about']}"
    for side in SIDES:
        lines = statements(exercise, side)
        for name, answer in card[side].items():
            said = scale[int(answer) - 1] if answer.isdigit() else words("exercise")[answer]
            yield f"{names[side]}: {plain_words(lines[name])} {said}"
        if side in card["open"]:
            question = plain_words(exercise.item(f"{side}.{exercise.settings['open']}").text)
            yield f"{names[side]}: {question} {card['open'][side]}"
