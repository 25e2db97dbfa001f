"""The words that mark each side, by weighted log-odds."""

import math
import re
from collections import Counter

from ...words import word
from ..result import Reasoned
from .reasons import heard
from .turns import TranscriptError

__all__ = ["marked_words"]

TOKEN = re.compile(r"\b\w\w+\b")


def marked_words(turns, roles, *, prior=0.1) -> list[tuple[str, float]]:
    """Say which words mark the practitioner and which mark the person.

    Parameters
    ----------
    turns : iterable of Turn
        A transcript.
    roles : dict
        Speaker to ``practitioner`` or ``person``.
    prior : float
        Added to the count of each word of the joint vocabulary, so that rare words weigh little.

    Returns
    -------
    list of (str, float)
        Every word of two or more letters with its z: above 0 it marks the practitioner, below 0
        the person. Highest z first; words with equal z in alphabetical order. With an attribute
        ``reason`` when it is empty.

    Notes
    -----
    A z between -2 and 2 is within what chance gives, and in one short encounter nearly all are.
    A word that marks a side says nothing about who is right or heard.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., and Quinn, K. M. (2008). Fightin' words: Lexical feature
    selection and evaluation for identifying the content of political conflict. Political
    Analysis, 16(4), 372-403.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> turns = [Turn(1, "worker", "The form, please."), Turn(2, "tenant", "My daughter needs it.")]
    >>> roles = {"worker": "practitioner", "tenant": "person"}
    >>> marked_words(turns, roles)[0][0]
    'form'
    """
    if not prior > 0:
        raise TranscriptError(word("talk_errors", "prior"))
    spoken, nothing = heard(turns, roles)
    if nothing:
        return Reasoned([], nothing)
    counts: dict[str, Counter] = {"practitioner": Counter(), "person": Counter()}
    for each in spoken:
        counts[each.role].update(TOKEN.findall(each.text.lower()))
    if not all(counts.values()):
        return Reasoned([], word("talk_reasons", "one_side"))
    if len({*counts["practitioner"], *counts["person"]}) < 2:
        return Reasoned([], word("talk_reasons", "one_word"))
    found = _log_odds(counts["practitioner"], counts["person"], prior)
    return Reasoned(sorted(found, key=lambda each: (-each[1], each[0])))


def _log_odds(one: Counter, other: Counter, prior: float) -> list[tuple[str, float]]:
    words = sorted({*one, *other})
    whole = prior * len(words)
    rest_one, rest_other = one.total() + whole, other.total() + whole
    found = []
    for each in words:
        a, b = one[each] + prior, other[each] + prior
        odds = math.log(a / (rest_one - a)) - math.log(b / (rest_other - b))
        found.append((each, odds / math.sqrt(1 / a + 1 / b)))
    return found
