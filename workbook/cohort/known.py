"""The items of a course as a group can be counted on them; what is private is none of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..content.library import Library
from ..content.markup import plain_words
from ..errors import WorkbookError
from ..kinds.question import NUMBER, TEXT, Question
from ..record.offer import questions_of
from ..record.order import course_order
from ..record.talk_numbers import KEPT_AS
from ..words import word
from .envelope import Item

__all__ = ["Known", "known_items", "why_left_out"]


@dataclass(frozen=True)
class Known:
    """An item of the course as it can be counted.

    Parameters
    ----------
    id, module, title, edition : str
        The edition is empty where every wording is counted.
    questions : sequence of Question

    Examples
    --------
    >>> Known("01/x", "Module 01", "X", "", ()).questions
    ()
    """

    id: str
    module: str
    title: str
    edition: str
    questions: Sequence[Question]


def known_items(library: Library) -> dict[str, Known]:
    """List the items of a course that can be handed in, in its order.

    Parameters
    ----------
    library : Library

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> "00/start_line" in known_items(Library(packaged_course()))
    False
    """
    found = {}
    for name in [*course_order(library), KEPT_AS]:
        try:
            title, questions = questions_of(library, name)
            exercise = None if name == KEPT_AS else library.exercise(name)
            number = name.partition("/")[0]
            about = library.module(number).title
            module = word("record", "module", number=number, title=plain_words(about))
        except WorkbookError:
            continue  # an author has broken it just now
        if questions and not (exercise and exercise.visibility == "private"):
            edition = exercise.edition if exercise else ""
            found[name] = Known(name, module, title, edition, questions)
    return found


def why_left_out(known: Known | None, item: Item) -> str:
    """Say why an item that was handed in is not counted; empty where it is.

    Parameters
    ----------
    known : Known or None
    item : Item

    Returns
    -------
    str
        ``unknown`` (not in this course, or private), ``edition`` (answered in another wording),
        ``value`` (an answer that the course does not have) or empty.

    Examples
    --------
    >>> why_left_out(None, Item("", {}, {}))
    'unknown'
    """
    if known is None:
        return "unknown"
    if known.edition and item.edition and item.edition != known.edition:
        return "edition"
    forms = {question.key: question for question in known.questions}
    facts = all(key in forms and _answers(forms[key], fact) for key, fact in item.facts.items())
    texts = all(key in forms and forms[key].form == TEXT for key in item.texts)
    return "" if facts and texts else "value"


def _answers(question: Question, fact: str | float) -> bool:
    if question.form == NUMBER:
        return isinstance(fact, float)
    return question.form != TEXT and fact in question.values
