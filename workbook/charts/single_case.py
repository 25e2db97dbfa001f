"""One case over its sessions: averages, lines and bands; and both sides of the Mirror."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING, Any

from workbook.charts.case import HALF, Case, Phase, Segment, runs, session_axis, upright
from workbook.charts.kit import theme
from workbook.charts.kit.marks import rows_of
from workbook.charts.kit.model import Spec
from workbook.charts.kit.render import vega_lite
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["phases_picture", "sides_picture"]

HEIGHT = 260
SHAPES: dict[str, dict[str, Any]] = {
    "person": {"shape": "circle", "filled": True, "size": 60},
    "practitioner": {"shape": "diamond", "filled": False, "size": 150, "strokeWidth": 2},
}


def phases_picture(
    text: tuple[str, str],
    outcome: str,
    case: Case,
    goal: float | None = None,
) -> Spec:
    """Draw the sessions of one case, with what helps the eye.

    Each phase has its average, its trend and a band from its lowest to its highest value; the
    line of a baseline is carried on into the phase after it.

    Parameters
    ----------
    text : tuple of str
        Title and sentence.
    outcome : str
        What the outcome is called.
    case : Case
    goal : float, optional
        What the person wants to reach.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> case = Case("n", [(1, "A", 2.0), (2, "B", 4.0)], [Phase("A", 1, 1), Phase("B", 2, 2)])
    >>> phases_picture(("T", "S."), "rating", case)["height"]
    260
    """
    import altair as alt

    points, phases = case.points, case.phases
    y = alt.Y("y:Q", title=upright(outcome), scale=alt.Scale(zero=False, nice=True))
    layers = [*_bands(phases, y), *_frame(phases), *_lines(phases, y)]
    values = runs(points)
    series = rows_of([{"x": s, "y": v, "run": run, "b": p[0] == "B"} for s, p, v, run in values])
    layers.append(series.mark_line(color=theme.MUTED, strokeWidth=1.2, aria=False).encode(
        x=session_axis(phases), y=y, detail="run:N"))  # fmt: skip
    filled = alt.condition("datum.b", alt.value(theme.ACCENT), alt.value(theme.PAPER))
    dots = series.mark_point(filled=True, size=55, stroke=theme.ACCENT, strokeWidth=1.8, opacity=1)
    layers.append(dots.encode(x=session_axis(phases), y=y, fill=filled))
    if goal is not None:
        line = rows_of([{"y": goal, "text": word("chart", "goal", goal=goal)}])
        layers.append(line.mark_rule(color=theme.INK, strokeDash=[1, 3]).encode(y=y))
        words = line.mark_text(align="left", dx=4, dy=-6, aria=False)
        layers.append(words.encode(x=alt.value(0), y=y, text="text:N"))
    if case.criteria:
        layers.append(_criteria(case.criteria, phases, y))
    names = ["phase_dots", "phase_band", "phase_trend", *["phase_criteria"] * bool(case.criteria)]
    said = [word("chart", name) for name in names]
    return _drawn(layers, text, *said)


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
        values = runs([(row[0], "", row[place]) for row in rows])
        series = rows_of([{"x": s, "y": v, "run": run} for s, _, v, run in values])
        line = series.mark_line(color=theme.SIDE_COLORS[side], strokeWidth=1.2, aria=False)
        layers.append(line.encode(x=session_axis(phases), y=y, detail="run:N"))
        marks = series.mark_point(color=theme.SIDE_COLORS[side], opacity=1, **shape)
        layers.append(marks.encode(x=session_axis(phases), y=y))
    return _drawn(layers, text, word("chart", "side_dots"))


def _frame(phases: Sequence[Phase]) -> list[alt.Chart]:
    """Draw where a phase begins, and its name at the top."""
    import altair as alt

    starts = rows_of([{"x": phase.first - HALF} for phase in phases[1:]])
    names = rows_of([{"x": (p.first + p.last) / 2, "text": p.name} for p in phases])
    rule = starts.mark_rule(color=theme.INK, strokeWidth=1.5, aria=False)
    text = names.mark_text(fontWeight=600, dy=-5, baseline="bottom", aria=False)
    return [rule.encode(x=session_axis(phases)),
            text.encode(x=session_axis(phases), y=alt.value(0), text="text:N")]  # fmt: skip


def _bands(phases: Sequence[Phase], y: alt.Y) -> list[alt.Chart]:
    """Shade each phase from its lowest to its highest value."""
    import altair as alt

    bands = [
        {"x": p.first - HALF, "x2": p.last + HALF, "y": p.low, "y2": p.high} for p in phases
    ]  # fmt: skip
    drawn = rows_of([each for each in bands if not isnan(each["y"])])
    band = drawn.mark_rect(color=theme.GRID, opacity=1, aria=False)
    return [band.encode(x=session_axis(phases), x2="x2:Q", y=y, y2=alt.Y2("y2:Q"))]


def _lines(phases: Sequence[Phase], y: alt.Y) -> list[alt.Chart]:
    levels = [{"x": p.first - 0.3, "x2": p.last + 0.3, "y": p.mean} for p in phases]
    level = rows_of([each for each in levels if not isnan(each["y"])])
    level = level.mark_rule(color=theme.INK, strokeWidth=3, opacity=0.75, aria=False)
    trends = [_stretch(p, p.first, p.last) for p in phases if p.last > p.first]
    carried = [
        _stretch(before, before.last, after.last)
        for before, after in pairwise(phases)
        if after.is_b and not before.is_b
    ]
    return [level.encode(x=session_axis(phases), x2="x2:Q", y=y),
            _sloped(trends, phases, y, [6, 4]), _sloped(carried, phases, y, [1, 4])]  # fmt: skip


def _stretch(phase: Phase, first: int, last: int) -> dict[str, float]:
    return {"x": first, "x2": last, "y": phase.at(first), "y2": phase.at(last)}


def _sloped(lines: Sequence[dict[str, float]], phases: Sequence[Phase], y: alt.Y,
            dash: list[int]) -> alt.Chart:  # fmt: skip
    import altair as alt

    rows = rows_of([each for each in lines if not isnan(each["y"])])
    drawn = rows.mark_rule(color=theme.ACCENT, strokeWidth=1.8, strokeDash=dash, aria=False)
    return drawn.encode(x=session_axis(phases), x2="x2:Q", y=y, y2=alt.Y2("y2:Q"))


def _criteria(lines: Sequence[Segment], phases: Sequence[Phase], y: alt.Y) -> alt.Chart:
    import altair as alt

    rows = rows_of([dict(zip(("x", "x2", "y", "y2"), line, strict=True)) for line in lines])
    drawn = rows.mark_rule(color=theme.INK, strokeWidth=1, aria=False)
    return drawn.encode(x=session_axis(phases), x2="x2:Q", y=y, y2=alt.Y2("y2:Q"))


def _drawn(layers: Sequence[alt.Chart], text: tuple[str, str], *details: str) -> Spec:
    title, sentence = text
    return vega_lite(
        layers, title=theme.heading(title, *details), description=f"{title}. {sentence}",
        height=HEIGHT,
    )  # fmt: skip
