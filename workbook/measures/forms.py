"""Published forms that an agency may bring: numbers in, published score out, no item text."""

import math
from collections.abc import Iterable, Sequence
from numbers import Real
from statistics import fmean
from typing import NamedTuple

from ..errors import WorkbookError
from ..words import word
from .agreement import percent_agreement
from .result import Measure, is_missing, joined, undefined

__all__ = ["FORMS", "Form", "goal_attainment", "score_collaborate", "score_form"]

ENCOUNTERS = 25  # complete encounters that a CollaboRATE score rests on
SCORED_BY = {"collaborate": "score_collaborate", "goal_attainment": "goal_attainment"}


class Form(NamedTuple):
    """One published form: whose it is, what may be used, and how it is scored.

    Parameters
    ----------
    name : str
        Its key in `FORMS`.
    lines : int
        How many numbers one sheet has; 0 when it varies.
    low, high : int
        The valid range of a number.
    scales : dict
        Scale to (places of its lines from 1, what their mean is multiplied by).
    spare : int
        How many lines may be left out; they get the mean of the others.
    whole : bool
        Whether a number is a whole one.
    url : str

    Examples
    --------
    >>> FORMS["care"].lines, FORMS["care"].low, FORMS["care"].high
    (10, 1, 5)
    >>> FORMS["care"].title
    'CARE Measure'
    """

    name: str
    lines: int
    low: int
    high: int
    scales: dict
    spare: int
    whole: bool
    url: str

    @property
    def title(self) -> str:
        """What the form is called."""
        return word("forms", f"title_{self.name}")

    @property
    def rule(self) -> str:
        """The rule for lines left out, and what else to know."""
        return word("forms", f"rule_{self.name}")

    @property
    def citation(self) -> str:
        """Where it was published."""
        return word("forms", f"citation_{self.name}")

    @property
    def license(self) -> str:
        """What may be used."""
        return word("forms", f"license_{self.name}")


_ALL = (
    Form("collaborate", 3, 0, 9, {}, 0, True, "http://www.glynelwyn.com/scoring-collaborate.html"),
    Form("sdm_q_9", 9, 0, 5, {"total": (range(1, 10), 100 / 5)}, 0, True,
         "http://www.patient-als-partner.de/index.php?article_id=20&clang=2/"),
    Form("care", 10, 1, 5, {"total": (range(1, 11), 10)}, 2, True,
         "http://www.measuringimpact.org/s4-care-measure"),
    Form("wai_sr", 12, 1, 5,
         {"total": (range(1, 13), 12), "task": ((1, 2, 10, 12), 4), "goal": ((4, 6, 8, 11), 4),
          "bond": ((3, 5, 7, 9), 4)}, 0, True,
         "https://doi.org/10.1080/10503300500352500"),
    Form("srs", 4, 0, 10, {"total": (range(1, 5), 4)}, 0, False,  # centimeters
         "https://www.corc.uk.net/outcome-experience-measures/session-rating-scale-srs/"),
    Form("goal_attainment", 0, -2, 2, {}, 0, True, "https://doi.org/10.1007/BF01530764"),
)  # fmt: skip
FORMS = {form.name: form for form in _ALL}


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
        if form is None:
            raise WorkbookError(word("forms", "unknown", name=name, known=known))
        function = SCORED_BY[name]
        raise WorkbookError(word("forms", "elsewhere", name=name, use=function, known=known))
    numbers = _numbers(form, answers)
    return [_scale(name, form, scale, numbers) for scale in form.scales]


def _numbers(form: Form, answers: Sequence) -> list:
    found = [None if is_missing(answer) else answer for answer in _listed(form, answers)]
    if form.lines and len(found) != form.lines:
        sizes = {"lines": form.lines, "given": len(found)}
        raise WorkbookError(word("forms", "lines", form=form.title, **sizes))
    for place, number in enumerate(found, 1):
        if number is not None and not _fits(form, number):
            name = "no_whole_number" if form.whole else "no_number"
            given = {"line": place, "given": f"{number!s:.30}"}
            ends = {"low": form.low, "high": form.high}
            raise WorkbookError(word("forms", name, form=form.title, **given, **ends))
    return found


def _listed(form: Form, answers) -> list:
    if not isinstance(answers, Iterable) or isinstance(answers, str | bytes):
        raise WorkbookError(word("forms", "no_list", form=form.title))
    return list(answers)


def _fits(form: Form, number) -> bool:
    """Say whether a number is in range; only centimeters may have a fraction."""
    plain = isinstance(number, Real) and not isinstance(number, bool)
    return plain and form.low <= number <= form.high and (not form.whole or number % 1 == 0)


def _is_real(number) -> bool:
    return isinstance(number, Real)


def _scale(name: str, form: Form, scale: str, numbers: list) -> Measure:
    places, factor = form.scales[scale]
    found = [numbers[place - 1] for place in places if numbers[place - 1] is not None]
    ends = {"low": form.low * factor, "high": form.high * factor}
    name, unit = f"{name}_{scale}", word("forms", "points", **ends)
    if len(found) < len(places) - form.spare:
        few = word("forms", "few_lines", n=len(found), lines=len(places))
        return undefined(name, "person", len(found), unit, joined(few, form.rule))
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
    points = word("forms", "points", low=form.low, high=form.high)
    names = {"collaborate_top": word("forms", "percent"), "collaborate_mean": points}
    if len(sheets) < ENCOUNTERS:
        reason = joined(word("forms", "encounters", count=len(sheets)), form.rule)
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
    sound = all(_is_real(weight) and 0 < weight < math.inf for weight in weights)
    if len(weights) != len(found) or not sound or not (_is_real(rho) and 0 <= rho < 1):
        raise WorkbookError(word("forms", "weights"))
    count, unit = sum(level is not None for level in found), word("forms", "t_score")
    if not found or None in found:
        return undefined("goal_attainment", "person", count, unit, form.rule)
    spread = (1 - rho) * sum(w * w for w in weights) + rho * sum(weights) ** 2
    value = 50 + 10 * sum(w * x for w, x in zip(weights, found, strict=True)) / math.sqrt(spread)
    return Measure("goal_attainment", "person", value, math.nan, math.nan, count, unit, "")
