"""The charts of module 4: a start that can be moved, four lines, and the ladder of designs."""

import csv
import json
import re

import pytest
import vl_convert
from sweep import first

from workbook.charts import outputs
from workbook.charts.kit import render
from workbook.words import word, words

MOVED, LINES, LADDER = "04/move_the_start", "04/four_lines", "04/ladder"


def of(chart, key):
    return [row for data in chart.spec["datasets"].values() for row in data if key in row]


def test_the_numbers_of_the_movable_start_are_those_that_were_worked_out_by_hand(built):
    said = built[MOVED].sentence
    numbers = re.findall(r"\d*\.\d+|\d+", said)
    assert numbers == ["7", "2.98", "3.59", "0.604", "93", "100", ".927", "5", "11", "4", "7",
                       ".571", ".143"]  # fmt: skip


def test_four_of_seven_starts_reach_the_real_one_and_the_last_digit_decides(built):
    rows = built[MOVED].rows
    assert len(rows) == 7
    group, smaller = words(MOVED)["groups"]
    reach = {row[1].values["week"]: row[4] for row in rows if row[0] == group}
    assert reach == {7: "0.604", 8: "0.657", 9: "0.621", 10: "0.671"}
    others = {row[1].values["week"]: row[4] for row in rows if row[0] == smaller}
    assert others[5] == "0.600", "not 0.60, as the real one"


def test_a_slider_with_a_plain_name_moves_the_start_over_all_that_are_possible(built):
    [start] = [p for p in built[MOVED].spec["params"] if p["name"] == "start_week"]
    assert start["value"] == 7
    assert start["bind"] == {
        "input": "range", "min": 5, "max": 11, "step": 1, "name": word(MOVED, "slider") + " ",
    }  # fmt: skip


def _picked(week, row):
    numbers = dict(zip(("before", "after", "difference"), row[2:], strict=True))
    return word(MOVED, "picked_wide", start=week, **numbers)


@pytest.mark.parametrize("week", first(3, range(5, 12)))
def test_each_start_draws_its_own_words_and_its_own_weeks(built, week):
    spec = json.loads(json.dumps(built[MOVED].spec))
    spec["params"][1]["value"] = week
    drawn = vl_convert.vegalite_to_svg({**spec, "width": 640}, vl_version="5.8")
    starts = {row[1].values["week"]: row for row in built[MOVED].rows}
    picked = {n: _picked(n, row) for n, row in starts.items()}
    assert [n for n, said in picked.items() if said in drawn] == [week]
    reaches = starts[week][0] == words(MOVED)["groups"][0]
    kind = "kind_own" if week == 7 else "kind_reaches" if reaches else "kind_smaller"
    assert f">{word(MOVED, kind)}" in drawn


def test_four_workers_start_three_weeks_apart_as_the_lot_had_it(built, datasets):
    from workbook.measures.randomization import draw_starts

    with (datasets / "four_workers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    starts = {}
    for row in rows:
        if row["phase"] == "B":
            starts.setdefault(row["case"], int(row["session"]))
    plan = draw_starts(list(starts), 21, min_baseline=6, min_treatment=6, scheme="orders", seed=615)
    assert starts == plan.lots
    assert sorted(starts.values()) == [7, 10, 13, 16]
    numbers = re.findall(r"(?<![\d.])(?:\.\d+|\d+)(?![\d.]*\d)", built[LINES].sentence)
    assert numbers[-4:] == ["24", "1", ".042", ".042"]
    lines = of(built[LINES], "top")
    assert [row["at"] for row in lines] == [6.5, 9.5, 12.5, 15.5], "below each other, as a stair"


def test_whoever_has_not_started_is_drawn_as_before_the_start(built):
    picture = render.svg(built[LINES])
    names = {row["said"].values["name"] for row in of(built[LINES], "phase")}
    assert sum(picture.count(f'aria-label="{name}') for name in names) == 84
    assert len([row for row in of(built[LINES], "phase") if row["phase"] == "A"]) == 42


def test_every_rung_says_what_it_shows_what_not_and_what_it_asks(built):
    ladder = built[LADDER]
    rungs = list(dict.fromkeys(row[0] for row in ladder.rows))
    first = ladder.columns[0]
    assert [rung.split(".")[0] for rung in rungs] == [f"{first} {n}" for n in range(7)]
    for rung in rungs:
        said = [row[1] for row in ladder.rows if row[0] == rung and isinstance(row[1], str)]
        assert [text.split(":")[0] for text in said] == list(ladder.columns[1:])
    assert ". ." not in outputs(ladder)[-1][0]["text/html"]
