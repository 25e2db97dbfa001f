"""Names of cases that may be one: other capitals, blanks or dashes, or a slip of the pen."""

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import product

import numpy as np

from ...errors import WorkbookError
from ...words import word
from .trouble import listed
from .vocabulary import plain

__all__ = ["are_alike", "one_spelling", "refuse_halves"]

NEAR, SHORTEST = 0.85, 3  # how alike two words are, and how long, that a slip may part
MOST_PAIRS = 10_000
Columns = dict[str, np.ndarray]


def one_spelling(name: str) -> str:
    r"""Write a name in one way where two look the same: accents, and more than one blank.

    Parameters
    ----------
    name : str

    Examples
    --------
    >>> one_spelling("Jose\u0301  M") == "Jos\u00e9 M"
    True
    """
    if name.isascii() and "  " not in name:
        return name
    return " ".join(unicodedata.normalize("NFC", name).split())


def are_alike(cases: list[str]) -> bool:
    """Say whether some names differ only in capitals, blanks, dashes or zeros at their front.

    Parameters
    ----------
    cases : list of str

    Examples
    --------
    >>> are_alike(["Ward-1", "ward 01"]), are_alike(["Ward 1", "Ward 10"])
    (True, False)
    """
    return len(set(map(_key, cases))) < len(cases)


def refuse_halves(cases: list[str], columns: Columns) -> None:
    """Ask about two names that are almost alike and may be the two halves of one case.

    Parameters
    ----------
    cases : list of str
    columns : dict of str to ndarray
        ``case``, ``session``, ``row`` and ``phase`` (0 before the start).

    Raises
    ------
    WorkbookError
        When two names that are alike share no session; or two that are nearly so share none, and
        one has only sessions before the start, the other only sessions after it.

    Examples
    --------
    >>> held = {"case": np.array([0, 1]), "session": np.array([1, 2]),
    ...         "row": np.array([2, 3]), "phase": np.array([0, 1])}
    >>> refuse_halves(["Marta", "Peter"], held)
    """
    held: dict[str, list[int]] = {}
    for place, name in enumerate(cases):
        held.setdefault(_key(name), []).append(place)
    for same in held.values():
        if len(same) > 1 and _apart(same, columns):
            _refuse(cases, same[0], same[1], columns)
    befores, afters = (_only(side, len(cases), columns) for side in (0, 1))
    if len(befores) * len(afters) > MOST_PAIRS:
        return
    for first, second in product(befores, afters):
        if _are_near(cases[first], cases[second]) and _apart([first, second], columns):
            _refuse(cases, first, second, columns)


def _key(name: str) -> str:
    return re.sub(r"\b0+(?=\d)", "", plain(unicodedata.normalize("NFKC", name)))


def _apart(places: list[int], columns: Columns) -> bool:
    """Say whether no session stands in two of the cases."""
    sessions = [np.unique(columns["session"][columns["case"] == place]) for place in places]
    counted = np.concatenate(sessions)
    return len(np.unique(counted)) == len(counted)


def _only(side: int, many: int, columns: Columns) -> list[int]:
    """Find the cases that have sessions on one side alone."""
    counted = columns["phase"] >= 0
    case, phase = columns["case"][counted], columns["phase"][counted]
    here, there = (np.bincount(case[(phase == 0) == is_a], minlength=many) > 0
                   for is_a in (side == 0, side != 0))  # fmt: skip
    return np.flatnonzero(here & ~there).tolist()


def _are_near(first: str, second: str) -> bool:
    """Say whether two names differ in one word alone, which may be a slip of the pen."""
    words = [_key(name).split() for name in (first, second)]
    odd = [pair for pair in zip(*words, strict=False) if pair[0] != pair[1]]
    if len(words[0]) != len(words[1]) or len(odd) != 1:
        return False
    one, other = odd[0]
    long = min(len(one), len(other)) >= SHORTEST and (one + other).isalpha()
    return long and SequenceMatcher(None, one, other).ratio() >= NEAR


def _refuse(cases: list[str], first: int, second: int, columns: Columns) -> None:
    rows = listed(np.sort(columns["row"][columns["case"] == second]).tolist())
    about = {"first": cases[first], "second": cases[second], "rows": rows}
    raise WorkbookError(word("sessions", "halves", **about))
