"""What every kind of exercise can do; a kind says only what is special to it.

A kind lies in one folder of `workbook.kinds`: ``kind.py`` with a ``KIND``, ``view.js`` with its
view, ``sample.md`` and ``sample.json``, and where needed ``style.css`` and ``words.yaml``.
"""

import random
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..content.document import Document
from ..content.markup import inline_html, plain_words, to_html
from ..content.model import Exercise, Item, Option
from ..content.static import item_text, listed, wrap
from ..html import Markup, fragment
from ..words import Message
from .ahead import Ahead
from .answer import Answer, Learner
from .keepsake import notes_opened, own_words
from .pace import SECONDS, Work, count
from .question import Question

__all__ = ["Kind"]

A = TypeVar("A", bound=Answer)


class Kind(Generic[A]):
    """One kind of exercise, with what most of them do alike.

    Attributes
    ----------
    needs, may : tuple of str
        Settings that must, or may, stand in the front matter besides the common ones.
    plain : tuple of str
        Those of them that are plain words on one line.
    flat : bool
        Its rule lines stand straight under the question.
    ruled : bool
        Its parts may hold rule lines.
    noted : bool
        Feedback may stand below the prose of a part.
    linked : bool
        Its parts hold choices that lead to other parts.
    scripts : tuple of str
        Shared files of ``widgets/js`` that its view uses.
    reveal : str
        The word on the button that shows the notes; empty for no button.
    shuffled : bool
        Each learner sees the items in an order of their own.
    lasting : bool
        Answers stay whole when the wording of the exercise changes.
    borrows : bool
        It takes questions from other exercises.
    later : bool
        Its notes compute with packages that a browser loads late (NumPy).
    act : str
        What a learner does with each item: a name in `pace.SECONDS`.
    listed : str
        Name of the list in ``workbook check --json`` that holds the facts of each exercise.

    Examples
    --------
    >>> Kind().needs, Kind().flat
    ((), False)
    """

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    flat = False
    ruled = True
    noted = False
    linked = False
    scripts: tuple[str, ...] = ()
    reveal = ""
    shuffled = False
    lasting = False
    borrows = False
    later = False
    act = "place"
    listed = ""

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return Path(str(sys.modules[type(self).__module__].__file__)).parent

    # Its file -------------------------------------------------------------------------------
    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read what is special to the kind: its items and its settings."""
        return (), {}

    def references(self, exercise: Exercise) -> Mapping[str, str]:
        """Give for each item that is taken from another exercise where: ``00/name#item``."""
        return {}

    def lent(
        self, exercise: Exercise, earlier: Mapping[str, Exercise], books: Mapping[str, str]
    ) -> Exercise:
        """Fill in what is taken from other exercises, by item, and their notebooks."""
        return exercise

    def text(self, exercise: Exercise) -> list[str]:
        """Give the blocks of the plain form below the title; never feedback, never an answer."""
        items = "\n".join(item_text(item) for item in exercise.items)
        return [wrap(exercise.prompt), listed(self.labels(exercise).values()), items]

    def background(self, exercise: Exercise) -> list[tuple[str, str]]:
        """Give what the page has to read beside the exercise: titles and Markdown."""
        return []

    def labels(self, exercise: Exercise) -> Mapping[str, str]:
        """Give what can be chosen for every item alike: key -> words."""
        return {}

    # Its answers ----------------------------------------------------------------------------
    def read(self, exercise: Exercise, raw: Mapping) -> A:
        """Keep of a response what this exercise knows; the rest is dropped."""
        raise NotImplementedError

    def done(self, exercise: Exercise, answer: A) -> bool:
        """Say whether an answer counts as done; a skip counts, since it costs nothing."""
        return answer.skipped or self.complete(exercise, answer)

    def complete(self, exercise: Exercise, answer: A) -> bool:
        """Say whether an answer is whole."""
        return any(answer.given.values())

    def say(self, exercise: Exercise, answer: A) -> list[str]:
        """Say an answer in words, one line for each part."""
        return []

    def picture(self, exercise: Exercise, answer: A) -> str:
        """Draw an answer that has a picture, for a copy to read; its words say the same."""
        return ""

    def compared(self, exercise: Exercise) -> Mapping[str, str]:
        """Give the exercises whose answers are read beside each other: id -> name of a column."""
        return {}

    def say_compared(self, exercise: Exercise, answers: Mapping[str, A]) -> list[str]:
        """Say the answers to those exercises, one line for each part."""
        return []

    def notes(self, exercise: Exercise, answer: A) -> list[dict[str, Any]]:
        """Choose the notes that an answer calls for; see `note`."""
        return []

    def outdates(self, answer: A, earlier: Answer) -> bool:
        """Say whether an answer asks that an earlier one leaves the file."""
        return False

    def remind(
        self, exercise: Exercise, earlier: Callable[[], Sequence[Answer]], today: date
    ) -> Message | None:
        """Say what the start page may remind of; ``earlier()`` reads all answers."""
        return None

    def feedback(self, exercise: Exercise, answer: A) -> dict[str, Any]:
        """Give the notes, whether it is done, and the debrief and the hint when it is time."""
        done = self.done(exercise, answer)
        return {
            "notes": self.notes(exercise, answer),
            "done": done,
            "debrief": to_html(self.closing(exercise)) if done else "",
            "hint": to_html(exercise.hint) if answer.hinted else "",
        }

    def closing(self, exercise: Exercise) -> str:
        """Give what is said at the end, as Markdown."""
        return exercise.debrief

    # What a learner takes home --------------------------------------------------------------
    def kept(self, exercise: Exercise, answer: A, learner: Learner, lines: list[str]) -> Markup:
        """Give its part of a portfolio: ``lines`` are the answer in words, notes come after."""
        notes = notes_opened(exercise, self.feedback(exercise, answer), self.labels(exercise))
        return fragment(own_words(lines), notes)

    def shareable(self, exercise: Exercise, answer: A) -> A:
        """Give an answer without what stays private in an exercise that may be shared."""
        return answer

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out what answers call for, for a page without Python; None where it needs Python."""
        return None

    def linked_html(self, exercise: Exercise) -> str:
        """Give parts that lead to each other by links, for a page without a program."""
        return ""

    # What a group may count -----------------------------------------------------------------
    def questions(self, exercise: Exercise) -> Sequence[Question]:
        """List what a group may count of the answers; nothing, unless a kind says so."""
        return ()

    def counted(self, exercise: Exercise, answer: A) -> dict[str, Any]:
        """Give what was answered to those questions: a key of a value, a number, or a text."""
        return {}

    # Its page -------------------------------------------------------------------------------
    def items(self, exercise: Exercise, order: random.Random) -> list[dict[str, Any]]:
        """Give the items as the view draws them, in this learner's order."""
        shown = [self.item(item, order) for item in exercise.items]
        if self.shuffled:
            order.shuffle(shown)
        return shown

    def item(self, item: Item, order: random.Random) -> dict[str, Any]:
        """Give one item as the view draws it."""
        return {
            "key": item.key,
            "html": inline_html(item.text),
            "source": inline_html(item.source),
            "options": [],
            "plain": plain_words(item.text),
        }

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give what its view needs besides what all have; laid over that, and never an answer."""
        labels = self.labels(exercise)
        return {"labels": dict(labels)} if labels else {}

    def sheets(self, exercise: Exercise) -> dict[str, str]:
        """Give what can be printed for a group: a size, empty for the usual one, and a page."""
        return {}

    def found(self, exercise: Exercise, answer: A, learner: Learner) -> dict[str, Any]:
        """Give what its view hears with each saved answer, besides the feedback."""
        return {}

    def asked(self, exercise: Exercise, message: Mapping, learner: Learner) -> dict[str, Any]:
        """Answer what its view asks without saving."""
        return {}

    # What `workbook check` asks -------------------------------------------------------------
    def without_feedback(self, exercise: Exercise) -> list[Option]:
        """List the options that are answered with nothing."""
        options = (option for item in exercise.items for option in item.options)
        return [option for option in options if not option.feedback]

    def own_words(self, exercise: Exercise) -> Iterable[str]:
        """Give what the course itself says in an exercise, besides its items."""
        return ()

    def work(self, exercise: Exercise) -> Work:
        """Count what a learner reads and decides; hints and leaders' notes are left out."""
        around = count(exercise.content_note, exercise.prompt, exercise.debrief)
        labels = count(*self.labels(exercise).values())
        items = sum(count(item.text) + self.item_words(exercise, item) for item in exercise.items)
        return Work(around + labels + items, self.seconds(exercise))

    def item_words(self, exercise: Exercise, item: Item) -> float:
        """Count the notes that are likely opened at an item: that of the choice, half the rest."""
        notes = [count(option.feedback) for option in item.options]
        share = (len(notes) + 1) / 2 / len(notes) if notes else 0
        return count(item.feedback) + sum(notes) * share

    def seconds(self, exercise: Exercise) -> float:
        """Give the time for the decisions: one for each item."""
        return SECONDS[self.act] * len(exercise.items)

    def problems(self, exercise: Exercise) -> list[tuple[int, str]]:
        """List what is the matter with one exercise: a line, or 0, and a sentence."""
        return []

    def problems_among(self, exercises: Sequence[Exercise]) -> list[str]:
        """List what is the matter between the exercises of this kind."""
        return []

    def facts(self, exercise: Exercise) -> dict[str, Any]:
        """Give what `workbook check --json` lists of an exercise, if it lists any."""
        return {}

    def facts_lines(self, facts: Mapping) -> list[str]:
        """Say those facts in lines."""
        return []
