"""Panels: every part keeps its own axis, and no figure is moved or covered."""

import pytest

from workbook.charts.kit.panels import Panel, Row, layout
from workbook.words import words

PANELS = ("02/ladder", "02/served", "02/interruptions", "02/understanding", "02/talk_shares")
TICK = {"row", "place", "label"}
NARROW = {"narrow_name": 29, "narrow_about": 28}  # letters that have room at 320 pixels


def row(name, value, **more):
    return Row(name, value, f"{value}", f"{value} units", "n = 1", "Source", "verified", **more)


def test_each_panel_places_its_figures_on_its_own_axis():
    seconds = Panel("A", (row("x", 15),), (0, 15, 60), "Seconds")
    points = Panel("B", (row("x", 15),), (0, 50, 100), "Points")
    order, data = layout([seconds, points])
    assert [(r["row"], r["place"]) for r in data["bars"]] == [("0|x", 25), ("1|x", 15)]
    assert order == ["0|", "0|x", "0|axis", "1|", "1|x", "1|axis"]
    assert [(r["row"], r["label"], r["place"]) for r in data["ticks"]] == [
        ("0|axis", "0", 0), ("0|axis", "15", 25), ("0|axis", "60", 100),
        ("1|axis", "0", 0), ("1|axis", "50", 50), ("1|axis", "100", 100),
    ]  # fmt: skip


def test_a_number_stands_clear_of_its_range_and_of_a_line_that_is_close():
    rows = (
        row("range", 10, low=5, high=48), row("close", 47), row("near", 36), row("far", 20),
        row("past", 60),
    )  # fmt: skip
    _, data = layout([Panel("A", rows, (0, 100), "Percent", lines=((50, ""),))])
    assert {r["row"]: (r["wide_end"], r["narrow_end"]) for r in data["bars"]} == {
        "0|range": (50, 50), "0|close": (50, 50), "0|near": (36, 50), "0|far": (20, 20),
        "0|past": (60, 60),
    }  # fmt: skip


def test_a_line_belongs_to_its_group_and_stands_in_every_row():
    rows = (row("x", 10, group="a"), row("x", 20, group="b"), row("y", 30, group="a"))
    order, data = layout([Panel("A", rows, (0, 100), lines=((12, "a"), (22, "b")))])
    assert order == ["0|", "0|x", "0|y"]
    places = {(r["row"], r["group"], r["place"]) for r in data["lines"]}
    assert places == {(f"0|{n}", g, p) for n in "xy" for g, p in (("a", 12), ("b", 22))}


@pytest.mark.parametrize("chart_id", PANELS)
def test_every_figure_lies_inside_its_axis(built, drawn, chart_id):
    for figure in drawn(built[chart_id]):
        places = [figure[key] for key in ("low", "place", "high") if figure[key] is not None]
        assert places == sorted(places)
        assert 0 <= places[0] <= places[-1] <= 100


@pytest.mark.parametrize("chart_id", PANELS)
def test_bars_start_at_zero(built, chart_id):
    spec = built[chart_id].spec
    bars = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "bar")
    assert bars["encoding"]["x"]["scale"]["domain"] == [0, 100]
    ticks = [r for data in spec["datasets"].values() for r in data if set(r) == TICK]
    axes = {tick["row"] for tick in ticks}
    assert axes
    assert {tick["row"] for tick in ticks if (tick["label"], tick["place"]) == ("0", 0)} == axes


@pytest.mark.parametrize("chart_id", PANELS)
def test_words_have_room_on_a_narrow_page(built, chart_id):
    for data in built[chart_id].spec["datasets"].values():
        for value in data:
            for key, most in NARROW.items():
                assert len(value.get(key, "")) <= most
            heading = str(value.get("row", "")).endswith("|")
            assert not heading or len(value["narrow_label"]) <= 20


@pytest.mark.parametrize("chart_id", PANELS)
def test_every_figure_tells_its_source_its_number_and_its_evidence(built, drawn, chart_id):
    spec = built[chart_id].spec
    for layer in spec["layer"]:
        if layer["mark"]["type"] in ("bar", "point"):
            told = {tip["field"] for tip in layer["encoding"]["tooltip"]}
            assert told == {"words", "counted", "source", "status"}
    named = {source.text for source in built[chart_id].sources}
    for figure in drawn(built[chart_id]):
        assert figure["source"] in named
        assert figure["counted"]
        assert figure["status"] in words("evidence").values()
