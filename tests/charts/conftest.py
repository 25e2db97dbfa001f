"""What the tests of the charts share: the tables, and every chart built once."""

import csv
import functools
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from schema import checked_whole

from workbook.charts import chart_ids, load
from workbook.charts.kit import render

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


@functools.cache
def built_once(chart_id):
    with checked_whole():
        return load(chart_id, DATASETS)


@functools.cache
def drawn_once(chart_id, width):
    return render.svg(built_once(chart_id), width)


class Once(Mapping):
    """Every chart by its id, built when it is first asked for."""

    def __getitem__(self, chart_id):
        return built_once(chart_id)

    def __iter__(self):
        return iter(chart_ids())

    def __len__(self):
        return len(chart_ids())


@pytest.fixture(scope="session", params=chart_ids())
def chart(request):
    return built_once(request.param)


@pytest.fixture(scope="session")
def built():
    return Once()


@pytest.fixture(scope="session")
def svg():
    """Give the picture of a chart by its id, drawn once for each width."""
    return lambda chart_id, width=render.WIDTH: drawn_once(chart_id, width)


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


@pytest.fixture
def own_words(tmp_path_factory, monkeypatch):
    """Give a function that adds groups of words, or replaces those it added before."""
    from workbook import words

    folder = tmp_path_factory.mktemp("words")
    (folder / "en").mkdir()
    monkeypatch.setenv("WORKBOOK_WORDS", str(folder))

    def add(groups):
        (folder / "en" / "own.yaml").write_text(json.dumps(groups), encoding="utf-8")
        words._groups.cache_clear()

    yield add
    words._groups.cache_clear()
