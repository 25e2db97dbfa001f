"""The few pieces that every picture is put together from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import TYPE_CHECKING, Any

from workbook.charts.kit.theme import INK, SIDE_COLORS
from workbook.design import SIDES, sign_mark
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["bands", "beside", "down", "names", "phrase", "rows_of", "side_color", "signs", "tips"]


def rows_of(values: Sequence[Mapping[str, Any]]) -> alt.Chart:
    """Begin a layer with its own rows.

    Parameters
    ----------
    values : list of dict

    Returns
    -------
    altair.Chart

    Examples
    --------
    >>> rows_of([{"x": 1}]).data.values
    [{'x': 1}]
    """
    import altair as alt

    return alt.Chart(alt.Data(values=values))


def bands(order: Sequence[str], field: str = "row:N", **more: Any) -> alt.Y:
    """Give a place for each row, in this order from the top.

    Parameters
    ----------
    order : list of str
        The rows.
    field : str
        What names the row of a mark.
    **more : object
        As `altair.Y` takes it.

    Returns
    -------
    altair.Y

    Examples
    --------
    >>> bands(["b", "a"]).to_dict()["sort"]
    ['b', 'a']
    """
    import altair as alt

    return alt.Y(field, sort=order, scale=alt.Scale(domain=order), axis=None, **more)


def down(height: float, field: str = "y:Q") -> alt.Y:
    """Give a place in pixels from the top.

    Parameters
    ----------
    height : float
        Of the whole picture.
    field : str
        What holds the place of a mark.

    Returns
    -------
    altair.Y

    Examples
    --------
    >>> down(80).to_dict()["scale"]["domain"]
    [80, 0]
    """
    import altair as alt

    return alt.Y(field, scale=alt.Scale(domain=[height, 0], nice=False), axis=None)


def beside(rows: alt.Chart, y: alt.Y, field: str, **look: Any) -> alt.Chart:
    """Write words at the left side; they are not read aloud, for the marks say them.

    Parameters
    ----------
    rows : altair.Chart
    y : altair.Y
    field : str
        What holds the words.
    **look : object
        As `altair.Chart.mark_text` takes it.

    Returns
    -------
    altair.Chart

    Examples
    --------
    >>> beside(rows_of([]), bands(["a"]), "label", fontSize=14).to_dict()["mark"]["fontSize"]
    14
    """
    import altair as alt

    text = rows.mark_text(align="left", aria=False, **look)
    return text.encode(x=alt.value(0), y=y, text=f"{field}:N")


def signs(rows: alt.Chart, y: alt.Y, field: str, **look: Any) -> alt.Chart:
    """Draw the sign of a side of a meeting at the left side; its word stands beside it.

    Parameters
    ----------
    rows : altair.Chart
    y : altair.Y
    field : str
        What holds the name of the side.
    **look : object
        As `altair.Chart.mark_point` takes it.

    Returns
    -------
    altair.Chart

    Examples
    --------
    >>> signs(rows_of([]), bands(["a"]), "sign").to_dict()["mark"]["filled"]
    False
    """
    import altair as alt

    shapes = alt.Scale(domain=list(SIDES), range=[sign_mark(side) for side in SIDES])
    shape = alt.Shape(f"{field}:N", scale=shapes, legend=None)
    style: dict[str, Any] = {
        "size": 340,
        "strokeWidth": 1.6,
        "filled": False,
        "opacity": 1,
        "aria": False,
    }
    points = rows.mark_point(color=INK, **style, **look)
    return points.encode(x=alt.value(9), y=y, shape=shape)


def names(rows: alt.Chart, y: alt.Y, name: str) -> alt.Chart:
    """Write the name of each row above its mark.

    Parameters
    ----------
    rows : altair.Chart
    y : altair.Y
    name : str
        The field that names a row.

    Returns
    -------
    altair.Chart

    Examples
    --------
    >>> drawn = names(rows_of([]), bands(["a"]), "who").to_dict()
    >>> drawn["encoding"]["text"]["field"]
    'who'
    """
    return beside(rows, y, name, dx=1, dy=-6)


def side_color() -> alt.Color:
    """Give the colour of a side; where it is drawn, up and down or left and right say it too.

    Returns
    -------
    altair.Color

    Examples
    --------
    >>> side_color().to_dict()["field"]
    'side'
    """
    import altair as alt

    scale = alt.Scale(domain=[*SIDE_COLORS], range=[*SIDE_COLORS.values()])
    return alt.Color("side:N", legend=None, scale=scale)


def tips(fields: Iterable[str], titles: Mapping[str, str] | None = None) -> list[alt.Tooltip]:
    """Give what a mark says when it is pointed at.

    Parameters
    ----------
    fields : iterable of str
        What the rows hold.
    titles : mapping of str to str, optional
        Titles in words, by field; those of all charts when left out.

    Returns
    -------
    list of altair.Tooltip

    Examples
    --------
    >>> [tip.to_dict()["title"] for tip in tips(["status", "n"], {"n": "Cases"})]
    ['Evidence', 'Cases']
    """
    import altair as alt

    own = titles or {}
    return [
        alt.Tooltip(f"{name}:N", title=own.get(name) or word("chart", f"tip_{name}"))
        for name in fields
    ]


def phrase(template: str) -> str:
    """Turn words with fields in curly brackets into what Vega says of a mark.

    Parameters
    ----------
    template : str
        Such as ``"{year}: {share} percent"``; the fields are those of the rows.

    Examples
    --------
    >>> phrase("{year}: {share} percent")
    "datum.year + ': ' + datum.share + ' percent'"
    """
    parts = []
    for text, name, _, _ in Formatter().parse(template):
        quoted = text.replace("\\", "\\\\").replace("'", "\\'")
        parts += [f"'{quoted}'"] if text else []
        parts += [f"datum.{name}"] if name else []
    return " + ".join(parts)
