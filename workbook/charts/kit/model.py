"""What a chart is: a finding, a sentence, sources, a table and a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from workbook.errors import WorkbookError
from workbook.words import word

__all__ = ["Cell", "Chart", "Source", "Spec"]


@dataclass(frozen=True)
class Source:
    """Where a figure comes from.

    Parameters
    ----------
    text : str
        Title, organization and year, as printed.
    url : str
        The page that was read; empty when there is none.
    kind : str
        What the source is when it has no page; a printed source when left out.

    Examples
    --------
    >>> str(Source("Milestones, NASW", "https://example.org/m"))
    'Milestones, NASW (https://example.org/m)'
    """

    text: str
    url: str = ""
    kind: str = ""

    def __str__(self) -> str:
        """Say the source in words, with its address if it has one."""
        return f"{self.text} ({self.url})" if self.url else self.text


Cell = str | Source
Spec = dict[str, Any]


@dataclass(frozen=True)
class Chart:
    """One chart with everything that a reader needs beside the picture.

    Parameters
    ----------
    id : str
        Module number and name, such as ``"01/exam_pass_rates"``.
    title : str
        The finding, in one line.
    sentence : str
        The whole picture in one or two sentences; its plain form.
    sources : tuple of Source
        Every source of a number or an event, each once.
    note : str
        What the picture does not show.
    columns : tuple of str
        Headings of the table.
    rows : tuple of tuple of (str or Source)
        The table, in the order it is read.
    spec : dict
        The Vega-Lite picture; empty when the chart is text only.
    grouped : bool
        True when the first column is a heading for the rows that share it.

    Raises
    ------
    workbook.errors.WorkbookError
        When rows that share a heading do not lie together.

    Examples
    --------
    >>> rows = (("2020", "a"), ("2021", "b"), ("2020", "c"))
    >>> Chart("01/x", "A", "One.", (), "", ("Year", "What"), rows, grouped=True)
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: The rows under '2020' do not lie together. Sort the rows by \
their first cell.
    """

    id: str
    title: str
    sentence: str
    sources: tuple[Source, ...]
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    spec: Mapping[str, Any] = field(default_factory=dict)
    grouped: bool = False

    def __post_init__(self) -> None:
        """Refuse a table whose headings would stand more than once."""
        heads = [head for head, _ in groupby(self.rows, key=lambda row: row[0])]
        twice = [head for n, head in enumerate(heads) if head in heads[:n]]
        if self.grouped and twice:
            raise WorkbookError(word("chart_errors", "not_grouped", heading=twice[0]))
