"""Things are put into buckets, and each placing is answered."""

from typing import Any

from ...content.document import Document
from ...content.model import Item
from ..placing import PlacingKind, read_items

__all__ = ["KIND"]


class Sort(PlacingKind):
    """Any number of things may go into a bucket."""

    needs = ("buckets",)

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read buckets, and parts with one line for each bucket."""
        return read_items(document)


KIND = Sort()
