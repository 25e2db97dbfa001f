"""Questions to answer in one's own words; private, and never judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...words import word
from ..ahead import Ahead, Condition, said_items, some
from ..answer import Answer, flags, pairs, say_items
from ..base import Kind
from ..lines import body

__all__ = ["KIND"]

LONGEST = 100_000


@dataclass(frozen=True, kw_only=True)
class Written(Answer):
    """The text of each question that has one."""

    texts: Mapping[str, str]


class Reflection(Kind[Written]):
    """One field for each question."""

    act = "write"
    ruled = False

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part for each question."""
        if document.front.get("visibility") != "private":
            document.stop("visibility", word("reflection_file", "not_private"))
        return tuple(Item(p.name, p.text, line=p.line) for p in body(document)), {}

    def read(self, exercise: Exercise, raw: Mapping) -> Written:
        """Keep what was written to the questions that there are."""
        keys = {item.key for item in exercise.items}
        given = pairs(raw.get("texts"))
        texts = {k: t[:LONGEST] for k, t in given if k in keys and isinstance(t, str) and t}
        return Written(texts=texts, **flags(raw))

    def say(self, exercise: Exercise, answer: Written) -> list[str]:
        """Say each question with what was written."""
        return say_items(exercise, answer.texts)

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out when something is written, and its words."""
        put: dict[str, Condition] = {i.key: ["text", "texts", i.key] for i in exercise.items}
        return Ahead(some(put.values()), (), said_items(exercise, "texts", {}, put))


KIND = Reflection()
