"""How the timeline is drawn: lanes that never let two marks cover each other."""

from workbook.charts import theme
from workbook.charts.marks import beside, down, rows_of, tips
from workbook.charts.render import vega_lite

__all__ = ["MARKS", "pack", "picture"]

MARKS = {
    "Building the profession": ("#004488", "circle"),
    "Harm": ("#d1570a", "square"),
    "Resistance": ("#1b9a7a", "triangle-up"),
    "Reckoning and apology": ("#9b59b6", "diamond"),
    "Regulation": ("#4f4500", "cross"),
    "Context": ("#5b6770", "triangle-down"),
}
HEAD, STEP, APART = 24, 12, 9  # pixels, pixels, years between marks on one line
ALL = "All"
BOXES = {"country": "Country", "field": "Profession", "kind": "Kind", "status": "Evidence"}
TOLD = {"years": "Year", "event": "Event", "kind": "Kind", "country": "Country",
        "source": "Source", "status": "Evidence"}  # fmt: skip
SAID = "datum.years + ', ' + datum.country + ': ' + datum.event"


def pack(years, apart=APART):
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
    ends, lines = [], []
    for year in years:
        free = next((n for n, end in enumerate(ends) if year - end >= apart), len(ends))
        ends[free : free + 1] = [year]
        lines.append(free)
    return lines


def _placed(events, kinds):
    """Give the marks with their place, the headings, and the height of all lanes."""
    marks, heads, top = [], [], 0
    for kind in kinds:
        lane = [event for event in events if event["kind"] == kind]
        lines = pack([event["year"] for event in lane])
        heads.append({"y": top + HEAD / 2, "kind": kind, "line": top})
        for event, line in zip(lane, lines, strict=True):
            place = {"y": top + HEAD + STEP * line + STEP / 2, "source": event["source"].text}
            marks.append({**event, **place, "link": event["source"].url})
        top += HEAD + STEP * (max(lines, default=0) + 1) + STEP / 2
    return marks, heads, top


def _filters(events):
    """Make a select box for country, field, kind and strength of evidence."""
    params, tests = [], []
    for key, label in BOXES.items():
        options = [ALL, *sorted({event[key] for event in events})]
        bind = {"input": "select", "options": options, "name": f"{label} "}
        params.append({"name": f"pick_{key}", "value": ALL, "bind": bind})
        tests.append(f"(pick_{key} === '{ALL}' || datum.{key} === pick_{key})")
    return params, " && ".join(tests)


def picture(events, kinds, said, first_drawn):
    """Draw the events as a Vega-Lite picture.

    Parameters
    ----------
    events : list of dict
        With year, years, event, kind, country, field, status and source.
    kinds : list of str
        The lanes, from the top.
    said : workbook.charts.told.Told
    first_drawn : int
        Earlier events are left out of the picture.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> from workbook.charts import Source
    >>> from workbook.charts.told import Told
    >>> event = {"year": 1978, "years": "1978", "event": "A book", "kind": "Resistance",
    ...          "country": "United States", "field": "Law", "status": "verified",
    ...          "source": Source("Review")}
    >>> said = Told("01/x", "Title", "Sentence.", "", ())
    >>> spec = picture([event], ["Harm", "Resistance"], said, 1815)
    >>> [param["name"] for param in spec["params"]][1:]
    ['pick_country', 'pick_field', 'pick_kind', 'pick_status']
    """
    drawn = [event for event in events if event["year"] >= first_drawn]
    marks, heads, height = _placed(drawn, kinds)
    params, chosen = _filters(drawn)
    layers = _layers(marks, heads, height, chosen, first_drawn)
    above = said.above()
    above["description"] += " The table below holds all events."
    return vega_lite(layers, **above, height=height, params=params)


def _layers(marks, heads, height, chosen, first_drawn):
    import altair as alt

    y, lanes = down(height), rows_of(heads)
    x = alt.X(
        "year:Q", title="Year", scale=alt.Scale(domain=[first_drawn - 8, 2029], nice=False),
        axis=alt.Axis(format="d", labelOverlap=True, values=list(range(1820, 2021, 20))),
    )  # fmt: skip
    colours, shapes = (
        {"legend": None, "scale": alt.Scale(domain=list(MARKS), range=list(looks))}
        for looks in zip(*MARKS.values(), strict=True)
    )
    points = rows_of(marks).transform_filter(chosen).transform_calculate(said=SAID)
    points = points.mark_point(filled=True, size=80, opacity=1, stroke=theme.PAPER, strokeWidth=0.8)
    return [
        lanes.mark_rule(color=theme.RULE, aria=False).encode(y=down(height, "line:Q")),
        beside(lanes, y, "kind", baseline="middle", fontWeight=600),
        points.encode(
            x=x,
            y=y,
            color=alt.Color("kind:N", **colours),
            shape=alt.Shape("kind:N", **shapes),
            tooltip=tips(TOLD),
            description="said:N",
        ),
        _nothing(marks, chosen),
    ]


def _nothing(marks, chosen):
    """Say so when no event fits the choices."""
    import altair as alt

    fitting = rows_of(marks).transform_calculate(fits=f"{chosen} ? 1 : 0")
    none = fitting.transform_aggregate(fitting="sum(fits)").transform_filter("datum.fitting === 0")
    return none.mark_text(align="left", fontSize=13, aria=False).encode(
        x=alt.value(0), y=alt.value(HEAD * 2), text=alt.value("No event fits these choices.")
    )
