"""Sessions as a report takes them, and how far long work has come."""

from collections.abc import Callable
from typing import NamedTuple

from ..words import Message, word
from .table.vocabulary import plain

__all__ = ["Progress", "Sessions", "called_as", "unheard"]

Progress = Callable[[Message], None]


def unheard(progress: Message) -> None:
    """Hear how far long work has come, and say nothing.

    Examples
    --------
    >>> unheard(word("sessions", "rows_read", n=250_000))
    """


class Sessions(NamedTuple):
    r"""What was read, in the order of case and session.

    Parameters
    ----------
    name : str
        Of the file.
    outcome : str
        What the outcome is called.
    cases : list of str
        In the order in which they first appear.
    columns : dict of str to ndarray
        ``case`` (place in `cases`), ``session``, ``phase`` (place in `PHASES`; the last one is
        drawn and in no number), ``outcome`` (NaN is missing), ``row``, and the columns of
        the Mirror and of cards that are there.
    notes : list of str
        How the file was read.
    measure : str
        Which outcome of the file this is; empty where there is one.
    decimal : str
        ``comma`` where the outcomes were written so.

    Examples
    --------
    >>> Sessions("a.csv", "rating", ["north"], {}, []).decimal
    'point'
    """

    name: str
    outcome: str
    cases: list
    columns: dict
    notes: list
    measure: str = ""
    decimal: str = "point"


def called_as(sessions: Sessions, names: list[str]) -> Sessions:
    """Call the cases as a plan does, where they differ only in capitals, blanks or dashes.

    Parameters
    ----------
    sessions : Sessions
    names : list of str
        The cases of the plan.

    Examples
    --------
    >>> found = called_as(Sessions("a.csv", "rating", ["Worker A"], {}, []), ["worker A"])
    >>> found.cases
    ['worker A']
    """
    known = {plain(name): name for name in names}
    cases = [known.get(plain(case), case) for case in sessions.cases]
    if len(known) < len(names) or len(set(cases)) < len(cases) or cases == sessions.cases:
        return sessions
    note = word("table", "called_as", first=sessions.cases[0], second=cases[0])
    return sessions._replace(cases=cases, notes=[*sessions.notes, note])
