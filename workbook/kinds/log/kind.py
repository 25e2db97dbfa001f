"""A private log of real meetings: one line each, by week; nothing about a person."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ...content.document import Document
from ...content.model import Exercise, Item
from ...content.settings import is_words, mapping
from ...content.static import item_text, listed, wrap
from ...design import room
from ...html import Markup
from ...words import Message, word
from ..ahead import Ahead
from ..answer import Answer, Learner
from ..base import Kind
from ..lines import rules
from .ahead import ahead
from .entries import Logged, read, standing
from .kept import kept
from .shown import pointing, said, shown, shown_line

__all__ = ["KIND"]

PLACES = {"held": "left", "shared": "middle", "handed_off": "right"}


class Log(Kind[Logged]):
    """Each line is an answer of its own, so that a log can grow for years and be merged."""

    needs = ("places",)
    may = ("questions",)
    flat = True
    lasting = True
    act = "rate"

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read the places, and lines ``- name: text`` for the sides."""
        if document.front.get("visibility") != "private":
            document.stop("visibility", word("log_file", "not_private"))
        questions = document.front.get("questions") or []
        if questions and not is_words(questions, list):
            document.stop("questions", word("log_file", "questions"))
        found = rules(document, document.parts[0], named=True)
        items = tuple(Item(r.name, r.text, line=r.line) for r in found)
        places = mapping(document, "places", least=2)
        return items, {"places": places, "questions": list(questions)}

    def text(self, exercise: Exercise) -> list[str]:
        """Give the places and the sides."""
        items = "\n".join(item_text(item) for item in exercise.items)
        return [wrap(exercise.prompt), listed(exercise.settings["places"].values()), items]

    def read(self, exercise: Exercise, raw: Mapping) -> Logged:
        """Keep what a log knows."""
        return read(exercise, raw)

    def complete(self, exercise: Exercise, answer: Logged) -> bool:
        """Say whether a line stands in it."""
        return answer.whole and not answer.gone

    def say(self, exercise: Exercise, answer: Logged) -> list[str]:
        """Say the line in words."""
        return said(exercise, answer)

    def kept(
        self, exercise: Exercise, answer: Logged, learner: Learner, lines: list[str]
    ) -> Markup:
        """Give all lines that stand, and what they show over the weeks."""
        return kept(exercise, learner)

    def picture(self, exercise: Exercise, answer: Logged) -> str:
        """Draw the room of a meeting, small: its words stand beside it."""
        lying = [(side, PLACES[held]) for side, held in answer.sides.items() if held in PLACES]
        return room(lying) if lying and not answer.gone else ""

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out when a line stands, and its words."""
        return ahead(exercise)

    def outdates(self, answer: Logged, earlier: Answer) -> bool:
        """Say whether an earlier answer must leave the file: of a line that is erased."""
        return answer.erased and isinstance(earlier, Logged) and earlier.line == answer.line

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the places."""
        return {"places": list(exercise.settings["places"].items())}

    def found(self, exercise: Exercise, answer: Logged, learner: Learner) -> dict[str, Any]:
        """Give the latest lines, and what all of them show."""
        return {"log": shown(exercise, learner)}

    def asked(self, exercise: Exercise, message: Mapping, learner: Learner) -> dict[str, Any]:
        """Look at a line before it is saved, or give all lines."""
        if message.get("all") is True:
            lines = reversed(standing(learner.earlier()))
            return {"lines": [shown_line(exercise, line) for line in lines]}
        text = message.get("text")
        points = pointing(text) if isinstance(text, str) else []
        return {"asked": message.get("asked"), "points": points}

    def remind(
        self, exercise: Exercise, earlier: Callable[[], Sequence[Answer]], today: date
    ) -> Message | None:
        """Say how many weeks it is since the last line, where it is more than one."""
        lines = standing(earlier())
        if not lines:
            return None
        year, week = lines[-1].week.split("-W")
        weeks = (today - date.fromisocalendar(int(year), int(week), 1)).days // 7
        return word("log_said", "since", n=weeks) if weeks > 1 else None


KIND = Log()
