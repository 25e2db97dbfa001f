"""In which writing a side speaks, whether its words can be counted, and whether it is English."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from .lists import is_english, lists

__all__ = ["UNSPLIT", "Speech", "knows_english", "speech_of", "split_as", "with_marks"]

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
    words, marking, different : int
        Words; those that mark English; different ones.
    latin, unsplit : float
        Share of the letters that are Latin; that belong to a writing without spaces.

    Examples
    --------
    >>> speech_of(["we", "call"]).latin
    1.0
    """

    words: int = 0
    marking: int = 0
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
    english, different = lists().english, set(words)
    marking = sum([word in english for word in words])
    latin, unsplit = 1.0, 0.0
    if not all(map(str.isascii, different)):
        together = "".join(words)
        letters = sum(map(str.isalpha, together)) or 1
        latin = min(1.0, len(LATIN.findall(together)) / letters)
        unsplit = min(1.0, sum(bool(ONE_LETTER.fullmatch(word)) for word in words) / letters)
    return Speech(len(words), marking, len(different), latin, unsplit)


def knows_english(own: Speech, other: Speech) -> bool:
    """Say whether the English lists fit a side; with few words, the other side helps to tell.

    Parameters
    ----------
    own, other : Speech
        The side, and the other one.

    Examples
    --------
    >>> knows_english(Speech(200, 60, 90), Speech(200, 2, 90, 0.1))
    True
    >>> knows_english(Speech(200, 2, 90, 0.1), Speech(200, 60, 90))
    False
    """
    if own.words and own.latin < 0.5:
        return False
    if own.different >= FEW_WORDS or other.latin < 0.5:
        return is_english(own.words, own.marking, own.different)
    sums = (own.words + other.words, own.marking + other.marking, own.different + other.different)
    return is_english(*sums)


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
