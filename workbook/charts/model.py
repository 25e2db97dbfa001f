"""What a chart is: a finding, a sentence, sources, a table and a picture."""

from dataclasses import dataclass, field

__all__ = ["Chart", "Source"]


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
        What the source is when it has no page.

    Examples
    --------
    >>> str(Source("Milestones, NASW", "https://example.org/m"))
    'Milestones, NASW (https://example.org/m)'
    """

    text: str
    url: str = ""
    kind: str = "printed source"

    def __str__(self):
        """Say the source in words, with its address if it has one."""
        return f"{self.text} ({self.url})" if self.url else self.text


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

    Examples
    --------
    >>> c = Chart("01/x", "A", "One of two.", (Source("S"),), "", ("A", "B"), (("1", "2"),))
    >>> [sorted(data) for data, metadata in c.outputs()]
    [['text/html', 'text/plain']]
    """

    id: str
    title: str
    sentence: str
    sources: tuple
    note: str
    columns: tuple
    rows: tuple
    spec: dict = field(default_factory=dict)
    grouped: bool = False

    def outputs(self):
        """Give what a notebook shows: the picture, then the words and the table.

        Returns
        -------
        list of tuple of (dict, dict)
            Data by MIME type and metadata, one pair for each output; a chart
            without a picture gives the second only.
        """
        from workbook.charts.page import bundle as words
        from workbook.charts.render import bundle as picture

        return ([picture(self)] if self.spec else []) + [words(self)]
