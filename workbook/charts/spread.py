"""How the changes of many cases are spread, as bars on one axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import floor, log10
from typing import Any, NamedTuple

from workbook.charts.kit import theme
from workbook.charts.kit.marks import rows_of
from workbook.charts.kit.model import Spec
from workbook.charts.kit.render import vega_lite
from workbook.words import word

__all__ = ["Bin", "bins", "spread_picture"]

HEIGHT, WANTED = 220, 20
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class Bin(NamedTuple):
    """Cases whose change lies in one stretch.

    Parameters
    ----------
    low, high : float
        What lies on an edge is counted with the stretch that is farther from 0; no change at all
        is a stretch of its own, from 0 to 0.
    n : int

    Examples
    --------
    >>> Bin(0.0, 0.5, 3).n
    3
    """

    low: float
    high: float
    n: int


def bins(changes: Sequence[float]) -> list[Bin]:
    """Count changes in stretches of a round width, none of which reaches across 0.

    Parameters
    ----------
    changes : sequence of float
        Plus is toward improvement.

    Returns
    -------
    list of Bin
        From the lowest to the highest, without empty ones.

    Examples
    --------
    >>> bins([-0.5, 0.0, 0.4, 0.4, 1.2])[1:3]
    [Bin(low=0.0, high=0.0, n=1), Bin(low=0.4, high=0.5, n=2)]
    """
    moved = [value for value in changes if value]
    still = [Bin(0.0, 0.0, len(changes) - len(moved))] * (len(moved) < len(changes))
    if not moved:
        return still
    widest = max(*moved, 0.0) - min(*moved, 0.0)
    width = _round(widest / WANTED)
    # what lies on an edge for all but rounding belongs to the stretch that is farther from 0
    counted = Counter((v > 0, floor(abs(v) / width + 1e-9)) for v in moved)
    found = [_bin(up, place, width, n) for (up, place), n in counted.items()]
    return sorted([*found, *still])


def _bin(up: bool, place: int, width: float, n: int) -> Bin:
    near, far = (float(f"{edge * width:.12g}") for edge in (place, place + 1))
    return Bin(near, far, n) if up else Bin(-far, 0.0 - near, n)


def _round(width: float) -> float:
    """Give the next round number."""
    power = 10.0 ** floor(log10(width))
    return next(power * step for step in STEPS if power * step >= width * (1 - 1e-9))


def spread_picture(text: tuple[str, str], outcome: str, counted: Sequence[Bin]) -> Spec:
    """Draw how many cases changed how much, and which way.

    Parameters
    ----------
    text : tuple of str
        Title and sentence.
    outcome : str
        What the outcome is called.
    counted : list of Bin

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> spread_picture(("T", "S."), "rating", bins([-1, 1, 2]))["height"]
    220
    """
    import altair as alt

    widest = max((each.high - each.low for each in counted), default=0) or 1.0
    still_last = sorted(counted, key=lambda each: each.low == each.high)
    rows = rows_of([_bar(each, widest) for each in still_last])
    x = alt.X("x:Q", title=word("chart", "spread_axis"), axis=alt.Axis(grid=False))
    y = alt.Y("n:Q", title=word("chart", "spread_cases"), axis=alt.Axis(tickMinStep=1, format="d"))
    fill = alt.condition("datum.toward", alt.value(theme.ACCENT), alt.value(theme.PAPER))
    drawn: dict[str, Any] = {"stroke": theme.ACCENT, "strokeWidth": 1.5, "aria": False}
    bars = rows.mark_rect(**drawn).encode(x=x, x2="x2:Q", y=y, y2=alt.datum(0), fill=fill)
    zero = rows_of([{"x": 0}]).mark_rule(color=theme.INK, strokeWidth=1.5, aria=False)
    unit = word("chart", "spread_unit", outcome=outcome)
    heading = theme.heading(text[0], word("chart", "spread_bars"), unit)
    return vega_lite([bars, zero.encode(x="x:Q")], title=heading,
                     description=f"{text[0]}. {text[1]}", height=HEIGHT)  # fmt: skip


def _bar(each: Bin, widest: float) -> dict[str, Any]:
    """Give a bar; those without a change stand as a narrow one at 0."""
    room = widest * (0.15 if each.low == each.high else -0.04)
    return {"x": each.low - room, "x2": each.high + room, "n": each.n, "toward": each.high > 0}
