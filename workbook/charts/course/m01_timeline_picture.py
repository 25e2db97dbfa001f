"""How the timeline is drawn: lanes that never let two marks cover each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbook.charts.kit import theme
from workbook.charts.kit.chart_words import ChartWords, chart_id
from workbook.charts.kit.marks import beside, down, phrase, rows_of, tips
from workbook.charts.kit.model import Spec
from workbook.charts.kit.render import vega_lite
from workbook.design import token
from workbook.words import word, words

if TYPE_CHECKING:
    import altair as alt

__all__ = ["MARKS", "pack", "picture"]

ID = chart_id(__name__)
MARKS = {
    "professionalization": (token("blue-light"), "circle"),
    "harm": (token("orange-light"), "square"),
    "resistance": (token("green-light"), "triangle-up"),
    "reckoning": (token("purple-light"), "diamond"),
    "regulation": (token("olive-light"), "cross"),
    "context": (token("gray-light"), "triangle-down"),
}
HEAD, STEP, APART = 24, 12, 9  # pixels, pixels, years between marks on one line
BOXES = ("country", "field", "kind", "status")
TIPS = ("years", "event", "kind", "country", "source", "status")


def pack(years: Sequence[int], apart: int = APART) -> list[int]:
    """Give each year a line so that marks on one line keep their distance.

    Parameters
    ----------
    years : sequence of int
        In rising order.
    apart : int
        Least number of years between two marks on a line.

    Returns
    -------
    list of int
        Line numbers from 0, as few lines as will do.

    Examples
    --------
    >>> pack([1900, 1903, 1912])
    [0, 1, 0]
    """
    ends: list[int] = []
    lines = []
    for year in years:
        free = next((n for n, end in enumerate(ends) if year - end >= apart), len(ends))
        ends[free : free + 1] = [year]
        lines.append(free)
    return lines


def _placed(events: list[dict], kinds: Mapping[str, str]) -> tuple[list[dict], list[dict], float]:
    """Give the marks with their place, the headings, and the height of all lanes."""
    marks: list[dict] = []
    heads: list[dict] = []
    top: float = 0
    for kind in kinds.values():
        lane = [event for event in events if event["kind"] == kind]
        lines = pack([event["year"] for event in lane])
        heads.append({"y": top + HEAD / 2, "kind": kind, "line": top})
        for event, line in zip(lane, lines, strict=True):
            place = {"y": top + HEAD + STEP * line + STEP / 2, "source": event["source"].text}
            marks.append({**event, **place, "link": event["source"].url})
        top += HEAD + STEP * (max(lines, default=0) + 1) + STEP / 2
    return marks, heads, top


def _filters(events: list[dict]) -> tuple[list[dict], str]:
    """Make a select box for country, field, kind and strength of evidence."""
    params, tests, names = [], [], words(ID)["boxes"]
    every = names["all"]
    for key in BOXES:
        options = [every, *sorted({event[key] for event in events})]
        bind = {"input": "select", "options": options, "name": f"{names[key]} "}
        params.append({"name": f"pick_{key}", "value": every, "bind": bind})
        tests.append(f"(pick_{key} === {theme.quoted(every)} || datum.{key} === pick_{key})")
    return params, " && ".join(tests)


def _now(names: Mapping[str, str]) -> str:
    """Give what Vega computes for the line of the heading that says what is chosen."""
    every, start = theme.quoted(names["all"]), theme.quoted(word("chart", "shown_now") + " ")
    picked = (
        f"(pick_{key} === {every} ? '' : '; ' + {theme.quoted(names[key])} + ': ' + pick_{key})"
        for key in BOXES
    )
    chosen = " + ".join(picked)
    return f"{start} + (({chosen}) === '' ? {every} : slice({chosen}, 2))"


def picture(
    events: list[dict[str, Any]], kinds: Mapping[str, str], text: ChartWords, first_drawn: int
) -> Spec:
    """Draw the events as a Vega-Lite picture.

    Parameters
    ----------
    events : list of dict
        With year, years, event, kind, country, field, status and source.
    kinds : mapping of str to str
        The lanes, from the top: a role of the table, and its name.
    text : workbook.charts.kit.chart_words.ChartWords
    first_drawn : int
        Earlier events are left out of the picture.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> from workbook.charts import Source
    >>> event = {"year": 1978, "years": "1978", "event": "A book", "kind": "Resistance",
    ...          "country": "United States", "field": "Law", "status": "verified",
    ...          "source": Source("Review")}
    >>> text = ChartWords("01/x", "Title", "Sentence.", "", ())
    >>> spec = picture([event], {"harm": "Harm", "resistance": "Resistance"}, text, 1815)
    >>> [param["name"] for param in spec["params"]][1:]
    ['pick_country', 'pick_field', 'pick_kind', 'pick_status']
    """
    drawn = [event for event in events if event["year"] >= first_drawn]
    marks, heads, height = _placed(drawn, kinds)
    params, chosen = _filters(drawn)
    points = _points(marks, kinds, chosen, first_drawn, height)
    layers = [*_lanes(heads, height), points, _nothing(marks, chosen)]
    above = text.above(_now(words(ID)["boxes"]))
    above["description"] += " " + words(ID)["all_in_table"]
    return vega_lite(layers, **above, height=height, params=params)


def _lanes(heads: list[dict], height: float) -> list[alt.Chart]:
    lanes = rows_of(heads)
    return [
        lanes.mark_rule(color=theme.RULE, aria=False).encode(y=down(height, "line:Q")),
        beside(lanes, down(height), "kind", baseline="middle", fontWeight=600),
    ]


def _points(
    marks: list[dict], kinds: Mapping[str, str], chosen: str, first_drawn: int, height: float
) -> alt.Chart:
    import altair as alt

    text, names = words(ID), [kinds.get(role, role) for role in MARKS]
    x = alt.X(
        "year:Q", title=text["axis"], scale=alt.Scale(domain=[first_drawn - 8, 2029], nice=False),
        axis=alt.Axis(format="d", labelOverlap=True, values=list(range(1820, 2021, 20))),
    )  # fmt: skip
    colours, shapes = (
        alt.Scale(domain=names, range=list(looks)) for looks in zip(*MARKS.values(), strict=True)
    )
    points = rows_of(marks).transform_filter(chosen).transform_calculate(said=phrase(text["mark"]))
    points = points.mark_point(filled=True, size=80, opacity=1, stroke=theme.PAPER, strokeWidth=0.8)
    return points.encode(
        x=x,
        y=down(height),
        color=alt.Color("kind:N", legend=None, scale=colours),
        shape=alt.Shape("kind:N", legend=None, scale=shapes),
        tooltip=tips(TIPS),
        description="said:N",
    )


def _nothing(marks: list[dict], chosen: str) -> alt.Chart:
    """Say so when no event fits the choices."""
    import altair as alt

    fitting = rows_of(marks).transform_calculate(fits=f"{chosen} ? 1 : 0")
    none = fitting.transform_aggregate(fitting="sum(fits)").transform_filter("datum.fitting === 0")
    return none.mark_text(align="left", fontSize=13, aria=False).encode(
        x=alt.value(0), y=alt.value(HEAD * 2), text=alt.value(words(ID)["none_fits"])
    )
