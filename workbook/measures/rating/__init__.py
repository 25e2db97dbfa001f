"""The Mirror: how equal encounters were, as each of the two people saw them."""

from .many_cards import Batch, Item, Side, batch, ceiling
from .one_card import (
    DIMENSIONS,
    LEAST,
    LINES,
    STATUS,
    TOP,
    Line,
    gap,
    lines,
    question,
    score,
    value,
)
from .read import SIDES, Card, read_cards

__all__ = [
    "DIMENSIONS",
    "LEAST",
    "LINES",
    "SIDES",
    "STATUS",
    "TOP",
    "Batch",
    "Card",
    "Item",
    "Line",
    "Side",
    "batch",
    "ceiling",
    "gap",
    "lines",
    "question",
    "read_cards",
    "score",
    "value",
]
