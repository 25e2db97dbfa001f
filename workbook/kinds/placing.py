"""What the kinds share in which each item is put somewhere: sort, match, power map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..content.document import Document
from ..content.model import Exercise, Item
from ..content.settings import mapping
from ..words import word
from .ahead import SHOWN, Ahead, Condition, every, said_items, some
from .answer import Answer, flags, note, pairs, say_items
from .base import Kind
from .lines import body, named_options, split_source
from .question import Question, graded

__all__ = ["Placed", "PlacingKind", "read_items"]


@dataclass(frozen=True, kw_only=True)
class Placed(Answer):
    """Where each item was put.

    Parameters
    ----------
    placed : mapping
        Key of an item -> key of a bucket.
    shown, skipped, hinted : bool
        As in every answer.

    Examples
    --------
    >>> Placed(placed={"desk": "near"}).response
    {'placed': {'desk': 'near'}}
    """

    placed: Mapping[str, str]


class PlacingKind(Kind[Placed]):
    """A kind in which each item is put into a bucket.

    Examples
    --------
    >>> PlacingKind().reveal
    'show_all'
    """

    scripts = ("choosing", "placing")
    reveal = "show_all"

    def labels(self, exercise: Exercise) -> Mapping[str, str]:
        """Give the buckets."""
        buckets: Mapping[str, str] = exercise.settings["buckets"]
        return buckets

    def read(self, exercise: Exercise, raw: Mapping) -> Placed:
        """Keep the items that there are, each in a bucket that there is."""
        buckets, keys = self.labels(exercise), {item.key for item in exercise.items}
        placed = {
            key: bucket
            for key, bucket in pairs(raw.get("placed"))
            if key in keys and isinstance(bucket, str) and bucket in buckets
        }
        return Placed(placed=placed, **flags(raw))

    def complete(self, exercise: Exercise, answer: Placed) -> bool:
        """Say whether every item is placed."""
        return len(answer.placed) == len(exercise.items)

    def say(self, exercise: Exercise, answer: Placed) -> list[str]:
        """Say where each item was put."""
        labels = self.labels(exercise)
        return say_items(exercise, {key: labels[place] for key, place in answer.placed.items()})

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask for each item where it was put."""
        labels = self.labels(exercise)
        return [graded(item, labels) for item in exercise.items]

    def counted(self, exercise: Exercise, answer: Placed) -> dict[str, Any]:
        """Give the bucket of each item that was placed."""
        return dict(answer.placed)

    def notes(self, exercise: Exercise, answer: Placed) -> list[dict[str, Any]]:
        """Answer each placing; all of them, once the learner asks."""
        return [
            note(item, option)
            for item in exercise.items
            for option in item.options
            if answer.shown or answer.placed.get(item.key) == option.key
        ]

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out a note for each placing."""
        notes: list[tuple[Condition, Mapping[str, Any]]] = [
            (some([SHOWN, ["is", option.key, "placed", item.key]]), note(item, option))
            for item in exercise.items
            for option in item.options
        ]
        put = self.put(exercise)
        said = said_items(exercise, "placed", self.labels(exercise), put)
        return Ahead(every(put.values()), notes, said)

    def put(self, exercise: Exercise) -> dict[str, Condition]:
        """Give for each item the condition that it was placed."""
        buckets = list(self.labels(exercise))
        return {item.key: ["among", buckets, "placed", item.key] for item in exercise.items}


def read_items(document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
    """Read buckets, and parts with one line for each bucket.

    Parameters
    ----------
    document : Document

    Raises
    ------
    ContentError
        When a part lacks a bucket.

    Examples
    --------
    >>> from workbook.content.document import Part, Rule
    >>> lines = [Rule(5, "far"), Rule(6, "near", mark="x")]
    >>> front = {"buckets": {"near": "Near", "far": "Far"}}
    >>> parts = [Part("", 1), Part("desk", 4, ["The desk"], lines)]
    >>> items, settings = read_items(Document("x.md", front, {}, parts))
    >>> [option.key for option in items[0].options]
    ['near', 'far']
    """
    buckets = mapping(document, "buckets", 2)
    items = []
    for part in body(document):
        options = named_options(document, part, buckets)
        missing: Sequence[str] = [b for b in buckets if b not in {o.key for o in options}]
        if missing:
            names = ", ".join(missing)
            document.stop(part, word("placing", "no_line", part=part.name, missing=names))
        ordered = tuple(sorted(options, key=lambda o: list(buckets).index(o.key)))
        text, source = split_source(part.text)
        items.append(Item(part.name, text, ordered, source=source, line=part.line))
    return tuple(items), {"buckets": buckets}
