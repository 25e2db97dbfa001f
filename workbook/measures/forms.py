"""Published forms that an agency may bring: numbers in, published score out, no item text."""

import math
from collections.abc import Iterable, Sequence
from numbers import Real
from statistics import fmean
from typing import NamedTuple

from ..errors import WorkbookError
from .agreement import percent_agreement
from .result import Measure, is_missing, undefined

__all__ = ["FORMS", "Form", "goal_attainment", "score_collaborate", "score_form"]

ENCOUNTERS = 25  # complete encounters that a CollaboRATE score rests on
SCORED_BY = {"collaborate": "score_collaborate", "goal_attainment": "goal_attainment"}
ALL_NEEDED = "No published rule for lines left out was confirmed, so all are needed."


class Form(NamedTuple):
    """One published form: whose it is, what may be used, and how it is scored.

    Parameters
    ----------
    title : str
    lines : int
        How many numbers one sheet has; 0 when it varies.
    low, high : int
        The valid range of a number.
    scales : dict
        Scale to (places of its lines from 1, what their mean is multiplied by).
    spare : int
        How many lines may be left out; they get the mean of the others.
    rule : str
        The rule for lines left out, and what else to know.
    citation, license, url : str

    Examples
    --------
    >>> FORMS["care"].lines, FORMS["care"].low, FORMS["care"].high
    (10, 1, 5)
    """

    title: str
    lines: int
    low: int
    high: int
    scales: dict
    spare: int
    rule: str
    citation: str
    license: str
    url: str


FORMS = {
    "collaborate": Form(
        "CollaboRATE", 3, 0, 9, {}, 0,
        "Encounters with a line left out do not count; at least 25 complete encounters are "
        "needed. Only for the version from 0 to 9, not for the one from 0 to 4.",
        "Elwyn, G., and others (2013). Developing CollaboRATE. Patient Education and Counseling, "
        "93(1), 102-107. Barr, P. J., and others (2014). The psychometric properties of "
        "CollaboRATE. Journal of Medical Internet Research, 16(1), e2.",
        "CC BY-NC-ND 3.0: not for commercial use, and not to be changed.",
        "http://www.glynelwyn.com/scoring-collaborate.html",
    ),
    "sdm_q_9": Form(
        "SDM-Q-9", 9, 0, 5, {"total": (range(1, 10), 100 / 5)}, 0,
        f"Sum times 20/9, from 0 to 100. {ALL_NEEDED}",
        "Kriston, L., and others (2010). The 9-item Shared Decision Making Questionnaire "
        "(SDM-Q-9). Patient Education and Counseling, 80(1), 94-99.",
        "Its authors give it out; we could not confirm the terms. Ask them before use.",
        "http://www.patient-als-partner.de/index.php?article_id=20&clang=2/",
    ),
    "care": Form(
        "CARE Measure", 10, 1, 5, {"total": (range(1, 11), 10)}, 2,
        "Sum, from 10 to 50. Up to two lines may be left out or not apply; they get the mean of "
        "the others.",
        "Mercer, S. W., Maxwell, M., Heaney, D., and Watt, G. C. M. (2004). The consultation and "
        "relational empathy (CARE) measure. Family Practice, 21(6), 699-705.",
        "Copyright Stewart W. Mercer 2004; free to use.",
        "http://www.measuringimpact.org/s4-care-measure",
    ),
    "wai_sr": Form(
        "Working Alliance Inventory, Short Revised", 12, 1, 5,
        {"total": (range(1, 13), 12), "task": ((1, 2, 10, 12), 4), "goal": ((4, 6, 8, 11), 4),
         "bond": ((3, 5, 7, 9), 4)}, 0,
        f"Sums: the whole from 12 to 60, each part from 4 to 20. {ALL_NEEDED}",
        "Hatcher, R. L., and Gillaspy, J. A. (2006). Development and validation of a revised short "
        "version of the Working Alliance Inventory. Psychotherapy Research, 16(1), 12-25.",
        "Copyright Society for Psychotherapy Research: ask for permission before use.",
        "https://doi.org/10.1080/10503300500352500",
    ),
    "srs": Form(
        "Session Rating Scale, version 3", 4, 0, 10, {"total": (range(1, 5), 4)}, 0,
        f"Sum of four lines in centimeters, from 0 to 40. {ALL_NEEDED} It is no verdict on a "
        "session.",
        "Duncan, B. L., and others (2003). The Session Rating Scale. Journal of Brief Therapy, "
        "3(1), 3-12.",
        "A licensed measure: get a license before use, on paper or in software.",
        "https://www.corc.uk.net/outcome-experience-measures/session-rating-scale-srs/",
    ),
    "goal_attainment": Form(
        "Goal Attainment Scaling", 0, -2, 2, {}, 0,
        "Each goal needs a level.",
        "Kiresuk, T. J., and Sherman, R. E. (1968). Goal attainment scaling. Community Mental "
        "Health Journal, 4(6), 443-453.",
        "A method and a formula, free to use with goals in your own words.",
        "https://doi.org/10.1007/BF01530764",
    ),
}  # fmt: skip


def score_form(name: str, answers: Sequence) -> list[Measure]:
    """Score one sheet of a published form.

    Parameters
    ----------
    name : str
        A key of `FORMS` whose sheet is scored by itself.
    answers : sequence
        One number for each line, in the form's order; None where it was left out.

    Returns
    -------
    list of Measure
        One for each scale, the whole first. The reason of a missing score says why.

    Raises
    ------
    WorkbookError
        When the form is not known, or a number is out of range or too many.

    Examples
    --------
    >>> score_form("care", [4] * 8 + [None, None])[0].value
    40.0
    """
    form = FORMS.get(name)
    if form is None or not form.scales:
        known = ", ".join(key for key, each in FORMS.items() if each.scales)
        more = f"Use {SCORED_BY[name]}." if form else "Check the name."
        raise WorkbookError(f"No single sheet of '{name}' can be scored. {more} Known: {known}.")
    numbers = _numbers(form, answers)
    return [_scale(name, form, scale, numbers) for scale in form.scales]


def _numbers(form: Form, answers: Sequence) -> list:
    found = [None if is_missing(answer) else answer for answer in _listed(form, answers)]
    if form.lines and len(found) != form.lines:
        raise WorkbookError(
            f"{form.title} has {form.lines} lines, and here are {len(found)} numbers. Put None "
            "where a line was left out."
        )
    for place, number in enumerate(found, 1):
        if number is not None and not _fits(form, number):
            raise WorkbookError(
                f"{form.title}, line {place}: '{number!s:.30}' is not "
                f"{'a number' if form is FORMS['srs'] else 'a whole number'} from {form.low} to "
                f"{form.high}."
            )
    return found


def _listed(form: Form, answers) -> list:
    if not isinstance(answers, Iterable) or isinstance(answers, str | bytes):
        raise WorkbookError(f"{form.title}: give a list of numbers, one for each line of a sheet.")
    return list(answers)


def _fits(form: Form, number) -> bool:
    """Say whether a number is in range; only centimeters may have a fraction."""
    plain = isinstance(number, Real) and not isinstance(number, bool)
    return plain and form.low <= number <= form.high and (form is FORMS["srs"] or number % 1 == 0)


def _scale(name: str, form: Form, scale: str, numbers: list) -> Measure:
    places, factor = form.scales[scale]
    found = [numbers[place - 1] for place in places if numbers[place - 1] is not None]
    name, unit = f"{name}_{scale}", f"points, {form.low * factor:g} to {form.high * factor:g}"
    if len(found) < len(places) - form.spare:
        reason = f"{len(found)} of {len(places)} lines were answered. {form.rule}"
        return undefined(name, "person", len(found), unit, reason)
    value = float(factor * fmean(found))
    return Measure(name, "person", value, math.nan, math.nan, len(found), unit, "")


def score_collaborate(encounters: Sequence[Sequence]) -> list[Measure]:
    """Give the CollaboRATE top score (percent, with Wilson's interval) and mean score.

    Parameters
    ----------
    encounters : sequence of sequence
        Three numbers from 0 to 9 for each encounter; None where a line was left out.

    Returns
    -------
    list of Measure
        Share of the encounters with 9 on all three lines, and the mean from 0 to 9.

    Examples
    --------
    >>> [m.value for m in score_collaborate([[9, 9, 9]] * 10 + [[9, 9, 6]] * 15)]
    [40.0, 8.4]
    """
    form = FORMS["collaborate"]
    sheets = [_numbers(form, each) for each in _listed(form, encounters)]
    sheets = [sheet for sheet in sheets if None not in sheet]
    names = {"collaborate_top": "percent of encounters", "collaborate_mean": "points, 0 to 9"}
    if len(sheets) < ENCOUNTERS:
        reason = f"{len(sheets)} complete encounters. {form.rule}"
        return [undefined(name, "person", len(sheets), unit, reason)
                for name, unit in names.items()]  # fmt: skip
    share = percent_agreement([min(sheet) == form.high for sheet in sheets], [True] * len(sheets))
    top, low, high = (100 * part for part in (share.value, share.low, share.high))
    mean, (first, second) = fmean(map(fmean, sheets)), names
    return [
        Measure(first, "person", top, low, high, len(sheets), names[first], ""),
        Measure(second, "person", mean, math.nan, math.nan, len(sheets), names[second], ""),
    ]


def goal_attainment(
    levels: Sequence, weights: Sequence | None = None, *, rho: float = 0.30
) -> Measure:
    """Give the Goal Attainment T score: 50 when each goal came out as expected.

    Parameters
    ----------
    levels : sequence of int
        For each goal -2 (much less than expected) to 2 (much more); None when not rated.
    weights : sequence of float, optional
        How much each goal counts; all alike when left out.
    rho : float
        Assumed correlation between goals; 0.30 is the usual value.

    Returns
    -------
    Measure

    Examples
    --------
    >>> goal_attainment([1, 0, 1], [2, 1, 1]).value
    60.0
    """
    form = FORMS["goal_attainment"]
    found = _numbers(form, levels)
    weights = [1.0] * len(found) if weights is None else _listed(form, weights)
    sound = all(isinstance(w, Real) and 0 < w < math.inf for w in weights)
    if len(weights) != len(found) or not sound or not (isinstance(rho, Real) and 0 <= rho < 1):
        raise WorkbookError("Each goal needs one weight above 0, and rho lies from 0 to below 1.")
    count, unit = sum(level is not None for level in found), "T score"
    if not found or None in found:
        return undefined("goal_attainment", "person", count, unit, form.rule)
    spread = (1 - rho) * sum(w * w for w in weights) + rho * sum(weights) ** 2
    value = 50 + 10 * sum(w * x for w, x in zip(weights, found, strict=True)) / math.sqrt(spread)
    return Measure("goal_attainment", "person", value, math.nan, math.nan, count, unit, "")
