"""An encounter as plain values, which the page plays without Python (`light.js`)."""

import random
from typing import Any

from ...content.markup import inline_html, plain_words, to_html
from ...words import word
from ..ahead import Ahead, Condition, some
from .conditions import Condition as When
from .conditions import as_data
from .model import DIMENSIONS, ZONE, Choice, Encounter, Ending, Passage

__all__ = ["ahead"]

SEED = "1"  # choices stand in the order of the browser edition


def ahead(encounter: Encounter, exercise_id: str) -> Ahead:
    """Lay out all scenes, choices and endings, and the words that a play is told in.

    Parameters
    ----------
    encounter : Encounter
    exercise_id : str

    Examples
    --------
    >>> door = Passage("the_door", "The door", choices=(Choice("a", "Go.", "end"),))
    >>> one = Encounter("Sam", "Denise", "", "", "", (25.0,) * 6, 20, "", "",
    ...                 {"the_door": door}, {}, "the_door")
    >>> ahead(one, "03/x").data["passages"]["the_door"]["choices"][0]["target"]
    'end'
    """
    graph = {
        name: {choice.key: choice.target for choice in passage.choices}
        for name, passage in encounter.passages.items()
    }
    whole: Condition = some([["filled", "kept"], ["walk", graph, encounter.first, "path"]])
    order = f"{SEED}:{exercise_id}"
    passages = {n: _passage(one, f"{order}:{n}") for n, one in encounter.passages.items()}
    data = {
        "first": encounter.first,
        "start": list(encounter.start),
        "budget": encounter.budget,
        "zone": list(ZONE),
        "over": inline_html(encounter.over),
        "known": to_html(encounter.known_to_person),
        "passages": passages,
        "endings": [_ending(end) for end in encounter.endings.values()],
        **_words(encounter),
    }
    return Ahead(whole, data=data)


def _passage(passage: Passage, order: str) -> dict[str, Any]:
    chance = random.Random(order)
    return {
        "title": passage.title,
        "scene": _texts((when, text) for when, text in passage.paragraphs),
        "choices": [_choice(choice, chance.random()) for choice in passage.choices],
    }


def _texts(texts: Any) -> list[list[Any]]:
    return [[_when(when), to_html(text)] for when, text in texts if text]


def _when(when: When | None) -> list[Any] | None:
    return as_data(when.text) if when else None


def _choice(choice: Choice, place: float) -> dict[str, Any]:
    said = {name: inline_html(getattr(choice, name)) for name in ("say", "shift", *VOICES, "fits")}
    return {
        "key": choice.key,
        "plain": plain_words(choice.say),
        **said,
        "target": choice.target,
        "moves": [list(move) for move in choice.moves],
        "minutes": choice.minutes,
        "sets": list(choice.sets),
        "when": _when(choice.when),
        "place": place,
    }


VOICES = ("person", "you")


def _ending(end: Ending) -> dict[str, Any]:
    voices = {
        name: _texts(
            [(None, getattr(end, name)), *((when, t) for of, when, t in end.more if of == name)]
        )
        for name in (*VOICES, "note")
    }
    return {
        "title": end.title,
        "when": _when(end.when),
        "look_again": list(end.look_again),
        **voices,
    }


def _words(encounter: Encounter) -> dict[str, Any]:
    """Give the words that are filled in while playing."""
    waits = {"budget": encounter.budget, "waiting": encounter.waiting}
    held = {"used": "{used}", "over": "{over}"}
    return {
        "clock": word("encounter", "clock", **held, **waits),
        "clock_over": word("encounter", "clock_over", **held, **waits),
        "end": word("encounter_said", "end", title="{title}", n="{n}"),
        "another": word("encounter_said", "another", end="{end}"),
        "sides": [_side(encounter, name) for name in DIMENSIONS],
    }


def _side(encounter: Encounter, name: str) -> dict[str, Any]:
    served = "_served" if encounter.served and name == "information" else ""
    zones = {"held": f"_{name}{served}", "shared": "", "handed_off": f"_{name}{served}"}
    return {
        "name": name,
        "label": word("encounter", f"side_{name}"),
        "short": word("sides", f"side_{name}"),
        "zones": {
            zone: word("encounter", f"zone_{zone}{own}", person=encounter.person)
            for zone, own in zones.items()
        },
    }
