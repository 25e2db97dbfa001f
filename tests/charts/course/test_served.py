"""Served against population: ratios with their rounding range, parts that are not compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.charts.course import m02_served_picture
from workbook.charts.course.m02_served_picture import rounding_range
from workbook.words import word, words


@pytest.fixture(scope="module")
def chart(built):
    return built["02/served"]


@given(st.floats(0.5, 99), st.floats(0.6, 99))
def test_the_true_ratio_lies_in_the_rounding_range(part, whole):
    printed = round(part), max(round(whole), 1)
    low, high = rounding_range(*printed)
    assert low - 1e-9 <= part / whole <= high + 1e-9


def test_ratios_of_the_file_are_the_quotients_of_its_shares(table_row):
    for key, shares in m02_served_picture.RATIOS.items():
        part, whole, ratio = (table_row("served_populations", each) for each in (*shares, key))
        assert part["group"] == whole["group"] == ratio["group"]
        quotient = float(part["value"]) / float(whole["value"])
        assert float(ratio["value"]) == pytest.approx(quotient, abs=0.005)


def test_each_ratio_is_drawn_and_said_with_its_range(chart, drawn):
    dots = {f["wide_name"].split(":")[0]: f for f in drawn(chart) if f["low"] is not None}
    assert set(dots) == {
        "American Indian or Alaska Native",
        "Black",
        "White",
        "Hispanic (any race)",
    }
    native = dots["American Indian or Alaska Native"]
    assert [native[key] for key in ("low", "place", "high")] == [20, 40, 100]
    names = words(chart.id)["names"]
    for key, value, low, high in (
        ("S025", "2.0", "1.0", "5.0"),
        ("S023", "1.57", "1.48", "1.67"),
        ("S022", "0.88", "0.86", "0.90"),
        ("S024", "0.85", "0.81", "0.88"),
    ):
        about = {"name": names[key], "value": value, "low": low, "high": high}
        assert word(chart.id, "ratio_short", **about) in chart.sentence
        if key == "S025":
            assert native["narrow_name"] == word(chart.id, "ratio_narrow", **about)


def test_the_line_of_the_ratios_is_one(chart):
    rows = [r for data in chart.spec["datasets"].values() for r in data]
    lines = {(r["row"][0], r["place"]) for r in rows if set(r) == {"row", "place", "group"}}
    assert lines == {("0", 20.0)}


def test_shares_without_a_population_share_get_no_ratio(chart, drawn):
    for figure in drawn(chart):
        if figure["low"] is None:
            assert figure["words"].name in ("risk", "prison")
        else:
            assert figure["words"].name == "ratio"


def test_the_shares_of_workers_and_children_are_said(chart):
    for figure in ("43", "2021", "65.5"):
        assert figure in chart.sentence
    name = words(chart.id)["names"]["S036"]
    assert word(chart.id, "risk_short", name=name, value="53.0") in chart.sentence


def test_what_is_still_to_be_checked_is_shown_as_reported(chart, rows):
    doubtful = [r for r in rows("served_populations") if "to be checked" in r["note"]]
    assert doubtful
    shown = {row[-1].text: row[-2] for row in chart.rows}
    for row in doubtful:
        assert {s for text, s in shown.items() if row["source_title"] in text} <= {
            word("evidence", "reported")
        }
