"""What people code by hand: reflections, proposals, decisions; shown only when coders agree."""

import math
from typing import NamedTuple

from ...words import word
from ..agreement import LOW_AGREEMENT, cohen_kappa, percent_agreement
from ..result import Measure, is_missing, undefined
from .formulas import ratio
from .resample import blocks, resampled_totals, spread
from .turns import ROLES, plain_name, role_of_each

__all__ = ["CODES", "HandCodes", "hand_codes"]

CODES = (
    "question",
    "reflection",  # says back what the other said or meant
    "proposes",
    "decides_practitioner",
    "decides_person",
    "decides_together",
    "decides_institution",  # a rule or someone absent settles it
    "explains",
)
DECIDERS = ("practitioner", "person", "together", "institution")
LEAST_UNITS = 10


class HandCodes(NamedTuple):
    """Measures from codes by hand, and whether they may be shown.

    Parameters
    ----------
    measures : list of Measure
        From the first coder's codes.
    agreement : list of Measure
        ``percent_agreement`` and ``cohen_kappa`` of both coders; show them first.
    greyed_out : bool
        True when there is no second coder, or kappa is below 0.4 or not defined.
    reason : str
        Why they are greyed out, in plain words; empty when they are not.

    Examples
    --------
    >>> HandCodes([], [], True, "Nobody else has coded this yet.").greyed_out
    True
    """

    measures: list
    agreement: list
    greyed_out: bool
    reason: str


def hand_codes(turns, roles, *, second=None, resamples=400, seed=0) -> HandCodes:
    """Count the codes that people gave by hand, with the agreement of two coders first.

    Parameters
    ----------
    turns : sequence of Turn
        A transcript whose turns have codes from `CODES`; several are separated by ``;``.
        Other codes count for the agreement only.
    roles : dict
        Speaker to ``practitioner`` or ``person``.
    second : sequence of str, optional
        What a second person coded, one entry for each turn, in order; None is not coded.
    resamples, seed : int
        As in `talk_profile`; here pairs of neighbouring coded turns are drawn.

    Returns
    -------
    HandCodes
        With ``reflection_question_ratio`` (not defined without questions) and ``reflection_share``
        for each role; ``proposes`` for each role; ``decides`` for practitioner, person, together
        and institution; ``explanation_share``, the share of coded turns with a reason given.

    Notes
    -----
    Codes are never made by the program: phrases find reflections with a kappa of 0.17 against
    experts, who reach 0.66 among themselves. If two coders disagree, the codes show nothing.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement, 20(1), 37-46.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> turns = [Turn(n, "worker", "So...", code="question") for n in range(12)]
    >>> found = hand_codes(turns, {"worker": "practitioner"})
    >>> found.greyed_out, found.reason
    (True, 'Nobody else has coded this yet, so nobody knows whether the codes hold.')
    """
    known = role_of_each(roles)
    turns = list(turns)
    coded = [(known.get(plain_name(turn.speaker)), split_codes(turn.code)) for turn in turns]
    units = [(role, codes) for role, codes in coded if codes and role]
    agreement = _agreement([turn.code for turn in turns], second)
    rows = [_row(role, codes) for role, codes in units]
    totals = [sum(column) for column in zip(*rows, strict=True)] or _row("", frozenset())
    draws = list(resampled_totals(rows, resamples, seed))
    measures = [_measure(parts, totals, draws, len(units)) for parts in PARTS]
    grey, reason = _greyed_out(agreement)
    return HandCodes(measures, agreement, grey, reason)


def split_codes(text) -> frozenset:
    """Give the codes of one turn; spaces and the order do not matter."""
    if is_missing(text):
        return frozenset()
    return frozenset(code.strip().casefold() for code in str(text).split(";") if code.strip())


def _agreement(first, second) -> list[Measure]:
    if second is None:
        return []
    pairs = [[split_codes(code) or None for code in codes] for codes in (first, second)]
    return [percent_agreement(*pairs), cohen_kappa(*pairs)]


def _greyed_out(agreement: list[Measure]) -> tuple[bool, str]:
    if not agreement:
        return True, word("hand_codes", "no_second")
    kappa = agreement[1]
    low = math.isnan(kappa.value) or kappa.value < LOW_AGREEMENT
    return low, kappa.reason if low else ""


def _row(role: str, codes) -> list[int]:
    """Give 1 for each code of a turn in its role's column; the last column counts turns."""
    return [int(who == role and code in codes) for code, who in COLUMNS] + [int(bool(codes))]


def _columns(code: str, roles=ROLES) -> list[int]:
    return [COLUMNS.index((code, role)) for role in roles]


def _parts() -> list[tuple]:
    """List each measure: name, role, the columns above and below the line."""
    found, proposals = [], _columns("proposes")
    for role in ROLES:
        said, asked = _columns("reflection", [role]), _columns("question", [role])
        mine = _columns("proposes", [role])
        found += [
            ("reflection_question_ratio", role, said, asked),
            ("reflection_share", role, said, said + asked),
            ("proposes", role, mine, proposals),
        ]
    decisions = [column for who in DECIDERS for column in _columns(f"decides_{who}")]
    for who in DECIDERS:
        mine = _columns(f"decides_{who}")
        found.append(("decides", who, mine, decisions))
    explained = _columns("explains")
    return [*found, ("explanation_share", "all", explained, [-1])]


COLUMNS = [(code, role) for code in CODES for role in ROLES]
PARTS = _parts()


def _measure(parts: tuple, totals, draws, units: int) -> Measure:
    name, role, above, below = parts
    unit = word("hand_codes", f"unit_{name}")

    def value(row):
        return ratio(sum(row[n] for n in above), sum(row[n] for n in below))

    count = sum(totals[n] for n in below)
    if units < LEAST_UNITS:
        reason = word("hand_codes", "few_turns", turns=units, least=LEAST_UNITS)
        return undefined(name, role, count, unit, reason)
    if not count:
        return undefined(name, role, count, unit, word("hand_codes", "nothing"))
    low, high, caution = spread([value(draw) for draw in draws], blocks(units))
    return Measure(name, role, value(totals), low, high, count, unit, caution)
