"""One pair of Mirror cards: scores, the gap with its assumption, lines as questions."""

import math
import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.measures.rating import (
    DIMENSIONS,
    LINES,
    STATUS,
    TOP,
    gap,
    lines,
    question,
    score,
    value,
)
from workbook.measures.rating.read import UNSCORED

NAMES = list(LINES)
ANSWERS = st.dictionaries(
    st.sampled_from([*NAMES, "did_me_good"]),
    st.sampled_from([1, 2, "3", "4", 5, None, "does_not_apply", ""]),
)


def card(value, n=10):
    return dict.fromkeys(NAMES[:n], value)


def test_the_ends_of_the_scale_are_0_and_100():
    assert [score(card(n), "person").value for n in (1, 2, 3, 4, 5)] == [0, 25, 50, 75, 100]


def test_eight_lines_are_enough_and_seven_are_not():
    assert score(card(4, 8), "person").value == 75
    seven = score(card(4, 7), "practitioner")
    assert math.isnan(seven.value)
    assert (seven.count, seven.role) == (7, "practitioner")
    assert "7 of the 10 lines" in seven.reason


def test_lines_that_are_not_scored_change_nothing():
    others = {"did_me_good": 1, "told_limits": 1, "no_need_to_defend": 1, "on_my_side": 1}
    assert score(card(4) | others, "person") == score(card(4), "person")
    assert gap(card(4) | others, card(3)) == gap(card(4), card(3))


def test_the_mean_is_over_what_was_answered():
    answers = card(4, 8) | {NAMES[8]: "does_not_apply", NAMES[9]: None}
    assert (score(answers, "person").value, score(answers, "person").count) == (75, 8)


@given(ANSWERS)
def test_a_score_lies_between_0_and_100_or_is_not_defined(answers):
    found = score(answers, "person")
    assert found.defined == (found.count >= 8)
    assert not found.defined or 0 <= found.value <= 100


@pytest.mark.parametrize("answer", ["6", "0", 0, 3.5, "yes", "12", True, "²"])
def test_what_is_no_answer_is_told(answer):
    with pytest.raises(WorkbookError, match="is not an answer. Write 1 to 5"):
        value(answer)


@pytest.mark.parametrize("answer", [None, "", " ", "does_not_apply", math.nan])
def test_a_line_may_be_left_out(answer):
    assert value(answer) is None


def test_a_number_from_a_table_is_read():
    assert [value(answer) for answer in (4, 4.0, "4", "4.0", " 4 ")] == [4] * 5


def test_the_gap_is_practitioner_minus_person_with_the_stated_error():
    found = gap(card(4), card(3))
    error = 0.7 * math.sqrt(0.20) * math.sqrt(2)
    assert round(error, 2) == 0.44
    assert found.value == 1
    assert found.low == pytest.approx(1 - 1.959964 * error, abs=1e-6)
    assert found.high == pytest.approx(1 + 1.959964 * error, abs=1e-6)


def test_the_limits_of_the_draft_follow_from_the_assumption():
    said = gap(card(3), card(3)).reason
    assert "(0.87)" in said
    assert "a spread of 0.7 and a reliability of 0.8 " in said
    assert "past 0.57" in with_gap(0.6).reason


def with_gap(size):
    """Make two cards whose mean difference is a number of tenths."""
    steps = round(10 * size)
    higher = {name: 3 + steps // 10 + (n < steps % 10) for n, name in enumerate(NAMES)}
    return gap(higher, card(3))


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "chance could"), (0.5, "chance could"), (0.6, "worth a conversation"),
     (0.8, "worth a conversation"), (0.9, "ask which lines"), (2, "ask which lines")],
)  # fmt: skip
def test_three_readings(size, words):
    assert words in with_gap(size).reason
    assert ("is larger than" in with_gap(size).reason) == (size >= 0.87)


def test_another_assumption_moves_the_limits():
    precise = {"sd": 0.7, "reliability": 0.95}
    assert "is larger than" not in with_gap(0.6).reason
    higher = {name: 3 + (n < 6) for n, name in enumerate(NAMES)}
    assert "is larger than" in gap(higher, card(3), **precise).reason
    assert "reliability of 0.95" in gap(higher, card(3), **precise).reason


def test_a_gap_below_zero_is_read_by_its_size():
    assert gap(card(2), card(4)).value == -2
    assert "is larger than" in gap(card(2), card(4)).reason


def test_a_gap_needs_eight_lines_that_both_answered():
    one = dict.fromkeys(NAMES[:9], 4)
    other = dict.fromkeys(NAMES[2:], 3)
    found = gap(one, other)
    assert not found.defined
    assert found.count == 7
    assert gap(one, dict.fromkeys(NAMES[1:], 3)).count == 8


@pytest.mark.parametrize(
    "wanted", [{"sd": 0}, {"sd": math.nan}, {"reliability": 1.2}, {"confidence": 1}]
)
def test_an_assumption_out_of_range_is_told(wanted):
    with pytest.raises(WorkbookError, match="Give other numbers"):
        gap(card(4), card(3), **wanted)


def test_the_interval_covers_the_true_gap_as_often_as_it_says():
    drawn, hits, runs = random.Random(1), 0, 4000
    error = 0.7 * math.sqrt(1 - 0.80)
    wide = (gap(card(4), card(3)).high - gap(card(4), card(3)).low) / 2
    for _ in range(runs):
        hits += abs(drawn.gauss(0, error) - drawn.gauss(0, error)) <= wide
    assert hits / runs == pytest.approx(0.95, abs=0.012)


def test_lines_come_by_dimension_and_each_dimension_first():
    found = lines(card(4), card(2))
    assert [line.dimension for line in found if not line.name] == list(DIMENSIONS)
    assert {line.name for line in found} == {"", *NAMES}
    assert found[0] == ("information", "", 2, 4, found[0].question)


def test_a_line_that_one_side_left_out_asks_nothing():
    found = {line.name: line for line in lines({"real_say": 4}, {"know_record": 2})}
    assert (found["real_say"].person, found["real_say"].question) == (None, "")
    assert (found["know_record"].person, found["know_record"].practitioner) == (2, None)


def test_own_words_are_quoted():
    found = lines({"real_say": 4}, {"real_say": 2}, {"real_say": "I had a real say."})
    assert any("on “I had a real say.” What" in line.question for line in found)


@pytest.mark.parametrize(
    ("person", "practitioner", "words"),
    [(2, 4, "What would have moved it one step?"), (4, 2, "What did the person see"),
     (3, 3, "Both put 3"), (5, 5, "What made that possible?")],
)  # fmt: skip
def test_questions_and_never_verdicts(person, practitioner, words):
    asked = question("time", person, practitioner)
    assert words in asked
    assert asked.endswith("?")
    assert question("time", person, None) == ""


def test_the_status_says_not_yet_validated():
    assert "not yet validated" in STATUS


def test_the_lines_are_those_of_the_card_itself(root):
    page = (root / "modules" / "instruments" / "mirror.md").read_text(encoding="utf-8")
    front = yaml.safe_load(page.split("---\n")[1])
    assert list(front["dimensions"].items()) == [(name, of) for name, (of, _) in LINES.items()]
    assert sorted(front["unscored"]) == sorted(UNSCORED)
    assert len(front["scale"]) == TOP
