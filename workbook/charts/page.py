"""The words around a picture: sentence, sources, note and table, as HTML and as text."""

from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from workbook.charts.model import Source
from workbook.charts.theme import css

__all__ = ["bundle"]

FEW = 6  # more sources than this go into a folded list
STYLE = f"<style>{css('page')}</style>"


def bundle(chart):
    r"""Give the words of a chart as a notebook output.

    Parameters
    ----------
    chart : workbook.charts.Chart

    Returns
    -------
    tuple of (dict, dict)
        HTML and plain text by MIME type; no metadata.

    Examples
    --------
    >>> from workbook.charts import Chart
    >>> chart = Chart("01/x", "A", "One.", (Source("S"),), "Not all.", ("A", "B"), (("1", "2"),))
    >>> bundle(chart)[0]["text/plain"]
    'One.\nSource: S\nWhat this does not show: Not all.'
    """
    return {"text/html": _section(chart), "text/plain": _plain(chart)}, {}


def _plain(chart):
    lines = [] if chart.spec else [chart.sentence]
    names = dict.fromkeys(source.text for source in chart.sources)
    lines += [f"Source: {name}" for name in names]
    return "\n".join([*lines, f"What this does not show: {chart.note}"])


def _section(chart):
    body = _details("Show the numbers as a table", _table(chart)) if chart.spec else _items(chart)
    label = escape(f"{chart.title}: words, sources and numbers")
    return (
        f'<section data-chart="{escape(chart.id)}" aria-label="{label}">{STYLE}'
        f"<p>{escape(chart.sentence)}</p>{'' if chart.spec else body}{_sources(chart)}"
        f"<p><strong>What this does not show.</strong> {escape(chart.note)}</p>"
        f"{body if chart.spec else ''}</section>"
    )


def _details(summary, inside):
    return f"<details><summary>{escape(summary)}</summary>{inside}</details>"


def _sources(chart):
    if not chart.spec:
        return ""
    if len(chart.sources) == 1:
        return f"<p>Source: {_cell(chart.sources[0])}.</p>"
    items = "".join(f"<li>{_cell(source)}</li>" for source in chart.sources)
    if len(chart.sources) <= FEW:
        return f"<p>Sources:</p><ul>{items}</ul>"
    return _details(f"Show all {len(chart.sources)} sources", f"<ul>{items}</ul>")


def _cell(cell):
    """Draw one cell; a source with an address is a link that says where it leads."""
    if not isinstance(cell, Source):
        return escape(cell)
    if not cell.url:
        return f"{escape(cell.text)} ({escape(cell.kind)})"
    host = urlsplit(cell.url).netloc.removeprefix("www.")
    return (
        f'<a href="{escape(cell.url)}" target="_blank" rel="noopener">'
        f"{escape(cell.text)} ({escape(host)})</a>"
    )


def _table(chart):
    columns = chart.columns[1:] if chart.grouped else chart.columns
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    return (
        f'<div role="region" tabindex="0" aria-label="{escape(chart.title)}: table">'
        f"<table><caption>{escape(chart.title)}</caption><thead><tr>{head}</tr></thead>"
        f"{_bodies(chart, len(columns))}</table></div>"
    )


def _bodies(chart, width):
    if not chart.grouped:
        return f"<tbody>{''.join(_row(row) for row in chart.rows)}</tbody>"
    return "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="{width}">{escape(name)}</th></tr>'
        f"{''.join(_row(row[1:]) for row in rows)}</tbody>"
        for name, rows in groupby(chart.rows, key=lambda row: row[0])
    )


def _row(cells):
    rest = "".join(f"<td>{_cell(cell)}</td>" for cell in cells[1:])
    return f'<tr><th scope="row">{_cell(cells[0])}</th>{rest}</tr>'


def _items(chart):
    """Draw rows as a list under the heading that they share."""
    return "".join(
        f"<p><strong>{escape(name)}</strong></p><ul>{''.join(_item(row[1:]) for row in rows)}</ul>"
        for name, rows in groupby(chart.rows, key=lambda row: row[0])
    )


def _item(cells):
    return f"<li>{'. '.join(_cell(cell) for cell in cells if cell)}.</li>"
