"""What the tests of the charts share: the tables, and every chart built once."""

import csv
from pathlib import Path

import pytest

from workbook.charts import chart_ids, load

DATASETS = Path(__file__).resolve().parents[2] / "datasets"


@pytest.fixture(scope="session")
def datasets():
    return DATASETS


@pytest.fixture(scope="session")
def rows():
    def read(name):
        with (DATASETS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="session", params=chart_ids())
def chart(request):
    return load(request.param, DATASETS)


@pytest.fixture(scope="session")
def built():
    return {chart_id: load(chart_id, DATASETS) for chart_id in chart_ids()}


@pytest.fixture(scope="session")
def drawn():
    """Give the figures that a picture of panels draws, each with its words."""

    def figures(chart):
        return [row for data in chart.spec["datasets"].values() for row in data if "words" in row]

    return figures


@pytest.fixture(scope="session")
def table_row(rows):
    """Give one row of a table by its id."""

    def find(name, key):
        return next(row for row in rows(name) if row["id"] == key)

    return find
