"""The picture: an Altair chart as the Vega-Lite 5 that JupyterLab draws by itself."""

from collections.abc import Sequence
from typing import Any

from workbook.charts.kit.model import Chart, Spec
from workbook.charts.kit.theme import CONFIG, css

__all__ = ["MIME", "SCHEMA", "bundle", "png", "svg", "vega_lite"]

MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.6.1.json"
WIDTH, LEAST, MOST = 640, 200, 860  # pixels

# JupyterLab gives a chart no width of its own, and "container" then stops the page. So the
# picture has a plain width, and where it is embedded it measures its place, within bounds.
ROOM = "(containerSize()[0] || windowSize()[0] - 96)"
FITTED = f"clamp({ROOM}, {LEAST}, {MOST})"
MEASURED = {
    "name": "width",
    "init": FITTED,
    "on": [{"events": {"source": "window", "type": "resize"}, "update": FITTED}],
}
STYLE, SLIDER = css("picture"), css("slider")
EMBED = {
    "renderer": "svg",
    "actions": False,
    "defaultStyle": STYLE,
    "patch": [
        {"op": "remove", "path": "/width"},
        {"op": "add", "path": "/signals/0", "value": MEASURED},
    ],
}
ALWAYS = {"name": "shown", "value": True}  # so that there is a list of signals to add to


def vega_lite(
    layers: Sequence[Any],
    *,
    title: dict[str, Any],
    description: str,
    height: float,
    params: Sequence[dict[str, Any]] = (),
) -> Spec:
    """Join layers into one responsive picture with its data inside.

    Parameters
    ----------
    layers : list of altair.Chart
        Drawn in this order.
    title : dict
        From `workbook.charts.kit.theme.heading`.
    description : str
        The alternative text.
    height : float
        Pixels.
    params : sequence of dict
        Controls of the whole picture, such as a filter with its select box.

    Returns
    -------
    dict
        A Vega-Lite 5 specification; it fits its place on the page.

    Examples
    --------
    >>> import altair as alt
    >>> dots = alt.Chart(alt.Data(values=[{"x": 1}])).mark_point().encode(x="x:Q")
    >>> spec = vega_lite([dots], title={"text": "One"}, description="One dot.", height=40)
    >>> spec["width"], spec["$schema"] == SCHEMA
    (640, True)
    """
    import altair as alt

    # Altair has checked each part as it was made; the tests let it check the whole as well.
    drawn = alt.layer(*layers).properties(width=WIDTH, height=height).to_dict(validate=False)
    for unwanted in ("config", "$schema"):
        drawn.pop(unwanted, None)
    drawn["datasets"] = _shared(drawn["layer"], drawn.pop("data", None))
    return {
        "$schema": SCHEMA,
        "title": title,
        "description": description,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": CONFIG,
        **drawn,
        "params": [ALWAYS, *params],
    }


def _shared(layers: list[dict[str, Any]], common: Any) -> dict[str, list]:
    """Take the rows out of the layers, so that layers with the same rows hold them once."""
    found: list[list] = []
    for layer in layers:
        rows = layer.get("data", common)["values"]
        if rows not in found:
            found.append(rows)
        layer["data"] = {"name": f"rows_{found.index(rows) + 1}"}
    return {f"rows_{n}": rows for n, rows in enumerate(found, start=1)}


def bundle(chart: Chart) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the picture of a chart as a notebook output.

    Parameters
    ----------
    chart : workbook.charts.Chart

    Returns
    -------
    tuple of (dict, dict)
        Data by MIME type, and the metadata that asks for SVG without a menu,
        as wide as its place.

    Examples
    --------
    >>> from workbook.charts import Chart
    >>> data, metadata = bundle(Chart("01/x", "A", "One of two.", (), "", (), (), {"mark": "bar"}))
    >>> data["text/plain"], metadata[MIME]["embed_options"]["actions"]
    ('One of two.', False)
    """
    binds = (param.get("bind", {}) for param in chart.spec.get("params", ()))
    more = SLIDER if any(bind["input"] == "range" for bind in binds if bind) else ""
    options = EMBED | {"defaultStyle": STYLE + more}
    return {MIME: chart.spec, "text/plain": chart.sentence}, {MIME: {"embed_options": options}}


def svg(chart: Chart, width: int = WIDTH) -> str:
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


def png(drawn: str) -> bytes:
    """Turn a still picture into points, for a place that takes no SVG.

    Parameters
    ----------
    drawn : str
        From `svg`.

    Returns
    -------
    bytes
        A PNG file, fine enough for paper.

    Examples
    --------
    >>> png('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')[1:4]
    b'PNG'
    """
    import vl_convert

    return vl_convert.svg_to_png(drawn, scale=2.5)
