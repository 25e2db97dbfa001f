"""What a log shows over the weeks: counted by hand here, withheld where there is too little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.log import over_weeks, question_of_week, since_start, weeks_between
from workbook.words import word

VOICE = {"voice": "Voice"}


def line(week, **more):
    return {"week": f"2026-W{week:02}"} | more


def series(seen, key):
    return next(each for each in seen["series"] if each["key"] == key)


def test_nothing_is_drawn_before_four_weeks():
    seen = over_weeks([line(1), line(1), line(2), line(3)], VOICE)
    assert not seen["ready"]
    assert seen["words"] == [word("log_reading", "not_yet", n=1)]


def test_a_side_is_counted_where_it_was_told():
    puts = [(1, "shared"), (1, "held"), (2, "cannot_tell"), (4, "handed_off"), (5, "shared")]
    seen = over_weeks([line(w, sides={"voice": put}) for w, put in puts], VOICE)
    assert seen["weeks"] == [f"2026-W0{n}" for n in range(1, 6)]
    assert series(seen, "voice")["values"] == [0.5, None, None, 0, 1]
    few = word("log_reading", "shared_few", label="Voice", k=2, n=4)
    assert series(seen, "voice")["said"] == few


def test_halves_are_compared_where_both_have_three():
    puts = ["held", "shared", "held", "shared", "shared", "shared"]
    seen = over_weeks([line(n + 1, sides={"voice": put}) for n, put in enumerate(puts)], VOICE)
    said = word("log_reading", "shared", label="Voice", a=1, first=3, b=3, last=3)
    assert series(seen, "voice")["said"] == said


def test_the_last_week_of_a_long_year_is_one_week_before_the_first():
    assert weeks_between("2026-W53", "2027-W01") == 1
    weeks = ["2026-W52", "2026-W53", "2027-W01", "2027-W02"]
    assert over_weeks([{"week": week} for week in weeks], {})["weeks"] == weeks


def test_two_thousand_lines_are_cut_to_the_latest_weeks_and_counted_there():
    seen = over_weeks([{"week": "2020-W01"}, *(line(w) for w in range(1, 48))], {})
    assert len(seen["weeks"]) == 160
    assert seen["weeks"][-1] == "2026-W47"


WEEKS = [line(n + 1, gave=gave) for n, gave in enumerate("222333")]


def test_a_start_is_compared_with_its_limits():
    seen = over_weeks(WEEKS, {})
    said = since_start(seen, "2026-W04", worth="1")
    numbers = {"before": "2.0", "since": "3.0", "a": 3, "b": 3}
    assert said[0] == word("log_reading", "case_means", **numbers)
    assert said[1] == word("log_reading", "case_pairs", n=100)
    assert said[2] == word("log_reading", "worth_reached", change="+1.0", worth="1")
    assert said[3:] == [word("log_reading", "limit_told"), word("log_reading", "limits")]


@pytest.mark.parametrize(
    ("worth", "name"), [("2", "worth_not"), ("1", "worth_reached"), ("", "worth_open")]
)
def test_a_change_is_set_beside_what_would_be_worth_it(worth, name):
    said = since_start(over_weeks(WEEKS, {}), "2026-W04", by_lot=True, worth=worth)
    assert said[2].identifier == f"log_reading.{name}"
    assert word("log_reading", "limit_lot") in said


@pytest.mark.parametrize("start", ["2026-W03", "2026-W05", "2025-W01", "2027-W01"])
def test_nothing_is_compared_with_fewer_than_three_weeks(start):
    [said] = since_start(over_weeks(WEEKS, {}), start)
    assert start in said


@given(number=st.integers(0, 80), many=st.integers(1, 12))
def test_a_question_of_a_week_is_one_of_them(number, many):
    assert 0 <= question_of_week(number, many) < many


def test_questions_come_back_at_growing_distances():
    weeks = [n for n in range(20) if question_of_week(n, 9) == 0]
    gaps = [b - a for a, b in zip(weeks, weeks[1:], strict=False)]
    assert len(gaps) == 3
    assert all(gap >= least for gap, least in zip(gaps, (1, 2, 4), strict=True))
