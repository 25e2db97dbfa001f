"""What a log shows: its lines in words, what they show over the weeks, what points to a person."""

import re
from typing import Any

from ...content.markup import plain_words
from ...content.model import Exercise
from ...words import word
from ..answer import Learner, item_words
from .entries import Logged, began, standing

__all__ = ["over", "pointing", "said", "shown", "shown_line"]

LATEST = 5
FIGURES = re.compile(r"\d+(?:st|nd|rd|th)?")


def said(exercise: Exercise, line: Logged) -> list[str]:
    """Say a line, or the week in which a change began, one sentence for each part.

    Parameters
    ----------
    exercise : Exercise
    line : Logged

    Examples
    --------
    >>> said(Exercise("05/log", "log", "T"), Logged())
    []
    """
    if line.began:
        return _beginning(line)
    if line.gone:
        return [word("log_said", "gone")]
    return [word("log_said", "week", week=line.week)] * bool(line.week) + _parts(exercise, line)


def _beginning(line: Logged) -> list[str]:
    if line.began == "none":
        return [word("log_said", "began_none")]
    lines: list[str] = [word("log_said", "began_lot" if line.by_lot else "began", week=line.began)]
    return lines + [word("log_said", "worth", n=line.worth)] * bool(line.worth)


def _labels(exercise: Exercise) -> dict[str, str]:
    """Give the short name of each side: what stands before a colon."""
    return {i.key: item_words(exercise, i.key).partition(":")[0] for i in exercise.items}


def _parts(exercise: Exercise, line: Logged) -> list[str]:
    places = exercise.settings.get("places", {})
    parts = [plain_words(places[line.place])] if line.place else []
    sides = {k: label for k, label in _labels(exercise).items() if k in line.sides}
    parts += [f"{n}: {word('log_said', f'side_{line.sides[k]}')}" for k, n in sides.items()]
    if line.did:
        parts.append(word("log_said", f"did_{line.did}"))
    if line.gave:
        parts.append(word("log_said", "gave", n=line.gave))
    if line.card:
        parts.append(word("log_said", f"card_{line.card['side']}", score=line.card["score"]))
    if line.talk is not None:
        parts.append(word("log_said", "talk", n=line.talk))
    return parts + [line.text] * bool(line.text)


def shown_line(exercise: Exercise, line: Logged) -> dict[str, Any]:
    """Give one line as the page lists it.

    Parameters
    ----------
    exercise : Exercise
    line : Logged

    Examples
    --------
    >>> shown_line(Exercise("05/log", "log", "T"), Logged(line="a", week="2026-W48"))["week"]
    '2026-W48'
    """
    return {"week": line.week, "response": line.given, "words": _parts(exercise, line)}


def shown(exercise: Exercise, learner: Learner) -> dict[str, Any]:
    """Give the latest lines, and what all of them show over the weeks.

    Parameters
    ----------
    exercise : Exercise
    learner : Learner

    Returns
    -------
    dict
        ``lines``: the newest first; ``count``; ``began``; ``over``: what `readings.log` says, with
        its pictures, and ``ask``: the exercise to answer again this week, or an empty text.

    Examples
    --------
    >>> shown(Exercise("05/log", "log", "T"), Learner())["count"]
    0
    """
    answers = learner.earlier()
    lines, start = standing(answers), began(answers)
    return {
        "count": len(lines),
        "lines": [shown_line(exercise, line) for line in lines[: -LATEST - 1 : -1]],
        "began": start.given if start else {},
        "over": over(exercise, lines, start),
        "ask": _question(exercise, lines),
    }


def over(exercise: Exercise, lines: list[Logged], start: Logged | None) -> dict[str, Any]:
    """Say what the lines show over the weeks, with the pictures once there are enough.

    Parameters
    ----------
    exercise : Exercise
    lines : list of Logged
        Those that stand.
    start : Logged or None
        What was told of the week in which a change began.

    Examples
    --------
    >>> over(Exercise("05/log", "log", "T"), [], None)["ready"]
    False
    """
    from ...charts.log import log_pictures
    from ...readings.log import over_weeks, since_start

    seen = over_weeks([line.given for line in lines], _labels(exercise))
    if not seen["ready"]:
        return seen
    pictures = log_pictures(seen, start=start.began if start else "")
    case = since_start(seen, start.began, by_lot=start.by_lot, worth=start.worth) if start else []
    return seen | {"pictures": pictures, "case": case}


def _question(exercise: Exercise, lines: list[Logged]) -> dict[str, str]:
    from ...readings.log import question_of_week, weeks_between

    asked = exercise.settings.get("questions", [])
    if not asked or not lines:
        return {}
    number = weeks_between(lines[0].week, lines[-1].week)
    one = asked[question_of_week(number, len(asked))]
    return {"id": one, "text": word("log_said", "question", week=lines[-1].week)}


def pointing(text: str) -> list[str]:
    """List what in a line may say who someone is, in words; also numbers and dates in figures.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> pointing("I asked first.")
    []
    >>> len(pointing("Maria came at last, on the 12th."))
    2
    """
    from ...measures.talk import find_identifiers

    found = [(f.start, f.stop, f.kind) for f in find_identifiers(text)]
    covered = {place for start, stop, _ in found for place in range(start, stop)}
    figures = (f for f in FIGURES.finditer(text) if f.start() not in covered)
    found += [(f.start(), f.end(), "number") for f in figures]
    return [
        word("log_said", f"points_{kind}", text=text[start:stop]) for start, stop, kind in found
    ]
