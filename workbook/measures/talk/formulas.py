"""From counts to values: one entry for each measure, with the least that it needs."""

import math
from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from ...words import word
from ..readability import ari_from_counts

__all__ = ["FORMULAS", "Formula", "evenness", "ratio"]


class Formula(NamedTuple):
    """How one measure comes from the counts of a role (a) and of the other role (b).

    Parameters
    ----------
    name : str
        As shown.
    kind : str
        Which unit it has.
    value, number : callable
        (a, b) to the number, NaN for a zero denominator; and to what the number rests on.
    needs : tuple of (callable, int, str)
        What must be there: (a, b) to a number, the least it may be, and what it is.
    listed, both, shared : bool
        Whether it needs the word lists; whether both roles must have spoken; whether both must
        speak one language, for words of the one are looked for in the other.
    english : bool
        Whether it is made for English alone.

    Examples
    --------
    >>> FORMULAS[0].name, FORMULAS[0].needs[0][1]
    ('talk_share', 20)
    """

    name: str
    kind: str
    value: Callable
    number: Callable
    needs: tuple = ()
    listed: bool = False
    both: bool = False
    shared: bool = False
    english: bool = False

    @property
    def unit(self) -> str:
        """What the number counts."""
        return word("talk_units", f"unit_{self.kind}")


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


def _rate(name: str, field: str, *needs, listed=True) -> Formula:
    """Count how often something comes in 100 words of a role."""
    own = attrgetter(field)
    return Formula(
        name, "rate", lambda a, b: 100 * ratio(own(a), a.words), _own_words, needs, listed
    )


def _share(name: str, field: str, *needs, listed=False) -> Formula:
    """Give the part of something of both roles that is one role's."""
    own = attrgetter(field)

    def value(a, b):
        return ratio(own(a), own(a) + own(b))

    return Formula(name, name, value, needs[-1][0], needs, listed, both=True, shared=listed)


def _part(name: str, above: str, below: str, *needs, listed=False) -> Formula:
    """Give the part of a role's own something that has a mark."""
    over, under = attrgetter(above), attrgetter(below)
    return Formula(
        name,
        name,
        lambda a, b: ratio(over(a), under(a)),
        lambda a, b: under(a),
        needs,
        listed,
        both=True,
        shared=listed,
    )


def _per_change(name: str, above: Callable) -> Formula:
    """Count how often something comes in 100 changes of the speaker."""

    def value(a, b):
        return 100 * ratio(above(a), a.changes + b.changes)

    return Formula(name, "changes", value, CHANGES_20[0], (CHANGES_20,), both=True)


def _turn_ratio(a, b) -> float:
    above, below = a.words * b.turns, a.turns * b.words
    return math.log2(above) - math.log2(below) if above and below else math.nan


def _balance(a, b) -> float:
    return ratio(a.permission, a.permission + a.directive)


def _grade(a, b) -> float:
    return ari_from_counts(a.letters, a.words, a.sentences)


def _own_words(a, b) -> int:
    return a.words


def _own_turns(a, b) -> int:
    return a.turns


UTTERANCES = (lambda a, b: a.utterances + b.utterances, 20, "utterances")
ALL_WORDS = (lambda a, b: a.words + b.words, 200, "words")
TURNS = (lambda a, b: min(a.turns, b.turns), 5, "turns")
QUESTIONS = (lambda a, b: a.questions + b.questions, 5, "questions")
ASKING = (lambda a, b: a.asking_turns, 5, "asking_turns")
MATCHES = (lambda a, b: a.permission + a.directive, 3, "phrases")
FIRST_300 = (lambda a, b: min(a.first_words, b.first_words), 300, "words_each")
CONTENT = (lambda a, b: a.first + b.first, 100, "content_words")
COMMON = (lambda a, b: a.common_first + b.common_first, 1, "common_words")
WORDS_200 = (_own_words, 200, "own_words")
WORDS_100 = (_own_words, 100, "own_words")
CHANGES_20 = (lambda a, b: a.changes + b.changes, 20, "changes")

FORMULAS = (
    _share("talk_share", "talk", UTTERANCES, ALL_WORDS),
    Formula("turn_words", "turn_words", lambda a, b: ratio(a.words, a.turns), _own_turns, (TURNS,)),
    Formula("turn_ratio", "turn_ratio", _turn_ratio, TURNS[0], (TURNS,), both=True),
    _rate("questions_per_100", "questions", listed=False),
    _share("question_share", "questions", QUESTIONS),
    _part("questions_answered", "answered", "asking_turns", ASKING),
    _rate("directives_per_100", "directive"),
    _rate("permissions_per_100", "permission"),
    Formula(
        "permission_balance", "permission_balance", _balance, MATCHES[0], (MATCHES,), True, True
    ),
    _part("uptake", "taken_up", "content", FIRST_300, listed=True),
    _share("subject_share", "first", CONTENT, listed=True),
    _share("subject_share_common", "common_first", CONTENT, COMMON, listed=True),
    _rate("pronoun_i", "i", WORDS_200),
    _rate("pronoun_we", "we", WORDS_200),
    _rate("pronoun_you", "you", WORDS_200),
    Formula("readability_ari", "readability_ari", _grade, _own_words, (WORDS_100,), english=True),
    _per_change("overlaps", lambda a: a.overlaps),
    _per_change("overlap_backchannels", lambda a: a.backchannels),
    _per_change("overlap_cut_ins", lambda a: a.overlaps - a.backchannels),
)
