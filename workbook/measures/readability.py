"""How hard a text is to read, from its letters, words and sentences alone."""

import math
import re

__all__ = ["ari", "ari_from_counts", "count_words"]

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# a run of signs is tried once, from its first sign on: the time is in proportion to the text
SENTENCE_END = re.compile(r"(?<![.!?:;])[.!?:;]++(?=[\s\"”')\]]|$)|\n+")


def count_words(text: str) -> int:
    """Count the words of a text; a word may hold an apostrophe or a hyphen.

    Examples
    --------
    >>> count_words("It is not-yet tested.")
    4
    """
    return len(WORD.findall(text))


def ari(text: str) -> float:
    """Estimate the US school grade of a text: the Automated Readability Index.

    It needs no dictionary. Do not use it below 100 words, and not as a measure of what a person
    understands.

    Parameters
    ----------
    text : str
        Running text. A line end closes a sentence, so that headings and options count as such.

    Returns
    -------
    float
        Grade; unbounded, about 1 to 14 for ordinary text. NaN when there is no word.

    References
    ----------
    Senter, R. J., and Smith, E. A. (1967). Automated Readability Index. AMRL-TR-66-220.

    Examples
    --------
    >>> round(ari("We met at ten. She had a plan. I had a form."), 2)
    -7.65
    """
    words = WORD.findall(text)
    if not words:
        return math.nan
    letters = sum(character.isalnum() for word in words for character in word)
    pieces = [piece for piece in SENTENCE_END.split(text) if WORD.search(piece)]
    return ari_from_counts(letters, len(words), len(pieces))


def ari_from_counts(letters: int, words: int, sentences: int) -> float:
    """Give the Automated Readability Index of counts that were made elsewhere.

    Parameters
    ----------
    letters, words, sentences : int
        Letters and digits, words, and sentences of one text.

    Returns
    -------
    float
        Grade; NaN when there is no word or no sentence.

    Examples
    --------
    >>> round(ari_from_counts(28, 12, 3), 2)
    -8.44
    """
    if not words or not sentences:
        return math.nan
    return 4.71 * letters / words + 0.5 * words / sentences - 21.43
