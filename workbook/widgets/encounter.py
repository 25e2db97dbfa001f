"""What the page of an encounter is told: the play so far, what comes next, and how it ended."""

import math
import random
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..content.answer import clean
from ..content.encounter import DIMENSIONS, Choice, Encounter
from ..content.markup import inline_html, to_html
from ..content.model import Exercise
from ..content.play import State, ending, open_choices, replay, scene, zone
from ..record.desk import Desk
from ..words import word

__all__ = ["encounter_found", "encounter_spec"]


def encounter_spec(exercise: Exercise, desk: Desk) -> dict:
    """Give what the page of an encounter draws before any choice.

    Parameters
    ----------
    exercise : Exercise
    desk : Desk
        For the order in which this learner sees the choices.

    Returns
    -------
    dict
        The opening and the first scene; no later scene and no voice.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> spec = encounter_spec(desk.library.exercise("03/two_weeks"), desk)
    >>> spec["play"]["here"]["title"]
    'The waiting room'
    """
    story = exercise.settings["encounter"]
    return {
        "prompt": "",  # the opening takes its place, and can be folded away
        "items": [],
        "note": to_html(exercise.content_note),
        "status": inline_html(story.status),
        "opening": to_html(story.opening),
        "known": to_html(story.known_to_you),
        "names": {"you": story.you, "person": story.person},
        **encounter_found(exercise, {}, desk),
    }


def encounter_found(exercise: Exercise, response: Mapping, desk: Desk) -> dict:
    """Play what a learner chose and say what is to be drawn.

    Parameters
    ----------
    exercise : Exercise
    response : mapping
        ``path``, the choices of the play at hand, and ``kept``, earlier finished plays.
    desk : Desk

    Returns
    -------
    dict
        ``play``: ``path``, ``steps``, ``here``, ``bars``, ``clock``; and once the encounter is
        over ``ending`` and ``plays``, with both voices, which are in nothing before.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> story = desk.library.exercise("03/two_weeks")
    >>> encounter_found(story, {"path": ["a", "a"]}, desk)["play"]["here"]["title"]
    'The letter'
    """
    story, kept = exercise.settings["encounter"], clean(exercise, response)
    states = replay(story, kept["path"])
    end = states[-1].over
    play = {
        "path": list(states[-1].path),
        "steps": [_step(story, *pair, over=end) for pair in pairwise(states)],
        "here": None if end else _here(exercise, states[-1], desk),
        "bars": _bars(story, states),
        "clock": _clock(story, states[-1].minutes),
    }
    if end:
        plays = [*(path for path in kept["kept"] if path != play["path"]), play["path"]]
        play["ending"] = _ending(story, states)
        play["plays"] = [_whole(story, replay(story, path)) for path in plays]
    return {"play": play}


def _here(exercise: Exercise, state: State, desk: Desk) -> dict:
    """Give a scene and its open choices, in the order that this learner always sees."""
    story, seed = exercise.settings["encounter"], desk.journal.learner().seed
    passage = story.passages[state.passage]
    order = random.Random(f"{seed}:{exercise.id}:{passage.name}")
    place = {choice.key: order.random() for choice in passage.choices}
    choices = sorted(open_choices(story, state), key=lambda choice: place[choice.key])
    return {
        "passage": passage.name,
        "title": passage.title,
        "scene": to_html(scene(story, state)),
        "choices": [{"key": choice.key, "html": inline_html(choice.say)} for choice in choices],
    }


def _chosen(story: Encounter, before: State, after: State) -> Choice:
    choices = story.passages[before.passage].choices
    return next(choice for choice in choices if choice.key == after.path[-1])


def _step(story: Encounter, before: State, after: State, over: bool) -> dict:
    """Give one step; the scene and both voices only when the encounter is over."""
    choice = _chosen(story, before, after)
    told = {
        "passage": before.passage,
        "title": story.passages[before.passage].title,
        "say": inline_html(choice.say),
        "shift": inline_html(choice.shift),
    }
    if over:
        told["scene"] = to_html(scene(story, before))
        told |= {name: inline_html(getattr(choice, name)) for name in ("person", "you", "fits")}
    return told


def _number(value: float) -> int:
    """Round away from the middle, so that no number seems to lie in another zone."""
    return math.floor(value) if value < 50 else math.ceil(value)


def _bar(story: Encounter, name: str, value: float) -> dict:
    own = "" if zone(value) == "shared" else f"_{name}"
    words = word("encounter", f"zone_{zone(value)}{own}", person=story.person)
    return {"value": _number(value), "zone": zone(value), "words": words}


def _bars(story: Encounter, states: Sequence[State]) -> list[dict]:
    before, now = states[-2:][0].bars, states[-1].bars
    return [
        {
            "name": name,
            "label": word("encounter", f"side_{name}"),
            "start": _number(story.start[n]),
            "moved": f"{_number(now[n]) - _number(before[n]):+d}".replace("+0", "0"),
            **_bar(story, name, now[n]),
        }
        for n, name in enumerate(DIMENSIONS)
    ]


def _clock(story: Encounter, minutes: int) -> dict:
    over = minutes - story.budget
    name = "clock_over" if over > 0 else "clock"
    said = word(
        "encounter", name, used=minutes, budget=story.budget, over=over, waiting=story.waiting
    )
    return {"used": minutes, "budget": story.budget, "said": said}


def _ending(story: Encounter, states: Sequence[State]) -> dict:
    end = ending(story, states[-1])
    passages = [state.passage for state in states]
    over = states[-1].minutes > story.budget
    return {
        "title": end.title,
        "person": to_html(end.person),
        "you": to_html(end.you),
        "note": to_html(end.note),
        "over": inline_html(story.over) if over else "",
        "known": to_html(story.known_to_person),
        "look_again": [passages.index(name) for name in end.look_again if name in passages],
    }


def _whole(story: Encounter, states: Sequence[State]) -> dict:
    """Give what a finished play is read and compared by."""
    return {
        "path": list(states[-1].path),
        "ending": _ending(story, states),
        "minutes": states[-1].minutes,
        "bars": [_bar(story, *side) for side in zip(DIMENSIONS, states[-1].bars, strict=True)],
        "steps": [_step(story, *pair, over=True) for pair in pairwise(states)],
    }
