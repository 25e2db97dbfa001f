"""Charts: rows of `datasets/` in; one sentence, one table and, for most, one picture out.

A chart of the course is built by the function ``build(chart_id, datasets)`` of its module; some
modules build two. It takes the id of the chart and the folder that holds the CSV files, as a
`pathlib.Path`, and returns a `Chart`; two builds of the same files are equal. It raises
`workbook.errors.WorkbookError` when a table is missing or a row must not be shown. Its words stand
in ``words/en/charts.yaml``. The modules that no chart is named after draw for these, or show what
a learner or a report brings: `rating`, `talk`, `lots`, `single_case`.
"""

from importlib import import_module
from pathlib import Path

from workbook.charts.model import Chart, Source
from workbook.errors import WorkbookError

__all__ = ["Chart", "Source", "chart_ids", "load"]

_MODULES = {  # of the charts, in the order of the course
    "01/timeline": "timeline",
    "01/exam_pass_rates": "exam_rates",
    "01/license_growth": "license_growth",
    "01/other_side": "other_side",
    "02/ladder": "ladder",
    "02/served": "served",
    "02/interruptions": "interruptions",
    "02/understanding": "understanding",
    "02/talk_shares": "talk_shares",
    "02/two_desks": "desks_profile",
    "02/two_desks_turns": "desks_turns",
    "02/two_desks_words": "desks_words",
    "02/other_side": "other_side",
    "03/both_sides": "rating_pair",
    "03/over_time": "rating_time",
    "04/ladder": "designs",
    "04/move_the_start": "move_the_start",
    "04/four_lines": "four_lines",
    "04/three_pairs": "rating_pair",
}


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
    return list(_MODULES)


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
    if chart_id not in _MODULES:
        names = ", ".join(_MODULES)
        raise WorkbookError(f"There is no chart {chart_id}. The charts are: {names}.")
    module = import_module(f"workbook.charts.{_MODULES[chart_id]}")
    return module.build(chart_id, Path(datasets))
