"""What the page of an encounter draws: the play so far, what comes next, and how it ended."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ...content.markup import inline_html, to_html
from ...words import word
from .answer import Played
from .model import DIMENSIONS, Choice, Encounter
from .play import State, ending, open_choices, replay, scene, voice, zone

__all__ = ["opening", "story", "whole"]


def opening(encounter: Encounter) -> dict[str, Any]:
    """Give what the page draws before any choice: no later scene and no voice.

    Parameters
    ----------
    encounter : Encounter

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> sorted(opening(two_weeks))
    ['known', 'names', 'opening', 'status']
    """
    return {
        "status": inline_html(word("encounter_said", "status")),
        "opening": to_html(encounter.opening),
        "known": to_html(encounter.known_to_you),
        "names": {"you": encounter.you, "person": encounter.person},
    }


def story(encounter: Encounter, answer: Played, order: str) -> dict[str, Any]:
    """Play what a learner chose and give what is to be drawn.

    Parameters
    ----------
    encounter : Encounter
    answer : Played
    order : str
        Decides the order in which choices are shown; always the same for one learner.

    Returns
    -------
    dict
        ``path``, ``steps``, ``here``, ``bars``, ``clock``; and once the encounter is over
        ``ending`` and ``plays``, with both voices, which are in nothing before.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> story(two_weeks, Played(path=["a", "a"], kept=[]), "7")["here"]["title"]
    'The letter'
    """
    states = replay(encounter, answer.path)
    end = states[-1].over
    play: dict[str, Any] = {
        "path": list(states[-1].path),
        "steps": [_step(encounter, *pair, over=end) for pair in pairwise(states)],
        "here": None if end else _here(encounter, states[-1], order),
        "bars": _bars(encounter, states),
        "clock": _clock(encounter, states[-1].minutes),
    }
    if end:
        plays = [*(path for path in answer.kept if path != play["path"]), play["path"]]
        play["ending"] = _ending(encounter, states)
        play["plays"] = [whole(encounter, path) for path in plays]
    return play


def _here(encounter: Encounter, state: State, seed: str) -> dict[str, Any]:
    """Give a scene and its open choices, in the order that this learner always sees."""
    passage = encounter.passages[state.passage]
    order = random.Random(f"{seed}:{passage.name}")
    place = {choice.key: order.random() for choice in passage.choices}
    choices = sorted(open_choices(encounter, state), key=lambda choice: place[choice.key])
    return {
        "passage": passage.name,
        "title": passage.title,
        "scene": to_html(scene(encounter, state)),
        "choices": [{"key": choice.key, "html": inline_html(choice.say)} for choice in choices],
    }


def _chosen(encounter: Encounter, before: State, after: State) -> Choice:
    choices = encounter.passages[before.passage].choices
    return next(choice for choice in choices if choice.key == after.path[-1])


def _step(encounter: Encounter, before: State, after: State, over: bool) -> dict[str, Any]:
    """Give one step; the scene and both voices only when the encounter is over."""
    choice = _chosen(encounter, before, after)
    shown = {
        "passage": before.passage,
        "title": encounter.passages[before.passage].title,
        "say": inline_html(choice.say),
        "shift": inline_html(choice.shift),
    }
    if over:
        shown["scene"] = to_html(scene(encounter, before))
        shown |= {name: inline_html(getattr(choice, name)) for name in ("person", "you", "fits")}
    return shown


def _number(value: float) -> int:
    """Round away from the middle, so that no number seems to lie in another zone."""
    return math.floor(value) if value < 50 else math.ceil(value)


def _bar(encounter: Encounter, name: str, value: float) -> dict[str, Any]:
    own = "" if zone(value) == "shared" else f"_{name}"
    served = "_served" if encounter.served and own == "_information" else ""
    words = word("encounter", f"zone_{zone(value)}{own}{served}", person=encounter.person)
    return {"value": _number(value), "zone": zone(value), "words": words}


def _bars(encounter: Encounter, states: Sequence[State]) -> list[dict[str, Any]]:
    before, now = states[-2:][0].bars, states[-1].bars
    return [
        {
            "name": name,
            "label": word("encounter", f"side_{name}"),
            "short": word("sides", f"side_{name}"),
            "start": _number(encounter.start[n]),
            "moved": f"{_number(now[n]) - _number(before[n]):+d}".replace("+0", "0"),
            **_bar(encounter, name, now[n]),
        }
        for n, name in enumerate(DIMENSIONS)
    ]


def _clock(encounter: Encounter, minutes: int) -> dict[str, Any]:
    over = minutes - encounter.budget
    name = "clock_over" if over > 0 else "clock"
    said = word(
        "encounter",
        name,
        used=minutes,
        budget=encounter.budget,
        over=over,
        waiting=encounter.waiting,
    )
    return {"used": minutes, "budget": encounter.budget, "said": said}


def _ending(encounter: Encounter, states: Sequence[State]) -> dict[str, Any]:
    end = ending(encounter, states[-1])
    assert end is not None
    passages = [state.passage for state in states]
    over = states[-1].minutes > encounter.budget
    return {
        "title": end.title,
        **{name: to_html(voice(end, name, states[-1])) for name in ("person", "you", "note")},
        "over": inline_html(encounter.over) if over else "",
        "known": to_html(encounter.known_to_person),
        "look_again": [passages.index(name) for name in end.look_again if name in passages],
    }


def whole(encounter: Encounter, path: Sequence[str]) -> dict[str, Any]:
    """Give what a finished play is read and compared by.

    Parameters
    ----------
    encounter : Encounter
    path : sequence of str
        Of a play that reached an end.

    Returns
    -------
    dict
        ``path``, ``ending`` with both voices, ``minutes``, ``bars`` and ``steps``.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> from workbook.kinds.encounter.play import begin, choose, open_choices
    >>> state = begin(two_weeks)
    >>> while not state.over:
    ...     state = choose(two_weeks, state, open_choices(two_weeks, state)[0].key)
    >>> sorted(whole(two_weeks, state.path))
    ['bars', 'ending', 'minutes', 'path', 'steps']
    """
    states = replay(encounter, path)
    return {
        "path": list(states[-1].path),
        "ending": _ending(encounter, states),
        "minutes": states[-1].minutes,
        "bars": [_bar(encounter, *side) for side in zip(DIMENSIONS, states[-1].bars, strict=True)],
        "steps": [_step(encounter, *pair, over=True) for pair in pairwise(states)],
    }
