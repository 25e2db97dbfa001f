"""How far something before a colon looks like a name, a role, or the beginning of words."""

import csv
import re
from functools import cache
from pathlib import Path

from ..identifiers.lists import fold, is_common, is_name
from .times import STAMP

__all__ = [
    "IN_BRACKETS",
    "PHONE",
    "is_head",
    "is_opener",
    "is_ordinary",
    "is_person",
    "is_session",
    "shape",
]

LISTS = Path(__file__).parents[2] / "word_lists" / "labels.csv"
PHONE = re.compile(r"\+?[\d\s().-]{7,25}")
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
SESSION = re.compile(
    r"[\W_]{0,6}([^\W\d_]{3,14}) (?:no\. ?|#)?\d{1,3}(?:\s?[,;(|–—-][^.?!:]{0,50})?"
)
POSSESSIVES = {"my", "mi", "mis", "mein", "meine", "ma", "mon", "mes", "minha", "meu"}
TOKENS = re.compile(r"[\s,/&]+")


@cache
def _listed() -> dict[str, frozenset]:
    found: dict[str, set] = {}
    with LISTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], set()).add(row["word"].casefold())
    return {kind: frozenset(words) for kind, words in found.items()}


def shape(name: str) -> str:
    """Say how far something looks like a name: ``sure``, ``maybe`` or ``no``.

    Parameters
    ----------
    name : str
        What stands before a colon.

    Examples
    --------
    >>> shape("Ines Ortega, LCSW"), shape("1st caller"), shape("And the worst part")
    ('sure', 'sure', 'maybe')
    >>> shape("First"), shape("we can do")
    ('maybe', 'no')
    """
    return "no" if re.fullmatch(STAMP, name) else _shape(name)


def _shape(name: str) -> str:
    lists = _listed()
    outside = IN_BRACKETS.sub(" ", name).strip(" ,/&") or name
    tokens = [token for token in TOKENS.split(outside) if token] or [name]
    plain = [token.strip(".'’#-()").casefold() for token in tokens]
    if PHONE.fullmatch(name) and any(sign.isdigit() for sign in name):
        return "sure" if sum(sign.isdigit() for sign in name) >= 7 else "maybe"
    if len(name) > 1 and any(word in lists["sentence"] for word in plain):
        capitals = len(tokens) > 1 and all(token[:1].isupper() for token in tokens)
        if not capitals:
            return "no" if len(tokens) > 1 and tokens[0][:1].islower() else "maybe"
    if len(name) == 1 or name.isdigit():
        return "maybe" if name.islower() or name.isdigit() else "sure"
    if plain[0] in lists["opener"] and not _numbered(plain):
        return "maybe"
    if any(word in lists["role"] for word in plain):
        return "sure"
    titles = sum(word in lists["particle"] or word in lists["credential"] for word in plain)
    letters = len(outside) / (3 if "\u0e00" <= outside[:1] <= "\u0eff" else 1)  # Thai spells out
    long = letters > 6 if _is_unsplit(outside) else len(tokens) - titles > 5
    return "sure" if not long and all(map(_fits, tokens, plain)) else "maybe"


def _numbered(plain: list[str]) -> bool:
    """Say whether a word of a list is only a number for a voice, as in ``Person 2``."""
    return len(plain) > 1 and plain[-1] in _listed()["role"]


def _is_unsplit(text: str) -> bool:
    return any("\u2e80" <= sign <= "\u9fff" or "\u0e00" <= sign <= "\u0eff" for sign in text)


def _fits(token: str, plain: str) -> bool:
    """Say whether a word can be part of a name as it is written."""
    first = next((sign for sign in token if sign.isalnum()), "")
    if not first.isalpha() or first.isupper() or first.title() == first:
        return True
    lists = _listed()
    if plain in lists["particle"] or plain in lists["credential"]:
        return True
    return any(sign.isupper() or sign in "@_" for sign in token)


def is_opener(name: str) -> bool:
    """Say whether something begins as a point of a speech does, such as ``First`` or ``Monday``.

    Examples
    --------
    >>> is_opener("First"), is_opener("the mother")
    (True, False)
    """
    first = TOKENS.split(name)[0].strip(".'’#-()").casefold()
    return first in _listed()["opener"] or first in _listed()["sentence"]


def is_ordinary(name: str) -> bool:
    """Say whether a label is made of ordinary English words, none of them a name or a role.

    Examples
    --------
    >>> is_ordinary("Heating"), is_ordinary("Worker"), is_ordinary("Rose"), is_ordinary("Dalia")
    (True, False, False, False)
    """
    plain = [word.strip(".'’#-()") for word in TOKENS.split(name) if word]
    if any(word.casefold() in _listed()["role"] for word in plain):
        return False
    words = [fold(word) for word in plain if word]
    long = any(len(word) > 2 for word in words)  # a letter stands for somebody
    return long and all(is_common(word) and not is_name(word) for word in words)


def is_person(name: str) -> bool:
    """Say whether a label names somebody for certain: a known name, a role, a telephone.

    Examples
    --------
    >>> is_person("Priya"), is_person("Speaker 3"), is_person("Miete"), is_person("Week 2")
    (True, True, False, False)
    """
    plain = [word.strip(".'’#-()[]") for word in TOKENS.split(name) if word.strip(".'’#-()[]")]
    lists = _listed()
    known = lists["role"] | lists["credential"]
    if plain and plain[0].casefold() in POSSESSIVES:
        return False  # as in ``My mother: no.``
    if PHONE.fullmatch(name) or any(word.casefold() in known for word in plain):
        return True
    initials = name.isupper() and len(name) <= 4
    proper = [word for word in plain if word.casefold() not in lists["particle"]]
    return initials or any(is_name(fold(word)) == "yes" for word in proper)


def is_head(name: str) -> bool:
    """Say whether a label is one of the head of a document, such as ``Date``.

    Examples
    --------
    >>> is_head("Date"), is_head("Ines")
    (True, False)
    """
    words = [word.strip(".#").casefold() for word in TOKENS.split(name) if word]
    head, role = _listed()["head"], _listed()["role"]
    return any(word in head and word not in role for word in words[:3])


def is_session(line: str) -> bool:
    """Say whether a line is the heading of a further part of a talk, such as ``Session 2``.

    Examples
    --------
    >>> is_session("Session 2, March 10"), is_session("Visit 4 was hard."), is_session("Part of it")
    (True, False, False)
    """
    found = SESSION.fullmatch(line)
    return found is not None and found[1].casefold() in _listed()["session"]
