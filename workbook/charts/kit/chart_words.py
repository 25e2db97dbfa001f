"""The words of a chart, which stand under its id, with the numbers of its tables filled in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.charts.kit.model import Cell, Chart, Source, Spec
from workbook.charts.kit.theme import heading
from workbook.errors import WorkbookError
from workbook.words import word, words

__all__ = ["ChartWords", "chart_id", "chart_words"]

NEEDED = ("title", "sentence", "note", "columns")
KNOWN = (*NEEDED, "details", "source", "parts")  # any other name is a phrase, asked for by `word`
MODULE = re.compile(r"\bm(\d\d)_(\w+?)(?:_picture)?$")


def chart_id(module: str) -> str:
    """Give the id of the chart that a module of ``course`` builds or draws.

    Parameters
    ----------
    module : str
        Its ``__name__``.

    Examples
    --------
    >>> chart_id("workbook.charts.course.m01_timeline_picture")
    '01/timeline'
    """
    found = MODULE.search(module)
    return f"{found[1]}/{found[2]}" if found else ""


@dataclass(frozen=True)
class ChartWords:
    """What a chart says, apart from its rows and its picture.

    Parameters
    ----------
    id : str
        Of the chart.
    title, sentence, note : str
        As in `workbook.charts.Chart`.
    columns : tuple of str
        Headings of the table.
    details : tuple of str
        Lines below the title: what is counted.
    source : str
        The last line below the title: where it comes from.
    parts : dict
        Words for the parts of the picture, by name; a pair is for a wide and a narrow page.

    Examples
    --------
    >>> ChartWords("01/x", "A", "One of two.", "Not all.", ("A", "B")).above()["description"]
    'A. One of two.'
    """

    id: str
    title: str
    sentence: str
    note: str
    columns: tuple[str, ...]
    details: tuple[str, ...] = ()
    source: str = ""
    parts: dict[str, Any] = field(default_factory=dict)

    def above(self, now: str = "") -> dict[str, Any]:
        """Give the heading and the alternative text, as `kit.render.vega_lite` asks for them.

        With `now`, the heading ends with a line that says what a reader has chosen to see; `now`
        is what Vega computes for it.
        """
        lines = (*self.details, self.source) if self.source else self.details
        description = f"{self.title}. {self.sentence}"
        return {"title": heading(self.title, *lines, now=now), "description": description}

    def chart(
        self,
        sources: Iterable[Source],
        rows: Iterable[Iterable[Cell]],
        spec: Spec | None = None,
    ) -> Chart:
        """Join the words with the sources, the rows of the table and the picture.

        Returns
        -------
        workbook.charts.Chart
            The first column of its table is a heading for the rows that share it.
        """
        first = (self.id, self.title, self.sentence, tuple(sources), self.note, self.columns)
        return Chart(*first, tuple(map(tuple, rows)), spec or {}, grouped=True)


def chart_words(chart_id: str, **values: Any) -> ChartWords:
    """Read the words of a chart and fill in its numbers.

    Parameters
    ----------
    chart_id : str
        Module number and name, under which the words stand.
    **values
        One for each part in curly brackets.

    Returns
    -------
    ChartWords

    Raises
    ------
    workbook.errors.WorkbookError
        When the chart has no words, or lacks a text or a value.

    Examples
    --------
    >>> said = {"events": 3, "first": 1819, "last": 1978, "kinds": "harm 3", "early": ""}
    >>> chart_words("01/timeline", **said).sentence
    '3 events from 1819 to 1978, by kind: harm 3.'
    """
    try:
        found = words(chart_id)
    except KeyError:
        raise WorkbookError(word("chart_errors", "no_words", chart=chart_id)) from None
    lacking = [name for name in NEEDED if not found.get(name)]
    if lacking:
        raise WorkbookError(word("chart_errors", "no_text", chart=chart_id, name=lacking[0]))
    try:
        return ChartWords(chart_id, **{k: _filled(found[k], values) for k in KNOWN if k in found})
    except KeyError as missing:
        name = missing.args[0]
        raise WorkbookError(word("chart_errors", "no_value", chart=chart_id, name=name)) from None


def _filled(found: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(found, str):
        return found.format(**values)
    if isinstance(found, list):
        return tuple(_filled(each, values) for each in found)
    return {name: _filled(each, values) for name, each in found.items()}
