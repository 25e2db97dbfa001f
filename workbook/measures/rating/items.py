"""Single lines over many cards of one side, never of fewer than five answers."""

import math
from collections.abc import Sequence
from statistics import StatisticsError, correlation, fmean, stdev
from typing import NamedTuple

from .instrument import Instrument
from .read import Card

__all__ = ["FEWEST", "Item", "complete", "line_items"]

FEWEST = 5  # cards, or answers to a line, for any result


class Item(NamedTuple):
    """One line over many cards of one side.

    Parameters
    ----------
    name : str
    answers : int
        How many answered it.
    mean, sd : float
    top : float
        Share of its answers at the top of the scale.
    rest : float
        Correlation with the sum of the other lines, over complete cards; NaN where there is none.

    Examples
    --------
    >>> Item("real_say", 30, 3.2, 1.1, 0.1, 0.6).mean
    3.2
    """

    name: str
    answers: int
    mean: float
    sd: float
    top: float
    rest: float


def complete(cards: Sequence[Card], instrument: Instrument) -> list[list[int]]:
    """Give the answers of the cards on which every scored line is answered, in the lines' order.

    Parameters
    ----------
    cards : sequence of Card
    instrument : Instrument
        The card that was answered.

    Examples
    --------
    >>> one = Instrument("own", "1", "Not tested.", ("no", "yes"), {"asked": "voice"})
    >>> complete([Card("person", {"asked": 2}), Card("person", {})], one)
    [[2]]
    """
    return [
        [card.answers[line] for line in instrument.lines]
        for card in cards
        if all(line in card.answers for line in instrument.lines)
    ]


def line_items(cards: Sequence[Card], instrument: Instrument) -> list[Item]:
    """Describe each line that at least five answered.

    Parameters
    ----------
    cards : sequence of Card
        Of one side.
    instrument : Instrument
        The card that was answered.

    Examples
    --------
    >>> one = Instrument("own", "1", "Not tested.", ("no", "yes"), {"asked": "voice"})
    >>> [item.answers for item in line_items([Card("person", {"asked": 2})] * 5, one)]
    [5]
    """
    whole, found = complete(cards, instrument), []
    for place, name in enumerate(instrument.lines):
        values = [card.answers[name] for card in cards if name in card.answers]
        if len(values) >= FEWEST:
            top = fmean(value == instrument.top for value in values)
            rest = _rest(whole, place)
            found.append(Item(name, len(values), fmean(values), stdev(values), top, rest))
    return found


def _rest(whole: list[list[int]], place: int) -> float:
    own = [row[place] for row in whole]
    try:
        return correlation(own, [sum(row) - row[place] for row in whole])
    except StatisticsError:  # too few, or all alike
        return math.nan
