"""Things are put in an order, which can be compared with the author's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...content.settings import mapping
from ...words import word
from ..ahead import SHOWN, Ahead, Condition, every, line
from ..answer import Answer, flags, item_words, note
from ..base import Kind
from ..lines import body, feedback, split_source
from ..paper import strips_sheet
from ..question import Question

__all__ = ["KIND"]


@dataclass(frozen=True, kw_only=True)
class Ordered(Answer):
    """The keys of all items in the learner's order; empty before that."""

    order: Sequence[str]


class Rank(Kind[Ordered]):
    """The order of the file is the author's."""

    needs = ("ends",)
    ruled = False
    noted = True
    reveal = "compare_rank"
    shuffled = True

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part for each thing, and the words at both ends."""
        ends = mapping(document, "ends", 2)
        if set(ends) != {"first", "last"}:
            document.stop("ends", word("rank_file", "ends"))
        items = []
        for part in body(document):
            text, source = split_source(part.text)
            items.append(Item(part.name, text, (), feedback(part), source, part.line))
        return tuple(items), {"ends": ends}

    def labels(self, exercise: Exercise) -> Mapping[str, str]:
        """Give the words at both ends."""
        ends: Mapping[str, str] = exercise.settings["ends"]
        return ends

    def sheets(self, exercise: Exercise) -> dict[str, str]:
        """Give strips to cut apart."""
        return {"": strips_sheet(exercise, self.labels(exercise).values())}

    def read(self, exercise: Exercise, raw: Mapping) -> Ordered:
        """Keep an order that has every item once."""
        value, keys = raw.get("order"), sorted(item.key for item in exercise.items)
        whole = isinstance(value, list) and sorted(map(str, value)) == keys
        return Ordered(order=[str(key) for key in value or ()] if whole else [], **flags(raw))

    def complete(self, exercise: Exercise, answer: Ordered) -> bool:
        """Say whether there is an order that was compared."""
        return bool(answer.order) and answer.shown

    def say(self, exercise: Exercise, answer: Ordered) -> list[str]:
        """Say the order."""
        return [f"{n}. {item_words(exercise, key)}" for n, key in enumerate(answer.order, 1)]

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask what was put first."""
        texts = {item.key: item_words(exercise, item.key) for item in exercise.items}
        return [Question("first", word("counted", "first"), texts)]

    def counted(self, exercise: Exercise, answer: Ordered) -> dict[str, Any]:
        """Give what was put first."""
        return {"first": answer.order[0]} if answer.order else {}

    def notes(self, exercise: Exercise, answer: Ordered) -> list[dict[str, Any]]:
        """Give the reference reader's place of each item, once the learner asks."""
        items = exercise.items if answer.shown else ()
        return [note(item, place=place) for place, item in enumerate(items, 1)]

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out the author's place of each item, for when it is asked for."""
        texts = {item.key: item_words(exercise, item.key) for item in exercise.items}
        put: Condition = ["order", list(texts), "order"]
        notes = [(SHOWN, note(item, place=n)) for n, item in enumerate(exercise.items, 1)]
        said = [line(put, "{n}. {value}", "order", words=texts, each=True)]
        return Ahead(every([SHOWN, put]), notes, said)

    def problems(self, exercise: Exercise) -> list[tuple[int, str]]:
        """See that each item says why it stands where it does."""
        bare = not all(item.feedback for item in exercise.items)
        return [(0, word("rank_file", "no_feedback"))] * bare


KIND = Rank()
