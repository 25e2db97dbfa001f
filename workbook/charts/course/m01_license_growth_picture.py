"""How the growth of licensing is drawn: dots, bounds as arrows, lines in one lane only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbook.charts.kit import tables, theme
from workbook.charts.kit.chart_words import ChartWords, chart_id
from workbook.charts.kit.marks import beside, down, phrase, rows_of, tips
from workbook.charts.kit.model import Spec
from workbook.charts.kit.render import vega_lite
from workbook.charts.kit.tables import TableRow
from workbook.words import word, words

if TYPE_CHECKING:
    import altair as alt

__all__ = ["HEAD", "LANE", "PLOT", "TOP", "picture", "share_in_words"]

ID = chart_id(__name__)
TIPS = ("share", "definition", "source", "status")
ARROWS = {"upper": -4, "lower": 4, "point": 0}  # percent from a bound to the end of its arrow
LANE, HEAD, PLOT, TOP = 98, 38, 46, 35  # pixels, pixels, pixels, percent at the top of a lane


def share_in_words(row: Mapping[str, str]) -> str:
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
    share = f"{float(row['share_pct']):.1f}".removesuffix(".0")
    return word(ID, f"bound_{row['bound']}", share=share)


def _points(lanes: Mapping[str, list[TableRow]]) -> list[dict[str, Any]]:
    """Place every figure: the lane gives where zero is, the share how far above it."""
    points: list[dict[str, Any]] = []
    for place, rows in enumerate(lanes.values()):
        zero = LANE * place + HEAD + PLOT
        points += [_point(row, zero) for row in rows]
    return points


def _point(row: TableRow, zero: float) -> dict[str, Any]:
    share = float(row["share_pct"])
    reach = max(share + ARROWS[row["bound"]], 0)
    return {
        "definition": row["definition"],
        "year": int(row["year"]),
        "share": share_in_words(row),
        "bound": row["bound"],
        "y": round(zero - share / TOP * PLOT, 2),
        "reach": round(zero - reach / TOP * PLOT, 2),
        "status": tables.evidence(row),
        "source": tables.source(row).text,
    }


def _heads(lanes: Mapping[str, list[TableRow]]) -> tuple[list[dict], list[dict]]:
    heads, rules, names = [], [], words(ID)["lanes"]
    for place, (name, rows) in enumerate(lanes.items()):
        top = LANE * place
        wide, narrow = names.get(rows[0]["id"], (name, name))
        shares = [f"{r['year']}: {share_in_words(r)}%" for r in rows]
        heads.append(
            {
                "y": top + 6,
                "wide": wide,
                "narrow": narrow,
                "wide_said": ", ".join(shares),
                "narrow_said": ", ".join(shares) if len(shares) < 3 else _run(rows),
            }
        )
        for share in (0, 30):
            y = round(top + HEAD + PLOT - share / TOP * PLOT, 2)
            rules.append({"y": y, "label_y": y + (3 if share else -13), "share": f"{share}%"})
    return heads, rules


def _run(rows: list[TableRow]) -> str:
    shares = ", ".join(share_in_words(row) for row in rows)
    return f"{rows[0]['year']}-{rows[-1]['year']}: {shares}%"


def picture(lanes: Mapping[str, list[TableRow]], text: ChartWords) -> Spec:
    """Draw one lane for each definition, and nothing between lanes.

    Parameters
    ----------
    lanes : dict of str to list of dict
        Rows of the table in order of year, by definition.
    text : workbook.charts.kit.chart_words.ChartWords

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> row = {"id": "G000", "year": "2006", "share_pct": "29", "bound": "point",
    ...        "status": "verified",
    ...        "definition": "licensed", "source_title": "Survey", "source_org": "X", "url": ""}
    >>> spec = picture({"licensed": [row]}, ChartWords("01/x", "Title", "Sentence.", "", ()))
    >>> spec["height"] == LANE
    True
    """
    height = LANE * len(lanes)
    layers = [*_frame(lanes, height), *_figures(_points(lanes), height)]
    return vega_lite(layers, **text.above(), height=height)


def _x() -> alt.X:
    import altair as alt

    axis = alt.Axis(format="d", values=[1950, 1970, 1990, 2010], grid=False)
    return alt.X("year:Q", title=words(ID)["axis"], scale=alt.Scale(domain=[1938, 2024]), axis=axis)


def _frame(lanes: Mapping[str, list[TableRow]], height: int) -> list[alt.Chart]:
    """Draw the words and the two guide lines of every lane."""
    heads, rules = (rows_of(values) for values in _heads(lanes))
    heads = heads.transform_calculate(
        definition=f"{theme.ROOMY} ? datum.wide : datum.narrow",
        said=f"{theme.ROOMY} ? datum.wide_said : datum.narrow_said",
    )
    y, top = down(height), {"baseline": "top"}
    quiet: dict[str, Any] = {"color": theme.MUTED}
    return [
        rules.mark_rule(color=theme.RULE, aria=False).encode(y=y),
        beside(rules, down(height, "label_y:Q"), "share", **top, **quiet, fontSize=10),
        beside(heads, y, "definition", **top, fontWeight=600),
        beside(heads, y, "said", **top, **quiet, dy=16, fontSize=11),
    ]


def _figures(points: list[dict[str, Any]], height: int) -> list[alt.Chart]:
    """Draw figures as dots, and lines inside one definition only; bounds apart."""
    exact = [point for point in points if point["bound"] == "point"]
    bounds = [point for point in points if point["bound"] != "point"]
    says = phrase(words(ID)["mark"])
    dots, x, y = rows_of(exact).transform_calculate(said=says), _x(), down(height)
    line = dots.mark_line(color=theme.ACCENT, strokeWidth=1.5, aria=False)
    mark = dots.mark_point(color=theme.ACCENT, filled=True, opacity=1, size=60)
    return [
        line.encode(x=x, y=y, detail="definition:N"),
        mark.encode(x=x, y=y, **_says()),
        *_bounds(rows_of(bounds).transform_calculate(said=says), height),
    ]


def _bounds(rows: alt.Chart, height: int) -> list[alt.Chart]:
    """Draw each bound as a bar across with an arrow to the side that is open."""
    import altair as alt

    x, y, reach = _x(), down(height), down(height, "reach:Q")
    sides = alt.Scale(domain=["upper", "lower"], range=["triangle-down", "triangle-up"])
    shape = alt.Shape("bound:N", legend=None, scale=sides)
    colour: dict[str, Any] = {"color": theme.ACCENT, "opacity": 1}
    across = rows.mark_tick(**colour, thickness=2.5, size=18, orient="horizontal")
    arrow = rows.mark_point(**colour, filled=True, size=50, aria=False)
    return [
        across.encode(x=x, y=y, **_says()),
        rows.mark_rule(**colour, strokeWidth=1.5, aria=False).encode(x=x, y=y, y2="reach:Q"),
        arrow.encode(x=x, y=reach, shape=shape),
    ]


def _says() -> dict[str, Any]:
    """Give what a figure says when it is pointed at or read aloud."""
    import altair as alt

    names = words(ID)
    year = alt.Tooltip("year:Q", format="d", title=names["axis"])
    return {"tooltip": [year, *tips(TIPS, {"share": names["tip_share"]})], "description": "said:N"}
