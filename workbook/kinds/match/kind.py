"""Two lists are put together: each place is used once."""

from dataclasses import replace
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...words import word
from ..placing import PlacingKind, read_items
from ..question import Question

__all__ = ["KIND"]


class Match(PlacingKind):
    """Each thing has a place of its own."""

    needs = ("buckets",)

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read it as a sort; every bucket is marked once."""
        items, settings = read_items(document)
        fitting = [o.key for item in items for o in item.options if o.fits]
        if sorted(fitting) != sorted(settings["buckets"]):
            document.stop("buckets", word("match_file", "not_once"))
        return items, settings

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask for each item where it was put; no place is used twice."""
        return [replace(question, once=True) for question in super().questions(exercise)]


KIND = Match()
