"""Growth of licensing: one lane for each way of counting, nothing drawn between lanes."""

from workbook.charts import describe, tables, theme
from workbook.charts.model import Chart

__all__ = ["build"]

WORKERS = ("US workforce", "US workers", "employed, 16 and over")
SHORT = {
    "covered by state licensing laws": "Covered by state licensing laws",
    "job requires a federal, state or local license (Gallup survey)": "Job requires a license"
    " (survey)",
    "require a license to work legally (SIPP)": "License needed to work (survey)",
    "a quarter of workers under state licensing, as stated in 2015": "Under state licensing, as"
    " stated",
    "holds an active license": "Holds an active license (BLS)",
    "holds an active license or certification": "Holds license or certificate (BLS)",
}
BOUNDS = {"upper": ("under ", -4), "lower": ("at least ", 4), "point": ("", 0)}
LANE, HEAD, PLOT, TOP = 98, 38, 46, 35  # pixels, pixels, pixels, percent at the top of a lane


def build(chart_id, datasets):
    """Build the chart of licensing growth, with the breaks in definition kept.

    Parameters
    ----------
    chart_id : str
    datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart
    """
    rows = tables.read(datasets, "licensure_growth")
    lanes = _lanes(rows)
    said = {name: [(int(r["year"]), _share(r)) for r in of_lane] for name, of_lane in lanes.items()}
    title, sentence = _title(lanes), describe.license_growth(said)
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources(rows),
        "Each way of counting asks another question, so a step from one lane to the next is not "
        "growth. The years from 1950 to 2000 have two bounds and no figures between. Shares by "
        "industry and of union members are in the table only. The figures are for all licensed "
        "work, not for social work, and they do not say whether licensing protects people.",
        ("Way of counting", "Year", "Share (percent)", "Who is counted", "Evidence", "Source"),
        tuple(_table_row(row) for row in sorted(rows, key=_by_definition(rows))),
        _picture(lanes, title, sentence),
        grouped=True,
    )


def _by_definition(rows):
    order = list(dict.fromkeys(row["definition"] for row in rows))
    return lambda row: (order.index(row["definition"]), row["id"])


def _lanes(rows):
    """Sort the rows that count all workers by definition, each in order of year."""
    lanes = {}
    for row in sorted(rows, key=lambda r: int(r["year"])):
        if row["population"] in WORKERS and not row["definition"].startswith("union"):
            lanes.setdefault(row["definition"], []).append(row)
    return lanes


def _share(row):
    return f"{BOUNDS[row['bound']][0]}{describe.percent(tables.number(row, 'share_pct'))}"


def _title(lanes):
    first, last = lanes["covered by state licensing laws"]
    return (
        f"Licensing by the states grew from {_share(first)} percent of workers in the early 1950s "
        f"to {_share(last)} percent in {last['year']}; later counts use other definitions"
    )


def _table_row(row):
    year, counted = row["year"], row["population"]
    return row["definition"], year, _share(row), counted, row["status"], tables.source(row)


def _points(lanes):
    """Place every figure: the lane gives where zero is, the share how far above it."""
    points = []
    for place, (name, rows) in enumerate(lanes.items()):
        zero = LANE * place + HEAD + PLOT
        for row in rows:
            share = tables.number(row, "share_pct")
            reach = max(share + BOUNDS[row["bound"]][1], 0)
            points.append(
                {
                    "definition": name,
                    "year": int(row["year"]),
                    "share": _share(row),
                    "bound": row["bound"],
                    "y": round(zero - share / TOP * PLOT, 2),
                    "reach": round(zero - reach / TOP * PLOT, 2),
                    "status": row["status"],
                    "source": tables.source(row).text,
                }
            )
    return points


def _heads(lanes):
    heads, rules = [], []
    for place, (name, rows) in enumerate(lanes.items()):
        top = LANE * place
        said = ", ".join(f"{r['year']}: {_share(r)}%" for r in rows)
        heads.append({"y": top + 6, "definition": SHORT.get(name, name), "said": said})
        for share in (0, 30):
            y = round(top + HEAD + PLOT - share / TOP * PLOT, 2)
            rules.append({"y": y, "label_y": y + (3 if share else -13), "share": f"{share}%"})
    return heads, rules


def _picture(lanes, title, sentence):
    from workbook.charts.render import vega_lite

    height = LANE * len(lanes)
    return vega_lite(
        [*_frame(lanes, height), *_figures(_points(lanes), height)],
        title=theme.heading(
            title,
            "Share of US workers in percent. Six counts, six lanes: do not join them.",
            "Sources: Federal Reserve Bank of Minneapolis, BLS and others, listed below.",
        ),
        description=f"{title}. {sentence}",
        height=height,
    )


def _y(height, field="y:Q"):
    import altair as alt

    return alt.Y(field, scale=alt.Scale(domain=[height, 0], nice=False), axis=None)


def _x():
    import altair as alt

    axis = alt.Axis(format="d", values=[1950, 1970, 1990, 2010], grid=False)
    return alt.X("year:Q", title="Year", scale=alt.Scale(domain=[1938, 2024]), axis=axis)


def _frame(lanes, height):
    """Draw the words and the two guide lines of every lane."""
    import altair as alt

    heads, rules = (alt.Chart(alt.Data(values=values)) for values in _heads(lanes))
    y, left = _y(height), alt.value(0)
    words = {"align": "left", "baseline": "top", "aria": False}
    return [
        rules.mark_rule(color=theme.RULE, aria=False).encode(y=y),
        rules.mark_text(**words, fontSize=10, color=theme.MUTED).encode(
            x=left, y=_y(height, "label_y:Q"), text="share:N"
        ),
        heads.mark_text(**words, fontWeight=600).encode(x=left, y=y, text="definition:N"),
        heads.mark_text(**words, dy=16, color=theme.MUTED, fontSize=11).encode(
            x=left, y=y, text="said:N"
        ),
    ]


def _figures(points, height):
    """Draw figures as dots, bounds as arrows, and lines inside one definition only."""
    import altair as alt

    x, y = _x(), _y(height)
    tip = [
        alt.Tooltip("year:Q", format="d", title="Year"),
        alt.Tooltip("share:N", title="Share (percent)"),
        alt.Tooltip("definition:N", title="Counted"),
        alt.Tooltip("source:N", title="Source"),
        alt.Tooltip("status:N", title="Evidence"),
    ]
    dots = [point for point in points if point["bound"] == "point"]
    bounds = [point for point in points if point["bound"] != "point"]
    exact, open_ended = (alt.Chart(alt.Data(values=values)) for values in (dots, bounds))
    arrows = alt.Shape(
        "bound:N", legend=None,
        scale=alt.Scale(domain=["upper", "lower"], range=["triangle-down", "triangle-up"]),
    )  # fmt: skip
    solid = {"color": theme.ACCENT, "filled": True, "opacity": 1}
    return [
        exact.mark_line(color=theme.ACCENT, strokeWidth=1.5, aria=False).encode(
            x=x, y=y, detail="definition:N"
        ),
        exact.mark_point(**solid, size=60).encode(x=x, y=y, tooltip=tip),
        open_ended.mark_tick(
            color=theme.ACCENT, opacity=1, thickness=2.5, size=18, orient="horizontal")
        .encode(x=x, y=y, tooltip=tip),
        open_ended.mark_rule(color=theme.ACCENT, strokeWidth=1.5, aria=False).encode(
            x=x, y=y, y2="reach:Q"
        ),
        open_ended.mark_point(**solid, size=50, aria=False).encode(
            x=x, y=_y(height, "reach:Q"), shape=arrows
        ),
    ]  # fmt: skip
