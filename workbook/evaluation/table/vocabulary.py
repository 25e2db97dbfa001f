"""Words that tables hold in the languages of agencies: totals, missing values, phases, columns."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

__all__ = [
    "AFTER", "AFTER_FIRST", "BEFORE", "BEFORE_FIRST", "COLUMNS", "EXPOSURES", "FOLLOW_UP",
    "MISSING", "MONTHS", "PERHAPS_CASE", "TOTALS", "YES_NO", "alike", "head_of", "nearly", "plain",
]  # fmt: skip


@lru_cache(1 << 14)  # cells repeat
def plain(text: str) -> str:
    """Give a text as it is compared: small letters, single blanks, no dash or underscore.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> plain(" Follow_Up  Phase ")
    'follow up phase'
    """
    return " ".join(re.sub(r"[\s_\-\u2010-\u2015.:]+", " ", text).casefold().split())


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, words))


COUNTED = r" (no|nr|num|number|#)$"
_TEXT = Path(__file__).with_name("vocabulary.json").read_text(encoding="utf-8")
_WORDS = json.loads(_TEXT)

MISSING = frozenset(_WORDS["missing"])
YES_NO = frozenset(_WORDS["yes_no"])
TOTALS = _set(_WORDS["totals"])
BEFORE = _set(_WORDS["before"])
AFTER = _set(_WORDS["after"])
BEFORE_FIRST = _set(_WORDS["before_first"])  # of several words
AFTER_FIRST = _set(_WORDS["after_first"])
FOLLOW_UP = _set(_WORDS["follow_up"])
PERHAPS_CASE = _set(_WORDS["perhaps_case"])  # whose sessions one series may hold as well
EXPOSURES = _set(_WORDS["exposures"])  # for how long, or of how many, something was counted
COLUMNS = {column: _set(names) for column, names in _WORDS["columns"].items()}
MONTHS = {name: n for n, names in enumerate(_WORDS["months"], 1) for name in names}


def alike(header: Iterable[str], key: str) -> list[str]:
    """Find the plain names that say what a column holds.

    Parameters
    ----------
    header : iterable of str
        Plain names.
    key : str
        ``case``, ``session``, ``phase``, ``outcome`` or ``measure``.

    Examples
    --------
    >>> alike(["week (of 2026)", "score"], "session")
    ['week (of 2026)']
    """
    ends = COUNTED if key == "session" else ""  # visit no. is what visit is
    known = COLUMNS[key] | {key}
    return [name for name in header
            if (head := head_of(name)) in known or re.sub(ends, "", head) in known]  # fmt: skip


def nearly(header: Iterable[str], key: str) -> list[str]:
    """Find the plain names in which a word says what a column may hold: to be proposed, not taken.

    Parameters
    ----------
    header : iterable of str
        Plain names.
    key : str

    Examples
    --------
    >>> nearly(["what is the week?", "how was it?"], "session")
    ['what is the week?']
    """
    known = COLUMNS[key] | {key}
    return [name for name in header if known & set(re.findall(r"\w+", name))]


def head_of(name: str) -> str:
    """Give what a name says before its comma or bracket.

    Parameters
    ----------
    name : str

    Examples
    --------
    >>> head_of("Score (1 to 5)")
    'score'
    """
    return plain(re.split(r"[,;(/]", name)[0])
