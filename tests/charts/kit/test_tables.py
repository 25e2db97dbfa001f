"""A row that is not confirmed, or names no source, stops the chart."""

import shutil

import pytest

from workbook.charts import chart_ids, load
from workbook.charts.kit import tables
from workbook.errors import ContentError
from workbook.words import word

HEAD = "id,source_title,source_org,source_year,url,status\n"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("A1,Title,Org,2020,,unverified", ("status", {"status": "unverified"})),
        ("A1,Title,Org,2020,,", ("status", {"status": ""})),
        ("A1, ,Org,2020,,verified", ("no_row_source", {})),
    ],
)
def test_a_row_that_may_not_be_shown_is_refused_with_its_line(tmp_path, row, problem):
    (tmp_path / "t.csv").write_text(f"{HEAD}A0,Title,Org,2020,,verified\n{row}\n")
    with pytest.raises(ContentError) as error:
        tables.read(tmp_path, "t")
    assert (error.value.file, error.value.line) == ("t.csv", 3)
    name, values = problem
    assert error.value.message == word("chart_errors", name, **values)


@pytest.mark.parametrize("status", tables.STATUSES)
def test_a_confirmed_row_is_read(tmp_path, status):
    (tmp_path / "t.csv").write_text(f"{HEAD}A1,Title,Org,2020,,{status}\n")
    assert [row["id"] for row in tables.read(tmp_path, "t")] == ["A1"]


@pytest.mark.parametrize("chart_id", [c for c in chart_ids() if c != "04/ladder"])  # words only
def test_a_missing_table_is_said_in_one_sentence(tmp_path, chart_id):
    with pytest.raises(ContentError) as error:
        load(chart_id, tmp_path)
    assert error.value.file.endswith(".csv")
    missing = ("chart_errors.no_table", "chart_errors.no_transcript")
    assert error.value.message.identifier in missing


def test_a_missing_table_of_names_is_said_too(tmp_path, datasets):
    shutil.copy(datasets / "timeline.csv", tmp_path)
    with pytest.raises(ContentError) as error:
        load("01/timeline", tmp_path)
    assert error.value.file.endswith("professions.csv")
    assert error.value.message.identifier == "chart_errors.no_table"


def test_an_unconfirmed_row_stops_the_chart_that_would_show_it(tmp_path, datasets):
    folder = shutil.copytree(datasets, tmp_path / "datasets")
    path = folder / "licensure_growth.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",verified,", ",unverified,", 1))
    with pytest.raises(ContentError) as error:
        load("01/license_growth", folder)
    assert error.value.message.identifier == "chart_errors.status"


def test_rows_are_picked_in_the_order_asked_for(datasets):
    picked = tables.pick(datasets, "encounter_figures", ["E029", "E001"])
    assert list(picked) == ["E029", "E001"]
    assert picked["E029"]["value"] == "31.4"


def test_a_missing_row_is_said_with_its_id(tmp_path):
    (tmp_path / "t.csv").write_text(f"{HEAD}A1,Title,Org,2020,,verified\n")
    with pytest.raises(ContentError) as error:
        tables.pick(tmp_path, "t", ["A1", "A2"])
    assert error.value.file == "t.csv"
    assert error.value.message == word("chart_errors", "no_row", row="A2")
