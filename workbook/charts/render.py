"""The picture: an Altair chart as the Vega-Lite 5 that JupyterLab draws by itself."""

from workbook.charts.theme import CONFIG

__all__ = ["MIME", "SCHEMA", "bundle", "svg", "vega_lite"]

MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.6.1.json"
EMBED = {"renderer": "svg", "actions": False}


def vega_lite(layers, *, title, description, height, params=()):
    """Join layers into one responsive picture with its data inside.

    Parameters
    ----------
    layers : list of altair.Chart
        Drawn in this order.
    title : dict
        From `workbook.charts.theme.heading`.
    description : str
        The alternative text.
    height : int
        Pixels.
    params : sequence of dict
        Controls of the whole picture, such as a filter with its select box.

    Returns
    -------
    dict
        A Vega-Lite 5 specification; the width is that of its place on the page.

    Examples
    --------
    >>> import altair as alt
    >>> dots = alt.Chart(alt.Data(values=[{"x": 1}])).mark_point().encode(x="x:Q")
    >>> spec = vega_lite([dots], title={"text": "One"}, description="One dot.", height=40)
    >>> spec["width"], spec["$schema"] == SCHEMA
    ('container', True)
    """
    import altair as alt

    drawn = alt.layer(*layers).properties(width="container", height=height).to_dict()
    for unwanted in ("config", "$schema"):
        drawn.pop(unwanted, None)
    extra = {"params": list(params)} if params else {}
    return {
        "$schema": SCHEMA,
        "title": title,
        "description": description,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": CONFIG,
        **drawn,
        **extra,
    }


def bundle(chart):
    """Give the picture of a chart as a notebook output.

    Parameters
    ----------
    chart : workbook.charts.Chart

    Returns
    -------
    tuple of (dict, dict)
        Data by MIME type, and the metadata that asks for SVG without a menu.

    Examples
    --------
    >>> from workbook.charts import Chart
    >>> data, metadata = bundle(Chart("01/x", "A", "One of two.", (), "", (), (), {"mark": "bar"}))
    >>> data["text/plain"], metadata[MIME]["embed_options"]["actions"]
    ('One of two.', False)
    """
    return {MIME: chart.spec, "text/plain": chart.sentence}, {MIME: {"embed_options": dict(EMBED)}}


def svg(chart, width=680):
    """Draw a chart as a still picture, for a report or a printed portfolio.

    Parameters
    ----------
    chart : workbook.charts.Chart
    width : int
        Pixels.

    Returns
    -------
    str
        SVG; controls are left out, so everything is shown.

    Raises
    ------
    ImportError
        Where vl-convert is not there (the browser edition): use the table instead.

    Examples
    --------
    >>> from workbook.charts import Chart
    >>> dot = {"$schema": SCHEMA, "data": {"values": [{}]}, "mark": "point"}
    >>> svg(Chart("01/x", "A", "One dot.", (), "", (), (), dot))[:4]
    '<svg'
    """
    import vl_convert

    return vl_convert.vegalite_to_svg({**chart.spec, "width": width}, vl_version="5.8")
