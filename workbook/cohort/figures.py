"""What a report shows of a group: counts that may be seen, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from .suppress import LEAST, VALUES, hidden

__all__ = ["Change", "Figures", "ItemFigures", "Median", "Row", "Side", "Table", "seen", "visible"]


@dataclass(frozen=True)
class Row:
    """The counts of one question; together all people of the group.

    Parameters
    ----------
    text : str
    counts : tuple of (int or None)
        None for a count that is withheld; the last is of those who gave no such answer.
    fitting : frozenset of int
        Places of the values that the author of the exercise has named.
    of : str
        The line that several questions are about; empty where there is none.

    Examples
    --------
    >>> Row("Why?", (None, None), frozenset()).counts
    (None, None)
    """

    text: str
    counts: tuple[int | None, ...]
    fitting: frozenset[int]
    of: str = ""


@dataclass(frozen=True)
class Table:
    """Questions with the same answers.

    Parameters
    ----------
    labels : tuple of str
        One for each count.
    rows : tuple of Row
    marks : bool
        The questions are answered by a mark or none, so that a report needs the first count only.

    Examples
    --------
    >>> Table(("Yes", "no answer"), ()).marks
    False
    """

    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    marks: bool = False


@dataclass(frozen=True)
class Median:
    """The middle of the numbers of one question.

    Parameters
    ----------
    text : str
    value : float or None
        Rounded; None where it is withheld.
    people : int or None
        How many gave one; None where that is withheld.

    Examples
    --------
    >>> Median("Visits", 12.0, 30).people
    30
    """

    text: str
    value: float | None
    people: int | None


@dataclass(frozen=True)
class ItemFigures:
    """One item.

    Parameters
    ----------
    id, module, title : str
    tables : tuple of Table
    medians : tuple of Median
    texts : tuple of (str, tuple of str)
        Question, and what people chose to hand in of their words, in the order of the alphabet.

    Examples
    --------
    >>> ItemFigures("01/x", "Module 01", "X", (), (), ()).tables
    ()
    """

    id: str
    module: str
    title: str
    tables: tuple[Table, ...]
    medians: tuple[Median, ...]
    texts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Change:
    """How the people who handed in twice have changed.

    Parameters
    ----------
    text : str
        What is compared.
    value, low, high : float or None
        In standard deviations, rounded, with the 95 % interval; None where withheld.
    people : int or None
    reason : str
        Why there is no number, or what there is to know.

    Examples
    --------
    >>> Change("x", None, None, None, None, "Too few.").reason
    'Too few.'
    """

    text: str
    value: float | None
    low: float | None
    high: float | None
    people: int | None
    reason: str


@dataclass(frozen=True)
class Side:
    """What the cards of one side say together.

    Parameters
    ----------
    text : str
        The name of the side.
    people : int or None
        How many cards have a score; None where that is withheld.
    mean : float or None
        From 0 to 100, whole; None where withheld.
    reason : str
        Why there is no number.

    Examples
    --------
    >>> Side("The person", 12, 64.0).mean
    64.0
    """

    text: str
    people: int | None
    mean: float | None
    reason: str = ""


@dataclass(frozen=True)
class Figures:
    """The whole report.

    Parameters
    ----------
    people : int
    items : tuple of ItemFigures
    changes : tuple of Change
    sides : tuple of Side
        Of paper cards; empty where none were given.
    beside : str
        What is withheld because of an earlier picture; empty where none was named.

    Examples
    --------
    >>> Figures(30, (), ()).people
    30
    """

    people: int
    items: tuple[ItemFigures, ...]
    changes: tuple[Change, ...]
    sides: tuple[Side, ...] = ()
    beside: str = ""


def seen(counts: Sequence[int]) -> tuple[int | None, ...]:
    """Give the counts of a table with those withheld that must be.

    Parameters
    ----------
    counts : sequence of int
        Together all people of the group.

    Examples
    --------
    >>> seen([2, 7, 21])
    (None, None, 21)
    """
    places = hidden(counts)
    return tuple(None if i in places else count for i, count in enumerate(counts))


def visible(part: int, people: int) -> tuple[bool, int | None]:
    """Say whether a number from a part of a group may be seen, and of how many it is said to be.

    In a group below eight, a number that is shown with its people withheld would itself tell to
    one or two how many these are.

    Parameters
    ----------
    part, people : int

    Examples
    --------
    >>> visible(30, 30), visible(28, 30), visible(4, 30), visible(6, 7)
    ((True, 30), (True, None), (False, None), (False, None))
    """
    given = people if part == people else seen([part, people - part])[0]
    told = part >= LEAST and (given is not None or people >= LEAST + VALUES)
    return told, given if told else None
