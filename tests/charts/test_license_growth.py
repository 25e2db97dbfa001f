"""Licensing: bounds stay bounds, and no line joins two definitions."""

import pytest


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
    assert {(t["year"], t["share"]) for t in ticks} == {(1950, "under 5"), (2000, "at least 20")}
    for tick in ticks:
        downward = tick["reach"] > tick["y"]
        assert downward == (tick["bound"] == "upper")
    assert "under 5 in 1950 and at least 20 in 2000" in growth.sentence


def test_figures_are_placed_in_proportion(growth):
    exact = values(growth, layers(growth, "line")[0])
    held = {p["year"]: p for p in exact if p["definition"] == "holds an active license"}
    other = next(p for p in exact if p["definition"].startswith("job requires"))
    assert held[2020]["y"] < held[2016]["y"]
    steps = (held[2015]["y"] - other["y"]) % license_picture.LANE
    assert steps == pytest.approx((29 - 22.4) / license_picture.TOP * license_picture.PLOT, abs=0.1)


def test_the_table_holds_every_row_of_the_file(growth, rows):
    wanted = {
        (r["definition"], r["year"], r["population"], float(r["share_pct"]))
        for r in rows("licensure_growth")
    }
    bare = {
        (name, year, who, float(share.removeprefix("under ").removeprefix("at least ")))
        for name, year, share, who, *_ in growth.rows
    }
    assert bare == wanted
    assert len(growth.rows) == len(rows("licensure_growth"))
