"""Split lines into words, and say how each is written and how its line is."""

import re
import unicodedata
from typing import NamedTuple

from .lists import fold, is_common, is_filler, not_names, words_that

__all__ = ["Line", "Token", "lines"]

MARKS = "".join(
    chr(code) for code in range(0x300, 0x1C00) if unicodedata.category(chr(code)).startswith("M")
)
LETTERS = rf"[^\W\d_][^\W\d_{MARKS}]*(?:[{MARKS}]+[^\W\d_]*)*"
TOKEN = re.compile(rf"{LETTERS}(?:['’-]{LETTERS})*")
POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
START = re.compile(r"(?:[.!?…:;\"“”«»¿¡\]\[(]|--|[—–])[^\w]*$")
ENGLISH = 0.6  # so many of a line's other words must be common English ones


class Token(NamedTuple):
    """A word in its place.

    Parameters
    ----------
    start, stop : int
        Its place in the text, without a possessive 's.
    text, key : str
        As written, and folded.
    shape : str
        ``lower``, ``capital``, ``caps`` or ``none`` (a script without cases).
    opens : bool
        Whether it opens a sentence.

    Examples
    --------
    >>> lines("Rosa's mother.")[0].tokens[0].text
    'Rosa'
    """

    start: int
    stop: int
    text: str
    key: str
    shape: str
    opens: bool


class Line(NamedTuple):
    """One line of text: its words, and what can be said about all of them.

    Parameters
    ----------
    tokens : list of Token
        Its words.
    flat : bool
        Whether its letters are all small or nearly all capitals, so that case says nothing.
    english : bool
        Whether most of its words are common English ones.
    nouns : bool
        Whether it is in a language that writes every noun with a capital.

    Examples
    --------
    >>> line = lines("my son deshawn is nine")[0]
    >>> line.flat, line.english
    (True, True)
    """

    tokens: list
    flat: bool
    english: bool
    nouns: bool


def lines(text: str) -> list[Line]:
    """Split a text into lines of tokens; lines without words are left out.

    Examples
    --------
    >>> [len(line.tokens) for line in lines("Yes, of course. Maria said so.")]
    [6]
    """
    found, place = [], 0
    for part in text.splitlines(keepends=True):
        tokens = _tokens(part, place)
        if tokens:
            found.append(_line(tokens))
        place += len(part)
    return found


def _tokens(part: str, offset: int) -> list[Token]:
    found: list[Token] = []
    last = 0
    for match in TOKEN.finditer(part):
        word, start = match[0], match.start()
        own = word[:-2] if word[-2:] in POSSESSIVE else word
        titled = bool(found) and found[-1].key in words_that("dotted_title")
        gap = part[last:start]
        opens = not found or (
            gap != " " and START.search(gap) is not None and not (titled and gap[:1] == ".")
        )
        stop = start + len(own)
        found.append(Token(offset + start, offset + stop, own, fold(own), _shape(own), opens))
        last = match.end()
    return found


def _shape(word: str) -> str:
    if word.islower():
        return "lower"
    if len(word) > 1 and word.isupper():
        return "caps"
    return "capital" if word[0].isupper() else ("none" if not word[0].islower() else "lower")


def _line(tokens: list[Token]) -> Line:
    cased = [each for each in tokens if each.shape != "none"]
    letters = sum(len(each.text) for each in cased)
    upper = sum(len(each.text) for each in cased if each.shape == "caps")
    small = all(each.shape == "lower" or each.text == "I" for each in cased)
    shouted = len(cased) > 2 and upper >= 0.6 * letters
    plain = [each for each in tokens if each.shape in ("lower", "caps") or is_common(each.key)]
    known = [e for e in plain if is_common(e.key) or is_filler(e.key) or e.key in not_names()]
    nouns = sum(each.key in words_that("noun_capitals") for each in tokens)
    english = bool(known) and len(known) >= ENGLISH * max(1, len(plain))
    return Line(tokens, small or shouted, english, nouns >= max(2, 0.25 * len(tokens)))
