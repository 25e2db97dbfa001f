"""The words of a chart, read from `words/en/charts.yaml`, with the numbers of its tables put in."""

from dataclasses import dataclass, field

from workbook.charts.model import Chart
from workbook.charts.theme import heading
from workbook.words import words

__all__ = ["Told", "told"]


@dataclass(frozen=True)
class Told:
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
        Lines below the title: what is counted, where it comes from.
    parts : dict
        Words for the parts of the picture, by name; a pair is for a wide and a narrow page.

    Examples
    --------
    >>> Told("01/x", "A", "One of two.", "Not all.", ("A", "B")).above()["description"]
    'A. One of two.'
    """

    id: str
    title: str
    sentence: str
    note: str
    columns: tuple
    details: tuple = ()
    parts: dict = field(default_factory=dict)

    def above(self):
        """Give the heading and the alternative text, as `workbook.charts.render.vega_lite` asks."""
        title = heading(self.title, *self.details)
        return {"title": title, "description": f"{self.title}. {self.sentence}"}

    def chart(self, sources, rows, spec=None):
        """Join the words with the sources, the rows of the table and the picture.

        Returns
        -------
        workbook.charts.Chart
            The first column of its table is a heading for the rows that share it.
        """
        said = (self.id, self.title, self.sentence, tuple(sources), self.note, self.columns)
        return Chart(*said, tuple(rows), spec or {}, grouped=True)


def told(chart_id, **values):
    """Read the words of a chart and fill in its numbers.

    Parameters
    ----------
    chart_id : str
        Module number and name, under which the words stand.
    **values
        One for each part in curly brackets.

    Returns
    -------
    Told

    Examples
    --------
    >>> said = told("01/timeline", events=3, first=1819, last=1978, kinds="harm 3", early="")
    >>> said.sentence
    '3 events from 1819 to 1978, by kind: harm 3.'
    """
    return Told(chart_id, **_filled(words(chart_id), values))


def _filled(found, values):
    if isinstance(found, str):
        return found.format(**values)
    if isinstance(found, list):
        return tuple(_filled(each, values) for each in found)
    return {name: _filled(each, values) for name, each in found.items()}
