"""What could leave in a hand-in, item by item; what is private is never offered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..content.library import Library
from ..content.markup import labelled
from ..content.model import Exercise
from ..errors import WorkbookError
from ..journal import Entry, Journal
from ..kinds import kind_of
from ..kinds.question import MARK, NUMBER, TEXT, YES, Question
from ..words import word
from .order import course_order
from .talk_numbers import KEPT_AS, talk_numbers, talk_questions

__all__ = ["Offer", "offered", "questions_of"]


@dataclass(frozen=True)
class Offer:
    """One item that a learner may hand in.

    Parameters
    ----------
    id, title, edition : str
        The edition is that of the wording that was answered.
    facts : mapping
        Key of a question -> key of a value, or a number.
    texts : mapping
        Key of a question -> the learner's words; they leave only where that is chosen as well.
    lines : tuple of str
        The same as a person reads it.

    Examples
    --------
    >>> Offer("01/x", "X", "", {"chosen": "a"}, {}, ("Why?: So.",)).facts
    {'chosen': 'a'}
    """

    id: str
    title: str
    edition: str
    facts: Mapping[str, Any]
    texts: Mapping[str, str]
    lines: tuple[str, ...]


def questions_of(library: Library, exercise_id: str) -> tuple[str, Sequence[Question]]:
    """Give the title of an item and what can be counted of it.

    Parameters
    ----------
    library : Library
    exercise_id : str

    Raises
    ------
    WorkbookError
        When there is no such item, or it cannot be read.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> questions_of(Library(packaged_course()), "03/two_weeks")[1][0].key
    'ending'
    """
    if exercise_id == KEPT_AS:
        return word("counted", "talk"), talk_questions()
    exercise = library.exercise(exercise_id)
    return exercise.title, kind_of(exercise).questions(exercise)


def offered(library: Library, journal: Journal) -> list[Offer]:
    """List what could leave, in the order of the course: answered, and not private.

    Parameters
    ----------
    library : Library
    journal : Journal

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> offered(Library(packaged_course()), Journal("no_file.jsonl"))
    []
    """
    answered = set(journal.exercises())
    ids = [i for i in [*course_order(library), KEPT_AS] if i in answered]
    latest = ((i, journal.latest(i)) for i in ids)
    made = [_offer(library, i, entry) for i, entry in latest if entry]
    return [offer for offer in made if offer and (offer.facts or offer.texts)]


def _offer(library: Library, exercise_id: str, entry: Entry) -> Offer | None:
    if exercise_id == KEPT_AS:
        title, questions = questions_of(library, exercise_id)
        return _made(exercise_id, title, "", questions, talk_numbers(entry.response))
    exercise = _readable(library, exercise_id)
    if exercise is None or exercise.visibility == "private":
        return None
    kind = kind_of(exercise)
    counted = kind.counted(exercise, kind.read(exercise, entry.response))
    questions = kind.questions(exercise)
    return _made(exercise_id, exercise.title, entry.edition, questions, counted)


def _readable(library: Library, exercise_id: str) -> Exercise | None:
    try:
        return library.exercise(exercise_id)
    except WorkbookError:
        return None


def _made(
    name: str, title: str, edition: str, questions: Sequence[Question], counted: Mapping
) -> Offer:
    written = {q.key for q in questions if q.form == TEXT}
    facts = {key: value for key, value in counted.items() if key not in written}
    texts = {key: value for key, value in counted.items() if key in written}
    lines = tuple(_line(q, facts[q.key]) for q in questions if _told(q, facts))
    return Offer(name, title, edition, facts, texts, lines)


def _told(question: Question, facts: Mapping) -> bool:
    """Say whether a fact has a line of its own; what was left unmarked has none."""
    there = question.key in facts
    return there and (question.form != MARK or facts[question.key] == YES)


def _line(question: Question, value: Any) -> str:
    if question.form == MARK:
        return question.whole
    answer = f"{value:g}" if question.form == NUMBER else question.values[value]
    return labelled(question.text, answer)
