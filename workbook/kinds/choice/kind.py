"""One question with options, of which one or several are chosen."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Any

from ...content.document import Document
from ...content.markup import inline_html, plain_words
from ...content.model import Exercise, Item, Option
from ...content.settings import flag
from ...content.static import wrap
from ...words import word
from ..ahead import SHOWN, Ahead, Condition, every, line, some
from ..answer import Answer, Learner, flags, note
from ..base import Kind
from ..lines import feedback, rules
from ..pace import SECONDS, count
from ..question import YES, Question, graded, marks
from ..tells import asks_alone
from .length import CHANCE, longest_tell

__all__ = ["KIND"]


@dataclass(frozen=True, kw_only=True)
class Chosen(Answer):
    """The keys of the chosen options, in the order of the file."""

    chosen: Sequence[str]


class Choice(Kind[Chosen]):
    """Options with feedback; with ``many: yes`` the notes wait for a button."""

    may = ("many",)
    plain = ("many",)
    flat = True
    scripts = ("choosing",)

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read lines ``- [x] text`` below the question."""
        top = document.parts[0]
        found = rules(document, top, named=False, least=2)
        if len(found) > len(ascii_lowercase):
            document.stop(found[-1], word("choice_file", "too_many", most=len(ascii_lowercase)))
        options = tuple(
            Option(key, r.text, feedback(r), r.mark == "x", r.line)
            for key, r in zip(ascii_lowercase, found, strict=False)
        )
        many = flag(document, "many")
        if not many and sum(o.fits for o in options) > 1:
            document.stop(top, word("choice_file", "several_fit"))
        return (Item("", "", options, line=top.line),), {"many": many}

    def text(self, exercise: Exercise) -> list[str]:
        """Give the options as boxes."""
        box = "  [ ] " if exercise.settings.get("many") else "  ( ) "
        options = exercise.items[0].options if exercise.items else ()
        boxes = "\n".join(wrap(option.text, box, "      ") for option in options)
        return [wrap(exercise.prompt), boxes]

    def read(self, exercise: Exercise, raw: Mapping) -> Chosen:
        """Keep the options that there are; the first of them, unless many may be chosen."""
        value = raw.get("chosen")
        allowed = [option.key for option in exercise.items[0].options]
        chosen = [key for key in allowed if key in value] if isinstance(value, list) else []
        most = None if exercise.settings.get("many") else 1
        return Chosen(chosen=chosen[:most], **flags(raw))

    def complete(self, exercise: Exercise, answer: Chosen) -> bool:
        """Say whether something is chosen; of several, once the notes were shown."""
        return bool(answer.chosen) and (answer.shown or not exercise.settings.get("many"))

    def say(self, exercise: Exercise, answer: Chosen) -> list[str]:
        """Say what was chosen."""
        options = exercise.items[0].options
        return [plain_words(option.text) for option in options if option.key in answer.chosen]

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask which option was chosen; where many may be, ask for each option."""
        [item], asked = exercise.items, plain_words(exercise.prompt).rpartition("\n")[2]
        texts = {option.key: plain_words(option.text) for option in item.options}
        if not exercise.settings.get("many"):
            return [replace(graded(item, texts, asked), key="chosen")]
        told = any(option.fits for option in item.options)
        fits = {option.key: option.fits if told else None for option in item.options}
        return [marks(key, text, fits[key]) for key, text in texts.items()]

    def counted(self, exercise: Exercise, answer: Chosen) -> dict[str, Any]:
        """Give the option that was chosen, or a mark for each."""
        if exercise.settings.get("many"):
            return dict.fromkeys(answer.chosen, YES)
        return {"chosen": answer.chosen[0]} if answer.chosen else {}

    def notes(self, exercise: Exercise, answer: Chosen) -> list[dict[str, Any]]:
        """Answer what was chosen; all options, once the learner asks."""
        item = exercise.items[0]
        wait = exercise.settings.get("many") and not answer.shown
        chosen = () if wait else answer.chosen
        return [note(item, o) for o in item.options if answer.shown or o.key in chosen]

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out the note of each option; of several, for when they are asked for."""
        [item], many = exercise.items, exercise.settings.get("many")
        chosen = _chosen(item, bool(many))
        shown: dict[str, Condition] = {
            key: every([SHOWN, on]) if many else on for key, on in chosen.items()
        }
        notes = [(some([SHOWN, shown[o.key]]), note(item, o)) for o in item.options]
        said = [line(chosen[o.key], plain_words(o.text)) for o in item.options]
        whole = some(chosen.values())
        return Ahead(every([SHOWN, whole]) if many else whole, notes, said)

    def item(self, item: Item, order: random.Random) -> dict[str, Any]:
        """Add the options, in this learner's order."""
        options = [{"key": o.key, "html": inline_html(o.text)} for o in item.options]
        order.shuffle(options)
        return super().item(item, order) | {"options": options}

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Say whether several may be chosen, and with which button notes are shown."""
        many = bool(exercise.settings.get("many"))
        return {"many": many, "reveal": "show_notes" if many else ""}

    def item_words(self, exercise: Exercise, item: Item) -> float:
        """Count the options too, and all notes where a button shows them."""
        options = count(*(option.text for option in item.options))
        if exercise.settings.get("many"):
            return options + count(*(option.feedback for option in item.options))
        return options + super().item_words(exercise, item)

    def seconds(self, exercise: Exercise) -> float:
        """Give the time for one choice, or for one at each option where several may be chosen."""
        many = exercise.settings.get("many")
        return SECONDS["place"] * len(exercise.items[0].options) if many else SECONDS["choose"]

    def facts(self, exercise: Exercise) -> dict[str, Any]:
        """Count the questions whose fitting option is the only one that asks something."""
        return {"asks_alone": asks_alone(exercise.items)}

    def problems_among(self, exercises: Sequence[Exercise]) -> list[str]:
        """See that the length of an option does not tell that it fits."""
        chance = longest_tell(exercises)
        return [word("choice_file", "longest_tell", chance=f"{chance:.3f}")] * (chance < CHANCE)


def _chosen(item: Item, many: bool) -> dict[str, Condition]:
    """Give when each option counts as chosen: of one question, the first that is named."""
    keys = [option.key for option in item.options]
    named: dict[str, Condition] = {key: ["in", key, "chosen"] for key in keys}
    if many:
        return named
    return {
        key: every([named[key], *(["not", named[before]] for before in keys[:n])])
        for n, key in enumerate(keys)
    }


KIND = Choice()
