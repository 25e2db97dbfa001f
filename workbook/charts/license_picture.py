"""How the growth of licensing is drawn: dots, bounds as arrows, lines in one lane only."""

from workbook.charts import describe, tables, theme

__all__ = ["HEAD", "LANE", "PLOT", "TOP", "picture", "share_in_words"]

SHORT = {  # for a narrow page; a wide one shows the definition in full
    "covered by state licensing laws": "Covered by state laws",
    "job requires a federal, state or local license (Gallup survey)": "License required (Gallup)",
    "require a license to work legally (SIPP)": "License needed (SIPP)",
    "a quarter of workers under state licensing, as stated in 2015": "State licensing, as stated",
    "holds an active license": "Holds a license (BLS)",
    "holds an active license or certification": "License/certificate (BLS)",
}
BOUNDS = {"upper": ("under ", -4), "lower": ("at least ", 4), "point": ("", 0)}
LANE, HEAD, PLOT, TOP = 98, 38, 46, 35  # pixels, pixels, pixels, percent at the top of a lane


def share_in_words(row):
    """Say a share, or the bound that it is.

    Parameters
    ----------
    row : dict
        With ``share_pct`` and ``bound``.

    Returns
    -------
    str

    Examples
    --------
    >>> share_in_words({"share_pct": "20", "bound": "lower"})
    'at least 20'
    """
    return f"{BOUNDS[row['bound']][0]}{describe.percent(tables.number(row, 'share_pct'))}"


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
                    "share": share_in_words(row),
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
        said = [f"{r['year']}: {share_in_words(r)}%" for r in rows]
        heads.append(
            {
                "y": top + 6,
                "wide": name[0].upper() + name[1:],
                "narrow": SHORT.get(name, name),
                "wide_said": ", ".join(said),
                "narrow_said": ", ".join(said) if len(said) < 3 else _run(rows),
            }
        )
        for share in (0, 30):
            y = round(top + HEAD + PLOT - share / TOP * PLOT, 2)
            rules.append({"y": y, "label_y": y + (3 if share else -13), "share": f"{share}%"})
    return heads, rules


def _run(rows):
    shares = ", ".join(share_in_words(row) for row in rows)
    return f"{rows[0]['year']}-{rows[-1]['year']}: {shares}%"


def picture(lanes, title, sentence):
    """Draw one lane for each definition, and nothing between lanes.

    Parameters
    ----------
    lanes : dict of str to list of dict
        Rows of the table in order of year, by definition.
    title, sentence : str

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> row = {"year": "2006", "share_pct": "29", "bound": "point", "status": "verified",
    ...        "source_title": "Survey", "source_org": "X", "url": ""}
    >>> spec = picture({"holds a license": [row]}, "Title", "Sentence.")
    >>> spec["height"] == LANE
    True
    """
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
    roomy = f"width >= {theme.TIERS[-2][0]}"
    heads = heads.transform_calculate(
        definition=f"{roomy} ? datum.wide : datum.narrow",
        said=f"{roomy} ? datum.wide_said : datum.narrow_said",
    )
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
    """Draw figures as dots, and lines inside one definition only; bounds apart."""
    dots = _rows([point for point in points if point["bound"] == "point"])
    x, y = _x(), _y(height)
    return [
        dots.mark_line(color=theme.ACCENT, strokeWidth=1.5, aria=False).encode(
            x=x, y=y, detail="definition:N"
        ),
        dots.mark_point(color=theme.ACCENT, filled=True, opacity=1, size=60).encode(
            x=x, y=y, **_told()
        ),
        *_bounds(_rows([point for point in points if point["bound"] != "point"]), height),
    ]


def _bounds(rows, height):
    """Draw each bound as a bar across with an arrow to the side that is open."""
    import altair as alt

    x, y = _x(), _y(height)
    sides = alt.Scale(domain=["upper", "lower"], range=["triangle-down", "triangle-up"])
    colour = {"color": theme.ACCENT, "opacity": 1}
    return [
        rows.mark_tick(**colour, thickness=2.5, size=18, orient="horizontal").encode(
            x=x, y=y, **_told()
        ),
        rows.mark_rule(**colour, strokeWidth=1.5, aria=False).encode(x=x, y=y, y2="reach:Q"),
        rows.mark_point(**colour, filled=True, size=50, aria=False).encode(
            x=x, y=_y(height, "reach:Q"), shape=alt.Shape("bound:N", legend=None, scale=sides)
        ),
    ]


def _rows(points):
    import altair as alt

    said = "datum.definition + ', ' + datum.year + ': ' + datum.share + ' percent'"
    return alt.Chart(alt.Data(values=points)).transform_calculate(said=said)


def _told():
    """Give what a figure says when it is pointed at or read aloud."""
    import altair as alt

    tips = [
        alt.Tooltip("year:Q", format="d", title="Year"),
        alt.Tooltip("share:N", title="Share (percent)"),
        alt.Tooltip("definition:N", title="Counted"),
        alt.Tooltip("source:N", title="Source"),
        alt.Tooltip("status:N", title="Evidence"),
    ]
    return {"tooltip": tips, "description": "said:N"}
