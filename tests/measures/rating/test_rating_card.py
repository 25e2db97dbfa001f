"""One pair of Mirror cards: scores, the gap with its assumption, lines as questions."""

import math
import random
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.measures import rating
from workbook.measures.rating import mirror
from workbook.words import word

MIRROR = mirror()
NAMES = list(MIRROR.lines)
gap, lines, question, score, value = (
    partial(measure, instrument=MIRROR)
    for measure in (rating.gap, rating.lines, rating.question, rating.score, rating.value)
)
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
    few = {"answered": 7, "all": 10, "least": 8}
    assert seven.reason == word("rating_reasons", "few_lines", **few)


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
    with pytest.raises(WorkbookError) as error:
        value(answer)
    assert error.value.args[0] == word("card_errors", "no_answer", answer=str(answer), top=5)


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
    reading, assumed = parts(gap(card(3), card(3)))
    assert round(reading.values["error"], 2) == 0.87
    assert assumed == word("rating_reasons", "assumed", sd=0.7, reliability=0.8)
    assert round(parts(with_gap(0.6))[0].values["near"], 2) == 0.57


def parts(found):
    """Give the two sentences of a gap: how it reads, and what was assumed."""
    return found.reason.values["first"], found.reason.values["others"]


def reading(found):
    return parts(found)[0].name


def with_gap(size):
    """Make two cards whose mean difference is a number of tenths."""
    steps = round(10 * size)
    higher = {name: 3 + steps // 10 + (n < steps % 10) for n, name in enumerate(NAMES)}
    return gap(higher, card(3))


@pytest.mark.parametrize(
    ("size", "name"),
    [(0, "within_error"), (0.5, "within_error"), (0.6, "worth_a_talk"),
     (0.8, "worth_a_talk"), (0.9, "beyond_error"), (2, "beyond_error")],
)  # fmt: skip
def test_three_readings(size, name):
    assert reading(with_gap(size)) == name
    assert parts(with_gap(size))[0].values["gap"] == pytest.approx(size)


def test_another_assumption_moves_the_limits():
    precise = {"sd": 0.7, "reliability": 0.95}
    assert reading(with_gap(0.6)) != "beyond_error"
    higher = {name: 3 + (n < 6) for n, name in enumerate(NAMES)}
    found = gap(higher, card(3), **precise)
    assert reading(found) == "beyond_error"
    assert parts(found)[1].values == precise


def test_a_gap_below_zero_is_read_by_its_size():
    assert gap(card(2), card(4)).value == -2
    assert reading(gap(card(2), card(4))) == "beyond_error"


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
    with pytest.raises(WorkbookError) as error:
        gap(card(4), card(3), **wanted)
    assert error.value.args[0].identifier == "card_errors.assumption"


def test_the_interval_covers_the_true_gap_as_often_as_it_says():
    drawn, hits, runs = random.Random(1), 0, 4000
    error = 0.7 * math.sqrt(1 - 0.80)
    wide = (gap(card(4), card(3)).high - gap(card(4), card(3)).low) / 2
    for _ in range(runs):
        hits += abs(drawn.gauss(0, error) - drawn.gauss(0, error)) <= wide
    assert hits / runs == pytest.approx(0.95, abs=0.012)


def test_lines_come_by_dimension_and_each_dimension_first():
    found = lines(card(4), card(2))
    assert [line.dimension for line in found if not line.name] == list(MIRROR.places)
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
    ("person", "practitioner", "name"),
    [(2, 4, "person_lower"), (4, 2, "person_higher"), (3, 3, "alike"), (5, 5, "top")],
)
def test_questions_and_never_verdicts(person, practitioner, name):
    asked = question("time", person, practitioner)
    assert asked.name == name
    assert asked.values["person"] == str(person)
    assert asked.endswith("?")
    assert question("time", person, None) == ""
