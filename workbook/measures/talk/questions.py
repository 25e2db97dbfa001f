"""Where a question is asked, as punctuation tells it; one rule for every list and measure."""

import re

from .notes import spoken

__all__ = ["MARKS", "count_questions", "is_punctuated"]

MARKS = "?？؟՞፧⁇⁈⸮"
GREEK = re.compile(r"(?<=[\u0370-\u03ff\u1f00-\u1fff]);|\u037e")  # the question mark of Greek
QUESTION = re.compile(rf"[^\W_][^\w.!…{MARKS}]*+[.!…]*+[{MARKS}]")
ENDS = ".?!…。？！؟।॥։።"
LEAST_ENDS = 100  # so many words at most for each end of a sentence


def count_questions(text: str) -> int:
    """Count the sentences with a word that end in a question mark of any writing.

    Parameters
    ----------
    text : str
        What was said. Notes in brackets and addresses of pages ask nothing.

    Examples
    --------
    >>> count_questions("Is it? I see. Is it?"), count_questions("ما هو أهم شيء؟")
    (2, 1)
    >>> count_questions("Τι κάνετε; Καλά; Ναι.")
    2
    >>> count_questions("It is at https://example.org/a?b=1."), count_questions("[who?] Yes.")
    (0, 0)
    """
    if text.isascii() and "?" not in text:
        return 0
    text = spoken(text) if text.isascii() else GREEK.sub("?", spoken(text))
    if "?" in text and ("/" in text or "=" in text or "www." in text):
        text = " ".join(_bare(piece) for piece in text.split())
    return len(QUESTION.findall(text))


def _bare(piece: str) -> str:
    """Cut an address off before what it asks for."""
    head, mark, tail = piece.partition("?")
    address = "/" in head or "www." in head or re.match(r"\w+=", tail)
    return head if mark and tail[:1].isalnum() and address else piece


def is_punctuated(texts: list[str], words: int) -> bool:
    """Say whether sentences end in signs, as a person writes; a machine often leaves them out.

    Parameters
    ----------
    texts : list of str
        What one side said.
    words : int
        How many words these are.

    Examples
    --------
    >>> is_punctuated(["you must sign"], 3), is_punctuated(["You must sign."], 3)
    (False, True)
    """
    least, found = max(1, words / LEAST_ENDS), 0
    for text in texts:
        found += sum(map(text.count, ENDS if not text.isascii() else ".?!"))
        if found >= least:
            return True
    return False
