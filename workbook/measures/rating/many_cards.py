"""Many cards at once: averages of both sides, never results about fewer than five cards."""

import math
from collections.abc import Sequence
from statistics import StatisticsError, correlation, fmean, stdev, variance
from typing import NamedTuple

from ..agreement import ALPHA, cronbach_alpha, percent_agreement
from ..quantiles import student
from ..result import Measure, Reasoned, undefined
from .one_card import LEAST, LINES, SCORE, STATUS, TOP, gap, score
from .read import SIDES, Card

__all__ = ["FEWEST", "Batch", "Item", "Side", "batch", "ceiling", "mean_score"]

FEWEST, FOR_ITEMS = 5, 20  # cards of one side: for any result; for statistics of single lines
OF_100 = 25  # points of 100 for one step of the scale from 1 to 5
HIDDEN = f"Nothing is shown for fewer than {FEWEST} cards of a side, so that no one can be guessed."
UNPAIRED = "This compares two averages, not two people: the cards are not paired."


class Item(NamedTuple):
    """One line over many cards of one side.

    Parameters
    ----------
    name : str
    count : int
        How many answered it.
    mean, sd : float
    top : float
        Share of its answers at 5.
    rest : float
        Correlation with the sum of the other lines, over complete cards; NaN where there is none.

    Examples
    --------
    >>> Item("real_say", 30, 3.2, 1.1, 0.1, 0.6).mean
    3.2
    """

    name: str
    count: int
    mean: float
    sd: float
    top: float
    rest: float


class Side(NamedTuple):
    """What many cards of one side show.

    Parameters
    ----------
    role : str
    cards : int
    score : Measure
        Mean of the scores, 0 to 100, with its 95 % interval.
    all_top, top_answers : Measure
        Share of the cards that are fives throughout, and of the answers at 5.
    items : Reasoned
        One `Item` for each line, from twenty cards on; else empty, with the reason.
    alpha : Measure
        Cronbach's alpha, from twenty complete cards on.

    Examples
    --------
    >>> batch([]).person.score.reason
    'Nothing is shown for fewer than 5 cards of a side, so that no one can be guessed.'
    """

    role: str
    cards: int
    score: Measure
    all_top: Measure
    top_answers: Measure
    items: Reasoned
    alpha: Measure


class Batch(NamedTuple):
    """Both sides, the person's first.

    Parameters
    ----------
    status : str
        That the Mirror is not yet validated.
    person, practitioner : Side
    difference : Measure
        Practitioner's average minus person's, unpaired.
    paired : Measure
        Mean gap over the codes that both sides carry, in points of 100.

    Examples
    --------
    >>> batch([]).status.startswith("The Mirror is not yet validated.")
    True
    """

    status: str
    person: Side
    practitioner: Side
    difference: Measure
    paired: Measure


def batch(cards: Sequence[Card]) -> Batch:
    """Sum up many cards.

    Parameters
    ----------
    cards : sequence of Card

    Returns
    -------
    Batch

    Notes
    -----
    The intervals take the cards as separate meetings. Cards of the same worker, or of the same
    person, hang together; then the intervals are too narrow.

    Examples
    --------
    >>> sheet = [Card("person", dict.fromkeys(LINES, 3 + n % 2)) for n in range(6)]
    >>> found = batch(sheet)
    >>> found.person.score.value, found.practitioner.score.defined
    (62.5, False)
    """
    one, other = ([card for card in cards if card.side == side] for side in SIDES)
    person, practitioner = _side("person", one), _side("practitioner", other)
    difference = _difference(_scores(other), _scores(one))
    return Batch(STATUS, person, practitioner, difference, _paired(other, one))


def _side(role: str, cards: Sequence[Card]) -> Side:
    enough = len(cards) >= FOR_ITEMS
    reason = f"{len(cards)} cards; statistics of single lines need {FOR_ITEMS}."
    items = Reasoned(_items(cards)) if enough else Reasoned([], reason)
    return Side(role, len(cards), mean_score(cards, role), *ceiling(cards, role), items,
                _alpha(cards, role))  # fmt: skip


def _scores(cards: Sequence[Card]) -> list[float]:
    found = (score(card.answers, card.side) for card in cards)
    return [each.value for each in found if each.defined]


def _hidden(name: str, role: str, count: int, unit: str = SCORE) -> Measure:
    return undefined(name, role, count, unit, HIDDEN)


def mean_score(cards: Sequence[Card], role: str) -> Measure:
    """Give the mean score of the cards of one side, with Student's 95 % interval.

    Parameters
    ----------
    cards : sequence of Card
        Of one side.
    role : str

    Examples
    --------
    >>> mean_score([Card("person", dict.fromkeys(LINES, 3))] * 4, "person").defined
    False
    """
    found = _scores(cards)
    if len(found) < FEWEST:
        return _hidden("mirror_mean", role, len(found))
    measure = _mean("mirror_mean", role, found)
    low, high = max(0.0, measure.low), min(100.0, measure.high)
    return measure if math.isnan(measure.low) else measure._replace(low=low, high=high)


def _mean(name: str, role: str, found: list[float]) -> Measure:
    base = Measure(name, role, fmean(found), math.nan, math.nan, len(found), SCORE, "")
    return _around(base, math.sqrt(variance(found) / len(found)), len(found) - 1)


def _around(base: Measure, error: float, df: float) -> Measure:
    """Put Student's 95 % interval around a value."""
    if not error:
        reason = f"{base.reason} All cards are alike, so there is no interval.".strip()
        return base._replace(reason=reason)
    wide = student(0.975, df) * error
    return base._replace(low=base.value - wide, high=base.value + wide)


def ceiling(cards: Sequence[Card], role: str = "all") -> tuple[Measure, Measure]:
    """Give the share of cards that are fives throughout, and the share of answers at 5.

    Parameters
    ----------
    cards : sequence of Card
    role : str
        Whose cards they are.

    Returns
    -------
    tuple of (Measure, Measure)
        The first with Wilson's 95 % interval. All fives from someone who depends on a service
        may mean: please do not cut me off.

    Examples
    --------
    >>> [m.value for m in ceiling([Card("person", dict.fromkeys(LINES, 5))] * 5, "person")]
    [1.0, 1.0]
    """
    found = [[card.answers[name] for name in LINES if name in card.answers] for card in cards]
    found = [answers for answers in found if len(answers) >= LEAST]
    units = "share of cards", "share of answers"
    if len(found) < FEWEST:
        return tuple(_hidden("at_the_top", role, len(found), unit) for unit in units)
    full = percent_agreement([min(answers) == TOP for answers in found], [True] * len(found))
    fives = [answer == TOP for answers in found for answer in answers]
    reason = "Answers on one card hang together, so no interval is given."
    return (
        full._replace(name="at_the_top", role=role, unit=units[0]),
        Measure("at_the_top", role, fmean(fives), math.nan, math.nan, len(fives), units[1], reason),
    )


def _complete(cards: Sequence[Card]) -> list[list[int]]:
    return [
        [card.answers[name] for name in LINES]
        for card in cards
        if all(name in card.answers for name in LINES)
    ]


def _alpha(cards: Sequence[Card], role: str) -> Measure:
    whole = _complete(cards)
    if len(whole) < FOR_ITEMS:
        reason = f"{len(whole)} complete cards; Cronbach's alpha needs {FOR_ITEMS}."
        return undefined("cronbach_alpha", role, len(whole), ALPHA, reason)
    return cronbach_alpha(whole)._replace(role=role)


def _items(cards: Sequence[Card]) -> list[Item]:
    """Describe each line that at least five answered."""
    whole, found = _complete(cards), []
    for place, name in enumerate(LINES):
        values = [card.answers[name] for card in cards if name in card.answers]
        if len(values) >= FEWEST:
            top = fmean(value == TOP for value in values)
            rest = _rest(whole, place)
            found.append(Item(name, len(values), fmean(values), stdev(values), top, rest))
    return found


def _rest(whole: list[list[int]], place: int) -> float:
    own = [row[place] for row in whole]
    try:
        return correlation(own, [sum(row) - row[place] for row in whole])
    except StatisticsError:  # too few, or all alike
        return math.nan


def _difference(practitioner: list[float], person: list[float]) -> Measure:
    """Compare two averages (Welch)."""
    sides = (practitioner, person)
    if min(map(len, sides)) < FEWEST:
        return _hidden("mirror_difference", "all", min(map(len, sides)))
    parts = [variance(side) / len(side) for side in sides]
    error = math.sqrt(sum(parts))
    low = sum(part**2 / (len(side) - 1) for part, side in zip(parts, sides, strict=True))
    df = sum(parts) ** 2 / low if low else math.nan
    value, n = fmean(practitioner) - fmean(person), sum(map(len, sides))
    base = Measure("mirror_difference", "all", value, math.nan, math.nan, n, SCORE, UNPAIRED)
    return _around(base, error, df)


def _paired(practitioner: Sequence[Card], person: Sequence[Card]) -> Measure:
    """Average the gaps of pairs; hidden too when the cards left over could be worked out."""
    name, codes = "mirror_paired_gap", {card.pair: card for card in person if card.pair}
    both = [(card, codes[card.pair]) for card in practitioner if card.pair in codes]
    gaps = [gap(one.answers, other.answers) for one, other in both]
    found = [OF_100 * each.value for each in gaps if each.defined]
    left = [len(cards) - len(found) for cards in (practitioner, person)]
    alone = sum(bool(card.pair) for card in (*practitioner, *person)) - 2 * len(both)
    if len(found) < FEWEST:
        reason = (
            f"{len(found)} pairs of cards carry the same code, and a paired gap needs {FEWEST}. "
            f"Codes that stand on one side only: {alone}."
        )
        return undefined(name, "all", len(found), SCORE, reason)
    if any(0 < rest < FEWEST for rest in left):
        reason = "Too few cards are left without a partner; they could be worked out from this."
        return undefined(name, "all", len(found), SCORE, reason)
    found = _mean(name, "all", found)
    return found._replace(reason=f"Paired by the codes that both made up. {found.reason}".strip())
