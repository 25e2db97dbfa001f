"""The charts of the course: found by their files, built, and checked."""

import re
from collections.abc import Iterator
from importlib import import_module
from os import PathLike
from pathlib import Path

from workbook.charts.kit.chart_words import chart_id
from workbook.charts.kit.model import Chart
from workbook.errors import WorkbookError
from workbook.words import Message, word, words

__all__ = ["chart_ids", "check", "load"]

COURSE = Path(__file__).parents[1] / "course"
CHART = re.compile(r"m\d\d_(?!\w+_picture$)\w+")


def chart_ids() -> list[str]:
    """List the ids of all charts.

    Returns
    -------
    list of str
        Module number and name, such as ``"01/timeline"``.

    Examples
    --------
    >>> chart_ids()[0]
    '01/exam_pass_rates'
    """
    return [chart_id(path.stem) for path in sorted(COURSE.glob("*.py")) if CHART.match(path.stem)]


def load(chart_id: str, datasets: str | PathLike[str]) -> Chart:
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
    workbook.errors.WorkbookError: There is no chart 01/nothing. The charts are: 01/exam_pass_...
    """
    known = chart_ids()
    if chart_id not in known:
        names = ", ".join(known)
        raise WorkbookError(word("chart_errors", "unknown", chart=chart_id, charts=names))
    module, _, name = chart_id.partition("/")
    return import_module(f"workbook.charts.course.m{module}_{name}").build(Path(datasets))


def check(datasets: str | PathLike[str]) -> list[Message]:
    """Say what is missing in the charts: rows, sources, words, alternative text.

    Parameters
    ----------
    datasets : str or os.PathLike
        The folder that holds the CSV files.

    Returns
    -------
    list of workbook.words.Message
        One sentence for each problem, chart by chart.

    Examples
    --------
    >>> check("nowhere")[0].identifier
    'chart_problems.broken'
    """
    return [problem for chart in chart_ids() for problem in _problems(chart, datasets)]


def _problems(name: str, datasets: str | PathLike[str]) -> Iterator[Message]:
    try:
        chart = load(name, datasets)
    except WorkbookError as error:
        yield word("chart_problems", "broken", chart=name, error=_sentence(error))
    except KeyError as error:
        yield word("chart_problems", "no_phrase", chart=name, name=error.args[0])
    else:
        yield from _lacking(chart)


def _sentence(error: WorkbookError) -> str:
    message = error.args[0] if error.args else ""
    return message if message == str(error) else str(error)


def _lacking(chart: Chart) -> Iterator[Message]:
    """Say what a chart lacks that could be built."""
    if not chart.sources:
        yield word("chart_problems", "no_source", chart=chart.id)
    if not chart.rows:
        yield word("chart_problems", "no_rows", chart=chart.id)
    if not chart.spec:
        return
    if not words(chart.id).get("source"):
        yield word("chart_problems", "no_source_line", chart=chart.id)
    if not str(chart.spec.get("description") or "").strip():
        yield word("chart_problems", "no_description", chart=chart.id)
    uneven = {len(row) for row in chart.rows} - {len(chart.columns)}
    if uneven:
        counts = {"cells": min(uneven), "columns": len(chart.columns)}
        yield word("chart_problems", "cells", chart=chart.id, **counts)
