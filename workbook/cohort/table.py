"""Hand-ins as rows for a database, one for each fact, read one file at a time."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from .envelope import RefusedError, read_hand_in
from .files import found

__all__ = ["Fact", "rows"]


class Fact(NamedTuple):
    """One thing that was answered.

    Parameters
    ----------
    code, week : str
    number : int
        Of the hand-ins under this code; the largest of the newest week counts.
    item, edition, question : str
    value : str or None
        What was chosen.
    amount : float or None
        A number, where one was asked for.

    Examples
    --------
    >>> Fact("GROUP-07", "2026-W48", 1, "03/two_weeks", "", "ending", "all_yours", None).value
    'all_yours'
    """

    code: str
    week: str
    number: int
    item: str
    edition: str
    question: str
    value: str | None
    amount: float | None


def rows(paths: Iterable[str | Path]) -> Iterator[Fact]:
    """Give the facts of all files, folders and zip files; never a text that a learner wrote.

    Nothing is suppressed: these are for whoever has the files, to be counted by a database.
    A file that is no hand-in gives no row.

    Parameters
    ----------
    paths : iterable of str or path

    Examples
    --------
    >>> list(rows([]))
    []
    """
    for source in found(paths):
        try:
            one = read_hand_in(source)
        except RefusedError:
            continue
        about = one.code, one.week, one.number
        for name, item in one.items.items():
            for key, fact in item.facts.items():
                value = fact if isinstance(fact, str) else None
                amount = fact if isinstance(fact, float) else None
                yield Fact(*about, name, item.edition, key, value, amount)
