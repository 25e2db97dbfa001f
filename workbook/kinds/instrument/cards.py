"""Cards with two sides: what is kept of them, when they count, how they read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...content.markup import plain_words
from ...content.model import Exercise
from ...design import SIDES as SIGNED
from ...words import word, words
from ..answer import Answer, flags, item_words

if TYPE_CHECKING:
    from ...measures.rating import Instrument

__all__ = [
    "NOT_APPLYING",
    "SIDES",
    "Filled",
    "badge",
    "measured",
    "read",
    "say",
    "side_words",
    "signed_lines",
    "statements",
]

SIDES = ("person", "practitioner")  # the person comes first
NOT_APPLYING = "does_not_apply"
MOST_CARDS, LONGEST_ABOUT, LONGEST_TEXT = 200, 300, 20_000


@dataclass(frozen=True, kw_only=True)
class Filled(Answer):
    """The cards that were filled in.

    Parameters
    ----------
    cards : sequence of dict
        ``about``, the answers of ``person`` and ``practitioner`` by line, ``open`` and, unless
        it is empty, ``status``; the last card is the one at hand.
    shown, skipped, hinted : bool
        As in every answer.

    Examples
    --------
    >>> Filled(cards=[]).response
    {'cards': []}
    """

    cards: Sequence[dict[str, Any]]


def measured(exercise: Exercise) -> "Instrument":
    """Give the card as the measures know it: from the settings of its file.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> measured(Library(packaged_course()).exercise("03/mirror")).least
    8
    """
    from ...measures.rating import Instrument

    settings = exercise.settings
    return Instrument(
        exercise.id.partition("/")[2],
        settings["version"],
        settings["status"],
        tuple(settings["scale"]),
        settings["dimensions"],
        tuple(settings["unscored"]),
        settings["open"],
        statements(exercise, "person"),
    )


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
    >>> from workbook.content.model import Item
    >>> mirror = Exercise("03/x", "instrument", "T", items=(Item("person.a", "I was asked."),
    ...                   Item("person.b", "Anything else?")), settings={"open": "b"})
    >>> statements(mirror, "person")
    {'a': 'I was asked.'}
    """
    own = ((item.key.partition("."), item.text) for item in exercise.items)
    rated = {name: text for (of, _, name), text in own if of == side}
    rated.pop(exercise.settings["open"], None)
    return rated


def signed_lines(exercise: Exercise) -> dict[str, str]:
    """Give the side of the meeting of each line whose side has a sign.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> signed_lines(Exercise("03/x", "instrument", "T",
    ...                       settings={"dimensions": {"asked": "voice", "own": "weather"}}))
    {'asked': 'voice'}
    """
    lines = exercise.settings["dimensions"]
    return {name: side for name, side in lines.items() if side in SIGNED}


def side_words(exercise: Exercise) -> dict[str, str]:
    """Give the words of the sides that have a sign here, in their order.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> side_words(Exercise("03/x", "instrument", "T", settings={"dimensions": {"a": "voice"}}))
    {'voice': 'Voice'}
    """
    used = signed_lines(exercise).values()
    return {side: word("sides", f"side_{side}") for side in SIGNED if side in used}


def read(exercise: Exercise, raw: Mapping) -> Filled:
    """Keep of each card what this instrument knows; the last card is the one at hand.

    Parameters
    ----------
    exercise : Exercise
    raw : mapping
        ``cards``, as they came from a page.

    Examples
    --------
    >>> one = Exercise("03/x", "instrument", "T", settings={"open": "b", "scale": []})
    >>> read(one, {"cards": "no list"}).cards
    []
    """
    value = raw.get("cards")
    cards = [c for c in value if isinstance(c, Mapping)] if isinstance(value, list) else []
    kept = [_card(exercise, card) for card in cards]
    whole = [card for n, card in enumerate(kept) if card != EMPTY or n == len(kept) - 1]
    return Filled(cards=whole[-MOST_CARDS:], **flags(raw))


EMPTY: dict[str, Any] = {"about": "", "person": {}, "practitioner": {}, "open": {}}


def _card(exercise: Exercise, card: Mapping) -> dict[str, Any]:
    settings = exercise.settings
    allowed = {str(n) for n in range(1, len(settings["scale"]) + 1)}
    allowed |= {NOT_APPLYING} if settings[NOT_APPLYING] else set()
    found: dict[str, Any] = {"about": _text(card.get("about"), LONGEST_ABOUT)}
    for side in SIDES:
        answers = _mapping(card.get(side))
        lines = statements(exercise, side)
        found[side] = {n: str(answers[n]) for n in lines if str(answers.get(n)) in allowed}
    wrote = _mapping(card.get("open"))
    texts = {side: _text(wrote.get(side), LONGEST_TEXT) for side in SIDES}
    kept = {**found, "open": {side: text for side, text in texts.items() if text}}
    return kept if kept == EMPTY else kept | {"status": badge(exercise)}


def _mapping(value: Any) -> Mapping:
    return value if isinstance(value, Mapping) else {}


def _text(value: Any, most: int) -> str:
    return value[:most] if isinstance(value, str) else ""


def say(exercise: Exercise, answer: Filled) -> list[str]:
    """Say each card in words, under the status that belongs to every number of it.

    Parameters
    ----------
    exercise : Exercise
    answer : Filled

    Examples
    --------
    >>> say(Exercise("03/x", "instrument", "T"), Filled(cards=[]))
    []
    """
    lines = [line for card in answer.cards for line in _card_words(exercise, card)]
    return [exercise.settings["status"], *lines] if lines else []


def _card_words(exercise: Exercise, card: dict[str, Any]) -> Iterator[str]:
    scale, names = exercise.settings["scale"], words("mirror")
    if card["about"]:
        yield f"{word('instrument', 'about')} {card['about']}"
    for side in SIDES:
        lines = statements(exercise, side)
        for name, answer in card[side].items():
            said = scale[int(answer) - 1] if answer.isdigit() else words("exercise")[answer]
            yield f"{names[side]}: {plain_words(lines[name])} {said}"
        if side in card["open"]:
            question = item_words(exercise, f"{side}.{exercise.settings['open']}")
            yield f"{names[side]}: {question} {card['open'][side]}"
