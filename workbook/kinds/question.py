"""What of an answer a group can count: the questions of an exercise, without a learner's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..content.markup import labelled, plain_words
from ..content.model import Item

__all__ = ["MARK", "NUMBER", "ONE", "TEXT", "YES", "Question", "graded", "marks"]

ONE, MARK, NUMBER, TEXT = "one", "mark", "number", "text"
YES = "yes"


@dataclass(frozen=True)
class Question:
    """One thing that is asked, and what can be counted of it.

    Parameters
    ----------
    key : str
        Its name within the exercise.
    text : str
        As a person reads it.
    values : mapping
        Key of what may be answered -> words; empty for numbers and texts.
    form : str
        ``one`` (one of the values), ``mark`` (marked or not), ``number`` or ``text``.
    points : mapping
        Key of a value -> points, where values can be averaged.
    scale : str
        What the points are: ``fits`` (1 where it fits, 0 elsewhere), ``rating``, or empty.
    of : str
        The line that several questions are about; empty where there is none.
    once : bool
        A value serves one question only: what a person put there is put nowhere else.

    Examples
    --------
    >>> Question("a", "Who asked?", {"x": "I", "y": "They"}).form
    'one'
    """

    key: str
    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    form: str = ONE
    points: Mapping[str, float] = field(default_factory=dict)
    scale: str = ""
    of: str = ""
    once: bool = False

    @property
    def whole(self) -> str:
        """The question with what it belongs to."""
        return labelled(self.of, self.text) if self.of else self.text


def graded(item: Item, labels: Mapping[str, str], text: str = "") -> Question:
    """Give the question of an item whose fitting options an author has named.

    Parameters
    ----------
    item : Item
    labels : mapping
        Key of what can be put on it -> words.
    text : str
        What is asked, where the item has no words of its own.

    Examples
    --------
    >>> from workbook.content.model import Option
    >>> item = Item("desk", "The desk", (Option("near", "", fits=True), Option("far", "")))
    >>> graded(item, {"near": "Near", "far": "Far"}).points
    {'near': 1.0, 'far': 0.0}
    """
    fitting = {option.key for option in item.options if option.fits}
    points = {key: float(key in fitting) for key in labels} if fitting else {}
    asked = plain_words(item.text) or text
    return Question(item.key, asked, labels, points=points, scale="fits" if points else "")


def marks(key: str, text: str, fits: bool | None = None, of: str = "") -> Question:
    """Give a question that is answered by a mark, or by none.

    Parameters
    ----------
    key : str
    text : str
        What is marked.
    fits : bool, optional
        Whether a mark fits; None where no author says.
    of : str
        The line that is marked.

    Examples
    --------
    >>> marks("a", "Order", True, of="Line 1").points
    {'yes': 1.0, 'no': 0.0}
    """
    points = {} if fits is None else {YES: float(fits), "no": float(not fits)}
    return Question(key, text, {YES: text}, MARK, points, "fits" if points else "", of)
