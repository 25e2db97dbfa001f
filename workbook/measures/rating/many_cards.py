"""Many cards at once: averages of both sides, never results about fewer than five cards."""

import math
from collections.abc import Sequence
from statistics import fmean, variance
from typing import NamedTuple

from ...words import word
from ..agreement import cronbach_alpha, percent_agreement
from ..quantiles import student
from ..result import Measure, Reasoned, joined, undefined
from .instrument import Instrument
from .items import FEWEST, complete, line_items
from .one_card import gap, score
from .read import SIDES, Card

__all__ = ["Batch", "Side", "batch", "ceiling", "mean_score"]

FOR_ITEMS = 20  # cards of one side, for statistics of single lines


class Side(NamedTuple):
    """What many cards of one side show.

    Parameters
    ----------
    role : str
    cards : int
    score : Measure
        Mean of the scores, 0 to 100, with its 95 % interval.
    all_top, top_answers : Measure
        Share of the cards that are at the top throughout, and of the answers at the top.
    items : Reasoned
        One `Item` for each line, from twenty cards on; else empty, with the reason.
    alpha : Measure
        Cronbach's alpha, from twenty complete cards on.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> batch([], instrument=mirror()).person.score.reason
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
        How far the card has been tested.
    person, practitioner : Side
    difference : Measure
        Practitioner's average minus person's, unpaired.
    paired : Measure
        Mean gap over the codes that both sides carry, in points of 100.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> batch([], instrument=mirror()).status.startswith("Not yet validated.")
    True
    """

    status: str
    person: Side
    practitioner: Side
    difference: Measure
    paired: Measure


def batch(cards: Sequence[Card], *, instrument: Instrument) -> Batch:
    """Sum up many cards.

    Parameters
    ----------
    cards : sequence of Card
    instrument : Instrument
        The card that was answered.

    Returns
    -------
    Batch

    Notes
    -----
    The intervals take the cards as separate meetings. Cards of the same worker, or of the same
    person, hang together; then the intervals are too narrow.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> sheet = [Card("person", dict.fromkeys(mirror().lines, 3 + n % 2)) for n in range(6)]
    >>> found = batch(sheet, instrument=mirror())
    >>> found.person.score.value, found.practitioner.score.defined
    (62.5, False)
    """
    one, other = ([card for card in cards if card.side == side] for side in SIDES)
    person, practitioner = (
        _side("person", one, instrument),
        _side("practitioner", other, instrument),
    )
    difference = _difference(_scores(other, instrument), _scores(one, instrument), instrument)
    paired = _paired(other, one, instrument)
    return Batch(instrument.status, person, practitioner, difference, paired)


def _side(role: str, cards: Sequence[Card], instrument: Instrument) -> Side:
    items = Reasoned(line_items(cards, instrument) if len(cards) >= FOR_ITEMS else [])
    if len(cards) < FOR_ITEMS:
        items.reason = word("rating_reasons", "few_for_lines", cards=len(cards), least=FOR_ITEMS)
    mean = mean_score(cards, role, instrument=instrument)
    tops = ceiling(cards, role, instrument=instrument)
    return Side(role, len(cards), mean, *tops, items, _alpha(cards, role, instrument))


def _scores(cards: Sequence[Card], instrument: Instrument) -> list[float]:
    found = (score(card.answers, card.side, instrument=instrument) for card in cards)
    return [each.value for each in found if each.defined]


def _hidden(name: str, role: str, count: int, unit: str = "") -> Measure:
    reason = word("rating_reasons", "hidden", least=FEWEST)
    return undefined(name, role, count, unit or word("rating_units", "score"), reason)


def mean_score(cards: Sequence[Card], role: str, *, instrument: Instrument) -> Measure:
    """Give the mean score of the cards of one side, with Student's 95 % interval.

    Parameters
    ----------
    cards : sequence of Card
        Of one side.
    role : str
    instrument : Instrument
        The card that was answered.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> four = [Card("person", dict.fromkeys(mirror().lines, 3))] * 4
    >>> mean_score(four, "person", instrument=mirror()).defined
    False
    """
    found, name = _scores(cards, instrument), f"{instrument.name}_mean"
    if len(found) < FEWEST:
        return _hidden(name, role, len(found))
    measure = _mean(name, role, found)
    low, high = max(0.0, measure.low), min(100.0, measure.high)
    return measure if math.isnan(measure.low) else measure._replace(low=low, high=high)


def _mean(name: str, role: str, found: list[float]) -> Measure:
    unit = word("rating_units", "score")
    base = Measure(name, role, fmean(found), math.nan, math.nan, len(found), unit, "")
    return _around(base, math.sqrt(variance(found) / len(found)), len(found) - 1)


def _around(base: Measure, error: float, df: float) -> Measure:
    """Put Student's 95 % interval around a value."""
    if not error:
        return base._replace(reason=joined(base.reason, word("rating_reasons", "alike")))
    wide = student(0.975, df) * error
    return base._replace(low=base.value - wide, high=base.value + wide)


def ceiling(
    cards: Sequence[Card], role: str = "all", *, instrument: Instrument
) -> tuple[Measure, Measure]:
    """Give the share of cards that are at the top throughout, and the share of answers there.

    Parameters
    ----------
    cards : sequence of Card
    role : str
        Whose cards they are.
    instrument : Instrument
        The card that was answered.

    Returns
    -------
    tuple of (Measure, Measure)
        The first with Wilson's 95 % interval. The highest answer throughout, from someone who
        depends on a service, may mean: please do not cut me off.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> five = [Card("person", dict.fromkeys(mirror().lines, 5))] * 5
    >>> [m.value for m in ceiling(five, "person", instrument=mirror())]
    [1.0, 1.0]
    """
    lines, name, top = instrument.lines, "at_the_top", instrument.top
    found = [[card.answers[line] for line in lines if line in card.answers] for card in cards]
    found = [answers for answers in found if len(answers) >= instrument.least]
    of_cards, of_answers = word("rating_units", "cards"), word("rating_units", "answers")
    if len(found) < FEWEST:
        count = len(found)
        return _hidden(name, role, count, of_cards), _hidden(name, role, count, of_answers)
    full = percent_agreement([min(answers) == top for answers in found], [True] * len(found))
    tops = [answer == top for answers in found for answer in answers]
    reason = word("rating_reasons", "answers_hang_together")
    return (
        full._replace(name=name, role=role, unit=of_cards),
        Measure(name, role, fmean(tops), math.nan, math.nan, len(tops), of_answers, reason),
    )


def _alpha(cards: Sequence[Card], role: str, instrument: Instrument) -> Measure:
    whole = complete(cards, instrument)
    if len(whole) < FOR_ITEMS:
        reason = word("rating_reasons", "few_for_alpha", cards=len(whole), least=FOR_ITEMS)
        unit = word("agreement_units", "alpha")
        return undefined("cronbach_alpha", role, len(whole), unit, reason)
    return cronbach_alpha(whole)._replace(role=role)


def _difference(practitioner: list[float], person: list[float], instrument: Instrument) -> Measure:
    """Compare two averages (Welch)."""
    sides, name = (practitioner, person), f"{instrument.name}_difference"
    if min(map(len, sides)) < FEWEST:
        return _hidden(name, "all", min(map(len, sides)))
    parts = [variance(side) / len(side) for side in sides]
    error = math.sqrt(sum(parts))
    low = sum(part**2 / (len(side) - 1) for part, side in zip(parts, sides, strict=True))
    df = sum(parts) ** 2 / low if low else math.nan
    value, n = fmean(practitioner) - fmean(person), sum(map(len, sides))
    unit, reason = word("rating_units", "score"), word("rating_reasons", "not_paired")
    base = Measure(name, "all", value, math.nan, math.nan, n, unit, reason)
    return _around(base, error, df)


def _paired(
    practitioner: Sequence[Card], person: Sequence[Card], instrument: Instrument
) -> Measure:
    """Average the gaps of pairs; hidden too when the cards left over could be worked out."""
    codes = {card.pair: card for card in person if card.pair}
    both = [(card, codes[card.pair]) for card in practitioner if card.pair in codes]
    gaps = [gap(one.answers, other.answers, instrument=instrument) for one, other in both]
    found = [instrument.step * each.value for each in gaps if each.defined]
    name, unit = f"{instrument.name}_paired_gap", word("rating_units", "score")
    left = [len(cards) - len(found) for cards in (practitioner, person)]
    alone = sum(bool(card.pair) for card in (*practitioner, *person)) - 2 * len(both)
    if len(found) < FEWEST:
        sizes = {"pairs": len(found), "least": FEWEST, "alone": alone}
        reason = word("rating_reasons", "few_pairs", **sizes)
        return undefined(name, "all", len(found), unit, reason)
    if any(0 < rest < FEWEST for rest in left):
        reason = word("rating_reasons", "few_without_partner")
        return undefined(name, "all", len(found), unit, reason)
    mean = _mean(name, "all", found)
    return mean._replace(reason=joined(word("rating_reasons", "paired"), mean.reason))
