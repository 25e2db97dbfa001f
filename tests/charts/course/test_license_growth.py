"""Licensing: bounds stay bounds, and no line joins two definitions."""

import pytest

from workbook.charts.course import m01_license_growth_picture as drawing
from workbook.readings import describe
from workbook.words import word

BOUNDS = (("upper", "5"), ("lower", "20"))


@pytest.fixture(scope="module")
def growth(built):
    return built["01/license_growth"]


def layers(chart, mark):
    return [layer for layer in chart.spec["layer"] if layer["mark"]["type"] == mark]


def values(chart, layer):
    return chart.spec["datasets"][layer["data"]["name"]]


def test_no_line_joins_two_definitions_or_touches_a_bound(growth):
    lines = layers(growth, "line")
    assert lines
    for line in lines:
        assert line["encoding"]["detail"]["field"] == "definition"
        assert {value["bound"] for value in values(growth, line)} == {"point"}


def test_rules_stay_at_one_year_inside_one_lane(growth):
    for rule in layers(growth, "rule"):
        assert "x2" not in rule["encoding"]
        if "y2" in rule["encoding"]:
            assert all(abs(v["y"] - v["reach"]) < 10 for v in values(growth, rule))


def test_lanes_do_not_touch(growth):
    points = [v for layer in layers(growth, "point") for v in values(growth, layer)]
    spans = {}
    for point in points:
        spans.setdefault(point["definition"], []).extend([point["y"], point["reach"]])
    ordered = sorted(spans.values(), key=min)
    assert len(ordered) == 6
    for upper, lower in zip(ordered, ordered[1:], strict=False):
        assert max(upper) + 30 < min(lower)


def test_bounds_are_drawn_and_said_as_bounds(growth):
    ticks = values(growth, layers(growth, "tick")[0])
    upper, lower = (word(growth.id, f"bound_{b}", share=n) for b, n in BOUNDS)
    assert {(t["year"], t["share"]) for t in ticks} == {(1950, upper), (2000, lower)}
    for tick in ticks:
        downward = tick["reach"] > tick["y"]
        assert downward == (tick["bound"] == "upper")
    points = [word(growth.id, "in_year", share=upper, year=1950),
              word(growth.id, "in_year", share=lower, year=2000)]  # fmt: skip
    assert describe.in_words(points) in growth.sentence


def test_figures_are_placed_in_proportion(growth):
    exact = values(growth, layers(growth, "line")[0])
    held = {p["year"]: p for p in exact if p["definition"] == "holds an active license"}
    other = next(p for p in exact if p["definition"].startswith("job requires"))
    assert held[2020]["y"] < held[2016]["y"]
    steps = (held[2015]["y"] - other["y"]) % drawing.LANE
    assert steps == pytest.approx((29 - 22.4) / drawing.TOP * drawing.PLOT, abs=0.1)


def test_the_table_holds_every_row_of_the_file(growth, rows):
    wanted = {
        (r["definition"], r["year"], r["population"], float(r["share_pct"]))
        for r in rows("licensure_growth")
    }
    bare = {
        (name, year, who, float(share.values["share"]))
        for name, year, share, who, *_ in growth.rows
    }
    assert bare == wanted
    assert len(growth.rows) == len(rows("licensure_growth"))
