"""The numbers of a learner's own talk, which a learner may have kept: no word of the talk."""

from collections.abc import Mapping
from typing import Any

from ..kinds.question import NUMBER, Question
from ..words import words

__all__ = ["KEPT_AS", "talk_numbers", "talk_questions"]

KEPT_AS = "02/transcript_numbers"
SIDES = ("person", "practitioner")


def talk_questions() -> list[Question]:
    """List what is measured of a talk, for both sides.

    Examples
    --------
    >>> talk_questions()[0].text
    'The person: Share of the words'
    """
    measures, sides = words("talk_measures"), words("mirror")
    return [
        Question(f"{name}.{side}", f"{sides[side]}: {text.partition(' | ')[0]}", form=NUMBER)
        for name, text in measures.items()
        for side in SIDES
    ]


def talk_numbers(response: Mapping[str, Any]) -> dict[str, float]:
    """Give the numbers that were kept, by measure and side.

    Parameters
    ----------
    response : mapping
        As the journal keeps it.

    Examples
    --------
    >>> talk_numbers({"numbers": {"talk_share": {"person": [0.4, 0.3, 0.5, 600]}}})
    {'talk_share.person': 0.4}
    """
    kept = response.get("numbers")
    kept = kept if isinstance(kept, Mapping) else {}
    found = {}
    for question in talk_questions():
        name, _, side = question.key.partition(".")
        own = kept.get(name)
        value = own.get(side) if isinstance(own, Mapping) else None
        if isinstance(value, list) and value and type(value[0]) in (int, float):
            found[question.key] = value[0]
    return found
