"""How panels are drawn: one column, each part with its own axis and unit in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbook.charts.kit import theme
from workbook.charts.kit.bars import STEP, bars
from workbook.charts.kit.chart_words import ChartWords
from workbook.charts.kit.marks import bands, beside, names, rows_of, tips
from workbook.charts.kit.model import Spec
from workbook.charts.kit.panels import Panel, layout
from workbook.charts.kit.render import vega_lite
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["picture"]

TIPS = ("words", "counted", "source", "status")
ROOMY = f"width >= {theme.TIERS[0][0]}"
MIDDLE = 9  # pixels below the middle of a band: where the bar of a row lies


def picture(panels: Sequence[Panel], words: ChartWords, picks: Sequence[str] = ()) -> Spec:
    """Draw panels below each other, with a box to pick a group if there are any.

    Parameters
    ----------
    panels : sequence of workbook.charts.kit.panels.Panel
    words : workbook.charts.kit.chart_words.ChartWords
    picks : sequence of str
        Groups to pick from; the first is shown at first.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> from workbook.charts.kit.panels import Panel, Row
    >>> from workbook.charts.kit.chart_words import ChartWords
    >>> row = Row("A", 15, "15 s", "15 seconds", "n = 2", "B", "verified")
    >>> panel = Panel("Time", (row,), (0, 60), "seconds")
    >>> picture([panel], ChartWords("01/x", "T", "S.", "", ()))["height"] == 3 * STEP
    True
    """
    order, data = layout(panels)
    layers = _layers(order, data, "pick_group" if picks else "")
    now = theme.quoted(word("chart", "shown_now") + " ") + " + pick_group" if picks else ""
    return vega_lite(layers, **words.above(now), height=STEP * len(order), params=_boxes(picks))


def _boxes(picks: Sequence[str]) -> list[dict[str, Any]]:
    if not picks:
        return []
    bind = {"input": "select", "options": list(picks), "name": word("chart", "pick_group") + " "}
    return [{"name": "pick_group", "value": picks[0], "bind": bind}]


def _layers(order: list[str], data: dict[str, list], picked: str) -> list:
    """Draw the grid first, then the figures and what they are compared with, then the words."""
    y = bands(order)
    shown = {key: _shown(values, picked) for key, values in data.items()}
    lift = -4 if any(head["wide_about"] for head in data["heads"]) else 3
    at = {"x": _x("place:Q"), "y": y, "end": _x("end:Q"), "head": lift}
    drawn = bars(shown["bars"], shown["heads"], at, "name", ("datum.words", tips(TIPS)))
    if data["lines"]:
        drawn.append(_lines(shown["lines"], y))
    if any(row["low"] is not None for row in data["bars"]):
        drawn += _ranges(shown["bars"], y, theme.INK)
    if data["dots"]:
        drawn += _dots(shown["dots"], y)
    return [_grid(shown["grid"], order), *drawn, *_words(shown, y)]


def _shown(values: list[dict[str, Any]], picked: str) -> alt.Chart:
    """Keep what belongs to the picked group, and choose the words that have room."""
    rows = rows_of(values)
    if not values:
        return rows
    if picked and "group" in values[0]:
        rows = rows.transform_filter(f"datum.group === '' || datum.group === {picked}")
    keys = [key.removeprefix("wide_") for key in values[0] if key.startswith("wide_")]
    chosen = {key: f"{ROOMY} ? datum.wide_{key} : datum.narrow_{key}" for key in keys}
    return rows.transform_calculate(**chosen) if chosen else rows


def _x(field: str) -> alt.X:
    import altair as alt

    return alt.X(field, scale=alt.Scale(domain=[0, 100], nice=False), axis=None)


def _grid(ticks: alt.Chart, order: list[str]) -> alt.Chart:
    """Draw a thin line at each tick of an axis, from the first row of its panel to the last."""
    import altair as alt

    top, bottom = bands(order, "top:N", bandPosition=0), alt.Y2("bottom:N", bandPosition=1)
    line = ticks.mark_rule(color=theme.GRID, aria=False)
    return line.encode(x=_x("place:Q"), y=top, y2=bottom)


def _lines(rows: alt.Chart, y: alt.Y) -> alt.Chart:
    """Draw a short upright line in each row at the value to compare with."""
    line: dict[str, Any] = {"orient": "vertical", "size": 18, "thickness": 2, "yOffset": MIDDLE}
    ticks = rows.mark_tick(color=theme.INK, aria=False, **line)
    return ticks.encode(x=_x("place:Q"), y=y)


def _ranges(rows: alt.Chart, y: alt.Y, colour: str) -> list[alt.Chart]:
    """Draw the range of a figure as a line with an end on either side."""
    rows = rows.transform_filter("isValid(datum.low)")
    line: dict[str, Any] = {"color": colour, "yOffset": MIDDLE, "aria": False}
    ends: dict[str, Any] = {**line, "orient": "vertical", "size": 9, "thickness": 1.5}
    return [
        rows.mark_rule(**line, strokeWidth=1.5).encode(x=_x("low:Q"), x2="high:Q", y=y),
        rows.mark_tick(**ends).encode(x=_x("low:Q"), y=y),
        rows.mark_tick(**ends).encode(x=_x("high:Q"), y=y),
    ]


def _dots(rows: alt.Chart, y: alt.Y) -> list[alt.Chart]:
    dots = rows.mark_point(
        color=theme.ACCENT, filled=True, opacity=1, size=70, yOffset=MIDDLE
    ).encode(x=_x("place:Q"), y=y, tooltip=tips(TIPS), description="words:N")
    return [*_ranges(rows, y, theme.ACCENT), names(rows, y, "name"), dots]


def _words(shown: dict[str, alt.Chart], y: alt.Y) -> list[alt.Chart]:
    """Write the line under each heading, and under each axis its ticks and its unit."""
    quiet: dict[str, Any] = {"color": theme.MUTED}
    ticks = shown["ticks"].mark_text(**quiet, aria=False, dy=-8, fontSize=11)
    return [
        beside(shown["heads"], y, "about", **quiet, dy=12, fontSize=11),
        ticks.encode(x=_x("place:Q"), y=y, text="label:N"),
        beside(shown["units"], y, "label", **quiet, dy=5, fontSize=12),
    ]
