"""One case over its sessions: phases, medians and lines; and both sides of the Mirror."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

from workbook.charts.kit import theme
from workbook.charts.kit.marks import rows_of
from workbook.charts.kit.model import Spec
from workbook.charts.kit.render import vega_lite
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["Phase", "phases_picture", "sides_picture"]

HEIGHT, HALF = 260, 0.5
FEW = 8  # sessions up to which each has a tick of its own
SHAPES: dict[str, dict[str, Any]] = {
    "person": {"shape": "circle", "filled": True, "size": 60},
    "practitioner": {"shape": "diamond", "filled": False, "size": 150, "strokeWidth": 2},
}


Point = tuple[int, str, float]  # session, phase, outcome


class Phase(NamedTuple):
    """One stretch of sessions; NaN where there is no median or no line.

    Parameters
    ----------
    name : str
    first, last : int
        Session numbers.
    median, slope, intercept : float

    Examples
    --------
    >>> Phase("A", 1, 6, 3.0, 0.5, 1.0).name
    'A'
    """

    name: str
    first: int
    last: int
    median: float = float("nan")
    slope: float = float("nan")
    intercept: float = float("nan")


def phases_picture(
    text: tuple[str, str],
    outcome: str,
    points: Sequence[Point],
    phases: Sequence[Phase],
    goal: float | None = None,
) -> Spec:
    """Draw the sessions of one case, with the median and the line of each phase.

    Parameters
    ----------
    text : tuple of str
        Title and sentence.
    outcome : str
        What the outcome is called.
    points : list of (int, str, float)
        Session, phase and outcome; NaN is missing.
    phases : list of Phase
        In time order.
    goal : float, optional
        What the person wants to reach.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> points = [(1, "A", 2.0), (2, "B", 4.0)]
    >>> spec = phases_picture(("T", "S."), "rating", points, [Phase("A", 1, 1), Phase("B", 2, 2)])
    >>> spec["height"]
    260
    """
    import altair as alt

    y = alt.Y("y:Q", title=outcome, scale=alt.Scale(zero=False, nice=True))
    layers = [*_frame(phases), *_lines(phases, y)]
    values = _runs(points)
    series = rows_of([{"x": s, "y": v, "run": run, "b": p[0] == "B"} for s, p, v, run in values])
    layers.append(series.mark_line(color=theme.MUTED, strokeWidth=1.2, aria=False).encode(
        x=_x(phases), y=y, detail="run:N"))  # fmt: skip
    filled = alt.condition("datum.b", alt.value(theme.ACCENT), alt.value(theme.PAPER))
    dots = series.mark_point(filled=True, size=55, stroke=theme.ACCENT, strokeWidth=1.8, opacity=1)
    layers.append(dots.encode(x=_x(phases), y=y, fill=filled))
    if goal is not None:
        line = rows_of([{"y": goal, "text": word("chart", "goal", goal=goal)}])
        layers.append(line.mark_rule(color=theme.INK, strokeDash=[1, 3]).encode(y=y))
        words = line.mark_text(align="left", dx=4, dy=-6, aria=False)
        layers.append(words.encode(x=alt.value(0), y=y, text="text:N"))
    return _drawn(layers, text, word("chart", "phase_dots"), word("chart", "phase_trend"))


def sides_picture(
    text: tuple[str, str],
    rows: Sequence[tuple[int, float, float]],
    phases: Sequence[Phase],
) -> Spec:
    """Draw both sides of the Mirror over the sessions of one case.

    Parameters
    ----------
    text : tuple of str
        Title and sentence.
    rows : list of (int, float, float)
        Session, person and practitioner, 0 to 100; NaN is not shown.
    phases : list of Phase
        In time order.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> sides_picture(("T", "S."), [(1, 55.0, 70.0)], [Phase("A", 1, 1)])["width"]
    640
    """
    import altair as alt

    scale = alt.Scale(domain=[0, 100], nice=False)
    y = alt.Y("y:Q", title=word("chart", "side_points"), scale=scale)
    layers = _frame(phases)
    for place, (side, shape) in enumerate(SHAPES.items(), 1):
        values = _runs([(row[0], "", row[place]) for row in rows])
        series = rows_of([{"x": s, "y": v, "run": run} for s, _, v, run in values])
        line = series.mark_line(color=theme.SIDE_COLORS[side], strokeWidth=1.2, aria=False)
        layers.append(line.encode(x=_x(phases), y=y, detail="run:N"))
        marks = series.mark_point(color=theme.SIDE_COLORS[side], opacity=1, **shape)
        layers.append(marks.encode(x=_x(phases), y=y))
    return _drawn(layers, text, word("chart", "side_dots"))


def _runs(points: Sequence[Point]) -> list[tuple[int, str, float, int]]:
    """Leave out missing values, and count the stretches without a break."""
    found, run = [], 0
    before: tuple[int, str] | None = None
    for session, phase, value in points:
        if isnan(value):
            continue
        run += before not in ((session - 1, phase), None)
        before = session, phase
        found.append((session, phase, value, run))
    return found


def _x(phases: Sequence[Phase], field: str = "x:Q") -> alt.X:
    import altair as alt

    first, last = phases[0].first, phases[-1].last
    ends = [first - HALF, last + HALF]
    each: dict[str, Any] = {"values": list(range(first, last + 1))} if last - first < FEW else {}
    axis = alt.Axis(tickMinStep=1, format="d", grid=False, **each)
    scale = alt.Scale(domain=ends, nice=False, zero=False)
    return alt.X(field, title=word("chart", "session"), scale=scale, axis=axis)


def _frame(phases: Sequence[Phase]) -> list[alt.Chart]:
    """Draw where a phase begins, and its name at the top."""
    import altair as alt

    starts = rows_of([{"x": phase.first - HALF} for phase in phases[1:]])
    names = rows_of([{"x": (p.first + p.last) / 2, "text": p.name} for p in phases])
    rule = starts.mark_rule(color=theme.INK, strokeWidth=1.5, aria=False)
    text = names.mark_text(fontWeight=600, dy=-5, baseline="bottom", aria=False)
    return [rule.encode(x=_x(phases)),
            text.encode(x=_x(phases), y=alt.value(0), text="text:N")]  # fmt: skip


def _lines(phases: Sequence[Phase], y: alt.Y) -> list[alt.Chart]:
    import altair as alt

    levels = [{"x": p.first - 0.3, "x2": p.last + 0.3, "y": p.median} for p in phases]
    trends = [
        {"x": p.first, "x2": p.last, "y": p.intercept + p.slope * p.first,
         "y2": p.intercept + p.slope * p.last} for p in phases if p.last > p.first
    ]  # fmt: skip
    level = rows_of([each for each in levels if not isnan(each["y"])])
    trend = rows_of([each for each in trends if not isnan(each["y"])])
    level = level.mark_rule(color=theme.INK, strokeWidth=3, opacity=0.75, aria=False)
    trend = trend.mark_rule(color=theme.ACCENT, strokeWidth=1.5, strokeDash=[6, 4], aria=False)
    return [level.encode(x=_x(phases), x2="x2:Q", y=y),
            trend.encode(x=_x(phases), x2="x2:Q", y=y, y2=alt.Y2("y2:Q"))]  # fmt: skip


def _drawn(layers: Sequence[alt.Chart], text: tuple[str, str], *details: str) -> Spec:
    title, sentence = text
    return vega_lite(
        layers, title=theme.heading(title, *details), description=f"{title}. {sentence}",
        height=HEIGHT,
    )  # fmt: skip
