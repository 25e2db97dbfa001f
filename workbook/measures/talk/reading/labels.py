"""What stands at the head of a line: the name of somebody who speaks, or words."""

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .times import SPAN

__all__ = ["AFTER", "INVISIBLE", "Label", "is_head", "is_opener", "shape", "split_label", "tidy"]

LISTS = Path(__file__).parents[2] / "word_lists" / "labels.csv"
LONGEST, MOST_WORDS = 90, 8
INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
LEAD = re.compile(r"\s*(?:(>{2,3})\s*|(?:[-–—•·>]|\*(?!\*)|#{1,6})\s+)?")
MARK = r"#?\d{1,3}:\d{1,2}:\d{1,2}-\d{1,3}#?"  # of f4 and MAXQDA
TIME = re.compile(rf"\s*(?:[\[({{<]\s*(?:{SPAN})\s*[\])}}>]|#{MARK[2:]}|{SPAN})(?=[\s|–—-]|$)")
JOIN = re.compile(r"[\s|–—-]*")
AFTER = re.compile(rf"\s*(?:[\[(]\s*({SPAN})\s*[\])]|(#{MARK[2:]}))\s*")
BESIDE = re.compile(rf"[\s,|·–—-]*[\[(]\s*({SPAN})\s*[\])]\s*$|[\s,|·–—]+({SPAN})\s*$")
DIARIZED = re.compile(  # what programs call a voice whose name they do not know
    r"\[((?:speaker|spk|voice|sprecher|locuteur|hablante|s)[ _-]?\d{1,3})\]\s+(?=\S)", re.IGNORECASE
)
CHAT = re.compile(r"From\s+(.{1,80}?)\s+to\s+.{1,80}", re.IGNORECASE)
NOT_IN_NAMES = re.compile(r"[!;…\"“”„«»<>{}=|\\^~。？！]|\?(?!\))|https?$|www\.")
SENTENCE = re.compile(r"[^\W\d_]{5,}\.\s")
PHONE = re.compile(r"\+?[\d\s().-]{7,25}")
NOBODY = re.compile(r"\?{1,3}")
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
TOKENS = re.compile(r"[\s,/&]+")


class Label(NamedTuple):
    """The head of a line.

    Parameters
    ----------
    name, rest : str
        Who may speak here, and the words behind it.
    start : str
        A time that stands beside the name, as written; empty without.
    marked : bool
        Whether its form alone makes it a name: in brackets, bold, after ``>>``, before a time.
    tight : bool
        Whether a letter follows the colon at once.

    Examples
    --------
    >>> split_label("[00:12] Dalia: The school.")
    Label(name='Dalia', rest='The school.', start='[00:12]', marked=False, tight=False)
    """

    name: str
    rest: str
    start: str = ""
    marked: bool = False
    tight: bool = False


@cache
def _listed() -> dict[str, frozenset]:
    found: dict[str, set] = {}
    with LISTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(words) for kind, words in found.items()}


def tidy(name: str) -> str:
    """Give a name without outer, double or invisible spaces.

    Examples
    --------
    >>> tidy(" Ines   Ortega ")
    'Ines Ortega'
    """
    return " ".join(INVISIBLE.sub("", name).split())


def split_label(line: str) -> Label | None:
    """Take the head of a line that has the form of a label, whoever it may be.

    Parameters
    ----------
    line : str
        One line.

    Returns
    -------
    Label or None
        None when no colon stands where the one behind a name would.

    Examples
    --------
    >>> split_label("**Dalia:** I come at 10:30.").name
    'Dalia'
    >>> split_label("10:30: not later.") is None, split_label("https://example.org") is None
    (True, True)
    """
    line = INVISIBLE.sub("", line)
    lead = LEAD.match(line)
    begin = lead.end() if lead else 0
    time = TIME.match(line, begin)
    if time:
        joined = JOIN.match(line, time.end())
        begin = joined.end() if joined else time.end()
    if voice := DIARIZED.match(line, begin):
        start = time[0].strip() if time else ""
        return Label(tidy(voice[1]), line[voice.end() :].strip(), start, True)
    for colon in _colons(line, begin):
        found = _label(line, begin, colon)
        if found:
            start = time[0].strip() if time else found.start
            return found._replace(start=start, marked=found.marked or bool(lead and lead[1]))
        return None
    return None


def _colons(line: str, begin: int):
    """Give the places of colons that are no part of a time or an address."""
    for place in range(begin, min(len(line), begin + LONGEST + 1)):
        sign = line[place]
        if sign not in ":：":
            continue
        after, before = line[place + 1 : place + 2], line[place - 1 : place]
        if not (after.isdigit() and before.isdigit()):
            yield place


def _label(line: str, begin: int, colon: int) -> Label | None:
    raw, rest = line[begin:colon].strip(), line[colon + 1 :]
    tight = line[colon] == ":" and bool(rest) and not rest[0].isspace()
    for mark in ("**", "__", "*", "_"):
        if raw.startswith(mark) and len(raw) > len(mark):
            raw, bold = raw[len(mark) :], True
            if raw.endswith(mark):
                raw = raw[: -len(mark)]
            elif rest.startswith(mark):
                rest, tight = rest[len(mark) :], False
            break
    else:
        bold = False
    if tight and not (rest[0].isalpha() or rest[0] in "[(¿¡“\"'‘«"):
        return None
    if chat := CHAT.fullmatch(raw):
        raw, bold = chat[1], True
    raw, start = _beside(raw)
    raw = raw.rstrip("*_ ") if bold else raw
    if raw[:1] in "[(" and raw[-1:] in "])" and len(raw) > 2 and raw[0] not in raw[1:]:
        raw, bold = raw[1:-1], True
    name = tidy(raw)
    if not _may_be_a_name(name):
        return None
    marked = bold or bool(start) or bool(AFTER.match(rest))
    return Label(name, rest.strip(), start, marked, tight)


def _beside(raw: str) -> tuple[str, str]:
    """Take the time from beside a name."""
    match = BESIDE.search(raw[-60:]) if len(raw) > 4 else None
    if not match:
        return raw, ""
    head = raw[: len(raw) - len(raw[-60:]) + match.start()]
    return head, (match[1] or match[2])


def _may_be_a_name(name: str) -> bool:
    """Say whether the letters and signs are ones that a name can have."""
    if NOBODY.fullmatch(name):
        return True
    if not name or len(name) > LONGEST or NOT_IN_NAMES.search(name) or SENTENCE.search(name):
        return False
    if re.fullmatch(SPAN, name) or len(IN_BRACKETS.sub("", name).split()) > MOST_WORDS:
        return False
    return any(sign.isalpha() for sign in name) or name.isdigit() or bool(PHONE.fullmatch(name))


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
    long = len(outside) > 6 if _is_unsplit(outside) else len(tokens) - titles > 5
    return "sure" if not long and all(map(_fits, tokens, plain)) else "maybe"


def _numbered(plain: list[str]) -> bool:
    """Say whether a word of a list is only a number for a voice, as in ``Person 2``."""
    return len(plain) > 1 and plain[-1] in _listed()["role"]


def _is_unsplit(text: str) -> bool:
    return any("\u2e80" <= sign <= "\u9fff" or "\u0e00" <= sign <= "\u0eff" for sign in text)


def _fits(token: str, plain: str) -> bool:
    """Say whether a word can be part of a name as it is written."""
    first = next((sign for sign in token if sign.isalnum()), "")
    if not first.isalpha() or first.isupper() or first.lower() == first.upper():
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
