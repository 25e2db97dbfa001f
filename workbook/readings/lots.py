"""A plan that is drawn by lot: what it can show before anything begins, and the draw itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import WorkbookError
from ..words import word
from .describe import share_of_one

if TYPE_CHECKING:
    from ..measures.randomization import Design

__all__ = ["draw", "prospect"]

ALIKE, RUNS = 0.3, 200  # how alike neighbouring weeks are in the simulated tests, and how many
EFFECTS = 1, 2  # standard deviations of a case's weeks
BAR, FEWEST, SIX = 0.05, 0.0001, 6  # the p that many ask for; the smallest p said; weeks before


def prospect(inputs: Mapping) -> dict:
    """Say what a plan can reach before its lots are drawn.

    Parameters
    ----------
    inputs : mapping
        ``cases``, ``weeks``, ``baseline``, ``treatment`` and ``scheme``, which may be missing.

    Returns
    -------
    dict
        ``ready``: whether there is something to draw; ``ways``: how many ways the lots can fall
        and the smallest p, in a sentence, or why not; ``about``: pairs of a name and a sentence.

    Examples
    --------
    >>> four = {"cases": 4, "weeks": 21, "baseline": 6, "treatment": 6, "scheme": "orders"}
    >>> prospect(four)["ways"]
    'There are 24 ways in which the lots can fall. Even if everything goes as hoped, p cannot come \
below .042.'
    """
    if "scheme" not in inputs:
        return {"ready": False, "ways": word("lots", "choose"), "about": []}
    try:
        layout = _layout(inputs)
    except WorkbookError as trouble:
        return {"ready": False, "ways": trouble.args[0], "about": []}
    many = layout.n_assignments > 1
    ways = _ways(layout) if many else word("lots", "one_way")
    return {"ready": many, "ways": ways, "about": _about(layout) if many else []}


def draw(inputs: Mapping) -> dict:
    """Draw the lots.

    Parameters
    ----------
    inputs : mapping
        As in `prospect`.

    Returns
    -------
    dict
        The plan, as its file has it.

    Raises
    ------
    workbook.errors.WorkbookError
        When there are too few weeks.

    Examples
    --------
    >>> four = {"cases": 4, "weeks": 21, "baseline": 6, "treatment": 6, "scheme": "orders"}
    >>> sorted(draw(four)["lots"].values())
    [7, 10, 13, 16]
    """
    from ..measures.randomization import draw_starts

    return json.loads(json.dumps(draw_starts(**_asked(inputs)).told()))


def _asked(inputs: Mapping) -> dict:
    one = inputs["scheme"] == "one_start"
    return {
        "cases": 1 if one else inputs["cases"],
        "sessions": inputs["weeks"],
        "min_baseline": inputs["baseline"],
        "min_treatment": inputs["treatment"],
        "scheme": "starts" if one else inputs["scheme"],
    }


def _layout(inputs: Mapping) -> Design:
    from ..measures.randomization import design

    return design(**_asked(inputs))


def _ways(layout: Design) -> str:
    n, p = f"{layout.n_assignments:,}", layout.smallest_p
    if p < FEWEST:
        return word("lots", "ways_many", n=n)
    ways = word("lots", "ways", n=n, p=share_of_one(p))
    return f"{ways} {word('lots', 'above')}" if p > BAR else ways


def _about(layout: Design) -> list[tuple[str, str]]:
    size = ("one", "two", "several")[min(len(layout.cases), 3) - 1]
    can, cannot = word("lots", f"can_{size}"), [word("lots", f"cannot_{size}")]
    if size != "one" and layout.scheme == "starts":
        cannot.append(word("lots", "together"))
    weeks = "six" if layout.min_baseline >= SIX else "under_six"
    return [
        (word("lots", "can"), can),
        (word("lots", "cannot"), " ".join(cannot)),
        (word("lots", "power"), _power(layout)),
        (word("lots", "baselines"), word("lots", weeks, n=layout.min_baseline)),
    ]


def _power(layout: Design) -> str:
    """Say in how many of 100 simulated tests this plan would find a change of one size, and two."""
    if layout.smallest_p > BAR + 1e-9:
        return word("lots", "power_never")
    small, large = _chances(layout)
    return word("lots", "power_found", small=small, large=large, alike=f"{ALIKE:g}")


@lru_cache(maxsize=64)
def _chances(layout: Design) -> tuple[int, ...]:
    from ..measures.power import power

    found = (power(layout, effect=each, autocorrelation=ALIKE, runs=RUNS) for each in EFFECTS)
    return tuple(round(100 * each.value) for each in found)
