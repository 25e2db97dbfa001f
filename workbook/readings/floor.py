"""A talk turn by turn, and who holds the floor around each place in it."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from ..measures.talk import Turn, floor_map
from ..measures.talk.counts import count_talk

__all__ = ["DOMINANCE", "WINDOW", "Piece", "TurnCounts", "count_turns", "floor_pieces"]

WINDOW = {"window": 150, "step": 30}  # words
DOMINANCE = 0.6  # a side holds the floor with more than this share of the words


class TurnCounts(NamedTuple):
    """One turn in numbers.

    Parameters
    ----------
    turn : int
        From 1.
    side : str
        ``practitioner`` or ``person``.
    words, questions : int

    Examples
    --------
    >>> TurnCounts(1, "person", 12, 1).words
    12
    """

    turn: int
    side: str
    words: int
    questions: int


class Piece(NamedTuple):
    """Who holds the floor around one stretch of the turns.

    Parameters
    ----------
    first, last : float
        On the axis of turns, where turn 1 goes from 0.5 to 1.5.
    label : str
        ``practitioner``, ``person`` or ``shared``.

    Examples
    --------
    >>> Piece(0.7, 0.8, "shared").label
    'shared'
    """

    first: float
    last: float
    label: str


def count_turns(meeting: Sequence[Turn], roles: dict[str, str]) -> list[TurnCounts]:
    """Count the words and the questions of each turn.

    Parameters
    ----------
    meeting : sequence of workbook.measures.talk.Turn
    roles : dict of str to str
        Speaker to ``practitioner`` or ``person``; others are left out.

    Returns
    -------
    list of TurnCounts

    Examples
    --------
    >>> count_turns([Turn(1, "Tess", "Which week?")], {"Tess": "practitioner"})
    [TurnCounts(turn=1, side='practitioner', words=2, questions=1)]
    """
    rows = count_talk(meeting, roles).rows
    return [
        TurnCounts(n, side, counts.words, counts.questions)
        for n, (_, side, counts) in enumerate(rows, 1)
    ]


def floor_pieces(meeting: Sequence[Turn], roles: dict[str, str]) -> list[Piece]:
    """Say who holds the floor around the middle of each window, with its place among the turns.

    Parameters
    ----------
    meeting : sequence of workbook.measures.talk.Turn
    roles : dict of str to str
        As in `count_turns`.

    Returns
    -------
    list of Piece

    Examples
    --------
    >>> long = [Turn(1, "Tess", "so " * 300), Turn(2, "Mr. Silva", "yes " * 300)]
    >>> pieces = floor_pieces(long, {"Tess": "practitioner", "Mr. Silva": "person"})
    >>> pieces[0], pieces[-1].label
    (Piece(first=0.7, last=0.8, label='practitioner'), 'person')
    """
    half = WINDOW["step"] / 2
    ends = [0, *accumulate(turn.words for turn in count_turns(meeting, roles))]
    pieces = []
    for window in floor_map(meeting, roles, by="words", dominance=DOMINANCE, **WINDOW):
        middle = (window.start + window.stop) / 2
        edges = (_place(ends, middle - half), _place(ends, middle + half))
        pieces.append(Piece(*edges, window.label))
    return pieces


def _place(ends: list[int], word: float) -> float:
    """Give where a word lies on the axis of turns."""
    n = min(bisect_right(ends, word), len(ends) - 1) - 1
    return round(n + 0.5 + (word - ends[n]) / (ends[n + 1] - ends[n]), 3)
