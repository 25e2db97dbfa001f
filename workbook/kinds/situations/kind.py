"""Situations in which one of several things can be said or done; nobody says which one fits."""

from dataclasses import replace
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item, Option
from ...words import word
from ..ahead import Ahead
from ..lines import body
from ..picking import Picked, Picking, question

__all__ = ["KIND"]


class Situations(Picking):
    """Situations that are asked before and after a course, without notes and without a score."""

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part for each situation; an option has neither an ``x`` nor a note."""
        parts = body(document)
        items = [question(document, part) for part in parts]
        for part in parts:
            for rule in part.rules:
                if rule.mark == "x" or rule.feedback:
                    document.stop(rule, word("situations_file", "no_key"))
        return tuple(items), {}

    def without_feedback(self, exercise: Exercise) -> list[Option]:
        """No option is answered: what a note says would be learned before the second form."""
        return []

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out nothing but when the form is whole, and its words."""
        found = super().ahead(exercise)
        return replace(found, notes=()) if found else None

    def notes(self, exercise: Exercise, answer: Picked) -> list[dict[str, Any]]:
        """Say nothing."""
        return []


KIND = Situations()
