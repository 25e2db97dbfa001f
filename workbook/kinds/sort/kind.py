"""Things are put into buckets, and each placing is answered."""

from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ..placing import PlacingKind, read_items
from ..readers import closing_with_readers

__all__ = ["KIND"]


class Sort(PlacingKind):
    """Any number of things may go into a bucket."""

    needs = ("buckets",)

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read buckets, and parts with one line for each bucket."""
        return read_items(document)

    def closing(self, exercise: Exercise) -> str:
        """Add how far two readers agreed who had not seen the notes."""
        return closing_with_readers(exercise, self.labels(exercise))


KIND = Sort()
