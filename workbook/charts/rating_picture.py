"""Two sides on one axis: a dot for the person, a diamond for the practitioner, row by row."""

from functools import partial

from workbook.charts import tables, theme
from workbook.charts.bars import STEP
from workbook.charts.desks import COLORS
from workbook.charts.marks import bands, beside, names, rows_of, tips
from workbook.charts.model import Source
from workbook.charts.render import vega_lite
from workbook.measures.rating import SIDES, mirror, read_cards

__all__ = ["MADE", "MADE_UP", "SAYS", "picture", "read"]

MADE = "Invented data, made for this course by datasets/synthesize.py"
SAYS = f"{MADE}. The Mirror is not yet validated."
MADE_UP = Source(MADE, kind="made-up data")
SHAPES = {"person": {"shape": "circle", "filled": True, "size": 60},
          "practitioner": {"shape": "diamond", "size": 200, "strokeWidth": 2}}  # fmt: skip
MIDDLE = 10  # pixels below the middle of a band: where the marks lie


def read(datasets, table="mirror_cards"):
    """Read invented cards.

    Parameters
    ----------
    datasets : pathlib.Path
    table : str
        Name of the file without ``.csv``.

    Returns
    -------
    list of workbook.measures.rating.Card

    Raises
    ------
    workbook.errors.WorkbookError
        When the table is missing or cannot be read.

    Examples
    --------
    >>> from pathlib import Path
    >>> read(Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/mirror_cards.csv: The table is missing. \
Restore it from the course files.
    """
    return read_cards(tables.file(datasets, table), instrument=mirror())


def picture(rows, heads, said, *, axis, apart=0):
    """Draw both sides of every row.

    Parameters
    ----------
    rows : list of dict
        ``row``, ``name`` and for each side that has a number its value, such as ``person``, its
        ``person_low`` and ``person_high`` if there is an interval, and ``person_said``.
    heads : list of dict
        ``row`` and ``label`` of the headings; ``row`` begins like the rows below it.
    said : workbook.charts.told.Told
    axis : tuple of (str, list of float)
        What the axis counts, and its ticks.
    apart : int
        Pixels between the two sides; at 0 they lie on one line and are joined.

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> row = {"row": "a", "name": "A", "person": 2, "person_said": "A: 2"}
    >>> from workbook.charts.told import Told
    >>> said = Told("03/x", "T", "S.", "N.", ("A", "B"))
    >>> picture([row], [], said, axis=("Points", [1, 5]))["height"]
    34
    """
    order = sorted({each["row"] for each in (*heads, *rows)})
    layers = _layers(rows, heads, bands(order), axis, apart)
    return vega_lite(layers, **said.above(), height=(STEP + 2 * apart) * len(order))


def _layers(rows, heads, y, axis, apart):
    import altair as alt

    title, ticks = axis
    scale = alt.Scale(domain=[ticks[0], ticks[-1]], nice=False)
    x = partial(alt.X, title=title, scale=scale, axis=alt.Axis(values=ticks))
    marks = [layer for side in SIDES for layer in _side(rows, side, x, y, apart)]
    head = beside(rows_of(heads), y, "label", dy=3, fontWeight=600, fontSize=14)
    labels = [head, names(rows_of(rows), y, "name")]
    return [*labels, *([] if apart else [_joined(rows, x, y)]), *marks]


def _joined(rows, x, y):
    both = [{"row": r["row"], "value": r["person"], "end": r["practitioner"]}
            for r in rows if "person" in r and "practitioner" in r]  # fmt: skip
    lines = rows_of(both).mark_rule(color=theme.MUTED, strokeWidth=1.5, yOffset=MIDDLE, aria=False)
    return lines.encode(x=x("value:Q"), x2="end:Q", y=y)


def _side(rows, side, x, y, apart):
    """Draw one side; its interval, where there is one, lies behind its mark."""
    down = MIDDLE + (apart if side == SIDES[1] else 0)
    values = [
        {"row": r["row"], "value": r[side], "low": r.get(f"{side}_low"),
         "high": r.get(f"{side}_high"), "said": r[f"{side}_said"], "source": SAYS}
        for r in rows if side in r
    ]  # fmt: skip
    shown, look = rows_of(values), {"color": COLORS[side], "yOffset": down}
    mark = shown.mark_point(**look, **SHAPES[side], opacity=1)
    told = tips({"said": "Here", "source": "Source"})
    drawn = mark.encode(x=x("value:Q"), y=y, description="said:N", tooltip=told)
    if not any(each["low"] is not None for each in values):
        return [drawn]
    line = shown.transform_filter("isValid(datum.low)").mark_rule(
        **look, strokeWidth=1.5, aria=False
    )
    return [line.encode(x=x("low:Q"), x2="high:Q", y=y), drawn]
