"""Invented cards of the Mirror: how they are read, and how two sides are drawn row by row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.charts.kit import tables, theme
from workbook.charts.kit.bars import STEP
from workbook.charts.kit.chart_words import ChartWords
from workbook.charts.kit.marks import bands, beside, names, rows_of, signs, tips
from workbook.charts.kit.model import Source, Spec
from workbook.charts.kit.render import vega_lite
from workbook.design import SIDES as SIGNED
from workbook.measures.rating import SIDES, Card, Instrument, mirror, read_cards, read_instrument
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["instrument", "made_up", "picture", "read", "source_line"]

SHAPES: dict[str, dict[str, Any]] = {
    "person": {"shape": "circle", "filled": True, "size": 60},
    "practitioner": {"shape": "diamond", "size": 200, "strokeWidth": 2},
}
BESIDE_SIGN = 24  # pixels that a sign leaves before its word
MIDDLE = 10  # pixels below the middle of a band: where the marks lie
Axis = tuple[str, Sequence[float]]
Rows = Sequence[dict[str, Any]]


def made_up() -> Source:
    """Give the source of all invented cards.

    Examples
    --------
    >>> made_up().kind
    'made-up data'
    """
    return Source(word("cards", "made"), kind=word("cards", "made_up"))


def source_line() -> str:
    """Give the words that stand for the source in a picture of cards.

    Examples
    --------
    >>> source_line().partition(". ")[2]
    'The Mirror is not yet validated.'
    """
    return word("cards", "source", made=word("cards", "made"))


def instrument(datasets: Path) -> Instrument:
    """Give the card that was filled in, in the words of the course that the tables belong to.

    Parameters
    ----------
    datasets : pathlib.Path

    Returns
    -------
    workbook.measures.rating.Instrument
        The Mirror as it travels with the course where there is no other beside the tables.

    Examples
    --------
    >>> instrument(Path("nowhere")).name
    'mirror'
    """
    own = datasets.parent / "modules" / "instruments" / "mirror.md"
    return read_instrument(own) if own.is_file() else mirror()


def read(datasets: Path, table: str = "mirror_cards") -> list[Card]:
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
    >>> read(Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/mirror_cards.csv: The table is missing. \
Restore it from the course files.
    """
    return read_cards(tables.file(datasets, table), instrument=instrument(datasets))


def picture(
    rows: Rows,
    heads: Rows,
    text: ChartWords,
    *,
    axis: Axis,
    apart: int = 0,
) -> Spec:
    """Draw both sides of every row.

    Parameters
    ----------
    rows : list of dict
        ``row``, ``name`` and for each side that has a number its value, such as ``person``, its
        ``person_low`` and ``person_high`` if there is an interval, and ``person_said``.
    heads : list of dict
        ``row`` and ``label`` of the headings; ``row`` begins like the rows below it. ``sign`` is
        the side of a meeting that a heading names.
    text : workbook.charts.kit.chart_words.ChartWords
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
    >>> text = ChartWords("03/x", "T", "S.", "N.", ("A", "B"))
    >>> picture([row], [], text, axis=("Points", [1, 5]))["height"]
    34
    """
    order = sorted({each["row"] for each in (*heads, *rows)})
    layers = _layers(rows, heads, bands(order), axis, apart)
    return vega_lite(layers, **text.above(), height=(STEP + 2 * apart) * len(order))


def _layers(
    rows: Rows,
    heads: Rows,
    y: alt.Y,
    axis: Axis,
    apart: int,
) -> list[alt.Chart]:
    import altair as alt

    title, ticks = axis
    scale = alt.Scale(domain=[ticks[0], ticks[-1]], nice=False)
    x = partial(alt.X, title=title, scale=scale, axis=alt.Axis(values=list(ticks)))
    marks = [layer for side in SIDES for layer in _side(rows, side, x, y, apart)]
    signed = [each for each in heads if each.get("sign") in SIGNED]
    plain = [each for each in heads if each not in signed]
    look: dict[str, Any] = {"dy": 3, "fontWeight": 600, "fontSize": 14}
    drawn = [signs(rows_of(signed), y, "sign", yOffset=3)] if signed else []
    said = [beside(rows_of(some), y, "label", dx=dx, **look)
            for some, dx in ((signed, BESIDE_SIGN), (plain, 0)) if some]  # fmt: skip
    labels = [*drawn, *said, names(rows_of(rows), y, "name")]
    return [*labels, *([] if apart else [_joined(rows, x, y)]), *marks]


def _joined(rows: Rows, x: partial[alt.X], y: alt.Y) -> alt.Chart:
    both = [{"row": r["row"], "value": r["person"], "end": r["practitioner"]}
            for r in rows if "person" in r and "practitioner" in r]  # fmt: skip
    lines = rows_of(both).mark_rule(color=theme.MUTED, strokeWidth=1.5, yOffset=MIDDLE, aria=False)
    return lines.encode(x=x("value:Q"), x2="end:Q", y=y)


def _side(rows: Rows, side: str, x: partial[alt.X], y: alt.Y, apart: int) -> list[alt.Chart]:
    """Draw one side; its interval, where there is one, lies behind its mark."""
    down = MIDDLE + (apart if side == SIDES[1] else 0)
    values = [
        {"row": r["row"], "value": r[side], "low": r.get(f"{side}_low"),
         "high": r.get(f"{side}_high"), "said": r[f"{side}_said"], "source": source_line()}
        for r in rows if side in r
    ]  # fmt: skip
    look: dict[str, Any] = {"color": theme.SIDE_COLORS[side], "yOffset": down}
    shown = rows_of(values)
    mark = shown.mark_point(**look, **SHAPES[side], opacity=1)
    says = {"description": "said:N", "tooltip": tips(["said", "source"])}
    drawn = mark.encode(x=x("value:Q"), y=y, **says)
    if not any(each["low"] is not None for each in values):
        return [drawn]
    line = shown.transform_filter("isValid(datum.low)").mark_rule(
        **look, strokeWidth=1.5, aria=False
    )
    return [line.encode(x=x("low:Q"), x2="high:Q", y=y), drawn]
