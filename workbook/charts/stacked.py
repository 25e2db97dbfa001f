"""Cases below each other on the same two axes, each with its start; the starts are joined."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, isnan, log10
from typing import TYPE_CHECKING, Any

from workbook.charts.case import Case, Phase, runs, session_axis, upright
from workbook.charts.kit import theme
from workbook.charts.kit.marks import rows_of
from workbook.charts.kit.model import Spec
from workbook.charts.kit.render import vega_lite
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["stacked_picture"]

HEAD, LANE, GAP = 18, 84, 28  # pixels: the names of phases, one case, and the name above it
Row = dict[str, Any]


def stacked_picture(
    text: tuple[str, str],
    outcome: str,
    lanes: Sequence[Case],
    sessions: tuple[int, int],
    values: tuple[float, float],
) -> Spec:
    """Draw cases below each other, so that what one does while another starts can be seen.

    Parameters
    ----------
    text : tuple of str
        Title and sentence.
    outcome : str
        What the outcome is called.
    lanes : list of Case
        From the top.
    sessions : tuple of int
        First and last session of all cases.
    values : tuple of float
        Lowest and highest outcome of all cases.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> lane = Case("a", [(1, "A", 2.0), (2, "B", 4.0)], [Phase("A", 1, 1), Phase("B", 2, 2)])
    >>> stacked_picture(("T", "S."), "rating", [lane, lane], (1, 2), (2, 4))["height"]
    242
    """
    import altair as alt

    height, (low, high) = HEAD + len(lanes) * (LANE + GAP), _room(*values)

    def place(lane: int, value: float) -> float:
        share = (value - low) / (high - low)
        return round(_top(lane) + (1 - share) * LANE, 2)

    ends = [Phase("", *sessions)]
    x, y = session_axis(ends), _down(height, _ticks(low, high, len(lanes), place), outcome)
    dots = [row for n, lane in enumerate(lanes) for row in _dots(n, lane, place)]
    filled = alt.condition("datum.b", alt.value(theme.ACCENT), alt.value(theme.PAPER))
    series = rows_of(dots)
    layers = [
        *_starts(lanes, x, y, height),
        *_levels(lanes, place, x, y),
        *_words(lanes, x, y),
        series.mark_line(color=theme.MUTED, strokeWidth=1.2, aria=False).encode(
            x=x, y=y, detail="run:N"
        ),
        series.mark_point(
            filled=True, size=40, stroke=theme.ACCENT, strokeWidth=1.6, opacity=1
        ).encode(x=x, y=y, fill=filled),
    ]
    heading = theme.heading(text[0], word("chart", "phase_dots"), word("chart", "stack_lines"))
    return vega_lite(
        layers, title=heading, description=f"{text[0]}. {text[1]}", height=height
    )  # fmt: skip


def _top(lane: int) -> float:
    """Give where the room of a case begins, below its name."""
    return HEAD + lane * (LANE + GAP) + GAP


def _room(low: float, high: float) -> tuple[float, float]:
    """Leave some room above and below, also where nothing varies."""
    more = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    return low - more, high + more


def _ticks(low: float, high: float, lanes: int, place: Any) -> dict[float, str]:
    """Give two round values in each lane, with what stands beside them."""
    step = 10.0 ** floor(log10(high - low))
    tried = (step * part for part in (5, 2, 1, 0.5, 0.2, 0.1))
    spans = ((s, ceil(low / s), floor(high / s)) for s in tried)
    found = next([s * first, s * last] for s, first, last in spans if last > first)
    return {place(n, v): f"{round(v, 9):,g}" for n in range(lanes) for v in found}


def _down(height: float, ticks: dict[float, str], outcome: str) -> alt.Y:
    import altair as alt

    said = " : ".join(f"datum.value === {at} ? '{label}'" for at, label in ticks.items())
    axis = alt.Axis(values=list(ticks), labelExpr=f"{said} : ''", domain=False, tickSize=0)
    scale = alt.Scale(domain=[height, 0], nice=False, zero=False)
    return alt.Y("y:Q", title=upright(outcome), scale=scale, axis=axis)


def _dots(n: int, lane: Case, place: Any) -> list[Row]:
    return [
        {"x": session, "y": place(n, value), "run": f"{n} {run}", "b": phase[0] == "B"}
        for session, phase, value, run in runs(lane.points)
    ]


def _words(lanes: Sequence[Case], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Write the name of each case above its room, and the names of the phases in the first."""
    import altair as alt

    names = [{"y": _top(n) - 6, "text": lane.name} for n, lane in enumerate(lanes)]
    phases = [
        {"x": (p.first + p.last) / 2, "y": 0, "text": p.name} for p in lanes[0].phases
    ]  # fmt: skip
    room = alt.ExprRef(expr="width - 100")  # a longer name ends in dots; the table has it whole
    look: dict[str, Any] = {
        "align": "left",
        "baseline": "bottom",
        "fontWeight": 600,
        "aria": False,
    }
    case = rows_of(names).mark_text(limit=room, **look)
    around: dict[str, Any] = {"stroke": theme.PAPER, "strokeWidth": 4, "color": theme.PAPER}
    behind = rows_of(names).mark_text(limit=room, **look, **around)  # where a start's line passes
    phase = rows_of(phases).mark_text(baseline="top", color=theme.MUTED, aria=False)
    return [
        behind.encode(x=alt.value(0), y=y, text="text:N"),
        case.encode(x=alt.value(0), y=y, text="text:N"),
        phase.encode(x=x, y=y, text="text:N"),
    ]


def _starts(lanes: Sequence[Case], x: alt.X, y: alt.Y, height: float) -> list[alt.Chart]:
    """Draw where phases begin, and join the starts of neighbors by a step."""
    rules, steps = [], []
    for n, lane in enumerate(lanes):
        top, last = _top(n) - GAP / 2, n == len(lanes) - 1
        for phase in lane.phases[1:]:
            bottom = height if last else top + LANE + GAP
            rules.append({"x": phase.first - 0.5, "y": top if n else HEAD, "y2": bottom})
        if n and len(lane.phases) == len(lanes[n - 1].phases):
            pairs = zip(lanes[n - 1].phases[1:], lane.phases[1:], strict=True)
            steps += [{"x": p.first - 0.5, "x2": q.first - 0.5, "y": top} for p, q in pairs]
    drawn: Row = {"color": theme.INK, "strokeWidth": 1.5, "aria": False}
    return [
        rows_of(rules).mark_rule(**drawn).encode(
            x=x, y=y, y2="y2:Q"),
        rows_of(steps).mark_rule(**drawn).encode(x=x, x2="x2:Q", y=y),
    ]  # fmt: skip


def _levels(lanes: Sequence[Case], place: Any, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    levels = [
        {"x": p.first - 0.3, "x2": p.last + 0.3, "y": place(n, p.mean)}
        for n, lane in enumerate(lanes)
        for p in lane.phases
        if not isnan(p.mean)
    ]
    level = rows_of(levels).mark_rule(color=theme.INK, strokeWidth=3, opacity=0.75, aria=False)
    return [level.encode(x=x, x2="x2:Q", y=y)]
