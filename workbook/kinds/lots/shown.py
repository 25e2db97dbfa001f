"""How a drawn plan is shown: a table, a picture and a sentence that agree."""

import html
from collections.abc import Mapping
from typing import Any

from ...words import word, words
from .plans import drawn_on, plan_words

__all__ = ["picture", "shown"]

WIDE, ROW, LEFT = 400, 26, 76  # of the picture of a plan


def shown(n: int, plan: Mapping) -> dict[str, Any]:
    """Give one draw as the page lists it.

    Parameters
    ----------
    n : int
        The first one is 1.
    plan : mapping
        As its file has it.

    Examples
    --------
    >>> plan = {"date": "2026-11-22T12:00:05+00:00", "lots": {"case 1": 7}}
    >>> shown(1, plan | {"design": {"sessions": 20}})["rows"]
    [['Case 1', '7', '6', '14']]
    """
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
