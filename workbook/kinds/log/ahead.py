"""What a page without Python says of the lines of a log."""

from typing import Any

from ...content.markup import plain_words
from ...content.model import Exercise
from ...words import word
from ..ahead import Ahead, Condition, Found, always, every, line, some
from ..answer import item_words
from .entries import CARD_SIDES, DID, GAVE, HELD

__all__ = ["ahead"]

GONE: Condition = ["is", True, "gone"]
BEGAN: Condition = ["text", "began"]
NONE: Condition = ["is", "none", "began"]
VALUE = "{value}"  # what the page fills in


def ahead(exercise: Exercise) -> Ahead:
    """Lay out when a line stands, and its words; what weeks show together needs Python.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> len(ahead(Exercise("05/log", "log", "T")).found)
    2
    """
    sides = {item.key: ["among", list(HELD), "sides", item.key] for item in exercise.items}
    whole = every(
        [
            ["text", "line"],
            ["text", "week"],
            ["not", GONE],
            some([*sides.values(), *_parts().values()]),
        ]
    )
    found = [
        Found("full", always(), (), (word("log_light", "full"),)),
        Found("look", always(), (), (word("log_light", "look"),)),
    ]
    return Ahead(whole, (), [*_line_words(exercise, sides), *_other_words()], found)


def _parts() -> dict[str, Condition]:
    return {
        "did": ["among", list(DID), "did"],
        "gave": ["among", list(GAVE), "gave"],
        "card": every(
            [["among", list(CARD_SIDES), "card", "side"], ["within", 0, 100, "card", "score"]]
        ),
        "talk": ["within", 0, 100, "talk"],
        "text": ["words", "text"],
    }


def _line_words(exercise: Exercise, sides: dict[str, Condition]) -> list[dict[str, Any]]:
    """Say a line that stands, part by part."""
    parts, places = _parts(), exercise.settings.get("places", {})
    held = {name: word("log_said", f"side_{name}") for name in HELD}
    did = {name: word("log_said", f"did_{name}") for name in DID}
    put = {name: plain_words(text) for name, text in places.items()}
    names = {i.key: item_words(exercise, i.key).partition(":")[0] for i in exercise.items}
    said = [
        line(["text", "week"], word("log_said", "week", week=VALUE), "week"),
        line(["among", list(put), "place"], VALUE, "place", words=put),
        *(line(on, f"{names[k]}: {VALUE}", "sides", k, words=held) for k, on in sides.items()),
        line(parts["did"], VALUE, "did", words=did),
        line(parts["gave"], word("log_said", "gave", n=VALUE), "gave"),
        *(
            line(
                every([parts["card"], ["is", side, "card", "side"]]),
                word("log_said", f"card_{side}", score=VALUE),
                "card",
                "score",
            )
            for side in CARD_SIDES
        ),
        line(parts["talk"], word("log_said", "talk", n=VALUE), "talk"),
        line(parts["text"], VALUE, "text"),
    ]
    stands = ["not", some([GONE, BEGAN])]
    return [each | {"when": every([stands, each["when"]])} for each in said]


def _other_words() -> list[dict[str, Any]]:
    """Say a line that was taken out, and the week in which a change began."""
    begun, lot = every([BEGAN, ["not", NONE]]), ["is", True, "by_lot"]
    worth = every([begun, ["among", list(GAVE[:4]), "worth"]])
    return [
        line(every([GONE, ["not", BEGAN]]), word("log_said", "gone")),
        line(NONE, word("log_said", "began_none")),
        line(every([begun, lot]), word("log_said", "began_lot", week=VALUE), "began"),
        line(every([begun, ["not", lot]]), word("log_said", "began", week=VALUE), "began"),
        line(worth, word("log_said", "worth", n=VALUE), "worth"),
    ]
