"""How the movable start is drawn: the weeks above, what every possible start gives below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbook.charts.course.weeks import guides, lane, marks, upright, weeks
from workbook.charts.kit import theme
from workbook.charts.kit.chart_words import ChartWords, chart_id
from workbook.charts.kit.marks import beside, down, rows_of, tips
from workbook.charts.kit.model import Spec
from workbook.charts.kit.render import vega_lite
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["picture"]

ID = chart_id(__name__)
HEIGHT, HEADS, RESULT = 318, (8, 206), (28, 46)  # pixels: headings, and two lines that change
RATINGS, CHANGES = lane(66, 180, 2.5, 4.1), lane(228, 312, 0, 0.75)
PICKED = "datum.start === start_week"
Start = dict[str, Any]


def picture(
    rated: Sequence[tuple[int, float]], starts: Sequence[Start], real: int, text: ChartWords
) -> Spec:
    """Draw the weeks, a slider for the start, and the difference for each possible start.

    Parameters
    ----------
    rated : list of (int, float)
        Week and average rating.
    starts : list of dict
        ``start``, ``kind`` and ``numbers`` with ``before``, ``after`` and ``difference``, and the
        same three as printed.
    real : int
        The start as it was; the slider begins there.
    text : workbook.charts.kit.chart_words.ChartWords

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> text = ChartWords("04/move_the_start", "T", "S.", "N.", ("A", "B"))
    >>> one = {"start": 2, "kind": "own", "before": "3", "after": "4", "difference": "1",
    ...        "numbers": {"before": 3, "after": 4, "difference": 1}}
    >>> picture([(1, 3), (2, 4)], [one], 2, text)["params"][1]["bind"]["input"]
    'range'
    """
    last, lines = rated[-1][0], [_line(each) for each in starts]
    dots = [
        {"week": week, "y": RATINGS(rating), "said": word(ID, "mark", week=week, rating=rating)}
        for week, rating in rated
    ]
    layers = [
        *guides({3: "3", 3.5: "3.5", 4: "4"}, RATINGS, HEIGHT),
        *_words(starts),
        *_averages(lines, last),
        *marks(dots, HEIGHT, last, "datum.week < start_week"),
        *_changes(starts, last, real),
    ]
    params = [_slider(starts[0]["start"], starts[-1]["start"], real)]
    return vega_lite(layers, **text.above(), height=HEIGHT, params=params)


def _slider(first: int, last: int, real: int) -> dict[str, Any]:
    name = word(ID, "slider") + " "
    bind = {"input": "range", "min": first, "max": last, "step": 1, "name": name}
    return {"name": "start_week", "value": real, "bind": bind}


def _line(each: Start) -> dict[str, float]:
    numbers = each["numbers"]
    return {"start": each["start"], "at": each["start"] - 0.5, "top": 60, "bottom": 184,
            **{name: RATINGS(numbers[name]) for name in ("before", "after")}}  # fmt: skip


def _words(starts: Sequence[Start]) -> list[alt.Chart]:
    """Write the headings, and what the picked start gives, for a wide and a narrow page."""
    heads = [
        _pair(HEADS[0], word(ID, "ratings_wide"), word(ID, "ratings_narrow")),
        _pair(HEADS[1], word(ID, "changes_wide"), word(ID, "changes_narrow")),
    ]
    lines = []
    for each in starts:
        about, kind = {"start": each["start"]}, _kind(each)
        given = {name: each[name] for name in ("start", "before", "after", "difference")}
        picked = (word(ID, "picked_wide", **given), word(ID, "picked_narrow", **given))
        lines += [about | _pair(RESULT[0], *picked), about | _pair(RESULT[1], kind, kind)]
    shown = rows_of(lines).transform_filter(PICKED)
    return [_text(rows_of(heads), fontWeight=600), _text(shown)]


def _kind(each: Start) -> str:
    return word(ID, f"kind_{each['kind']}")


def _pair(y: float, wide: str, narrow: str) -> dict[str, Any]:
    return {"y": y, "wide": wide, "narrow": narrow}


def _text(rows: alt.Chart, **look: Any) -> alt.Chart:
    rows = rows.transform_calculate(words=f"{theme.ROOMY} ? datum.wide : datum.narrow")
    return beside(rows, down(HEIGHT), "words", baseline="middle", **look)


def _averages(lines: Sequence[dict[str, float]], last: int) -> list[alt.Chart]:
    """Draw the start line and the average of each phase, for the picked start."""
    import altair as alt

    shown = rows_of(lines).transform_filter(PICKED)
    mean = shown.mark_rule(color=theme.INK, strokeWidth=2, aria=False)
    whole = {"before": alt.datum(0.5), "after": alt.datum(last + 0.5)}
    return [
        *(mean.encode(x=weeks(last, "at:Q"), x2=end, y=down(HEIGHT, f"{name}:Q"))
          for name, end in whole.items()),
        upright(shown, HEIGHT, last),
    ]  # fmt: skip


def _changes(starts: Sequence[Start], last: int, real: int) -> list[alt.Chart]:
    """Draw a bar for each possible start; full ones are at least as large as the real one."""
    import altair as alt

    level = next(CHANGES(s["numbers"]["difference"]) for s in starts if s["start"] == real)
    rows = rows_of([_bar(each, level) for each in starts])
    look = {
        "fill": alt.condition("datum.full", alt.value(theme.ACCENT), alt.value(theme.PAPER)),
        "strokeWidth": alt.condition(PICKED, alt.value(3.5), alt.value(1)),
    }
    at = {"x": weeks(last), "y": down(HEIGHT), "y2": "zero:Q"}
    says = {"description": "said:N", "tooltip": tips(["said"])}
    numbers = rows.transform_calculate(number=f"{theme.ROOMY} ? datum.difference : ''")
    return [
        *guides({0: "0"}, CHANGES, HEIGHT),
        rows_of([{"y": level}])
        .mark_rule(color=theme.INK, strokeDash=[2, 3], aria=False)
        .encode(y=down(HEIGHT)),
        rows.mark_bar(size=14, stroke=theme.INK, opacity=1).encode(**at, **look, **says),
        numbers.mark_text(dy=-8, fontSize=10, aria=False).encode(
            x=weeks(last), y=down(HEIGHT, "above:Q"), text="number:N"
        ),
    ]


def _bar(each: Start, level: float) -> dict[str, Any]:
    y, start, difference = CHANGES(each["numbers"]["difference"]), each["start"], each["difference"]
    return {
        "start": start,
        "week": start,
        "y": y,
        "zero": CHANGES(0),
        "above": min(y, level),
        "full": each["kind"] != "smaller",
        "difference": difference,
        "said": word(ID, "bar", week=start, difference=difference, kind=_kind(each)),
    }
