"""What a plan can reach before its lots are drawn, and the draw."""

import json
import time
from math import factorial

import pytest

from workbook.measures.randomization import Plan
from workbook.readings.lots import draw, prospect
from workbook.words import word, words

WORDS = words("lots")
FOUR = {"cases": 4, "weeks": 21, "baseline": 6, "treatment": 6, "scheme": "orders"}


@pytest.mark.parametrize(
    ("cases", "p"), [(2, ".500"), (3, ".167"), (4, ".042"), (5, ".0083"), (6, ".0014")]
)
def test_orders_are_counted_and_p_is_one_of_them(cases, p):
    said = prospect(FOUR | {"cases": cases, "weeks": 40})["ways"]
    ways = word("lots", "ways", n=factorial(cases), p=p)
    assert said == (f"{ways} {WORDS['above']}" if float(p) > 0.05 else ways)


def test_one_start_has_as_many_ways_as_weeks_to_start_in_whatever_the_cases():
    one = {**FOUR, "scheme": "one_start"}
    assert word("lots", "ways", n=10, p=".100") in prospect(one)["ways"]
    assert prospect(one) == prospect(one | {"cases": 1})
    assert len(draw(one)["lots"]) == 1


def test_many_ways_are_not_said_with_more_digits_than_mean_something():
    said = prospect(FOUR | {"scheme": "starts", "weeks": 30})["ways"]
    assert said == word("lots", "ways_many", n="130,321")


@pytest.mark.parametrize("scheme", ["one_start", "orders", "starts", "orders_and_starts"])
@pytest.mark.parametrize("cases", [1, 5, 8])
def test_the_largest_plans_are_judged_while_a_learner_waits(scheme, cases):
    begun = time.perf_counter()
    seen = prospect({**FOUR, "cases": cases, "weeks": 40, "scheme": scheme})
    assert time.perf_counter() - begun < 5
    assert seen["ready"] == (cases > 1 or scheme in ("one_start", "starts", "orders_and_starts"))
    assert seen["ways"]


def test_without_a_way_to_draw_or_without_room_there_is_nothing_to_draw():
    open_ = {name: value for name, value in FOUR.items() if name != "scheme"}
    assert prospect(open_) == {"ready": False, "ways": WORDS["choose"], "about": []}
    short = prospect(FOUR | {"weeks": 13})
    assert (short["ready"], short["about"]) == (False, [])
    assert short["ways"].identifier == "plan_errors.few_sessions"
    for lonely in ({"cases": 1}, {"scheme": "one_start", "weeks": 12}):
        assert prospect(FOUR | lonely) == {"ready": False, "ways": WORDS["one_way"], "about": []}


@pytest.mark.parametrize(
    ("cases", "name"), [(1, "one"), (2, "two"), (3, "several"), (8, "several")]
)
def test_it_says_what_so_many_starts_can_show_and_what_not(cases, name):
    seen = prospect(FOUR | {"cases": cases, "weeks": 40, "scheme": "starts"})["about"]
    titles = ("can", "cannot", "power", "baselines")
    assert [title for title, _ in seen] == [WORDS[each] for each in titles]
    assert seen[0][1] == WORDS[f"can_{name}"]
    assert seen[1][1].startswith(WORDS[f"cannot_{name}"])
    assert (WORDS["together"] in seen[1][1]) == (cases > 1)


@pytest.mark.parametrize("least", [3, 5, 6, 9])
def test_six_weeks_before_any_start_are_looked_for(least):
    said = prospect(FOUR | {"baseline": least, "weeks": 40})["about"][-1][1]
    assert str(least) in said
    assert said == word("lots", "six" if least >= 6 else "under_six", n=least)


def test_a_draw_follows_from_its_seed_and_the_next_one_has_another():
    drawn = [draw(FOUR) for _ in range(12)]
    assert len({plan["seed"] for plan in drawn}) == 12
    assert len({tuple(plan["lots"].items()) for plan in drawn}) > 1
    assert all(sorted(plan["lots"].values()) == [7, 10, 13, 16] for plan in drawn)


def test_a_drawn_plan_is_read_by_what_reads_plan_files(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(draw(FOUR)), encoding="utf-8")
    assert Plan.load(path).check() == []


def told(inputs):
    return dict(prospect(inputs)["about"])[WORDS["power"]]


def test_how_often_a_plan_would_find_a_change_is_said_before_the_draw():
    small, large = (int(told(FOUR).values[name]) for name in ("small", "large"))
    assert 20 < small < large <= 100
    longer = told(FOUR | {"weeks": 60, "baseline": 15, "treatment": 15})
    assert int(longer.values["small"]) > small
    assert told(FOUR | {"cases": 3}).identifier == "lots.power_never"
