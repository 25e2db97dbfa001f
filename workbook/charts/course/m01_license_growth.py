"""Growth of licensing: one lane for each way of counting, nothing drawn between lanes."""

from collections.abc import Callable
from pathlib import Path

from workbook.charts.course.m01_license_growth_picture import picture, share_in_words
from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.charts.kit.tables import TableRow
from workbook.readings import describe
from workbook.words import word

__all__ = ["build"]

ID = chart_id(__name__)
WORKERS = ("US workforce", "US workers", "employed, 16 and over")
GROWN = "G001"  # a row of the way of counting that the title is about
OTHERS = "union"  # how a definition begins that counts something else


def build(datasets: Path) -> Chart:
    """Build the chart of licensing growth, with the breaks in definition kept."""
    rows = tables.read(datasets, "licensure_growth")
    lanes = _lanes(rows)
    first, last = next(lane for lane in lanes.values() if GROWN in {row["id"] for row in lane})
    text = chart_words(
        ID,
        first=share_in_words(first),
        last=share_in_words(last),
        year=last["year"],
        series="; ".join(_series(name, of_lane) for name, of_lane in lanes.items()),
    )
    table = [_table_row(row) for row in sorted(rows, key=_by_definition(rows))]
    return text.chart(tables.sources(rows), table, picture(lanes, text))


def _by_definition(rows: list[TableRow]) -> Callable[[TableRow], tuple[int, str]]:
    order = list(dict.fromkeys(row["definition"] for row in rows))
    return lambda row: (order.index(row["definition"]), row["id"])


def _lanes(rows: list[TableRow]) -> dict[str, list[TableRow]]:
    """Sort the rows that count all workers by definition, each in order of year."""
    lanes: dict[str, list[TableRow]] = {}
    for row in sorted(rows, key=lambda r: int(r["year"])):
        if row["population"] in WORKERS and not row["definition"].startswith(OTHERS):
            lanes.setdefault(row["definition"], []).append(row)
    return lanes


def _series(name: str, rows: list[TableRow]) -> str:
    """Say one way of counting by itself."""
    points = [word(ID, "in_year", share=share_in_words(row), year=row["year"]) for row in rows]
    return f"{name}, {describe.in_words(points)}"


def _table_row(row: TableRow) -> tuple[Cell, ...]:
    counted = (row["definition"], row["year"], share_in_words(row), row["population"])
    return (*counted, *tables.backing(row))
