"""Statements are rated on a scale of words; nothing is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...content.settings import flag, is_words
from ...content.static import item_text, listed, wrap
from ...html import Markup, element, fragment
from ...words import word
from ..ahead import Ahead, Condition, said_items, some
from ..answer import Answer, Learner, flags, item_words, pairs, say_items
from ..base import Kind
from ..keepsake import notes_opened, on_scale, own_words, picture
from ..lines import feedback, rules
from ..question import Question

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
    may = (*BESIDE, "compared")
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
        settings = {"scale": scale, **{key: flag(document, key) for key in BESIDE}}
        return items, settings | _compared(document)

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
        return say_items(exercise, _in_words(exercise, answer))

    def kept(self, exercise: Exercise, answer: Rated, learner: Learner, lines: list[str]) -> Markup:
        """Give each line with its rating, in words and on its scale; then ratings beside others."""
        notes = notes_opened(exercise, self.feedback(exercise, answer))
        if lines != self.say(exercise, answer):
            return fragment(own_words(lines), notes)
        put = (answer.ratings.get(item.key) for item in exercise.items)
        dots = [_dot(exercise, each) for each in put if each]
        said = [
            fragment(element("p", t, dir="auto"), dot) for t, dot in zip(lines, dots, strict=True)
        ]
        return fragment(element("blockquote", *said) if said else Markup(), notes)

    def compared(self, exercise: Exercise) -> Mapping[str, str]:
        """Give the ratings of the same lines at other times, in the order of the file."""
        return exercise.settings.get("compared", {})

    def say_compared(self, exercise: Exercise, answers: Mapping[str, Rated]) -> list[str]:
        """Say for each line what was put at each time; no sum and no difference."""
        put = {name: _in_words(exercise, answer) for name, answer in answers.items()}
        return [self._line(exercise, item, put) for item in exercise.items]

    def _line(self, exercise: Exercise, item: Item, put: Mapping[str, Mapping[str, str]]) -> str:
        names, empty = self.compared(exercise), word("rating_said", "empty")
        said = (
            word("rating_said", "at", name=names[one], said=marks.get(item.key, empty))
            for one, marks in put.items()
        )
        return "\n".join([item_words(exercise, item.key), *map(str, said)])

    def problems_among(self, exercises: Sequence[Exercise]) -> list[str]:
        """Name each rating that is compared with another one that has not the same lines."""
        lines = {e.id: (e.settings["scale"], [i.key for i in e.items]) for e in exercises}
        return [
            word("rating_check", "compared", place=e.place, other=other)
            for e in exercises
            for other in self.compared(e)
            if lines.get(other) != lines[e.id]
        ]

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out when something is rated, and its words."""
        scale = exercise.settings["scale"]
        texts = {str(n): text for n, text in enumerate(scale, 1)}
        texts |= {name: word("rating_said", name) for name in BESIDE if exercise.settings[name]}
        put: dict[str, Condition] = {
            item.key: ["among", list(texts), "ratings", item.key] for item in exercise.items
        }
        said = said_items(exercise, "ratings", texts, put)
        return Ahead(some(put.values()), (), said, data=self._beside(exercise))

    def _beside(self, exercise: Exercise) -> dict[str, Any]:
        """Give the words in which answers stand side by side, where there are others."""
        if not self.compared(exercise):
            return {}
        at = word("rating_said", "at", name="{name}", said="{said}")
        empty = word("rating_said", "empty")
        return {"compared": dict(self.compared(exercise)), "at": at, "empty": empty}

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask for the point of each line."""
        scale = exercise.settings["scale"]
        values = {str(n): text for n, text in enumerate(scale, 1)}
        points = {key: float(key) for key in values}
        values |= {name: word("rating_said", name) for name in BESIDE if exercise.settings[name]}
        texts = {item.key: item_words(exercise, item.key) for item in exercise.items}
        return [Question(k, t, values, points=points, scale="rating") for k, t in texts.items()]

    def counted(self, exercise: Exercise, answer: Rated) -> dict[str, Any]:
        """Give the point of each line that was rated."""
        return dict(answer.ratings)

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the scale, and what may be said beside it."""
        settings = exercise.settings
        beside = [name for name in BESIDE if settings[name]]
        return {"scale": settings["scale"], "beside": beside}


def _compared(document: Document) -> dict[str, Any]:
    """Read which ratings are read beside this one; nothing is set where there are none."""
    if "compared" not in document.front:
        return {}
    if not is_words(document.front["compared"], dict):
        document.stop("compared", word("rating_file", "compared"))
    return {"compared": document.front["compared"]}


def _in_words(exercise: Exercise, answer: Rated) -> dict[str, str]:
    scale = exercise.settings["scale"]
    return {
        key: scale[int(put) - 1] if put.isdigit() else word("rating_said", put)
        for key, put in answer.ratings.items()
    }


def _dot(exercise: Exercise, put: str) -> Markup:
    """Draw where an answer lies on the scale; nothing where it lies beside it."""
    if not put.isdigit():
        return Markup()
    points = len(exercise.settings["scale"])
    said = word("rating_said", "point", n=put, all=points)
    return picture(said, on_scale(int(put), points), "narrow")


KIND = Rating()
