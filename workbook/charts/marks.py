"""The few pieces that every picture is put together from."""

__all__ = ["bands", "beside", "down", "names", "rows_of", "tips"]


def rows_of(values):
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


def bands(order, field="row:N", **more):
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


def down(height, field="y:Q"):
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


def beside(rows, y, field, **look):
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
    >>> drawn = names(rows_of([]), bands(["a"]), "who").to_dict()
    >>> drawn["encoding"]["text"]["field"]
    'who'
    """
    return beside(rows, y, name, dx=1, dy=-6)


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
