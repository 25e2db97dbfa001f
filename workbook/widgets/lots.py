"""What the page of a plan is told: what it can reach, and every draw with its picture."""

import html
from collections.abc import Mapping

from ..content.answer import clean
from ..content.lots import BOUNDS, SCHEMES, drawn_on, plan_words
from ..content.model import Exercise
from ..errors import WorkbookError
from ..readings.lots import draw, prospect
from ..words import word, words
from .desk import Desk

__all__ = ["lots_asked", "lots_found", "lots_spec"]

WIDE, ROW, LEFT = 400, 26, 76  # of the picture of a plan


def lots_spec(exercise: Exercise, _desk: Desk) -> dict:
    """Give the numbers that the page begins with, and their bounds.

    Parameters
    ----------
    exercise : Exercise
    _desk : Desk

    Examples
    --------
    >>> plan = Exercise("04/x", "lots", "T", settings={"first": {"cases": 4}})
    >>> lots_spec(plan, None)["lots"]["plan"]["ready"]
    False
    """
    first = exercise.settings["first"]
    return {
        "first": first,
        "bounds": BOUNDS,
        "schemes": SCHEMES,
        "lots": {"plan": prospect(first), "drawn": []},
    }


def lots_asked(exercise: Exercise, message: Mapping, _desk: Desk) -> dict:
    """Draw the lots for what the page holds now.

    Parameters
    ----------
    exercise : Exercise
    message : mapping
        With ``inputs``.
    _desk : Desk

    Returns
    -------
    dict
        ``plan``, or ``trouble`` in a sentence.

    Examples
    --------
    >>> plan = Exercise("04/x", "lots", "T", settings={"first": {"cases": 4}})
    >>> lots_asked(plan, {"inputs": {}}, None)
    {'trouble': 'Choose how the lot is drawn, and you see here what the plan can reach.'}
    """
    inputs = _inputs(exercise, message)
    seen = prospect(inputs)
    if not seen["ready"]:
        return {"trouble": seen["ways"]}
    try:
        return {"plan": draw(inputs)}
    except WorkbookError as trouble:
        return {"trouble": str(trouble)}


def _inputs(exercise: Exercise, response: Mapping) -> dict:
    return exercise.settings["first"] | clean(exercise, response)["inputs"]


def lots_found(exercise: Exercise, response: Mapping, desk: Desk) -> dict:
    """Say what the plan can reach, and list every draw, those that were undone too.

    Parameters
    ----------
    exercise : Exercise
    response : mapping
    desk : Desk

    Returns
    -------
    dict
        ``lots`` with ``plan`` and ``drawn``.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> plan = Exercise("04/x", "lots", "T", settings={"first": {"cases": 4}})
    >>> lots_found(plan, {"plans": []}, desk)["lots"]["drawn"]
    []
    """
    entries = [entry.response for entry in desk.journal.history(exercise.id)]
    plans = {
        (plan["date"], plan["seed"]): plan
        for each in [*entries, response]
        for plan in clean(exercise, each)["plans"]
    }
    drawn = [_shown(n, plan) for n, plan in enumerate(plans.values(), 1)]
    return {"lots": {"plan": prospect(_inputs(exercise, response)), "drawn": drawn}}


def _shown(n: int, plan: Mapping) -> dict:
    said, last = words("lots"), plan["design"]["sessions"]
    rows = [
        [case.capitalize(), f"{start}", f"{start - 1}", f"{last - start + 1}"]
        for case, start in plan["lots"].items()
    ]
    return {
        "title": word("lots", "drawn", n=n, date=drawn_on(plan)),
        "heads": [said["case"], said["start"], said["before_start"], said["after_start"]],
        "rows": rows,
        "picture": picture(plan["lots"], last),
        "words": plan_words(plan),
        "plan": plan,
    }


def picture(lots: Mapping[str, int], last: int) -> str:
    """Draw one bar for each case: light before its start, full from there on.

    Parameters
    ----------
    lots : mapping
        Case to its start week.
    last : int
        The last week.

    Examples
    --------
    >>> picture({"case 1": 7, "case 2": 10}, 21).count("<rect")
    4
    """
    week, bars = (WIDE - LEFT - 5) / last, ""
    for n, (case, start) in enumerate(lots.items()):
        y, x = n * ROW + 4, LEFT + (start - 1) * week
        bars += (
            f'<text x="0" y="{y + 13}">{_name(case)}</text>'
            f'<rect class="sswp-back" x="{LEFT}" y="{y}" width="{x - LEFT:.1f}" height="18"/>'
            f'<rect class="sswp-bar1" x="{x:.1f}" y="{y}" '
            f'width="{LEFT + last * week - x:.1f}" height="18"/>'
        )
    return f'<svg class="sswp-bars" viewBox="0 0 {WIDE} {len(lots) * ROW}">{bars}</svg>'


def _name(case: str) -> str:
    return html.escape(case.capitalize()[:12])
