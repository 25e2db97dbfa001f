"""The profile of a conversation: both sides, with intervals, counts and reasons."""

import math
from collections import Counter
from typing import NamedTuple

from ...words import word
from ..result import Measure, undefined
from .counts import Counts, Talk, count_talk
from .formulas import FORMULAS, evenness, ratio
from .languages import language_of, split_as
from .questions import count_questions
from .reasons import coverage_of, shares_why_not, too_little_known, why_not
from .resample import blocks, resampled_totals, spread
from .turns import INTERPRETER, ROLES
from .utterances import spoken_by_interpreter

__all__ = ["talk_profile"]

INTERPRETED = {
    "interpreter_share": "interpreter_share",
    "turn_words": "turn_words",
    "questions_per_100": "rate",
}
MOST_DRAWN = 60  # speakers; the evenness of more has no interval
WIDTH = len(Counts._fields)
GROUP = (
    ("group_evenness", evenness),
    ("lowest_share", lambda talk: ratio(min(talk), sum(talk))),
)


class Sample(NamedTuple):
    """What all measures of one profile share."""

    talk: Talk
    totals: tuple
    draws: list
    drawn: int  # pairs of turns that each resample draws from
    nothing: str  # why there is no result at all
    minimums: bool


def talk_profile(turns, roles, *, resamples=400, seed=0, minimums=True) -> list[Measure]:
    """Measure a conversation from both sides.

    Parameters
    ----------
    turns : iterable of Turn
        A transcript, as `read_transcript` gives it.
    roles : dict
        Speaker to ``practitioner``, ``person`` or ``interpreter``, for example
        ``{"worker": "practitioner", "tenant": "person"}``. None leaves a speaker out on purpose.
        Who is not in it stays outside every number and lowers the coverage.
    resamples : int
        Resamples for the 95 % intervals; 0 gives none.
    seed : int
        Same seed, same intervals on every machine.
    minimums : bool
        False shows values that rest on too little. For short invented examples in a lesson;
        leave it alone for a real conversation.

    Returns
    -------
    list of Measure
        One for each name and role, a few about the whole encounter with the role ``all``, and a few
        with the role ``interpreter`` where somebody interprets; the two sides are measured of their
        own talk. A value that is not defined is NaN and has a reason. ``coverage`` is the share of
        words by speakers with a role: below 0.95 it carries a warning, below 0.80 there is no other
        result.

    Notes
    -----
    There is no total: no sum of these numbers says how equal an encounter is. Talk share alone says
    little, for telling one's story raises it in bad meetings too; and one encounter is not precise:
    with 20 to 80 utterances talk share moves by 0.13 either way by chance. A difference inside the
    interval is noise. The lists are English only and do not hear tone. Nothing here shows whether
    anyone was heard, or why the talk went as it did.

    `turn_words`, `directives_per_100` and `permission_balance` told well-rated from badly rated
    staged sessions in a test on other data; `question_share`, pronouns, `readability_ari` and
    `group_evenness` did not.

    References
    ----------
    Roter, D. L., Larson, S. M., Beach, M. C., and Cooper, L. A. (2008). Interactive and evaluative
    correlates of dialogue sequence: A simulation study applying the RIAS to turn taking
    structures. Patient Education and Counseling, 71(1), 26-33.

    Senter, R. J., and Smith, E. A. (1967). Automated Readability Index. AMRL-TR-66-220.

    Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal,
    27(3), 379-423.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> turns = [Turn(1, "worker", "You must sign."), Turn(2, "tenant", "May I read it?")]
    >>> roles = {"worker": "practitioner", "tenant": "person"}
    >>> profile = talk_profile(turns, roles)
    >>> print(profile[0].name, profile[0].role, profile[0].value)
    talk_share practitioner nan
    >>> profile[0].reason
    'Only 2 utterances and 7 words; this needs at least 20 utterances and 200 words.'
    """
    turns = list(turns)
    talk = count_talk(turns, roles)
    names = {name: n for n, name in enumerate(sorted({speaker for speaker, _, _ in talk.rows}))}
    rows = [_row(each, names if len(names) <= MOST_DRAWN else {}) for each in talk.rows]
    totals = _split([sum(column) for column in zip(*rows, strict=True)])
    if len(names) > MOST_DRAWN:
        totals = (*totals[:2], _talk_of_each(talk))
    draws = [_split(each) for each in resampled_totals(rows, resamples, seed)]
    coverage = coverage_of(totals[0].words + totals[1].words, talk.unknown)
    sample = Sample(talk, totals, draws, blocks(len(rows)), too_little_known(coverage), minimums)
    found = [_measure(formula, role, sample) for formula in FORMULAS for role in ROLES]
    found += [_distance(each, talk) for each in found if each.name == "talk_share"]
    return found + _group(sample) + _interpreter(turns, roles, talk) + [coverage]


def _talk_of_each(talk: Talk) -> tuple:
    found: Counter = Counter()
    for speaker, _, counts in talk.rows:
        found[speaker] += counts.talk
    return tuple(found.values())


def _row(entry: tuple, names: dict[str, int]) -> list[int]:
    """Lay out one turn: the practitioner's counts, the person's, the talk of each speaker."""
    speaker, role, counts = entry
    row = [0] * (2 * WIDTH + len(names))
    start = WIDTH * ROLES.index(role)
    row[start : start + WIDTH] = counts
    if names:
        row[2 * WIDTH + names[speaker]] = counts.talk
    return row


def _split(totals) -> tuple[Counts, Counts, tuple]:
    if not totals:
        return Counts(*[0] * WIDTH), Counts(*[0] * WIDTH), ()
    own, other = Counts(*totals[:WIDTH]), Counts(*totals[WIDTH : 2 * WIDTH])
    return own, other, tuple(totals[2 * WIDTH :])


def _measure(formula, role: str, sample: Sample) -> Measure:
    own, other = (0, 1) if role == ROLES[0] else (1, 0)
    a, b = sample.totals[own], sample.totals[other]
    count, unit, value = formula.number(a, b), _unit(formula, sample.talk), formula.value
    reason = sample.nothing or why_not(formula, sample.talk, a, b, role, minimums=sample.minimums)
    if reason:
        return undefined(formula.name, role, count, unit, reason)
    low, high, caution = spread(
        [value(draw[own], draw[other]) for draw in sample.draws], sample.drawn
    )
    caution = caution or _without_pronouns(formula, sample.talk, role)
    return Measure(formula.name, role, value(a, b), low, high, count, unit, caution)


def _without_pronouns(formula, talk: Talk, role: str) -> str:
    """Say of pronouns in Spanish that the verb mostly stands for them."""
    if not formula.name.startswith("pronoun_"):
        return ""
    other = ROLES[1 - ROLES.index(role)]
    spanish = language_of(talk.speech[role], talk.speech[other]) == "es"
    return word("talk_reasons", "dropped_pronouns") if spanish else ""


def _unit(formula, talk: Talk) -> str:
    if formula.name == "talk_share" and talk.timed:
        return word("talk_units", "seconds")
    if formula.name == "talk_share" and split_as(*talk.speech.values()) == "letters":
        return word("talk_units", "letters")
    if formula.name == "overlaps":
        return word("talk_units", "by_times" if talk.timed else "by_cut_offs", unit=formula.unit)
    return formula.unit


def _distance(share: Measure, talk: Talk) -> Measure:
    """Say how far a talk share lies from an even share of all who spoke."""
    sides = dict({(speaker, role) for speaker, role, _ in talk.rows})
    even = ratio(sum(role == share.role for role in sides.values()), len(sides))
    value, low, high = share.value - even, share.low - even, share.high - even
    unit = word("talk_units", "distance")
    return share._replace(name="talk_distance", value=value, low=low, high=high, unit=unit)


def _interpreter(turns, roles, talk: Talk) -> list[Measure]:
    """Measure who interprets apart from both sides."""
    if INTERPRETER not in roles.values():
        return []
    taken = spoken_by_interpreter(turns, roles)
    said = [each for run in taken for each in run]
    words = sum(len(each.words) for each in said)
    sides = sum(counts.words for _, _, counts in talk.rows)
    values = (
        ("interpreter_share", ratio(words, words + sides), words),
        ("turn_words", ratio(words, len(taken)), len(taken)),
        ("questions_per_100", 100 * ratio(sum(map(_asked, said)), words), words),
    )
    units = {name: word("talk_units", f"unit_{kind}") for name, kind in INTERPRETED.items()}
    return [
        Measure(name, INTERPRETER, value, math.nan, math.nan, count, units[name],
                "" if words else word("talk_reasons", "no_words"))
        for name, value, count in values
    ]  # fmt: skip


def _asked(each) -> int:
    return count_questions(each.text)


def _group(sample: Sample) -> list[Measure]:
    """Measure a group of three or more: how even the talk is, and who has the least."""
    speakers, found, nothing = sample.totals[2], [], sample.nothing
    if len(speakers) < 3:
        nothing = nothing or word("talk_reasons", "two_speakers")
    nothing = nothing or shares_why_not(sample.talk)
    for name, value in GROUP:
        unit = word("talk_units", f"unit_{name}")
        if nothing:
            found.append(undefined(name, "all", len(speakers), unit, nothing))
        else:
            low, high, why = spread([value(draw[2]) for draw in sample.draws], sample.drawn)
            found.append(Measure(name, "all", value(speakers), low, high, len(speakers), unit, why))
    return found
