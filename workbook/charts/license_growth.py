"""Growth of licensing: one lane for each way of counting, nothing drawn between lanes."""

from workbook.charts import describe, tables
from workbook.charts.license_picture import picture, share_in_words
from workbook.charts.told import told

__all__ = ["build"]

WORKERS = ("US workforce", "US workers", "employed, 16 and over")
GROWN = "covered by state licensing laws"


def build(chart_id, datasets):
    """Build the chart of licensing growth, with the breaks in definition kept."""
    rows = tables.read(datasets, "licensure_growth")
    lanes = _lanes(rows)
    first, last = lanes[GROWN]
    said = told(
        chart_id,
        first=share_in_words(first),
        last=share_in_words(last),
        year=last["year"],
        series="; ".join(_series(name, of_lane) for name, of_lane in lanes.items()),
    )
    table = [_table_row(row) for row in sorted(rows, key=_by_definition(rows))]
    return said.chart(tables.sources(rows), table, picture(lanes, said))


def _by_definition(rows):
    order = list(dict.fromkeys(row["definition"] for row in rows))
    return lambda row: (order.index(row["definition"]), row["id"])


def _lanes(rows):
    """Sort the rows that count all workers by definition, each in order of year."""
    lanes = {}
    for row in sorted(rows, key=lambda r: int(r["year"])):
        if row["population"] in WORKERS and not row["definition"].startswith("union"):
            lanes.setdefault(row["definition"], []).append(row)
    return lanes


def _series(name, rows):
    """Say one way of counting by itself."""
    points = [f"{share_in_words(row)} in {row['year']}" for row in rows]
    return f"{name}, {describe.in_words(points)}"


def _table_row(row):
    counted = (row["definition"], row["year"], share_in_words(row), row["population"])
    return (*counted, *tables.backing(row))
