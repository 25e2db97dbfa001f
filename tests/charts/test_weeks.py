"""The charts of module 4: a start that can be moved, four lines, and the ladder of designs."""

import csv
import json

import pytest
import vl_convert

from workbook.charts.kit import render

MOVED, LINES, LADDER = "04/move_the_start", "04/four_lines", "04/ladder"


def of(chart, key):
    return [row for data in chart.spec["datasets"].values() for row in data if key in row]


def test_the_numbers_of_the_movable_start_are_those_that_were_worked_out_by_hand(built):
    said = built[MOVED].sentence
    for number in ("2.98 to 3.59", "difference of 0.604", "93 of 100", "NAP .927", "4 of these 7"):
        assert number in said
    assert "p is .571" in said
    assert "could not have come below .143" in said
    assert said.endswith("The start was not drawn by lot, so this p is only an illustration.")


def test_four_of_seven_starts_reach_the_real_one_and_the_last_digit_decides(built):
    rows = built[MOVED].rows
    assert len(rows) == 7
    reach = {row[1]: row[4] for row in rows if not row[0].startswith("Smaller")}
    assert reach == {"Week 7": "0.604", "Week 8": "0.657", "Week 9": "0.621", "Week 10": "0.671"}
    assert ("Week 5", "0.600") in [(row[1], row[4]) for row in rows], "not 0.60, as the real one"


def test_a_slider_with_a_plain_name_moves_the_start_over_all_that_are_possible(built):
    [start] = [p for p in built[MOVED].spec["params"] if p["name"] == "start_week"]
    assert start["value"] == 7
    assert start["bind"] == {
        "input": "range", "min": 5, "max": 11, "step": 1, "name": "Move the start to week ",
    }  # fmt: skip


@pytest.mark.parametrize("week", range(5, 12))
def test_each_start_draws_its_own_words_and_its_own_weeks(built, week):
    spec = json.loads(json.dumps(built[MOVED].spec))
    spec["params"][1]["value"] = week
    drawn = vl_convert.vegalite_to_svg({**spec, "width": 640}, vl_version="5.8")
    [row] = [row for row in built[MOVED].rows if row[1] == f"Week {week}"]
    assert f"Start in week {week}: {row[2]} before, {row[3]} after" in drawn
    assert drawn.count("Start in week") == 1
    kind = "This is the real start." if week == 7 else row[0].split(" ")[0]
    expected = {"The": "At least as large as", "Smaller": "Smaller than"}.get(kind, kind)
    assert f">{expected}" in drawn


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
    assert "24 orders; 1 of them" in built[LINES].sentence
    assert "p is .042, and it cannot come below .042" in built[LINES].sentence
    lines = of(built[LINES], "top")
    assert [row["at"] for row in lines] == [6.5, 9.5, 12.5, 15.5], "below each other, as a stair"


def test_whoever_has_not_started_is_drawn_as_before_the_start(built):
    picture = render.svg(built[LINES])
    assert picture.count('aria-label="Worker') == 84
    assert len([row for row in of(built[LINES], "phase") if row["phase"] == "A"]) == 42


def test_every_rung_says_what_it_shows_what_not_and_what_it_asks(built):
    ladder = built[LADDER]
    rungs = list(dict.fromkeys(row[0] for row in ladder.rows))
    assert [rung.split(".")[0] for rung in rungs] == [f"Rung {n}" for n in range(7)]
    for rung in rungs:
        said = [row[1] for row in ladder.rows if row[0] == rung and isinstance(row[1], str)]
        assert [text.split(":")[0] for text in said] == list(ladder.columns[1:])
    assert ". ." not in ladder.outputs()[-1][0]["text/html"]
    withdrawal = " ".join(str(row[1]) for row in ladder.rows if row[0] == rungs[2])
    assert "no template" in withdrawal
