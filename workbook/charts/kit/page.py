"""The words around a picture: sentence, sources, note and table, as HTML and as text."""

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import urlsplit

from workbook.charts.kit.model import Cell, Chart, Source
from workbook.charts.kit.theme import css
from workbook.html import Markup, bullets, element, fragment, table
from workbook.words import word

__all__ = ["bundle", "sources_html", "table_html", "words_html"]

FEW = 6  # more sources than this go into a folded list
STYLE = Markup(f"<style>{css('page')}</style>")


def bundle(chart: Chart) -> tuple[dict[str, str], dict]:
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
    return {"text/html": str(_section(chart)), "text/plain": _plain(chart)}, {}


def _plain(chart: Chart) -> str:
    lines = [] if chart.spec else [chart.sentence]
    names = dict.fromkeys(source.text for source in chart.sources)
    lines += [word("chart", "source_plain", source=name) for name in names]
    return "\n".join([*lines, word("chart", "note_plain", note=chart.note)])


def words_html(chart: Chart, numbers: str = "") -> Markup:
    """Give the words of a chart for a page that has the style already.

    Parameters
    ----------
    chart : workbook.charts.Chart
    numbers : str
        The address of its table, where that stands on another page; else it is folded in. Sources
        that would be folded in stand there too (`sources_html`).

    Examples
    --------
    >>> words_html(Chart("01/x", "A", "One.", (Source("S"),), "", ("A", "B"), (("1", "2"),)))[:22]
    '<section data-chart="0'
    """
    if not numbers:
        return _section(chart, "")
    many = len(chart.sources)
    said = word("chart", "numbers_sources", n=many) if many > FEW else word("chart", "numbers")
    return _section(chart, "", element("p", element("a", said, href=numbers)))


def sources_html(chart: Chart) -> Markup:
    """Give the sources of a chart, all of them open.

    Parameters
    ----------
    chart : workbook.charts.Chart

    Examples
    --------
    >>> one = Chart("01/x", "A", "One.", (Source("S"),), "", ("A",), (("1",),))
    >>> "S (" in sources_html(one)
    True
    """
    title = element("p", word("chart", "sources"))
    return fragment(title, bullets(map(_cell, chart.sources)))


def table_html(chart: Chart) -> Markup:
    """Give the table of a chart, open.

    Parameters
    ----------
    chart : workbook.charts.Chart

    Examples
    --------
    >>> one = Chart("01/x", "A", "One.", (Source("S"),), "", ("A",), (("1",),), {"mark": "bar"})
    >>> "<caption>A</caption>" in table_html(one)
    True
    """
    rows = [[_cell(cell) for cell in row] for row in chart.rows]
    label = word("chart", "table_name", title=chart.title)
    return table(chart.title, chart.columns, rows, grouped=chart.grouped, aria_label=label)


def _section(chart: Chart, style: str = STYLE, numbers: str = "") -> Markup:
    before, after = (
        (_near(chart, numbers), numbers or _folded(chart)) if chart.spec else (_items(chart), "")
    )
    note = element("p", element("strong", word("chart", "note")), f" {chart.note}")
    return element(
        "section",
        style,
        element("p", chart.sentence),
        before,
        note,
        after,
        data_chart=chart.id,
        aria_label=word("chart", "section", title=chart.title),
    )


def _folded(chart: Chart) -> Markup:
    return _details(word("chart", "numbers"), table_html(chart))


def _details(summary: str, inside: Markup) -> Markup:
    return element("details", element("summary", summary), inside)


def _near(chart: Chart, numbers: str) -> Markup:
    far = numbers and len(chart.sources) > FEW
    return Markup("") if far else _sources(chart)


def _sources(chart: Chart) -> Markup:
    if len(chart.sources) == 1:
        before, after = word("chart", "source", source="|").split("|")
        return element("p", before, _cell(chart.sources[0]), after)
    items = bullets(map(_cell, chart.sources))
    if len(chart.sources) <= FEW:
        return fragment(element("p", word("chart", "sources")), items)
    return _details(word("chart", "all_sources", n=len(chart.sources)), items)


def _cell(cell: Cell) -> str:
    """Draw one cell; a source with an address is a link that says where it leads."""
    if not isinstance(cell, Source):
        return cell
    if not cell.url:
        return f"{cell.text} ({cell.kind or word('chart', 'printed')})"
    host = urlsplit(cell.url).netloc.removeprefix("www.")
    return element("a", f"{cell.text} ({host})", href=cell.url, target="_blank", rel="noopener")


def _items(chart: Chart) -> Markup:
    """Draw rows as a list under the heading that they share."""
    return fragment(
        *(
            fragment(element("p", element("strong", name)), bullets(_item(row[1:]) for row in rows))
            for name, rows in groupby(chart.rows, key=lambda row: row[0])
        )
    )


def _item(cells: Sequence[Cell]) -> Markup:
    first, *rest = (_cell(cell) for cell in cells if cell)
    return fragment(first, *(part for cell in rest for part in (". ", cell)), ".")
