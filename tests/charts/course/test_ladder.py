"""The ladder: shares as in the file, and what they do and do not say, put exactly."""

import re

import pytest

from workbook.charts.course import m02_ladder
from workbook.words import word, words

COLUMNS = {name: column for column, name in words("02/ladder")["parts"]["groups"].items()}


@pytest.fixture(scope="module")
def chart(built):
    return built["02/ladder"]


def test_every_rung_is_drawn_for_every_group_with_the_share_of_the_file(chart, drawn, table_row):
    keys = ["W001", *(key for rungs in m02_ladder.LADDERS.values() for key in rungs)]
    wanted = sorted(
        (group, float(table_row("workforce_shares", key)[column]))
        for key in keys
        for group, column in COLUMNS.items()
    )
    figures = drawn(chart)
    assert sorted((f["group"], f["place"]) for f in figures) == wanted
    assert all(f["wide_label"] == f"{f['place']:.1f}" for f in figures)


def test_the_line_is_the_share_of_all_workers_of_the_same_group(chart, table_row):
    every = table_row("workforce_shares", "W001")
    rows = [r for data in chart.spec["datasets"].values() for r in data]
    lines = {(r["group"], r["place"]) for r in rows if set(r) == {"row", "place", "group"}}
    assert lines == {(g, float(every[column])) for g, column in COLUMNS.items()}


def test_a_group_can_be_picked_and_every_mark_follows(chart):
    (box,) = (p for p in chart.spec["params"] if "bind" in p)
    assert box["bind"]["options"] == list(COLUMNS)
    assert box["value"] == words("02/ladder")["parts"]["groups"]["black_pct"]
    for layer in chart.spec["layer"]:
        values = chart.spec["datasets"][layer["data"]["name"]]
        filters = [t["filter"] for t in layer.get("transform", ()) if "filter" in t]
        assert bool(filters) == ("group" in values[0])
        assert all("pick_group" in test for test in filters)


def test_the_shares_are_said_exactly(chart):
    shown = re.findall(r"\d+\.\d", chart.sentence)
    assert shown[:8] == ["27.2", "12.6", "65.5", "77.0", "12.7", "8.4", "14.5", "36.0"]
    assert re.findall(r"\b4\b", chart.note)


def test_the_table_holds_every_row_and_withholds_what_the_survey_withholds(chart, rows):
    table = {row[1]: row for row in chart.rows}
    assert len(table) == len(chart.rows) == len(rows("workforce_shares"))
    for row in rows("workforce_shares"):
        shown = table[row["occupation"]]
        columns = ("white_pct", "black_pct", "asian_pct", "hispanic_pct", "women_pct")
        assert list(shown[2:7]) == [row[column] or word(chart.id, "withheld") for column in columns]
