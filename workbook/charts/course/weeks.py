"""Weekly averages of invented cards: how they are read, and how their weeks are drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.charts.course.cards import made_up
from workbook.charts.kit import tables, theme
from workbook.charts.kit.marks import beside, down, rows_of, tips
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["guides", "lane", "made_up", "marks", "read", "source_line", "upright", "weeks"]

MARGIN = 1.2  # weeks left of the first one: room for the numbers of the points


def source_line() -> str:
    """Give the words that stand for the source below the title.

    Examples
    --------
    >>> source_line()
    'Invented data, made for this course by datasets/synthesize.py.'
    """
    return word("cards", "source_weeks", made=word("cards", "made"))


def read(datasets: Path, name: str) -> list[dict[str, Any]]:
    """Read weekly averages in long form.

    Parameters
    ----------
    datasets : pathlib.Path
    name : str
        Name of the file without ``.csv``.

    Returns
    -------
    list of dict
        ``case``, ``session``, ``phase`` and ``outcome`` of each week.

    Raises
    ------
    workbook.errors.ContentError
        When the table is missing.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> read(packaged_course() / "datasets", "opening_question")[0]["outcome"]
    2.8
    """
    return [
        {"case": row["case"], "session": int(row["session"]), "phase": row["phase"],
         "outcome": float(row["outcome"])}
        for row in tables.read(datasets, name, sourced=False)
    ]  # fmt: skip


def lane(top: float, bottom: float, low: float, high: float) -> Callable[[float], float]:
    """Give a function from a number to its place in pixels.

    Parameters
    ----------
    top, bottom : float
        Pixels.
    low, high : float
        The numbers at `bottom` and at `top`.

    Examples
    --------
    >>> lane(10, 110, 0, 2)(1)
    60.0
    """
    return lambda value: round(bottom - (value - low) / (high - low) * (bottom - top), 2)


def weeks(last: int, field: str = "week:Q") -> alt.X:
    """Give the axis of weeks.

    Parameters
    ----------
    last : int
        The last week.
    field : str
        What holds the week of a mark.

    Examples
    --------
    >>> weeks(14).to_dict()["title"]
    'Week'
    """
    import altair as alt

    scale = alt.Scale(domain=[1 - MARGIN, last + 0.5], nice=False, zero=False)
    axis = alt.Axis(values=list(range(1, last + 1)), grid=False, labelOverlap=True, format="d")
    return alt.X(field, title=word("cards", "week"), scale=scale, axis=axis)


def guides(
    values: Mapping[float, str], place: Callable[[float], float], height: int
) -> list[alt.Chart]:
    """Draw a quiet line with its number at each of some values.

    Parameters
    ----------
    values : dict of float to str
        Value to the number as printed.
    place : callable
        From `lane`.
    height : int
        Of the whole picture.

    Examples
    --------
    >>> len(guides({3: "3"}, lane(0, 50, 1, 5), 50))
    2
    """
    rows = rows_of([{"y": place(v), "number": number} for v, number in values.items()])
    return [
        rows.mark_rule(color=theme.GRID, aria=False).encode(y=down(height)),
        beside(rows, down(height), "number", dy=-5, fontSize=10, color=theme.MUTED),
    ]


def marks(
    rows: Sequence[Mapping[str, Any]], height: int, last: int, before: str
) -> list[alt.Chart]:
    """Draw the weeks: open circles before the start, filled squares from the start on.

    Parameters
    ----------
    rows : list of dict
        ``week``, ``y`` in pixels, and ``said``: the whole week in words.
    height : int
        Of the whole picture.
    last : int
        The last week.
    before : str
        True for a week before the start, in the language of Vega.

    Examples
    --------
    >>> [layer.to_dict()["mark"]["shape"] for layer in marks([], 50, 14, "datum.week < 7")]
    ['circle', 'square']
    """
    at = {"x": weeks(last), "y": down(height), "description": "said:N", "tooltip": tips(["said"])}
    looks: dict[str, dict[str, Any]] = {
        before: {"shape": "circle", "color": theme.MUTED, "fill": theme.PAPER, "strokeWidth": 2},
        f"!({before})": {"shape": "square", "color": theme.ACCENT, "filled": True},
    }
    return [
        rows_of(rows).transform_filter(test).mark_point(size=55, opacity=1, **look).encode(**at)
        for test, look in looks.items()
    ]


def upright(rows: alt.Chart, height: int, last: int) -> alt.Chart:
    """Draw an upright dashed line just before each start.

    Parameters
    ----------
    rows : altair.Chart
        With ``at`` (weeks), ``top`` and ``bottom`` (pixels).
    height, last : int
        As in `marks`.

    Examples
    --------
    >>> upright(rows_of([]), 50, 14).to_dict()["mark"]["strokeDash"]
    [4, 3]
    """
    line = rows.mark_rule(color=theme.INK, strokeDash=[4, 3], strokeWidth=1.5, aria=False)
    return line.encode(x=weeks(last, "at:Q"), y=down(height, "top:Q"), y2="bottom:Q")
