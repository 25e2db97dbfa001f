"""When there is no number, and why, in plain words."""

import math

from ..result import Measure, undefined
from .counts import Talk
from .lists import ENGLISH_SHARE, is_english
from .utterances import Utterance, spoken_by_roles

__all__ = ["coverage_of", "heard", "too_little_known", "why_not"]

FULL_COVERAGE, LEAST_COVERAGE = 0.95, 0.80
COVERAGE_UNIT = "share of words by speakers with a role"


def coverage_of(spoken: int, unknown: int) -> Measure:
    """Say what share of the words belongs to a speaker with a role.

    Parameters
    ----------
    spoken, unknown : int
        Words by speakers with a role, and by others.

    Examples
    --------
    >>> coverage_of(90, 10).reason
    '10% of the words belong to no speaker with a role and are left out.'
    """
    words = spoken + unknown
    if not words:
        reason = "There are no words in this transcript."
        return undefined("coverage", "all", 0, COVERAGE_UNIT, reason)
    value, reason = spoken / words, ""
    if value < LEAST_COVERAGE:
        reason = (
            f"Only {100 * value:.0f}% of the words belong to a speaker with a role; results need "
            f"at least {100 * LEAST_COVERAGE:.0f}%. Give the other speakers a role."
        )
    elif value < FULL_COVERAGE:
        left = 100 * (1 - value)
        reason = f"{left:.0f}% of the words belong to no speaker with a role and are left out."
    return Measure("coverage", "all", value, math.nan, math.nan, spoken, COVERAGE_UNIT, reason)


def too_little_known(coverage: Measure) -> str:
    """Give the reason why there is no result at all; empty when there is enough.

    Examples
    --------
    >>> too_little_known(coverage_of(90, 10))
    ''
    """
    return "" if coverage.value >= LEAST_COVERAGE else coverage.reason


def heard(turns, roles: dict, *, wordless=False) -> tuple[list[Utterance], str]:
    """Give the utterances that count, and the reason if too much is by unknown speakers.

    Parameters
    ----------
    turns, roles, wordless
        As in `spoken_by_roles`.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> spoken, reason = heard([Turn(1, "worker", "Next!")], {"worker": "practitioner"})
    >>> len(spoken), reason
    (1, '')
    """
    spoken, unknown = spoken_by_roles(turns, roles, wordless=wordless)
    words = sum(len(each.words) for each in spoken)
    return spoken, too_little_known(coverage_of(words, unknown))


def why_not(formula, talk: Talk, a, b, minimums: bool = True) -> str:
    """Say why a measure is not defined for a role; empty when it is.

    Parameters
    ----------
    formula : Formula
        The measure.
    talk : Talk
        The counted transcript.
    a, b : Counts
        Totals of the role and of the other role.
    minimums : bool
        Whether the least numbers of the table hold.

    Examples
    --------
    >>> from workbook.measures.talk.counts import Counts
    >>> from workbook.measures.talk.formulas import FORMULAS
    >>> none = Counts(*[0] * 22)
    >>> why_not(FORMULAS[0], Talk([], 0, 0, 0, False, False), none, none)
    'Only one side speaks, so there is nothing to compare.'
    """
    if formula.both and not (a.words and b.words):
        return "Only one side speaks, so there is nothing to compare."
    if formula.english and not is_english(a.words + b.words, talk.marking, talk.different):
        return (
            f"Fewer than {100 * ENGLISH_SHARE:.0f}% of the words are common English words, and "
            "this measure is made for English."
        )
    if formula.name.startswith("overlap") and not talk.timed:
        if not talk.cut_offs:
            return "Not measurable: there are no times, and no cut-off is marked with a dash."
        if formula.name != "overlaps":
            return "Not measurable: without times, short signals of listening look like cut-ins."
    return (minimums and _too_few(formula, a, b)) or _nothing(formula, a, b)


def _too_few(formula, a, b) -> str:
    if all(have(a, b) >= least for have, least, _ in formula.needs):
        return ""
    have = " and ".join(f"{each(a, b)} {what}" for each, _, what in formula.needs)
    least = " and ".join(f"{least} {what}" for _, least, what in formula.needs)
    return f"Only {have}; this needs at least {least}."


def _nothing(formula, a, b) -> str:
    nothing = math.isnan(formula.value(a, b))
    return "There is nothing of this kind to count on this side." if nothing else ""
