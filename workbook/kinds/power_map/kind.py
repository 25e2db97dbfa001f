"""Moments of a meeting are given to who held what, and a map shows the sum."""

from dataclasses import replace
from typing import Any

from ...content.document import Document, Part
from ...content.markup import plain_words
from ...content.model import Exercise, Item, Option
from ...content.settings import mapping
from ...design import room
from ...html import Markup, element, fragment
from ...words import word
from ..ahead import SHOWN, Ahead, some
from ..answer import Learner, note
from ..keepsake import notes_opened, own_words
from ..lines import body, feedback, rules
from ..paper import paper_sheet
from ..placing import Placed, PlacingKind

__all__ = ["KIND"]

SEATS = {"practitioner": "left", "shared": "middle", "person": "right", "system": "outside"}
SEATED = ("practitioner", "person", "system")


class PowerMap(PlacingKind):
    """Each moment belongs to a dimension, and is put with its holder."""

    needs = ("dimensions", "holders")

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read one line ``- dimension: holder`` for each moment."""
        dimensions, holders = mapping(document, "dimensions", 1), mapping(document, "holders", 2)
        items, dimension_of = [], {}
        for part in body(document):
            rule = _reading(document, part, dimensions, holders)
            options = (Option(rule.text, "", fits=True, line=rule.line),)
            items.append(Item(part.name, part.text, options, feedback(rule), line=part.line))
            dimension_of[part.name] = rule.name
        return tuple(items), {"buckets": holders, "dimensions": dimensions, "of": dimension_of}

    def notes(self, exercise: Exercise, answer: Placed) -> list[dict[str, Any]]:
        """Give the reason of each moment that was placed, with the author's reading."""
        holders = self.labels(exercise)
        return [
            note(item, codes=[holders[o.key] for o in item.options if o.fits])
            for item in exercise.items
            if answer.shown or item.key in answer.placed
        ]

    def picture(self, exercise: Exercise, answer: Placed) -> str:
        """Draw the room with each moment's side where the learner has put it."""
        of, holders = exercise.settings["of"], self.labels(exercise)
        lying = {(of[k], SEATS[h]) for k, h in answer.placed.items() if h in SEATS}
        names = [plain_words(holders.get(seat, "")) for seat in SEATED]
        return room(sorted(lying), names) if lying else ""

    def kept(
        self, exercise: Exercise, answer: Placed, learner: Learner, lines: list[str]
    ) -> Markup:
        """Give the map in words, then as the room."""
        drawn = self.picture(exercise, answer)
        hidden = {"class_": "narrow", "aria_hidden": "true"}  # the words above say the same
        room_drawn = element("div", Markup(drawn), **hidden) if drawn else Markup()
        notes = notes_opened(exercise, self.feedback(exercise, answer), self.labels(exercise))
        return fragment(own_words(lines), room_drawn, notes)

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out the reason of each moment, for when it is placed."""
        found, put = super().ahead(exercise), self.put(exercise)
        assert found is not None
        holders = self.labels(exercise)
        notes = [
            (
                some([SHOWN, put[item.key]]),
                note(item, codes=[holders[o.key] for o in item.options if o.fits]),
            )
            for item in exercise.items
        ]
        return replace(found, notes=notes)

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Add the rows of the map, and to which each moment belongs."""
        settings = exercise.settings
        more = {"dimensions": settings["dimensions"], "of": settings["of"]}
        return super().spec(exercise, learner) | more

    def sheets(self, exercise: Exercise) -> dict[str, str]:
        """Give the map with a box for each holder."""
        return {"": paper_sheet(exercise, self.labels(exercise))}

    def without_feedback(self, exercise: Exercise) -> list[Option]:
        """List the readings of moments that have no reason."""
        return [o for item in exercise.items if not item.feedback for o in item.options]


def _reading(document: Document, part: Part, dimensions: dict, holders: dict):
    found = rules(document, part, named=True)
    if len(found) > 1 or found[0].name not in dimensions or found[0].text not in holders:
        known = {"dimensions": ", ".join(dimensions), "holders": ", ".join(holders)}
        document.stop(found[-1], word("power_map_file", "other_shape", **known))
    return found[0]


KIND = PowerMap()
