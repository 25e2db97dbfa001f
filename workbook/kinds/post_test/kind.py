"""Questions after a course: how many picks fit, and how many are asked for."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...content.settings import whole
from ...words import word
from ..ahead import SHOWN, Ahead, Condition, Found, every, line
from ..answer import Learner
from ..borrowing import Borrowing
from ..lines import body
from ..picking import Picked
from .length import shape_problems

__all__ = ["KIND"]


class PostTest(Borrowing):
    """Questions that are counted together; the notes wait until the learner asks for them."""

    needs = ("passing",)
    plain = ("passing",)
    reveal = "show_count"

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read the questions, each with one fitting option, and the percent that are to fit."""
        items, settings = super().build(document)
        for item, part in zip(items, body(document), strict=True):
            if item.options and sum(option.fits for option in item.options) != 1:
                document.stop(part, word("post_test_file", "one_fits", name=item.key))
        passing = whole(document, "passing", document.front["passing"], (1, 100))
        return items, settings | {"passing": passing}

    def complete(self, exercise: Exercise, answer: Picked) -> bool:
        """Say whether every question is answered and the notes have been asked for."""
        return answer.shown and super().complete(exercise, answer)

    def notes(self, exercise: Exercise, answer: Picked) -> list[dict[str, Any]]:
        """Answer each pick, once the learner asks."""
        return super().notes(exercise, answer) if answer.shown else []

    def found(self, exercise: Exercise, answer: Picked, learner: Learner) -> dict[str, Any]:
        """Say how many picks fit and how many are asked for, once the notes are shown."""
        return {"count": _count(exercise, answer, self) if answer.shown else ""}

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out the notes for when they are asked for, and the sentence of each count."""
        found = super().ahead(exercise)
        assert found is not None
        fitting: list[Condition] = [
            ["is", option.key, "picked", item.key]
            for item in exercise.items
            for option in item.options
            if option.fits
        ]
        counts = [_counted(exercise, n) for n in range(len(exercise.items) + 1)]
        count = line(SHOWN, "{value}", "count")
        return replace(
            found,
            whole=every([SHOWN, found.whole]),
            notes=[(every([SHOWN, when]), each) for when, each in found.notes],
            said=[count, *found.said],
            found=[Found("count", SHOWN, fitting, counts, "")],
        )

    def say(self, exercise: Exercise, answer: Picked) -> list[str]:
        """Say the count and what was picked."""
        said = super().say(exercise, answer)
        return [_count(exercise, answer, self), *said] if answer.shown else said

    def problems(self, exercise: Exercise) -> list[tuple[int, str]]:
        """See that lengths tell nothing, and that few questions have two options only."""
        return [(0, problem) for problem in shape_problems(exercise)]


def _count(exercise: Exercise, answer: Picked, kind: PostTest) -> str:
    return _counted(exercise, sum(option.fits for _, option in kind.chosen(exercise, answer)))


def _counted(exercise: Exercise, fitting: int) -> str:
    total = len(exercise.items)
    least = math.ceil(total * exercise.settings["passing"] / 100)
    values: Mapping[str, Any] = {"fitting": fitting, "total": total, "least": least}
    name = "enough" if fitting >= least else "more"
    return word("post_test_said", name, percent=exercise.settings["passing"], **values)


KIND = PostTest()
