"""A card with two sides, filled in by the person and by the practitioner."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...content.document import Document
from ...content.markup import plain_words, titled, to_html
from ...content.model import Exercise, Item
from ...content.static import item_text, listed, wrap
from ...html import Markup, fragment
from ...words import words
from ..ahead import Ahead, Found, always, every
from ..answer import Learner
from ..base import Kind
from ..question import TEXT, Question
from .cards import (
    NOT_APPLYING,
    SIDES,
    Filled,
    badge,
    measured,
    read,
    say,
    side_words,
    signed_lines,
    statements,
)
from .kept import kept
from .reader import MAY, NEEDS, build
from .results import results
from .sheets import card_sheet, card_title

__all__ = ["KIND"]


class Instrument(Kind[Filled]):
    """Any card: its lines, its scale and its status stand in its file."""

    act = "rate"
    needs = NEEDS
    may = MAY
    plain = (NOT_APPLYING,)
    scripts = ("choosing", "printing")

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read both sides' lines; they have the same names in the same order."""
        return build(document)

    def background(self, exercise: Exercise) -> list[tuple[str, str]]:
        """Give how it is scored and read, its rules and its plan for validity."""
        titles = exercise.settings.get("titles", {})
        about = exercise.settings["about"]
        return [(titles.get(name) or titled(name), text) for name, text in about.items()]

    def text(self, exercise: Exercise) -> list[str]:
        """Give the status before the prompt, the scale, and both sides' lines."""
        settings = exercise.settings
        sides = dict(zip(settings["headings"], SIDES, strict=False))
        lines = []
        for item in exercise.items:
            if item.key in sides:
                lines.append(f"\n{words('mirror')[sides[item.key]]}")
            lines.append(item_text(item))
        prompt = wrap(exercise.prompt)
        return [wrap(settings["status"]), prompt, listed(settings["scale"]), "\n".join(lines)]

    def read(self, exercise: Exercise, raw: Mapping) -> Filled:
        """Keep of each card what this instrument knows."""
        return read(exercise, raw)

    def complete(self, exercise: Exercise, answer: Filled) -> bool:
        """Say whether one card is filled in on both sides; "does not apply" is an answer."""
        least = measured(exercise).least
        return any(all(len(card[side]) >= least for side in SIDES) for card in answer.cards)

    def say(self, exercise: Exercise, answer: Filled) -> list[str]:
        """Say each card in words, under its status."""
        return say(exercise, answer)

    def kept(
        self, exercise: Exercise, answer: Filled, learner: Learner, lines: list[str]
    ) -> Markup:
        """Give the cards in words, then what they show."""
        return fragment(super().kept(exercise, answer, learner, lines), kept(exercise, answer))

    def shareable(self, exercise: Exercise, answer: Filled) -> Filled:
        """Leave out which meetings the cards are about."""
        return replace(answer, cards=[{**card, "about": ""} for card in answer.cards])

    def sheets(self, exercise: Exercise) -> dict[str, str]:
        """Give the blank cards, in the usual and in large type."""
        return {"": card_sheet(exercise, "cards"), "large": card_sheet(exercise, "large")}

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask for the ratings of both sides, and for what they wrote."""
        settings, said = exercise.settings, words("mirror")
        values = {str(n): text for n, text in enumerate(settings["scale"], 1)}
        if settings[NOT_APPLYING]:
            values[NOT_APPLYING] = words("exercise")[NOT_APPLYING]
        lines = [(side, *line) for side in SIDES for line in statements(exercise, side).items()]
        return [
            *(Question(f"{side}.{name}", f"{said[side]}: {plain_words(text)}", values)
              for side, name, text in lines),
            *(Question(f"{side}.open", said[side], form=TEXT) for side in SIDES),
        ]  # fmt: skip

    def counted(self, exercise: Exercise, answer: Filled) -> dict[str, Any]:
        """Give the ratings of the card at hand; never which encounter it is about."""
        card = answer.cards[-1] if answer.cards else {}
        rated = {f"{s}.{name}": put for s in SIDES for name, put in card.get(s, {}).items()}
        return rated | {f"{side}.open": text for side, text in card.get("open", {}).items()}

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the words of both cards, the status, and the blank cards to print."""
        settings = exercise.settings
        how = settings["instructions"]
        return {
            "cards": [
                {"side": side, "title": card_title(side), "how": to_html(how[side])}
                for side in SIDES
            ],
            "open": settings["open"],
            "badge": badge(exercise),
            "least": measured(exercise).least,
            "scored": len(settings["dimensions"]),
            "status": settings["status"],
            "about": [[title, to_html(text)] for title, text in self.background(exercise)],
            "sheets": {page: card_sheet(exercise, page) for page in ("cards", "large")},
            "signs": signed_lines(exercise),
            "sides": side_words(exercise),
            "scale": settings["scale"],
            "beside": [NOT_APPLYING] * settings[NOT_APPLYING],
        }

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out when a card is whole; what cards show needs Python."""
        scale = [str(n) for n in range(1, len(exercise.settings["scale"]) + 1)]
        scale += [NOT_APPLYING] * exercise.settings[NOT_APPLYING]
        least = measured(exercise).least
        sides = [
            ["least", least, *(["among", scale, side, name] for name in statements(exercise, side))]
            for side in SIDES
        ]
        found = [Found("mirror", always(), (), ({"now": None, "over": None},))]
        return Ahead(["part", every(sides), "cards"], found=found)

    def found(self, exercise: Exercise, answer: Filled, learner: Learner) -> dict[str, Any]:
        """Give what the cards show."""
        return {"mirror": results(exercise, answer)}


KIND = Instrument()
