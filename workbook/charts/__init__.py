"""Charts: rows of `datasets/` in, one picture, one sentence and one table out."""

from importlib import import_module
from pathlib import Path

from workbook.charts.model import Chart, Source
from workbook.errors import WorkbookError

__all__ = ["Chart", "Source", "chart_ids", "load"]

_MODULES = {"01": "roots", "02": "hierarchy"}


def _builders():
    """Give every chart id with the function that builds it, in the order of the course."""
    found = {}
    for number, name in _MODULES.items():
        registry = import_module(f"workbook.charts.{name}").CHARTS
        found |= {f"{number}/{key}": build for key, build in registry.items()}
    return found


def chart_ids():
    """List the ids of all charts.

    Returns
    -------
    list of str
        Module number and name, such as ``"01/timeline"``.

    Examples
    --------
    >>> chart_ids()[0]
    '01/timeline'
    """
    return list(_builders())


def load(chart_id, datasets):
    """Build one chart from the tables of the course.

    Parameters
    ----------
    chart_id : str
        Module number and name, such as ``"01/exam_pass_rates"``.
    datasets : str or os.PathLike
        The folder that holds the CSV files.

    Returns
    -------
    Chart
        Built afresh; two builds of the same files are equal.

    Raises
    ------
    workbook.errors.WorkbookError
        When there is no such chart, or a row must not be shown.

    Examples
    --------
    >>> load("01/nothing", "datasets")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There is no chart 01/nothing. The charts are: 01/timeline, ...
    """
    builders = _builders()
    if chart_id not in builders:
        names = ", ".join(builders)
        raise WorkbookError(f"There is no chart {chart_id}. The charts are: {names}.")
    return builders[chart_id](chart_id, Path(datasets))
