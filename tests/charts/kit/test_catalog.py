"""Charts are found by their files, and what one lacks is said."""

import dataclasses

import pytest

from workbook import charts
from workbook.charts import Chart, Source
from workbook.charts.kit import catalog
from workbook.errors import WorkbookError
from workbook.words import word

OWN = "02/own"
TEXT = {"title": "T", "sentence": "S.", "note": "N.", "columns": ["A", "B"], "source": "Source: X"}
PROGRAM = """
from workbook.charts import Source
from workbook.charts.kit.chart_words import chart_id, chart_words

ID = chart_id(__name__)


def build(datasets):
    text = chart_words(ID)
    rows = [("a", "1"), ("b", "2")]
    return text.chart([Source("S")], rows, {"mark": "bar", **text.above()})
"""


@pytest.fixture
def own(tmp_path, monkeypatch, own_words):
    """A chart that someone adds: one file in ``course``, and its words."""
    from workbook.charts import course

    (tmp_path / "m02_own.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "m02_own_picture.py").write_text("", encoding="utf-8")
    (tmp_path / "shared.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(catalog, "COURSE", tmp_path)
    monkeypatch.setattr(course, "__path__", [str(tmp_path)])
    own_words({OWN: TEXT})


def identifiers(datasets):
    return [problem.identifier for problem in charts.check(datasets)]


def test_the_course_lacks_nothing(built, datasets, monkeypatch):
    monkeypatch.setattr(catalog, "load", lambda chart_id, _: built[chart_id])
    assert charts.check(datasets) == []


def test_one_file_and_its_words_make_a_chart(own, datasets):
    assert charts.chart_ids() == [OWN]
    chart = charts.load(OWN, datasets)
    assert (chart.id, chart.title) == (OWN, TEXT["title"])
    assert charts.check(datasets) == []


def test_a_chart_that_is_not_there_is_said_with_those_that_are(own, datasets):
    with pytest.raises(WorkbookError) as error:
        charts.load("02/other", datasets)
    assert error.value.args[0] == word("chart_errors", "unknown", chart="02/other", charts=OWN)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"sources": ()}, "no_source"),
        ({"rows": ()}, "no_rows"),
        ({"spec": {"mark": "bar"}}, "no_description"),
        ({"spec": {"mark": "bar", "description": " "}}, "no_description"),
        ({"rows": (("a", "1"), ("b",))}, "cells"),
    ],
)
def test_what_a_chart_lacks_is_said(own, datasets, monkeypatch, change, problem):
    load = catalog.load
    monkeypatch.setattr(catalog, "load", lambda *a: dataclasses.replace(load(*a), **change))
    [said] = charts.check(datasets)
    assert said.identifier == f"chart_problems.{problem}"
    assert said.values["chart"] == OWN


def test_a_picture_without_a_source_line_is_said(own, own_words, datasets):
    own_words({OWN: {name: text for name, text in TEXT.items() if name != "source"}})
    assert identifiers(datasets) == ["chart_problems.no_source_line"]


def test_a_chart_without_words_is_said(own, own_words, datasets):
    own_words({})
    [said] = charts.check(datasets)
    assert said.identifier == "chart_problems.broken"
    assert said.values["error"].identifier == "chart_errors.no_words"


def test_a_phrase_that_is_not_there_is_said(own, tmp_path, datasets):
    more = "    word(ID, 'lost')\n    text = chart"
    text = PROGRAM.replace("    text = chart", more).replace(
        "\nID", "from workbook.words import word\n\nID"
    )
    (tmp_path / "m02_own2.py").write_text(text, encoding="utf-8")
    assert [p.values.get("name") for p in charts.check(datasets)] == ["02/own2"]


def test_a_table_that_is_gone_is_said_of_every_chart_that_shows_it(tmp_path):
    said = charts.check(tmp_path)
    assert {problem.identifier for problem in said} == {"chart_problems.broken"}
    assert {problem.values["chart"] for problem in said} == set(charts.chart_ids()) - {"04/ladder"}


def test_rows_under_one_heading_must_lie_together():
    rows = (("a", "1"), ("b", "2"), ("a", "3"))
    about = ("01/x", "T", "S.", (Source("S"),), "N.", ("A", "B"), rows)
    assert Chart(*about).rows == rows
    with pytest.raises(WorkbookError) as error:
        Chart(*about, grouped=True)
    assert error.value.args[0] == word("chart_errors", "not_grouped", heading="a")
