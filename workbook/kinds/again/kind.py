"""A few questions, each with options; those of earlier exercises are taken up by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...content.document import Document, Part
from ...content.markup import inline_html, to_html
from ...content.model import Exercise, Item, Option
from ...content.settings import mapping
from ...content.static import wrap
from ...words import word
from ..answer import Answer, Learner, flags, note, pairs, say_items
from ..base import Kind
from ..lines import body, feedback, rules
from ..pace import count
from .borrowing import borrowed

__all__ = ["KIND"]


@dataclass(frozen=True, kw_only=True)
class Picked(Answer):
    """The option picked at each question, in the order of the file."""

    picked: Mapping[str, str]


class Again(Kind[Picked]):
    """Short questions before something new; each is answered at once, and leads back."""

    may = ("again",)
    scripts = ("choosing",)
    act = "choose"
    borrows = True

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part for each question: its own options, or a line of ``again`` for it."""
        earlier = mapping(document, "again") if "again" in document.front else {}
        parts = body(document)
        lost = set(earlier) - {part.name for part in parts}
        if lost:
            document.stop("again", word("again_file", "no_part", name=min(lost)))
        items = [_question(document, part, part.name in earlier) for part in parts]
        return tuple(items), {"again": earlier}

    def references(self, exercise: Exercise) -> Mapping[str, str]:
        """Give for each question that is taken up where it comes from: ``00/name#item``."""
        found: Mapping[str, str] = exercise.settings["again"]
        return found

    def lent(
        self, exercise: Exercise, earlier: Mapping[str, Exercise], books: Mapping[str, str]
    ) -> Exercise:
        """Fill in what is taken from earlier exercises, and where they stand."""
        items = [borrowed(exercise, item, earlier.get(item.key)) for item in exercise.items]
        places = {
            key: {"title": each.title, "book": books[key], "id": each.id}
            for key, each in earlier.items()
        }
        return replace(
            exercise, items=tuple(items), settings={**exercise.settings, "places": places}
        )

    def text(self, exercise: Exercise) -> list[str]:
        """Give each question with its options as boxes."""
        blocks = [wrap(exercise.prompt)]
        for item in exercise.items:
            boxes = (wrap(option.text, "  ( ) ", "      ") for option in item.options)
            blocks.append("\n".join([wrap(item.text), *boxes]))
        return blocks

    def read(self, exercise: Exercise, raw: Mapping) -> Picked:
        """Keep for each question an option that it has."""
        known = {item.key: {option.key for option in item.options} for item in exercise.items}
        given = dict(pairs(raw.get("picked")))
        picked = {
            key: given[key]
            for key, options in known.items()
            if isinstance(given.get(key), str) and given[key] in options
        }
        return Picked(picked=picked, **flags(raw))

    def complete(self, exercise: Exercise, answer: Picked) -> bool:
        """Say whether every question is answered."""
        return len(answer.picked) == len(exercise.items)

    def say(self, exercise: Exercise, answer: Picked) -> list[str]:
        """Say what was picked at each question."""
        said = {(i.key, o.key): o.text for i in exercise.items for o in i.options}
        return say_items(exercise, {k: said[k, picked] for k, picked in answer.picked.items()})

    def notes(self, exercise: Exercise, answer: Picked) -> list[dict[str, Any]]:
        """Answer each pick."""
        return [
            note(item, option)
            for item in exercise.items
            for option in item.options
            if answer.picked.get(item.key) == option.key
        ]

    def item(self, item: Item, order: Any) -> dict[str, Any]:
        """Add the options, in this learner's order."""
        options = [{"key": o.key, "html": inline_html(o.text)} for o in item.options]
        order.shuffle(options)
        return super().item(item, order) | {"html": to_html(item.text), "options": options}

    def item_words(self, exercise: Exercise, item: Item) -> float:
        """Count the options, and the note of the pick."""
        notes = [count(option.feedback) for option in item.options]
        return count(*(o.text for o in item.options)) + sum(notes) / max(1, len(notes))

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Add where each question stood before."""
        places = exercise.settings.get("places", {})
        return {"places": {key: _place(place) for key, place in places.items()}}


def _place(place: Mapping[str, str]) -> dict[str, str]:
    cell = place["id"].partition("/")[2].replace("_", "-")
    return {"title": place["title"], "path": f"modules/{place['book']}", "cell": cell}


def _question(document: Document, part: Part, taken: bool) -> Item:
    if taken and part.rules:
        document.stop(part.rules[0], word("again_file", "twice", name=part.name))
    found = [] if taken else rules(document, part, named=False, least=2)
    options = tuple(
        Option("abcdefghij"[n], r.text, feedback(r), r.mark == "x", r.line)
        for n, r in enumerate(found[:10])
    )
    return Item(part.name, part.text, options, line=part.line)


KIND = Again()
