"""One card: how equal an encounter was, as each of the two people saw it."""

import math
from collections.abc import Mapping
from statistics import NormalDist, fmean
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import word
from ..result import Measure, joined, undefined
from .instrument import Instrument

__all__ = ["Line", "gap", "lines", "question", "score", "value"]

# What stands for no answer; the card prints a dash.
NOTHING = {"", "nan", "na", "n/a", "does_not_apply", "does_not_apply_today", "-", "–"}
BOTTOM = 1  # of every scale
WORTH_A_TALK = 0.80  # a gap beyond this limit, but not beyond the stated one
SPREAD = (
    0.7 / 4
)  # assumed for each side's mean, in parts of the way from the lowest point to the top


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


def value(answer, *, instrument: Instrument) -> int | None:
    """Read one answer: a point of the scale, or None for a line left out or that does not apply.

    Parameters
    ----------
    answer : int, str or None
    instrument : Instrument
        The card that was answered.

    Raises
    ------
    WorkbookError
        When it is neither.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> [value(answer, instrument=mirror()) for answer in ("4", "does_not_apply", None)]
    [4, None, None]
    """
    text = "" if answer is None else str(answer).strip().removesuffix(".0")
    if text.casefold().replace(" ", "_") in NOTHING:
        return None
    if text not in map(str, range(BOTTOM, instrument.top + 1)):
        raise WorkbookError(word("card_errors", "no_answer", answer=text[:30], top=instrument.top))
    return int(text)


def _answered(answers: Mapping, instrument: Instrument) -> dict[str, int]:
    read = {name: value(answers.get(name), instrument=instrument) for name in instrument.lines}
    return {name: number for name, number in read.items() if number is not None}


def score(answers: Mapping, role: str, *, instrument: Instrument) -> Measure:
    """Score one side of one card: 0 when every answer is the lowest, 100 when all are at the top.

    Parameters
    ----------
    answers : mapping
        Line to answer; lines that are not scored are passed over.
    role : str
        ``person`` or ``practitioner``.
    instrument : Instrument
        The card that was answered.

    Returns
    -------
    Measure
        The count is how many of the scored lines were answered; below four of five (eight of the
        Mirror's ten) there is no score. One card has no interval: how far a person would answer
        alike again is not known yet.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> score(dict.fromkeys(mirror().lines, 4), "person", instrument=mirror()).value
    75.0
    """
    name, unit = f"{instrument.name}_score", word("rating_units", "score")
    found = _answered(answers, instrument)
    if len(found) < instrument.least:
        sizes = {"answered": len(found), "all": len(instrument.lines), "least": instrument.least}
        return undefined(name, role, len(found), unit, word("rating_reasons", "few_lines", **sizes))
    points = (fmean(found.values()) - BOTTOM) / (instrument.top - BOTTOM) * 100
    return Measure(name, role, points, math.nan, math.nan, len(found), unit, "")


def gap(  # noqa: PLR0913 - two sides of a card, and what is assumed of their error
    practitioner: Mapping,
    person: Mapping,
    *,
    instrument: Instrument,
    sd: float | None = None,
    reliability: float = 0.80,
    confidence: float = 0.95,
) -> Measure:
    """Give how much more equal the practitioner saw one encounter than the person did.

    Parameters
    ----------
    practitioner, person : mapping
        Line to answer, of the same encounter.
    instrument : Instrument
        The card that was answered.
    sd, reliability : float
        The spread and the reliability of each side's mean. Both are assumed until a pilot; the
        spread is 0.7 on a scale from 1 to 5 and as large a part of any other scale.
    confidence : float
        Of the interval.

    Returns
    -------
    Measure
        Practitioner's mean minus person's, over the lines that both answered (at least as many as
        a score needs). The reason says whether it is larger than the measurement error that is
        assumed.

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
    >>> from workbook.measures.rating import mirror
    >>> fours, threes = (dict.fromkeys(mirror().lines, n) for n in (4, 3))
    >>> found = gap(fours, threes, instrument=mirror())
    >>> found.value, round(found.low, 2), round(found.high, 2)
    (1.0, 0.13, 1.87)
    """
    sd = SPREAD * (instrument.top - BOTTOM) if sd is None else sd
    if not (0 < sd < math.inf and 0 <= reliability < 1 and 0 < confidence < 1):
        raise WorkbookError(word("card_errors", "assumption"))
    name, unit = f"{instrument.name}_gap", word("rating_units", "gap", top=instrument.top)
    one, other = _answered(practitioner, instrument), _answered(person, instrument)
    both = [line for line in one if line in other]
    if len(both) < instrument.least:
        sizes = {"answered": len(both), "least": instrument.least}
        return undefined(name, "all", len(both), unit, word("rating_reasons", "few_both", **sizes))
    found = fmean(one[line] - other[line] for line in both)
    error = sd * math.sqrt(1 - reliability) * math.sqrt(2)
    wide = _z(confidence) * error
    assumed = word("rating_reasons", "assumed", sd=sd, reliability=reliability)
    reason = joined(_reading(found, _z(WORTH_A_TALK) * error, wide), assumed)
    return Measure(name, "all", found, found - wide, found + wide, len(both), unit, reason)


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _reading(found: float, near: float, wide: float) -> str:
    """Say in one sentence whether a gap is larger than the error that is assumed."""
    size = abs(found)
    if size >= wide:
        return word("rating_reasons", "beyond_error", gap=size, error=wide)
    if size >= near:
        return word("rating_reasons", "worth_a_talk", gap=size, error=wide, near=near)
    return word("rating_reasons", "within_error", gap=size, error=wide)


def lines(
    practitioner: Mapping,
    person: Mapping,
    labels: Mapping | None = None,
    *,
    instrument: Instrument,
) -> list[Line]:
    """Lay both sides next to each other, dimension by dimension, as questions to ask.

    Parameters
    ----------
    practitioner, person : mapping
        Line to answer.
    labels : mapping, optional
        Line to the words that the question quotes.
    instrument : Instrument
        The card that was answered.

    Returns
    -------
    list of Line
        Each dimension, followed by its lines.

    Notes
    -----
    One line says little: with a reliability of .50 on each side, the difference has about .22.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> lines({"time_to_say": 4}, {"time_to_say": 2}, instrument=mirror())[7].question
    'The person put 2 and the practitioner 4 on “time to say what matters.” What would have \
moved it one step?'
    """
    said = dict(labels or {})
    one, other = _answered(practitioner, instrument), _answered(person, instrument)
    found = []
    for dimension in instrument.places:
        names = [name for name, of in instrument.dimensions.items() if of == dimension]
        rows = [("", dimension, _mean(other, names), _mean(one, names))]
        for name in names:
            label = said.get(name, instrument.label(name))
            rows.append((name, label, other.get(name), one.get(name)))
        for name, label, low, high in rows:
            asked = question(label, low, high, instrument=instrument)
            found.append(Line(dimension, name, low, high, asked))
    return found


def _mean(side: dict, names: list[str]) -> float | None:
    found = [side[name] for name in names if name in side]
    return fmean(found) if found else None


def question(
    label: str, person: float | None, practitioner: float | None, *, instrument: Instrument
) -> str:
    """Turn what two sides put on one line into a question; empty unless both answered.

    Parameters
    ----------
    label : str
        The line in words.
    person, practitioner : float or None
    instrument : Instrument
        The card that was answered.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> question("time and place", 5, 5, instrument=mirror())
    'Both put 5 on “time and place.” What made that possible?'
    """
    if person is None or practitioner is None:
        return ""
    values = {"label": label.rstrip("."), "person": f"{person:g}"}
    if person == practitioner:
        return word("rating_questions", "top" if person == instrument.top else "alike", **values)
    name = "person_lower" if person < practitioner else "person_higher"
    return word("rating_questions", name, **values, practitioner=f"{practitioner:g}")
