"""Where a kind of exercise is found: the name in a file is the name of a folder in ``kinds``.

The grammar of a text file knows no kind; what is special to one is asked of its program here.
"""

import functools
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from .document import Document
from .model import Exercise, Item, Option

__all__ = ["Plugin", "by_kind", "names", "plugin"]

FOLDER = Path(__file__).parent.parent / "kinds"


class Plugin(Protocol):
    """What the reader, the static form and the check ask of a kind; see `workbook.kinds.base`.

    Examples
    --------
    >>> plugin("rank").needs
    ('ends',)
    """

    needs: tuple[str, ...]
    may: tuple[str, ...]
    plain: tuple[str, ...]
    flat: bool
    ruled: bool
    noted: bool
    linked: bool
    borrows: bool

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read what is special to the kind: its items and its settings."""

    def references(self, exercise: Exercise) -> Mapping[str, str]:
        """Give for each item that is taken from another exercise where: ``00/name#item``."""

    def lent(
        self, exercise: Exercise, earlier: Mapping[str, Exercise], books: Mapping[str, str]
    ) -> Exercise:
        """Fill in what is taken from other exercises, by item, and their notebooks."""

    def text(self, exercise: Exercise) -> list[str]:
        """Give the blocks of the plain form below the title."""

    def without_feedback(self, exercise: Exercise) -> list[Option]:
        """List the options that are answered with nothing."""

    def own_words(self, exercise: Exercise) -> Iterable[str]:
        """Give what the course itself says in an exercise, besides its items."""

    def problems(self, exercise: Exercise) -> list[tuple[int, str]]:
        """List what is the matter with one exercise: a line, or 0, and a sentence."""

    def problems_among(self, exercises: Sequence[Exercise]) -> list[str]:
        """List what is the matter between the exercises of the kind."""


@functools.cache
def names() -> tuple[str, ...]:
    """List the kinds that there are.

    Returns
    -------
    tuple of str
        The names of the folders in ``kinds`` that hold a ``kind.py``.

    Examples
    --------
    >>> {"choice", "reflection"} <= set(names())
    True
    """
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/kind.py")))


@functools.cache
def plugin(name: str) -> Plugin:
    """Load the program of a kind.

    Parameters
    ----------
    name : str
        As it stands in an exercise file; one of `names`.

    Examples
    --------
    >>> plugin("reflection").ruled
    False
    """
    if name not in names():
        raise KeyError(name)
    return cast(Plugin, import_module(f"workbook.kinds.{name}.kind").KIND)


def by_kind(exercises: Iterable[Exercise]) -> dict[str, list[Exercise]]:
    """Sort exercises by their kinds, which come in the order of their names.

    Parameters
    ----------
    exercises : iterable of Exercise

    Examples
    --------
    >>> two = [Exercise("01/a", "sort", "T"), Exercise("01/b", "rank", "T")]
    >>> list(by_kind(two))
    ['rank', 'sort']
    """
    found: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        found.setdefault(exercise.kind, []).append(exercise)
    return dict(sorted(found.items()))
