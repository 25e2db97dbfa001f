"""What the view of an exercise is told before any answer: its words and its settings."""

import random
from typing import Any

from ..content.markup import to_html
from ..content.model import Exercise
from ..kinds import Learner, kind_of

__all__ = ["order_for", "view_spec"]


def order_for(exercise: Exercise, seed: str) -> random.Random:
    """Give the chance that orders this exercise for this learner: always the same one.

    Parameters
    ----------
    exercise : Exercise
    seed : str
        The learner's own, from the journal.

    Examples
    --------
    >>> one = Exercise("01/x", "rank", "T")
    >>> order_for(one, "7").random() == order_for(one, "7").random()
    True
    """
    return random.Random(f"{seed}:{exercise.id}:{exercise.edition}")


def view_spec(exercise: Exercise, learner: Learner, journal: str) -> dict[str, Any]:
    """Give what a view draws with no answer in it.

    Parameters
    ----------
    exercise : Exercise
    learner : Learner
    journal : str
        The name of the learner's journal, under which the browser keeps drafts.

    Returns
    -------
    dict
        Plain values, safe to travel to the page; what the kind gives lies over what all have.

    Examples
    --------
    >>> one = Exercise("01/x", "reflection", "Pause", minutes=3)
    >>> view_spec(one, Learner("7"), "")["minutes"]
    3
    """
    kind = kind_of(exercise)
    return {
        "id": exercise.id,
        "kind": exercise.kind,
        "edition": exercise.edition,
        "title": exercise.title,
        "minutes": exercise.minutes,
        "full": exercise.way == "full",
        "journal": journal,
        "prompt": to_html(exercise.prompt),
        "note": to_html(exercise.content_note),
        "private": exercise.visibility == "private",
        "hint": bool(exercise.hint),
        "reveal": kind.reveal,
        "items": kind.items(exercise, order_for(exercise, learner.seed)),
        **kind.spec(exercise, learner),
    }
