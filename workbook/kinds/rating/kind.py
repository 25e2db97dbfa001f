"""Statements are rated on a scale of words; nothing is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...content.settings import flag, is_words
from ...content.static import item_text, listed, wrap
from ...words import word
from ..answer import Answer, Learner, flags, pairs, say_items
from ..base import Kind
from ..lines import feedback, rules

__all__ = ["KIND"]

BESIDE = ("cannot_tell", "does_not_apply")  # what may be said beside the scale


@dataclass(frozen=True, kw_only=True)
class Rated(Answer):
    """The point of each rated line as text, from ``"1"``, or one of `BESIDE`."""

    ratings: Mapping[str, str]


class Rating(Kind[Rated]):
    """A scale of two to nine words."""

    act = "rate"
    needs = ("scale",)
    may = BESIDE
    plain = BESIDE
    flat = True
    scripts = ("choosing",)

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read the scale, and lines ``- name: text`` below the question."""
        scale = document.front["scale"]
        if not is_words(scale, list) or not 2 <= len(scale) <= 9:
            document.stop("scale", word("rating_file", "scale"))
        found = rules(document, document.parts[0], named=True)
        items = tuple(Item(r.name, r.text, feedback=feedback(r), line=r.line) for r in found)
        return items, {"scale": scale, **{key: flag(document, key) for key in BESIDE}}

    def text(self, exercise: Exercise) -> list[str]:
        """Give the scale and the lines."""
        items = "\n".join(item_text(item) for item in exercise.items)
        return [wrap(exercise.prompt), listed(exercise.settings["scale"]), items]

    def read(self, exercise: Exercise, raw: Mapping) -> Rated:
        """Keep the points that the scale has, on lines that there are."""
        settings, keys = exercise.settings, {item.key for item in exercise.items}
        allowed = {str(n) for n in range(1, len(settings["scale"]) + 1)}
        allowed |= {name for name in BESIDE if settings[name]}
        given = pairs(raw.get("ratings"))
        ratings = {k: str(v) for k, v in given if k in keys and str(v) in allowed}
        return Rated(ratings=ratings, **flags(raw))

    def say(self, exercise: Exercise, answer: Rated) -> list[str]:
        """Say each rating in the words of the scale."""
        scale = exercise.settings["scale"]
        said = {
            key: scale[int(put) - 1] if put.isdigit() else word("rating_said", put)
            for key, put in answer.ratings.items()
        }
        return say_items(exercise, said)

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the scale, and what may be said beside it."""
        settings = exercise.settings
        beside = [name for name in BESIDE if settings[name]]
        return {"scale": settings["scale"], "beside": beside}


KIND = Rating()
