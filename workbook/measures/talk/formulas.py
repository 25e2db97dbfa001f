"""From counts to values: one entry for each measure, with the least that it needs."""

import math
from collections.abc import Callable
from typing import NamedTuple

from ..readability import ari_from_counts

__all__ = ["FORMULAS", "Formula", "evenness", "ratio"]


class Formula(NamedTuple):
    """How one measure comes from the counts of a role (a) and of the other role (b).

    Parameters
    ----------
    name, unit : str
        As shown.
    value, count : callable
        (a, b) to the number, NaN for a zero denominator; and to what the number rests on.
    needs : tuple of (callable, int, str)
        What must be there: (a, b) to a number, the least it may be, and how to say it.
    english, both : bool
        Whether it needs the English lists; whether both roles must have spoken.

    Examples
    --------
    >>> FORMULAS[0].name, FORMULAS[0].needs[0][1]
    ('talk_share', 20)
    """

    name: str
    unit: str
    value: Callable
    count: Callable
    needs: tuple = ()
    english: bool = False
    both: bool = False


def ratio(above: float, below: float) -> float:
    """Divide; NaN when there is nothing to divide by.

    Parameters
    ----------
    above, below : float
        Numerator and denominator.

    Examples
    --------
    >>> ratio(1, 4), ratio(1, 0)
    (0.25, nan)
    """
    return above / below if below else math.nan


def evenness(talk) -> float:
    """Give Shannon's entropy of the shares over its largest value: 1 when all are equal.

    Parameters
    ----------
    talk : sequence of int
        Words or milliseconds of each speaker.

    References
    ----------
    Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal,
    27(3), 379-423.

    Examples
    --------
    >>> round(evenness([5, 5, 5]), 6), round(evenness([8, 1, 1]), 2)
    (1.0, 0.58)
    """
    total = sum(talk)
    if len(talk) < 2 or not total:
        return math.nan
    parts = [each / total for each in talk if each]
    return sum(-part * math.log(part) for part in parts) / math.log(len(talk))


def _turn_ratio(a, b) -> float:
    above, below = a.words * b.turns, a.turns * b.words
    return math.log2(above) - math.log2(below) if above and below else math.nan


def _changes(a, b) -> int:
    return a.changes + b.changes


def _phrases(a, b) -> int:
    return a.permission + a.directive


def _own_words(a, b) -> int:
    return a.words


RATE, CHANGES = "per 100 words", "per 100 speaker changes"
UTTERANCES = (lambda a, b: a.utterances + b.utterances, 20, "utterances")
ALL_WORDS = (lambda a, b: a.words + b.words, 200, "words")
TURNS = (lambda a, b: min(a.turns, b.turns), 5, "turns on each side")
QUESTIONS = (lambda a, b: a.questions + b.questions, 5, "questions")
ASKING = (lambda a, b: a.asking_turns, 5, "turns with a question")
MATCHES = (_phrases, 3, "phrases of the lists")
FIRST_300 = (lambda a, b: min(a.first_words, b.first_words), 300, "words on each side")
CONTENT = (lambda a, b: a.first + b.first, 100, "content words")
COMMON = (lambda a, b: a.common_first + b.common_first, 1, "words that both used")
WORDS_200 = (_own_words, 200, "words by this side")
WORDS_100 = (_own_words, 100, "words by this side")
CHANGES_20 = (_changes, 20, "speaker changes")

FORMULAS = (
    Formula(
        "talk_share",
        "share of words",
        lambda a, b: ratio(a.talk, a.talk + b.talk),
        ALL_WORDS[0],
        (UTTERANCES, ALL_WORDS),
        both=True,
    ),
    Formula(
        "turn_words",
        "words per turn",
        lambda a, b: ratio(a.words, a.turns),
        lambda a, b: a.turns,
        (TURNS,),
    ),
    Formula(
        "turn_ratio",
        "log2 of own words per turn over the other's",
        _turn_ratio,
        lambda a, b: a.turns + b.turns,
        (TURNS,),
        both=True,
    ),
    Formula("questions_per_100", RATE, lambda a, b: 100 * ratio(a.questions, a.words), _own_words),
    Formula(
        "question_share",
        "share of questions",
        lambda a, b: ratio(a.questions, a.questions + b.questions),
        QUESTIONS[0],
        (QUESTIONS,),
        both=True,
    ),
    Formula(
        "questions_answered",
        "share of turns with a question after which the other side speaks",
        lambda a, b: ratio(a.answered, a.asking_turns),
        ASKING[0],
        (ASKING,),
        both=True,
    ),
    Formula(
        "directives_per_100",
        RATE,
        lambda a, b: 100 * ratio(a.directive, a.words),
        _own_words,
        english=True,
    ),
    Formula(
        "permissions_per_100",
        RATE,
        lambda a, b: 100 * ratio(a.permission, a.words),
        _own_words,
        english=True,
    ),
    Formula(
        "permission_balance",
        "share of permission among directive and permission phrases",
        lambda a, b: ratio(a.permission, a.permission + a.directive),
        _phrases,
        (MATCHES,),
        english=True,
        both=True,
    ),
    Formula(
        "uptake",
        "share of content words that the other side said first",
        lambda a, b: ratio(a.taken_up, a.content),
        lambda a, b: a.content,
        (FIRST_300,),
        english=True,
        both=True,
    ),
    Formula(
        "subject_share",
        "share of first uses of content words",
        lambda a, b: ratio(a.first, a.first + b.first),
        CONTENT[0],
        (CONTENT,),
        english=True,
        both=True,
    ),
    Formula(
        "subject_share_common",
        "share of the content words both used that this side said first",
        lambda a, b: ratio(a.common_first, a.common_first + b.common_first),
        COMMON[0],
        (CONTENT, COMMON),
        english=True,
        both=True,
    ),
    Formula(
        "pronoun_i",
        RATE,
        lambda a, b: 100 * ratio(a.i, a.words),
        _own_words,
        (WORDS_200,),
        english=True,
    ),
    Formula(
        "pronoun_we",
        RATE,
        lambda a, b: 100 * ratio(a.we, a.words),
        _own_words,
        (WORDS_200,),
        english=True,
    ),
    Formula(
        "pronoun_you",
        RATE,
        lambda a, b: 100 * ratio(a.you, a.words),
        _own_words,
        (WORDS_200,),
        english=True,
    ),
    Formula(
        "readability_ari",
        "US school grade, Automated Readability Index",
        lambda a, b: ari_from_counts(a.letters, a.words, a.sentences),
        _own_words,
        (WORDS_100,),
        english=True,
    ),
    Formula(
        "overlaps",
        CHANGES,
        lambda a, b: 100 * ratio(a.overlaps, a.changes + b.changes),
        _changes,
        (CHANGES_20,),
        both=True,
    ),
    Formula(
        "overlap_backchannels",
        CHANGES,
        lambda a, b: 100 * ratio(a.backchannels, a.changes + b.changes),
        _changes,
        (CHANGES_20,),
        both=True,
    ),
    Formula(
        "overlap_cut_ins",
        CHANGES,
        lambda a, b: 100 * ratio(a.overlaps - a.backchannels, a.changes + b.changes),
        _changes,
        (CHANGES_20,),
        both=True,
    ),
)
