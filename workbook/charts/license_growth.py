"""Growth of licensing: one lane for each way of counting, nothing drawn between lanes."""

from workbook.charts import describe, tables
from workbook.charts.license_picture import picture, share_in_words
from workbook.charts.model import Chart

__all__ = ["build"]

WORKERS = ("US workforce", "US workers", "employed, 16 and over")


def build(chart_id, datasets):
    """Build the chart of licensing growth, with the breaks in definition kept.

    Parameters
    ----------
    chart_id : str
    datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart

    Raises
    ------
    workbook.errors.ContentError
        When the table is missing or a row may not be shown.

    Examples
    --------
    >>> from pathlib import Path
    >>> build("01/x", Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/licensure_growth.csv: The table is missing. \
Restore it from the course files.
    """
    rows = tables.read(datasets, "licensure_growth")
    lanes = _lanes(rows)
    said = {
        name: [(int(r["year"]), share_in_words(r)) for r in of_lane]
        for name, of_lane in lanes.items()
    }
    title, sentence = _title(lanes), describe.license_growth(said)
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources(rows),
        "Each way of counting asks another question, so a step from one lane to the next is not "
        "growth. The years from 1950 to 2000 have two bounds and no figures between. Shares by "
        "industry and of union members are in the table only. Gallup and SIPP are surveys; BLS is "
        "the Bureau of Labor Statistics. The figures are for all licensed work, not for social "
        "work, and they do not say whether licensing protects people.",
        ("Way of counting", "Year", "Share (percent)", "Who is counted", "Evidence", "Source"),
        tuple(_table_row(row) for row in sorted(rows, key=_by_definition(rows))),
        picture(lanes, title, sentence),
        grouped=True,
    )


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


def _title(lanes):
    first, last = lanes["covered by state licensing laws"]
    return (
        f"Licensing by the states grew from {share_in_words(first)} percent of workers in the "
        "early 1950s "
        f"to {share_in_words(last)} percent in {last['year']}; later counts use other definitions"
    )


def _table_row(row):
    year, counted = row["year"], row["population"]
    return row["definition"], year, share_in_words(row), counted, row["status"], tables.source(row)
