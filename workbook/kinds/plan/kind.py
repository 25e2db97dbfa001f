"""One plan in a few fields, each with an example; private, and printed on one page."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...content.document import Document
from ...content.markup import inline_html, plain_words
from ...content.model import Exercise, Item
from ...words import word
from ..ahead import Ahead, Condition, every, said_items
from ..answer import Answer, Learner, flags, pairs, say_items
from ..base import Kind
from ..lines import body, feedback
from ..printing import sheet

__all__ = ["KIND"]

LONGEST = 5_000


@dataclass(frozen=True, kw_only=True)
class Planned(Answer):
    """What stands in each field that is filled in."""

    texts: Mapping[str, str]


class Plan(Kind[Planned]):
    """A part for each field: its label, and below it an example."""

    act = "write"
    ruled = False
    noted = True
    scripts = ("printing",)

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part for each field."""
        if document.front.get("visibility") != "private":
            document.stop("visibility", word("plan_file", "not_private"))
        return tuple(_field(document, part) for part in body(document)), {}

    def text(self, exercise: Exercise) -> list[str]:
        """Say the example of each field as one."""
        told = (f"{i.text} {word('plan', 'example', text=i.source)}" for i in exercise.items)
        items = (replace(i, text=t, source="") for i, t in zip(exercise.items, told, strict=True))
        return super().text(replace(exercise, items=tuple(items)))

    def read(self, exercise: Exercise, raw: Mapping) -> Planned:
        """Keep what was written into the fields that there are."""
        keys = {item.key for item in exercise.items}
        given = pairs(raw.get("texts"))
        texts = {k: t[:LONGEST] for k, t in given if k in keys and isinstance(t, str) and t.strip()}
        return Planned(texts=texts, **flags(raw))

    def complete(self, exercise: Exercise, answer: Planned) -> bool:
        """Say whether the first two fields are filled in: when, and what."""
        return all(item.key in answer.texts for item in exercise.items[:2])

    def say(self, exercise: Exercise, answer: Planned) -> list[str]:
        """Say each field with what stands in it."""
        return say_items(exercise, answer.texts)

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out when the first two fields are filled in, and the words of all."""
        put: dict[str, Condition] = {i.key: ["words", "texts", i.key] for i in exercise.items}
        said = said_items(exercise, "texts", {}, put)
        return Ahead(every(list(put.values())[:2]), (), said)

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the example of each field, and the page to print."""
        examples = {item.key: inline_html(item.source) for item in exercise.items}
        return {"examples": examples, "printed": _printed(exercise), "longest": LONGEST}


def _field(document: Document, part) -> Item:
    example = feedback(part)
    if not example:
        document.stop(part, word("plan_file", "no_example", name=part.name))
    return Item(part.name, part.text, source=example, line=part.line)


def _printed(exercise: Exercise) -> str:
    """Give a page with an empty place for each field, which the view fills in."""
    style = "white-space: pre-wrap; min-height: 2.5em"
    fields = "".join(
        f"<h2>{html.escape(plain_words(item.text))}</h2>"
        f'<p data-plan="{item.key}" dir="auto" style="{style}"></p>'
        for item in exercise.items
    )
    return sheet(exercise.title, f"<h1>{html.escape(exercise.title)}</h1>{fields}")


KIND = Plan()
