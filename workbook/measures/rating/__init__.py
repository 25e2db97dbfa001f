"""A card with two sides: how equal encounters were, as each of the two people saw them."""

from .instrument import Instrument, mirror, read_instrument
from .items import Item
from .many_cards import Batch, Side, batch, ceiling
from .one_card import Line, gap, lines, question, score, value
from .read import SIDES, Card, read_cards

__all__ = [
    "SIDES",
    "Batch",
    "Card",
    "Instrument",
    "Item",
    "Line",
    "Side",
    "batch",
    "ceiling",
    "gap",
    "lines",
    "mirror",
    "question",
    "read_cards",
    "read_instrument",
    "score",
    "value",
]
