"""When there is no number, and why, in plain words."""

import math

from ...words import word
from ..result import Measure, undefined
from .counts import Talk
from .languages import FEW, language_of, split_as
from .lists import LEAST_SHARE
from .turns import ROLES
from .utterances import Utterance, spoken_by_roles

__all__ = ["coverage_of", "heard", "shares_why_not", "too_little_known", "why_not"]

FULL_COVERAGE, LEAST_COVERAGE = 0.95, 0.80


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
    words, unit = spoken + unknown, word("talk_units", "unit_coverage")
    if not words:
        return undefined("coverage", "all", 0, unit, word("talk_reasons", "no_words"))
    value, reason = spoken / words, ""
    if value < LEAST_COVERAGE:
        shares = {"share": 100 * value, "least": 100 * LEAST_COVERAGE}
        reason = word("talk_reasons", "few_roles", **shares)
    elif value < FULL_COVERAGE:
        reason = word("talk_reasons", "left_out", share=100 * (1 - value))
    return Measure("coverage", "all", value, math.nan, math.nan, spoken, unit, reason)


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


BY_WORDS = ("turn_words", "questions_per_100")  # of one side; others compare both


def why_not(  # noqa: PLR0913 - what a reason may rest on
    formula, talk: Talk, a, b, role: str, *, minimums: bool = True
) -> str:
    """Say why a measure is not defined for a role; empty when it is.

    Parameters
    ----------
    formula : Formula
        The measure.
    talk : Talk
        The counted transcript.
    a, b : Counts
        Totals of the role and of the other role.
    role : str
        Which role `a` is.
    minimums : bool
        Whether the least numbers of the table hold.

    Examples
    --------
    >>> from workbook.measures.talk.counts import Counts
    >>> from workbook.measures.talk.formulas import FORMULAS
    >>> none = Counts(*[0] * 22)
    >>> why_not(FORMULAS[0], Talk([]), none, none, "person")
    'Only one side speaks, so there is nothing to compare.'
    """
    if formula.both and not (a.words and b.words):
        return word("talk_reasons", "one_side")
    if why := _language(formula, talk, role) or _writing(formula, talk, a, b, role):
        return why
    if formula.name.startswith("overlap") and not talk.timed:
        if not talk.cut_offs:
            return word("talk_reasons", "no_cut_offs")
        if formula.name != "overlaps":
            return word("talk_reasons", "untimed_cut_ins")
    return (minimums and _too_few(formula, a, b)) or _nothing(formula, a, b)


def _language(formula, talk: Talk, role: str) -> str:
    """Say why a measure that needs the lists, or is made for English, does not fit a side."""
    if not (formula.listed or formula.english):
        return ""
    own = talk.speech[role]
    other = talk.speech[ROLES[1 - ROLES.index(role)]]
    spoken = language_of(own, other)
    if formula.english and spoken != "en":
        return word("talk_reasons", "no_english", share=100 * LEAST_SHARE)
    if not spoken:
        return word("talk_reasons", "no_list", share=100 * LEAST_SHARE)
    if formula.shared and language_of(other, own) != spoken:
        return word("talk_reasons", "other_language")
    return ""


def shares_why_not(talk: Talk) -> str:
    """Say why the shares of two sides cannot be compared; empty when they can.

    Examples
    --------
    >>> shares_why_not(Talk([]))
    ''
    """
    fits = talk.timed or split_as(*talk.speech.values())
    return "" if fits else word("talk_reasons", "mixed_writing")


def _writing(formula, talk: Talk, a, b, role: str) -> str:
    """Say why words, sentences or questions cannot be counted in how something is written."""
    if formula.name == "talk_share":
        return shares_why_not(talk)
    if formula.name == "questions_per_100" and not a.questions + b.questions:
        return word("talk_reasons", "no_question_marks")
    if formula.name == "readability_ari" and not talk.punctuated[role]:
        return word("talk_reasons", "no_punctuation")
    sides = [role] if formula.name in BY_WORDS else ROLES if formula.name == "turn_ratio" else []
    if any(talk.speech[side].unsplit > FEW for side in sides):
        return word("talk_reasons", "no_spaces")
    return ""


def _too_few(formula, a, b) -> str:
    if all(have(a, b) >= least for have, least, _ in formula.needs):
        return ""
    have = _both(*(_amount(what, each(a, b)) for each, _, what in formula.needs))
    least = _both(*(_amount(what, least) for _, least, what in formula.needs))
    return word("talk_reasons", "too_few", have=have, least=least)


def _amount(what: str, count: int) -> str:
    return word("talk_needs", f"need_{what}", count=count)


def _both(first: str, *others: str) -> str:
    return word("talk_needs", "and", first=first, second=_both(*others)) if others else first


def _nothing(formula, a, b) -> str:
    return word("talk_reasons", "nothing") if math.isnan(formula.value(a, b)) else ""
