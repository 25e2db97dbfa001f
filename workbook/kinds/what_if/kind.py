"""Numbers to move, and sentences that follow them by a formula."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.markup import to_html
from ...content.model import Exercise, Item
from ...content.static import listed, wrap
from ...html import Markup, fragment
from ...words import word
from ..ahead import Ahead, Condition, line, some
from ..answer import Answer, Learner, flags, pairs
from ..base import Kind
from ..pace import SECONDS
from ..question import NUMBER, Question
from .kept import results
from .reader import build

__all__ = ["KIND"]


@dataclass(frozen=True, kw_only=True)
class Moved(Answer):
    """The inputs that were moved, each within its bounds."""

    inputs: Mapping[str, float]


class WhatIf(Kind[Moved]):
    """One formula of a few inputs."""

    needs = ("inputs", "result")
    plain = ("result",)
    flat = True

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read the inputs, the formula, and lines ``- name: sentence``."""
        return build(document)

    def seconds(self, exercise: Exercise) -> float:
        """Give the time to move each slider and look."""
        return SECONDS["move"] * len(exercise.settings["inputs"])

    def text(self, exercise: Exercise) -> list[str]:
        """Give the inputs with their bounds."""
        inputs = exercise.settings["inputs"].values()
        return [wrap(exercise.prompt), listed(_bounds(rule) for rule in inputs)]

    def read(self, exercise: Exercise, raw: Mapping) -> Moved:
        """Keep numbers that lie within their bounds."""
        given, rules = dict(pairs(raw.get("inputs"))), exercise.settings["inputs"]
        numbers = {k: given[k] for k in rules if type(given.get(k)) in (int, float)}
        inputs = {k: n for k, n in numbers.items() if rules[k]["from"] <= n <= rules[k]["to"]}
        return Moved(inputs=inputs, **flags(raw))

    def say(self, exercise: Exercise, answer: Moved) -> list[str]:
        """Say each input."""
        inputs = exercise.settings["inputs"]
        found = [(inputs[name], number) for name, number in answer.inputs.items()]
        return [f"{rule['label']}: {number:g} {rule['unit']}".strip() for rule, number in found]

    def kept(self, exercise: Exercise, answer: Moved, learner: Learner, lines: list[str]) -> Markup:
        """Give the inputs, and what follows from them."""
        found = results(exercise, answer.inputs)
        return fragment(super().kept(exercise, answer, learner, lines), found)

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out when something was moved, and its words."""
        rules = exercise.settings["inputs"].items()
        put: dict[str, Condition] = {
            name: ["within", rule["from"], rule["to"], "inputs", name] for name, rule in rules
        }
        said = [
            line(put[name], f"{rule['label']}: {{value}} {rule['unit']}".strip(), "inputs", name)
            for name, rule in rules
        ]
        return Ahead(some(put.values()), (), said)

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask for each input where it was moved to."""
        rules = exercise.settings["inputs"].items()
        return [Question(key, rule["label"], form=NUMBER) for key, rule in rules]

    def counted(self, exercise: Exercise, answer: Moved) -> dict[str, Any]:
        """Give the inputs that were moved."""
        return dict(answer.inputs)

    def item(self, item: Item, order: random.Random) -> dict[str, Any]:
        """Give the sentence as it stands, with its { }, and the note that is always there."""
        more = {"plain": item.text, "note": to_html(item.feedback)}
        return super().item(item, order) | more

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the inputs, the formula and the length of the picture."""
        return {key: exercise.settings[key] for key in ("inputs", "formula", "top")}


def _bounds(rule: Mapping) -> str:
    numbers = {key: f"{rule[key]:g}" for key in ("from", "to", "start")}
    return word("what_if_said", "bounds", label=rule["label"], unit=rule["unit"], **numbers).strip()


KIND = WhatIf()
