"""In which writing a side speaks, whether its words can be counted, and which language it is."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from .lists import LANGUAGES, likely_language, lists

__all__ = ["UNSPLIT", "Speech", "language_of", "speech_of", "split_as", "with_marks"]

# Han, Hiragana, Katakana, Thai, Lao, Tibetan, Burmese, Khmer: no spaces between words
UNSPLIT = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
    "\u0e01-\u0e4e\u0e81-\u0ece\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3"
)
ONE_LETTER = re.compile(f"[{UNSPLIT}]")
LATIN = re.compile("[a-zA-Zª-ɏḀ-ỿ]")
FEW, MOST = (
    0.1,
    0.9,
)  # shares of letters: below the one, words are counted; above the other, letters
FEW_WORDS = 25  # with fewer different words the other side helps to tell the language
VARIATIONS = range(0xFE00, 0xFE10)  # they change how a sign looks and are no letters


class Speech(NamedTuple):
    """How one side speaks, as far as letters and words tell.

    Parameters
    ----------
    words, different : int
        Words; different ones.
    marking : tuple of int
        Words that mark each of the languages of the lists.
    latin, unsplit : float
        Share of the letters that are Latin; that belong to a writing without spaces.

    Examples
    --------
    >>> speech_of(["we", "call"]).latin
    1.0
    """

    words: int = 0
    marking: tuple = (0,) * len(LANGUAGES)
    different: int = 0
    latin: float = 1.0
    unsplit: float = 0.0


def speech_of(words: list[str]) -> Speech:
    """Describe the words of one side.

    Parameters
    ----------
    words : list of str
        As `words_of` gives them.

    Examples
    --------
    >>> speech_of(["学", "校"]).unsplit
    1.0
    """
    different = set(words)
    marks = [lists(language).marks for language in LANGUAGES]
    marking = tuple(sum(map(those.__contains__, words)) for those in marks)
    latin, unsplit = 1.0, 0.0
    if not all(map(str.isascii, different)):
        together = "".join(words)
        letters = sum(map(str.isalpha, together)) or 1
        latin = min(1.0, len(LATIN.findall(together)) / letters)
        unsplit = min(1.0, sum(bool(ONE_LETTER.fullmatch(word)) for word in words) / letters)
    return Speech(len(words), marking, len(different), latin, unsplit)


def language_of(own: Speech, other: Speech) -> str:
    """Say which language of the lists a side speaks; with few words, the other side helps to tell.

    Parameters
    ----------
    own, other : Speech
        The side, and the other one.

    Returns
    -------
    str
        One of `LANGUAGES`, or empty.

    Parameters
    ----------
    own, other : Speech
        The side, and the other one.

    Examples
    --------
    >>> language_of(Speech(200, (60, 2), 90), Speech(200, (2, 2), 90, 0.1))
    'en'
    >>> language_of(Speech(200, (2, 60), 90), Speech(200, (60, 2), 90))
    'es'
    """
    if own.words and own.latin < 0.5:
        return ""
    if own.different >= FEW_WORDS or other.latin < 0.5:
        return likely_language(own.words, own.marking, own.different)
    marking = tuple(a + b for a, b in zip(own.marking, other.marking, strict=True))
    return likely_language(own.words + other.words, marking, own.different + other.different)


def split_as(*sides: Speech) -> str:
    """Say what is counted where there are no times: ``words``, ``letters``, or nothing fits.

    Parameters
    ----------
    *sides : Speech

    Examples
    --------
    >>> split_as(Speech(), Speech()), split_as(Speech(unsplit=1), Speech(unsplit=1))
    ('words', 'letters')
    >>> split_as(Speech(words=9), Speech(words=9, unsplit=1))
    ''
    """
    shares = [side.unsplit for side in sides if side.words or side.unsplit]
    if all(share <= FEW for share in shares):
        return "words"
    return "letters" if all(share >= MOST for share in shares) else ""


def with_marks(text: str) -> str:
    """Give a text of the same length in which each combining mark is a letter, for splitting.

    Parameters
    ----------
    text : str
        In its composed form (NFC).

    Examples
    --------
    >>> len(with_marks("स्कूल")), with_marks("é") == "é"
    (5, True)
    """
    marks = {ord(sign): "ʼ" for sign in set(text) if _joins(sign)}
    return text.translate(marks) if marks else text


@cache
def _joins(sign: str) -> bool:
    if sign in "\u200c\u200d":
        return True
    return unicodedata.category(sign) in ("Mn", "Mc") and ord(sign) not in VARIATIONS
