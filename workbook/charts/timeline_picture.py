"""How the timeline is drawn: lanes that never let two marks cover each other."""

from workbook.charts import theme
from workbook.charts.bars import tips

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
TOLD = {
    "years": "Year",
    "event": "Event",
    "kind": "Kind",
    "country": "Country",
    "source": "Source",
    "status": "Evidence",
}


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
    boxes = {
        "country": ("Country", lambda e: e["country"]),
        "field": ("Profession", lambda e: e["field"]),
        "kind": ("Kind", lambda e: e["kind"]),
        "status": ("Evidence", lambda e: e["status"]),
    }
    params, tests = [], []
    for key, (label, of) in boxes.items():
        options = [ALL, *sorted({of(event) for event in events})]
        bind = {"input": "select", "options": options, "name": f"{label} "}
        params.append({"name": f"pick_{key}", "value": ALL, "bind": bind})
        tests.append(f"(pick_{key} === '{ALL}' || datum.{key} === pick_{key})")
    return params, " && ".join(tests)


def picture(events, kinds, title, sentence, first_drawn):
    """Draw the events as a Vega-Lite picture.

    Parameters
    ----------
    events : list of dict
        With year, years, event, kind, country, field, status and source.
    kinds : list of str
        The lanes, from the top.
    title, sentence : str
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
    >>> spec = picture([event], ["Harm", "Resistance"], "Title", "Sentence.", 1815)
    >>> [param["name"] for param in spec["params"]][1:]
    ['pick_country', 'pick_field', 'pick_kind', 'pick_status']
    """
    from workbook.charts.render import vega_lite

    drawn = [event for event in events if event["year"] >= first_drawn]
    marks, heads, height = _placed(drawn, kinds)
    params, chosen = _filters(drawn)
    return vega_lite(
        _layers(marks, heads, height, chosen, first_drawn),
        title=theme.heading(
            title,
            "One mark for each event, by year. Point at one to read it; press it for its source.",
            "Sources: one for each event; the table below links to them all.",
        ),
        description=f"{title}. {sentence} The table below holds all events.",
        height=height,
        params=params,
    )


def _layers(marks, heads, height, chosen, first_drawn):
    import altair as alt

    y = {"scale": alt.Scale(domain=[height, 0], nice=False), "axis": None}
    x = alt.X(
        "year:Q", title="Year", scale=alt.Scale(domain=[first_drawn - 8, 2029], nice=False),
        axis=alt.Axis(format="d", labelOverlap=True, values=list(range(1820, 2021, 20))),
    )  # fmt: skip
    domain = list(MARKS)
    colours, shapes = ([MARKS[kind][n] for kind in domain] for n in (0, 1))
    lanes = alt.Chart(alt.Data(values=heads))
    points = (
        alt.Chart(alt.Data(values=marks))
        .transform_filter(chosen)
        .transform_calculate(said="datum.years + ', ' + datum.country + ': ' + datum.event")
    )
    return [
        lanes.mark_rule(color=theme.RULE, aria=False).encode(y=alt.Y("line:Q", **y)),
        lanes.mark_text(align="left", baseline="middle", fontWeight=600, aria=False).encode(
            x=alt.value(0), y=alt.Y("y:Q", **y), text="kind:N"
        ),
        points.mark_point(
            filled=True, size=80, opacity=1, stroke=theme.PAPER, strokeWidth=0.8
        ).encode(
            x=x,
            y=alt.Y("y:Q", **y),
            color=alt.Color("kind:N", legend=None, scale=alt.Scale(domain=domain, range=colours)),
            shape=alt.Shape("kind:N", legend=None, scale=alt.Scale(domain=domain, range=shapes)),
            tooltip=tips(TOLD),
            description="said:N",
        ),
        _nothing(marks, chosen),
    ]


def _nothing(marks, chosen):
    """Say so when no event fits the choices."""
    import altair as alt

    return (
        alt.Chart(alt.Data(values=marks))
        .transform_calculate(fits=f"{chosen} ? 1 : 0")
        .transform_aggregate(fitting="sum(fits)")
        .transform_filter("datum.fitting === 0")
        .mark_text(align="left", fontSize=13, aria=False)
        .encode(
            x=alt.value(0), y=alt.value(HEAD * 2), text=alt.value("No event fits these choices.")
        )
    )
