"""A sheet for practice in threes; kept is only which rounds were done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.markup import labelled
from ...content.model import Exercise, Item
from ...content.static import item_text, listed, wrap
from ...words import words
from ..ahead import Ahead, Condition, line, some
from ..answer import Answer, Learner, flags, item_words
from ..base import Kind
from ..pace import Work, count
from ..question import YES, Question, marks
from .reader import NEEDS, build
from .sheet import practice_sheet

__all__ = ["KIND"]


@dataclass(frozen=True, kw_only=True)
class Practised(Answer):
    """The names of the rounds that were done, in the order of the sheet."""

    done: Sequence[str]


class Practice(Kind[Practised]):
    """Roles, rules, rounds, case cards, and what the watcher counts."""

    needs = NEEDS
    ruled = False
    scripts = ("choosing", "printing")

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part ``round_...`` for each round, and any other as a case card."""
        return build(document)

    def text(self, exercise: Exercise) -> list[str]:
        """Give the roles, the rules, what is counted, the part for one, rounds and cards."""
        said, settings = words("practice"), exercise.settings
        parts = [wrap(exercise.prompt), listed(settings["roles"].values())]
        lists = {said[key]: listed(settings[key], "-") for key in ("rules", "tally")}
        parts += [f"{title}\n{lines}".strip() for title, lines in lists.items()]
        parts.append(f"{said['alone']}\n{wrap(settings['alone'], '  ')}" * bool(settings["alone"]))
        headings = settings["headings"]
        lines = [f"\n{headings[item.key]}\n{item_text(item)}" for item in exercise.items]
        return [*parts, "\n".join(lines)]

    def work(self, exercise: Exercise) -> Work:
        """Count the rounds at the length that the sheet gives them, and what is read before."""
        settings = exercise.settings
        words = count(exercise.content_note, exercise.prompt, exercise.debrief)
        words += count(*settings["roles"].values(), *settings["rules"], *settings["tally"])
        return Work(words, 60 * settings["minutes_each"] * len(settings["rounds"]))

    def read(self, exercise: Exercise, raw: Mapping) -> Practised:
        """Keep the names of rounds that this sheet has."""
        value = raw.get("done")
        done = value if isinstance(value, list) else []
        return Practised(done=[n for n in exercise.settings["rounds"] if n in done], **flags(raw))

    def say(self, exercise: Exercise, answer: Practised) -> list[str]:
        """Say which rounds were done."""
        headings = exercise.settings["headings"]
        return [labelled(headings[name], item_words(exercise, name)) for name in answer.done]

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out when a round was done, and its words."""
        headings, names = exercise.settings["headings"], exercise.settings["rounds"]
        put: dict[str, Condition] = {name: ["in", name, "done"] for name in names}
        texts = {name: labelled(headings[name], item_words(exercise, name)) for name in put}
        said = [line(on, texts[name]) for name, on in put.items()]
        return Ahead(some(put.values()), (), said)

    def sheets(self, exercise: Exercise) -> dict[str, str]:
        """Give roles, rules, rounds, tallies and case cards."""
        return {"": practice_sheet(exercise)["printed"]}

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask for each round whether it was done."""
        headings = exercise.settings["headings"]
        return [marks(name, headings[name]) for name in exercise.settings["rounds"]]

    def counted(self, exercise: Exercise, answer: Practised) -> dict[str, Any]:
        """Give the rounds that were done."""
        return dict.fromkeys(answer.done, YES)

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the sheet to read and to print."""
        return practice_sheet(exercise)


KIND = Practice()
