"""The Mirror: how equal one encounter was, as each of the two people saw it."""

import math
from collections.abc import Mapping
from statistics import NormalDist, fmean
from typing import NamedTuple

from ...errors import WorkbookError
from ..result import Measure, undefined

__all__ = [
    "DIMENSIONS",
    "LEAST",
    "LINES",
    "STATUS",
    "TOP",
    "Line",
    "gap",
    "lines",
    "question",
    "score",
    "value",
]

STATUS = (
    "The Mirror is not yet validated. Its numbers are for practice only, not for decisions about "
    "a person, a worker, a contract or a benefit."
)
LINES = {  # the ten scored lines: dimension and a short name
    "told_needed": ("information", "being told what is needed"),
    "told_report": ("information", "being told what must be reported"),
    "real_say": ("decisions", "a real say in what happens next"),
    "time_to_say": ("voice", "time to say what matters"),
    "knowledge_counted": ("relationship", "own knowledge that counts"),
    "as_equals": ("relationship", "talking as equals"),
    "mattered": ("voice", "being shown that one matters"),
    "time_and_place": ("setting", "the right time and place"),
    "know_record": ("record", "knowing what will be written"),
    "next_step": ("decisions", "a next step of one's own"),
}
DIMENSIONS = ("information", "decisions", "voice", "relationship", "setting", "record")
# What stands for no answer; the card prints a dash.
NOTHING = {"", "nan", "na", "n/a", "does_not_apply", "does_not_apply_today", "-", "–"}
LEAST, BOTTOM, TOP = 8, 1, 5  # lines needed; ends of the scale
WORTH_A_TALK = 0.80  # a gap beyond this limit, but not beyond the stated one
SCORE, GAP = "points of 100", "points on the scale from 1 to 5"


class Line(NamedTuple):
    """One line of the card, or one dimension, seen from both sides: a question, never a result.

    Parameters
    ----------
    dimension : str
    name : str
        The line; empty for the dimension as a whole.
    person, practitioner : float or None
        What each side put; the mean for a dimension; None when it was left out.
    question : str
        What the two may ask each other; empty unless both answered.

    Examples
    --------
    >>> Line("voice", "time_to_say", 2, 4, "What would have moved it?").person
    2
    """

    dimension: str
    name: str
    person: float | None
    practitioner: float | None
    question: str


def value(answer) -> int | None:
    """Read one answer: 1 to 5, or None for a line that was left out or does not apply.

    Parameters
    ----------
    answer : int, str or None

    Raises
    ------
    WorkbookError
        When it is neither.

    Examples
    --------
    >>> value("4"), value("does_not_apply"), value(None)
    (4, None, None)
    """
    text = "" if answer is None else str(answer).strip().removesuffix(".0")
    if text.casefold().replace(" ", "_") in NOTHING:
        return None
    if len(text) > 1 or text not in "12345":
        raise WorkbookError(
            f"'{text[:30]}' is not an answer. Write 1 to 5 or “does not apply”, or leave it empty."
        )
    return int(text)


def _answered(answers: Mapping) -> dict[str, int]:
    found = {name: value(answers.get(name)) for name in LINES}
    return {name: number for name, number in found.items() if number is not None}


def score(answers: Mapping, role: str) -> Measure:
    """Score one side of one card: 0 when every answer is 1, 100 when every answer is 5.

    Parameters
    ----------
    answers : mapping
        Line to answer; lines that are not scored are passed over.
    role : str
        ``person`` or ``practitioner``.

    Returns
    -------
    Measure
        The count is how many of the ten lines were answered; below eight there is no score.
        One card has no interval: how far a person would answer alike again is not known yet.

    Examples
    --------
    >>> score(dict.fromkeys(LINES, 4), "person").value
    75.0
    """
    found = _answered(answers)
    if len(found) < LEAST:
        reason = (
            f"{len(found)} of the {len(LINES)} lines were answered, and a score needs {LEAST}. "
            "Look at the single lines."
        )
        return undefined("mirror_score", role, len(found), SCORE, reason)
    points = (fmean(found.values()) - BOTTOM) / (TOP - BOTTOM) * 100
    return Measure("mirror_score", role, points, math.nan, math.nan, len(found), SCORE, "")


def gap(practitioner: Mapping, person: Mapping, *, sd=0.7, reliability=0.80, confidence=0.95):
    """Give how much more equal the practitioner saw one encounter than the person did.

    Parameters
    ----------
    practitioner, person : mapping
        Line to answer, of the same encounter.
    sd, reliability : float
        The spread and the reliability of each side's mean. Both are assumed until a pilot.
    confidence : float
        Of the interval.

    Returns
    -------
    Measure
        Practitioner's mean minus person's, over the lines that both answered (at least eight).
        The reason says whether it is larger than the measurement error that is assumed.

    Notes
    -----
    The error of a difference of two means, each with the error ``sd * sqrt(1 - reliability)``.
    A gap below zero is no proof of equality: in 40 studies of therapy for eating disorders or
    anxiety, clients mostly rated the bond higher than therapists did (Lev Ari and others, 2025).

    References
    ----------
    Lev Ari, H. S., and others (2025). A meta-analysis of client-therapist perspectives on the
    therapeutic alliance. Journal of Psychotherapy Integration, 35(3), 180-195.

    Lord, F. M., and Novick, M. R. (1968). Statistical theories of mental test scores.
    Addison-Wesley.

    Examples
    --------
    >>> found = gap(dict.fromkeys(LINES, 4), dict.fromkeys(LINES, 3))
    >>> found.value, round(found.low, 2), round(found.high, 2)
    (1.0, 0.13, 1.87)
    """
    if not (0 < sd < math.inf and 0 <= reliability < 1 and 0 < confidence < 1):
        raise WorkbookError(
            "A gap needs a spread above 0, a reliability from 0 to below 1 and a confidence "
            "between 0 and 1. Give other numbers."
        )
    one, other = _answered(practitioner), _answered(person)
    both = [name for name in one if name in other]
    if len(both) < LEAST:
        reason = f"Both answered {len(both)} of the same lines, and a gap needs {LEAST}."
        return undefined("mirror_gap", "all", len(both), GAP, reason)
    found = fmean(one[name] - other[name] for name in both)
    error = sd * math.sqrt(1 - reliability) * math.sqrt(2)
    wide = _z(confidence) * error
    reason = (
        f"{_reading(found, _z(WORTH_A_TALK) * error, wide)} This assumes a spread of {sd:g} and a "
        f"reliability of {reliability:g} on each side until a pilot has measured them."
    )
    return Measure("mirror_gap", "all", found, found - wide, found + wide, len(both), GAP, reason)


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _reading(found: float, near: float, wide: float) -> str:
    """Say in one sentence whether a gap is larger than the error that is assumed."""
    size = f"The gap of {abs(found):.2f} is"
    if abs(found) >= wide:
        return f"{size} larger than the assumed measurement error ({wide:.2f}): ask which lines."
    if abs(found) >= near:
        return (
            f"{size} not larger than the assumed measurement error ({wide:.2f}), but past "
            f"{near:.2f}: worth a conversation."
        )
    return (
        f"{size} not larger than the assumed measurement error ({wide:.2f}): chance could produce "
        "it in one pair of cards."
    )


def lines(practitioner: Mapping, person: Mapping, labels: Mapping | None = None) -> list[Line]:
    """Lay both sides next to each other, dimension by dimension, as questions to ask.

    Parameters
    ----------
    practitioner, person : mapping
        Line to answer.
    labels : mapping, optional
        Line to the words that the question quotes.

    Returns
    -------
    list of Line
        Each dimension, followed by its lines.

    Notes
    -----
    One line says little: with a reliability of .50 on each side, the difference has about .22.

    Examples
    --------
    >>> lines({"time_to_say": 4}, {"time_to_say": 2})[7].question
    'The person put 2 and the practitioner 4 on “time to say what matters.” What would have \
moved it one step?'
    """
    words = {name: label for name, (_, label) in LINES.items()} | dict(labels or {})
    one, other = _answered(practitioner), _answered(person)
    found = []
    for dimension in DIMENSIONS:
        names = [name for name, (of, _) in LINES.items() if of == dimension]
        means = [_mean(side, names) for side in (other, one)]
        found.append(Line(dimension, "", *means, question(dimension, *means)))
        for name in names:
            pair = (other.get(name), one.get(name))
            found.append(Line(dimension, name, *pair, question(words[name], *pair)))
    return found


def _mean(side: dict, names: list[str]) -> float | None:
    found = [side[name] for name in names if name in side]
    return fmean(found) if found else None


def question(label: str, person: float | None, practitioner: float | None) -> str:
    """Turn what two sides put on one line into a question; empty unless both answered.

    Parameters
    ----------
    label : str
        The line in words.
    person, practitioner : float or None

    Examples
    --------
    >>> question("time and place", 5, 5)
    'Both put 5 on “time and place.” What made that possible?'
    """
    if person is None or practitioner is None:
        return ""
    where = f"on “{label.rstrip('.')}.”"
    if person == practitioner:
        ask = "What made that possible?" if person == TOP else "What would have moved it one step?"
        return f"Both put {person:g} {where} {ask}"
    ask = "What did the person see that the practitioner did not?"
    ask = "What would have moved it one step?" if person < practitioner else ask
    return f"The person put {person:g} and the practitioner {practitioner:g} {where} {ask}"
