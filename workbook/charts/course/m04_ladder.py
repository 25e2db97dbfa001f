"""The ladder of designs, from a private log to a stepped wedge: what each can carry, in words."""

from pathlib import Path

from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart, Source
from workbook.words import word

__all__ = ["build"]

ID = chart_id(__name__)
READ = {  # rung: a page that says more
    3: ("read_single_case", "https://ies.ed.gov/ncee/wwc/Document/229"),
    6: ("read_stepped_wedge", "https://pmc.ncbi.nlm.nih.gov/articles/PMC7394949"),
}


def build(datasets: Path) -> Chart:  # noqa: ARG001
    """Build the ladder of designs; it has no picture and no numbers of a table."""
    text = chart_words(ID)
    pages = {n: Source(word(ID, name), url) for n, (name, url) in READ.items()}
    rows: list[tuple[Cell, ...]] = []
    for n, (rung, *cells) in enumerate(text.parts["rungs"]):
        heads = text.columns[1:]
        name = f"{text.columns[0]} {n}. {rung}"
        rows += [(name, f"{head}: {cell}") for head, cell in zip(heads, cells, strict=True) if cell]
        rows += [(name, pages[n])] if n in pages else []
    own = Source(word(ID, "own"), kind=word(ID, "own_kind"))
    return text.chart((own, *pages.values()), rows)
