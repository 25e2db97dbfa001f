"""Rows right below the header that say it once more in words, as exports of surveys have them."""

import re
from itertools import islice

from ...words import Message, word
from .trouble import listed
from .vocabulary import MISSING

__all__ = ["without_labels"]

MOST, ENOUGH, LOOKED_AT = 3, 3, 50  # such rows; rows below them that show what columns hold
FIGURE = re.compile(r"[+-]?[.,]?\d.*", re.DOTALL)
MACHINE = re.compile(r'\{"ImportId":.*', re.DOTALL)  # as Qualtrics writes below its questions


def without_labels(rows: list) -> tuple[list, list[Message]]:
    """Leave out rows of names right below a header; they hold no number, so that none is lost.

    Parameters
    ----------
    rows : list of (int, list of str)
        Those below the header that hold something.

    Returns
    -------
    rows : list of (int, list of str)
    notes : list of Message
        Which rows were left out.

    Examples
    --------
    >>> rows = [(2, ["Which week?", "Score?"]), (3, ["1", "4"]), (4, ["2", "5"]), (5, ["3", "3"])]
    >>> without_labels(rows)[0][0]
    (3, ['1', '4'])
    """
    first = rows[:MOST]
    machine = [n for n, (_, cells) in enumerate(first, 1) if any(map(MACHINE.fullmatch, cells))]
    count = machine[-1] if machine else 0
    while not machine and count < len(first) and _names(rows[count][1], rows[count + 1 :]):
        count += 1
    if not count:
        return rows, []
    text = next(cell for cell in rows[0][1] if cell)[:60]
    left = listed(row for row, _ in rows[:count])
    return rows[count:], [word("table", "labels_below", n=count, rows=left, text=text)]


def _names(cells: list[str], below: list) -> bool:
    """Say whether a row has words of its own where all rows below it hold figures."""
    if len(below) < ENOUGH or any(map(FIGURE.fullmatch, cells)):
        return False
    said = {
        cell
        for place, cell in enumerate(cells)
        if cell and cell.casefold() not in MISSING and _holds_figures(place, below)
    }
    return len(said) > 1 and all(any(map(str.isalpha, cell)) for cell in said)


def _holds_figures(place: int, rows: list) -> bool:
    held = (cells[place] for _, cells in islice(rows, LOOKED_AT) if place < len(cells))
    filled = [cell for cell in held if cell and not MACHINE.fullmatch(cell)]
    return len(filled) >= ENOUGH and sum(
        map(bool, map(FIGURE.fullmatch, filled))
    ) + MOST - 1 >= len(filled)
