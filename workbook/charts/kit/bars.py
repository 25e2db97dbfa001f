"""Bars with the name above and the number at the end: readable at every width."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbook.charts.kit import theme
from workbook.charts.kit.marks import beside, names

if TYPE_CHECKING:
    import altair as alt

__all__ = ["STEP", "bars"]

STEP = 34  # pixels for one row: the name, its bar below


def bars(
    rows: alt.Chart,
    heads: alt.Chart,
    at: Mapping[str, Any],
    name: str,
    says: tuple[str, list[alt.Tooltip]],
) -> list[alt.Chart]:
    """Draw the name of each row, its bar below, and the number at the end of the bar.

    Parameters
    ----------
    rows : altair.Chart
        Rows with ``row``, ``label`` and the fields named here.
    heads : altair.Chart
        Headings of the groups of rows, with ``row`` and ``label``.
    at : dict of str to altair.X, altair.Y or int
        ``x``, where a bar ends; ``y``, a band of `STEP` pixels for each row and heading;
        if the number is to stand elsewhere than behind the bar, ``end``; and ``head``, how
        many pixels a heading stands below the middle of its band.
    name : str
        The field that names a row.
    says : tuple of (str, list of altair.Tooltip)
        What a bar says: a Vega expression for reading aloud, and the tips for pointing.

    Returns
    -------
    list of altair.Chart

    Examples
    --------
    >>> from workbook.charts.kit.marks import bands, rows_of
    >>> data, at = rows_of([]), {"x": "n:Q", "y": bands(["a"])}
    >>> drawn = bars(data, data, at, "who", ("datum.who", []))
    >>> [layer.to_dict()["mark"]["type"] for layer in drawn]
    ['bar', 'text', 'text', 'text']
    """
    (aloud, pointed), x, y = says, at["x"], at["y"]
    bar = rows.transform_calculate(said=aloud).mark_bar(
        color=theme.ACCENT, height=9, yOffset=9, cornerRadiusEnd=2
    )
    number = rows.mark_text(align="left", aria=False, dx=5, dy=9, fontWeight=600)
    return [
        bar.encode(x=x, y=y, tooltip=pointed, description="said:N"),
        names(rows, y, name),
        number.encode(x=at.get("end", x), y=y, text="label:N"),
        beside(heads, y, "label", dy=at.get("head", 3), fontWeight=600, fontSize=14),
    ]
