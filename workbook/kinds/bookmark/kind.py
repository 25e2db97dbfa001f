"""A place to come back to, with a private note; the course has one for each section of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...words import word
from ..answer import Answer, Learner, flags, pairs
from ..base import Kind

__all__ = ["KIND"]

LONGEST = 100_000
HERE, NOTE = "here", "note"


@dataclass(frozen=True, kw_only=True)
class Kept(Answer):
    """Whether the place is marked, and the note that it has."""

    marked: Sequence[str]
    texts: Mapping[str, str]


class Bookmark(Kind[Kept]):
    """A box to tick and one field; private, and no task."""

    ruled = False
    scripts = ("choosing",)

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read nothing besides the prompt."""
        if document.front.get("visibility") != "private":
            document.stop("visibility", word("bookmark_file", "not_private"))
        return (), {}

    def labels(self, exercise: Exercise) -> Mapping[str, str]:
        """Give the words of the box."""
        return {HERE: word("bookmark_said", "mark")}

    def read(self, exercise: Exercise, raw: Mapping) -> Kept:
        """Keep the mark and the note."""
        marked, text = raw.get("marked"), dict(pairs(raw.get("texts"))).get(NOTE)
        there = isinstance(marked, list) and HERE in marked
        note = {NOTE: text[:LONGEST]} if isinstance(text, str) and text else {}
        return Kept(marked=[HERE] if there else [], texts=note, **flags(raw))

    def say(self, exercise: Exercise, answer: Kept) -> list[str]:
        """Say that the place is marked, then the note."""
        marked = [word("bookmark_said", "marked")] if answer.marked else []
        return [*marked, *answer.texts.values()]

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Say of a place on a page that it is no task: nothing is to be skipped."""
        task = {} if exercise.settings.get("task", True) else {"task": False}
        return super().spec(exercise, learner) | task


KIND = Bookmark()
