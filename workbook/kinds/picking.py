"""Questions with options of their own, of which one is picked at each."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..content.document import Document, Part
from ..content.markup import inline_html, plain_words, to_html
from ..content.model import Exercise, Item, Option
from ..content.static import wrap
from .ahead import Ahead, Condition, every, said_items
from .answer import Answer, flags, note, pairs, say_items
from .base import Kind
from .lines import feedback, rules
from .pace import count
from .question import Question, graded
from .tells import asks_alone

__all__ = ["Picked", "Picking", "question"]

KEYS = "abcdefghij"


@dataclass(frozen=True, kw_only=True)
class Picked(Answer):
    """The option picked at each question, in the order of the file.

    Parameters
    ----------
    picked : mapping
        Key of a question -> key of an option.
    shown, skipped, hinted : bool
        As in every answer.

    Examples
    --------
    >>> Picked(picked={"desk": "a"}).response
    {'picked': {'desk': 'a'}}
    """

    picked: Mapping[str, str]


def question(document: Document, part: Part) -> Item:
    r"""Read one part with two options or more.

    Parameters
    ----------
    document : Document
    part : Part

    Examples
    --------
    >>> from workbook.content.document import read_document
    >>> text = "---\nkind: again\n---\nTwo.\n\n## desk\nWhere?\n\n- [x] Near\n- [ ] Far\n"
    >>> found = read_document(text, "x")
    >>> [option.fits for option in question(found, found.parts[1]).options]
    [True, False]
    """
    found = rules(document, part, named=False, least=2)
    options = tuple(
        Option(key, r.text, feedback(r), r.mark == "x", r.line)
        for key, r in zip(KEYS, found, strict=False)
    )
    return Item(part.name, part.text, options, line=part.line)


class Picking(Kind[Picked]):
    """What kinds do alike whose questions are answered by one option each.

    Examples
    --------
    >>> Picking.act, Picking.scripts
    ('choose', ('choosing',))
    """

    scripts = ("choosing",)
    act = "choose"

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
        return say_items(exercise, {i.key: o.text for i, o in self.chosen(exercise, answer)})

    def chosen(self, exercise: Exercise, answer: Picked) -> Iterator[tuple[Item, Option]]:
        """Give each question that is answered, with the option that was picked."""
        for item in exercise.items:
            for option in item.options:
                if answer.picked.get(item.key) == option.key:
                    yield item, option

    def notes(self, exercise: Exercise, answer: Picked) -> list[dict[str, Any]]:
        """Answer each pick."""
        return [note(item, option) for item, option in self.chosen(exercise, answer)]

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out a note for each pick."""
        notes: list[tuple[Condition, dict[str, Any]]] = [
            (["is", option.key, "picked", item.key], note(item, option))
            for item in exercise.items
            for option in item.options
        ]
        put = {
            item.key: ["among", [o.key for o in item.options], "picked", item.key]
            for item in exercise.items
        }
        said = [
            one | {"words": {o.key: o.text for o in item.options}}
            for item, one in zip(
                exercise.items, said_items(exercise, "picked", {}, put), strict=True
            )
        ]
        return Ahead(every(put.values()), notes, said)

    def questions(self, exercise: Exercise) -> Sequence[Question]:
        """Ask which option was picked at each question."""
        return [
            graded(item, {option.key: plain_words(option.text) for option in item.options})
            for item in exercise.items
        ]

    def counted(self, exercise: Exercise, answer: Picked) -> dict[str, Any]:
        """Give the option that was picked at each question."""
        return dict(answer.picked)

    def item(self, item: Item, order: random.Random) -> dict[str, Any]:
        """Add the options, in this learner's order."""
        options = [{"key": o.key, "html": inline_html(o.text)} for o in item.options]
        order.shuffle(options)
        return super().item(item, order) | {"html": to_html(item.text), "options": options}

    def facts(self, exercise: Exercise) -> dict[str, Any]:
        """Count the questions whose fitting option is the only one that asks something."""
        return {"asks_alone": asks_alone(exercise.items)}

    def item_words(self, exercise: Exercise, item: Item) -> float:
        """Count the options, and the note of the pick."""
        notes = [count(option.feedback) for option in item.options]
        return count(*(o.text for o in item.options)) + sum(notes) / max(1, len(notes))
