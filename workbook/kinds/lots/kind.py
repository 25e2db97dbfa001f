"""A plan whose start weeks are drawn by lot, with what it can reach before the draw."""

from collections.abc import Mapping
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...errors import WorkbookError
from ...html import Markup, fragment
from ...words import word
from ..answer import Learner
from ..base import Kind
from ..keepsake import picture
from ..pace import SECONDS
from ..question import Question
from .plans import BOUNDS, SCHEMES, Drawn, build, read, say
from .shown import shown

__all__ = ["KIND"]


class Lots(Kind[Drawn]):
    """The page asks for a draw, and saves it as an answer."""

    needs = ("inputs",)
    scripts = ("choosing",)
    later = True

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read the numbers that the page begins with."""
        return build(document)

    def seconds(self, exercise: Exercise) -> float:
        """Give the time to set each number, to draw, and to read the plan."""
        return SECONDS["move"] * len(exercise.settings["first"]) + SECONDS["chart"]

    def read(self, exercise: Exercise, raw: Mapping) -> Drawn:
        """Keep numbers within their bounds, and what has the form of a plan."""
        return read(raw)

    def complete(self, exercise: Exercise, answer: Drawn) -> bool:
        """Say whether a plan was drawn."""
        return bool(answer.plans)

    def say(self, exercise: Exercise, answer: Drawn) -> list[str]:
        """Say what was set, and each plan with its starts."""
        return say(answer)

    def kept(self, exercise: Exercise, answer: Drawn, learner: Learner, lines: list[str]) -> Markup:
        """Give what was set, and a picture of each draw."""
        draws = [shown(n, plan) for n, plan in enumerate(answer.plans, 1)]
        drawn = [picture(draw["words"], draw["picture"]) for draw in draws]
        return fragment(super().kept(exercise, answer, learner, lines), *drawn)

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask how the lot is drawn."""
        ways = {name: word("lots", f"scheme_{name}") for name in SCHEMES}
        return [Question("scheme", word("lots", "scheme"), ways)]

    def counted(self, exercise: Exercise, answer: Drawn) -> dict[str, Any]:
        """Give how the lot is drawn; no name of a case, no date."""
        return {"scheme": answer.inputs["scheme"]} if "scheme" in answer.inputs else {}

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the numbers that the page begins with, and their bounds."""
        from ...readings.lots import prospect

        first = exercise.settings["first"]
        begin = {"plan": prospect(first), "drawn": []}
        return {"first": first, "bounds": BOUNDS, "schemes": SCHEMES, "lots": begin}

    def found(self, exercise: Exercise, answer: Drawn, learner: Learner) -> dict[str, Any]:
        """Say what the plan can reach, and list every draw, those that were undone too."""
        from ...readings.lots import prospect

        earlier = (each.plans for each in learner.earlier() if isinstance(each, Drawn))
        drawn = [plan for plans in (*earlier, answer.plans) for plan in plans]
        plans = {(plan["date"], plan["seed"]): plan for plan in drawn}
        listed = [shown(n, plan) for n, plan in enumerate(plans.values(), 1)]
        return {"lots": {"plan": prospect(_inputs(exercise, answer)), "drawn": listed}}

    def asked(self, exercise: Exercise, message: Mapping, learner: Learner) -> dict[str, Any]:
        """Draw the lots for what the page holds now: a ``plan``, or ``trouble`` in a sentence."""
        from ...readings.lots import draw, prospect

        inputs = _inputs(exercise, read(message))
        reach = prospect(inputs)
        if not reach["ready"]:
            return {"trouble": reach["ways"]}
        try:
            return {"plan": draw(inputs)}
        except WorkbookError as trouble:
            return {"trouble": str(trouble)}


def _inputs(exercise: Exercise, answer: Drawn) -> dict[str, Any]:
    return {**exercise.settings["first"], **answer.inputs}


KIND = Lots()
