"""Bars with the name above and the number at the end: readable at every width."""

from workbook.charts import theme

__all__ = ["STEP", "bars", "names", "tips"]

STEP = 34  # pixels for one row: the name, its bar below
WORDS = {"align": "left", "aria": False}


def tips(told):
    """Give what a mark says when it is pointed at.

    Parameters
    ----------
    told : dict of str to str
        Titles in words, by field.

    Returns
    -------
    list of altair.Tooltip

    Examples
    --------
    >>> [tip.to_dict()["title"] for tip in tips({"status": "Evidence"})]
    ['Evidence']
    """
    import altair as alt

    return [alt.Tooltip(f"{name}:N", title=title) for name, title in told.items()]


def names(rows, y, name):
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
    >>> import altair as alt
    >>> drawn = names(alt.Chart(alt.Data(values=[])), alt.Y("row:N"), "who").to_dict()
    >>> drawn["encoding"]["text"]["field"]
    'who'
    """
    import altair as alt

    return rows.mark_text(**WORDS, dx=1, dy=-6).encode(x=alt.value(0), y=y, text=f"{name}:N")


def bars(rows, heads, at, name, says):
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
    says : tuple of (str, dict of str to str)
        What a bar says: a Vega expression for reading aloud, and for pointing the titles in
        words, by field.

    Returns
    -------
    list of altair.Chart

    Examples
    --------
    >>> import altair as alt
    >>> data, at = alt.Chart(alt.Data(values=[])), {"x": alt.X("n:Q"), "y": alt.Y("row:N")}
    >>> drawn = bars(data, data, at, "who", ("datum.who", {}))
    >>> [layer.to_dict()["mark"]["type"] for layer in drawn]
    ['bar', 'text', 'text', 'text']
    """
    import altair as alt

    (aloud, pointed), x, y = says, at["x"], at["y"]
    bar = rows.transform_calculate(said=aloud).mark_bar(
        color=theme.ACCENT, height=9, yOffset=9, cornerRadiusEnd=2
    )
    number = rows.mark_text(**WORDS, dx=5, dy=9, fontWeight=600)
    head = heads.mark_text(**WORDS, dy=at.get("head", 3), fontWeight=600, fontSize=14)
    return [
        bar.encode(x=x, y=y, tooltip=tips(pointed), description="said:N"),
        names(rows, y, name),
        number.encode(x=at.get("end", x), y=y, text="label:N"),
        head.encode(x=alt.value(0), y=y, text="label:N"),
    ]
