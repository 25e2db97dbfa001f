"""What the cards of an instrument show: the person first, and no verdict."""

from typing import Any

from ...content.model import Exercise
from ...words import word, words
from .cards import SIDES, Filled, measured, statements
from .picture import over_time, strip

__all__ = ["results"]


def results(exercise: Exercise, answer: Filled) -> dict[str, Any]:
    """Say what the card at hand shows, the person first, and how the kept cards went over time.

    Parameters
    ----------
    exercise : Exercise
    answer : Filled

    Returns
    -------
    dict
        ``now``, None before a side has a score, and ``over``, None before two cards have one.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> results(Library(packaged_course()).exercise("03/mirror"), Filled(cards=[]))
    {'now': None, 'over': None}
    """
    read = [_reading(exercise, card) for card in answer.cards]
    now = _now(exercise, read[-1]) if read else None
    names = [card["about"] for card in answer.cards]
    return {"now": now, "over": _over(names, [found["numbers"] for found in read])}


def _reading(exercise: Exercise, card: dict[str, Any]) -> dict[str, Any]:
    """Ask what one filled pair of cards shows: the one place where cards are scored."""
    from ...readings import rating

    labels, asked = statements(exercise, "person"), measured(exercise)
    return rating.card(card["practitioner"], card["person"], labels, instrument=asked)


def _now(exercise: Exercise, found: dict[str, Any]) -> dict[str, Any] | None:
    """Tell of a side nothing before it has a score, so that it cannot lead the other."""
    sides = [side for side in SIDES if found["numbers"][side] is not None]
    if not sides:
        return None
    both, scale = len(sides) == len(SIDES), exercise.settings["scale"]
    axis = word("instrument", "axis", first=scale[0], n=len(scale), last=scale[-1])
    asked = {side: statements(exercise, side) for side in sides}
    shown = zip(SIDES, found["scores"], strict=True)
    return {
        "scores": [sentence for side, sentence in shown if side in sides],
        "gap": found["gap"] if both else "",
        "questions": found["questions"] if both else [],
        "status": found["status"],
        "key": _key(),
        "heads": [words("instrument")["line"], *(words("mirror")[side] for side in sides), axis],
        "rows": [_row(row, asked, len(scale)) for row in found["rows"]],
        "sides": [exercise.settings["dimensions"].get(row["line"], "") for row in found["rows"]],
    }


def _key() -> str:
    return word("instrument", "key", **{side: words("mirror")[side] for side in SIDES})


def _row(row: dict, asked: dict[str, dict], top: int) -> list[str]:
    said, label = words("instrument"), row["label"]
    answers = [
        str(row[side] or said["no_answer" if row["line"] in lines else "not_asked"])
        for side, lines in asked.items()
    ]
    label = label if row["scored"] else word("instrument", "not_scored", label=label)
    return [label, *answers, strip({side: row[side] for side in asked}, top)]


def _over(names: list[str], numbers: list[dict]) -> dict[str, Any] | None:
    """Lay the scores of all cards side by side, the first card first."""
    said = words("instrument")
    scored = [
        (name or word("instrument", "card_n", n=n), both)
        for n, (name, both) in enumerate(zip(names, numbers, strict=True), 1)
        if any(number is not None for number in both.values())
    ]
    if len(scored) < 2:
        return None
    heads = [said["card"], *(words("mirror")[side] for side in SIDES)]
    rows = [[name, *(_score(both[side]) for side in SIDES)] for name, both in scored]
    picture = over_time([both for _, both in scored])
    return {"key": _key(), "heads": heads, "rows": rows, "picture": picture}


def _score(number: float | None) -> str:
    return words("instrument")["no_score"] if number is None else f"{number:g}"
