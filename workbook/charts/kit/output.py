"""What a notebook shows of a chart: the picture, then the words and the table."""

from workbook.charts.kit import page, render
from workbook.charts.kit.model import Chart

__all__ = ["outputs"]


def outputs(chart: Chart) -> list[tuple[dict, dict]]:
    """Give what a notebook shows.

    Parameters
    ----------
    chart : workbook.charts.Chart

    Returns
    -------
    list of tuple of (dict, dict)
        Data by MIME type and metadata, one pair for each output; a chart without a picture gives
        the words only.

    Examples
    --------
    >>> from workbook.charts import Source
    >>> words = Chart("01/x", "A", "One of two.", (Source("S"),), "", ("A", "B"), (("1", "2"),))
    >>> [sorted(data) for data, metadata in outputs(words)]
    [['text/html', 'text/plain']]
    """
    return ([render.bundle(chart)] if chart.spec else []) + [page.bundle(chart)]
