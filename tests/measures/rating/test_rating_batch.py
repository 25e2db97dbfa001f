"""Many cards: averages with intervals, nothing about fewer than five, pairs only by code."""

import math
from functools import partial
from statistics import fmean, stdev

import pytest

from workbook.measures import rating
from workbook.measures.agreement import cronbach_alpha
from workbook.measures.quantiles import student
from workbook.measures.rating import Card, mirror
from workbook.words import word

MIRROR = mirror()
NAMES = list(MIRROR.lines)
batch, ceiling, gap = (
    partial(measure, instrument=MIRROR) for measure in (rating.batch, rating.ceiling, rating.gap)
)


def card(side, *values, pair=""):
    values = values * (len(NAMES) // len(values)) if len(values) < len(NAMES) else values
    return Card(side, dict(zip(NAMES, values, strict=True)), pair)


def people(n, side="person", shift=0, pair=""):
    return [card(side, *[min(5, 1 + (i * 3 + j * (i % 3) + shift) % 5) for j in range(10)],
                 pair=f"{pair}{i}" if pair else "") for i in range(n)]  # fmt: skip


def scores(cards):
    return [(fmean(each.answers.values()) - 1) * 25 for each in cards]


def test_four_cards_of_a_side_show_nothing():
    found = batch(people(4) + people(6, "practitioner"))
    for measure in (found.person.score, found.person.all_top, found.person.top_answers,
                    found.person.alpha, found.difference, found.paired):  # fmt: skip
        assert not measure.defined
        assert measure.reason
    assert list(found.person.items) == []
    assert found.practitioner.score.defined


def test_cards_with_too_few_answers_do_not_count_to_the_five():
    short = Card("person", dict.fromkeys(NAMES[:7], 3))
    assert not batch([*people(4), short]).person.score.defined
    assert batch([*people(5), short]).person.score.count == 5


def test_the_mean_has_students_interval():
    cards = people(12)
    found, values = batch(cards).person.score, scores(cards)
    wide = student(0.975, 11) * stdev(values) / math.sqrt(12)
    assert found.value == pytest.approx(fmean(values))
    assert (found.low, found.high) == pytest.approx((fmean(values) - wide, fmean(values) + wide))


def test_the_interval_does_not_leave_the_scale():
    cards = [card("person", 5)] * 5 + [card("person", 1)]
    assert batch(cards).person.score.high == 100


def test_cards_that_are_all_alike_have_no_interval():
    found = batch([card("person", 3)] * 6).person.score
    assert (found.value, math.isnan(found.low)) == (50, True)
    assert found.reason == word("rating_reasons", "alike")


def test_the_status_and_the_person_come_first():
    assert batch([])[:2] == (MIRROR.status, batch([]).person)
    assert batch([]).person.role == "person"


def test_the_ceiling_counts_cards_and_answers():
    cards = [card("person", 5)] * 2 + [card("person", 5, 4)] * 4
    cards_at_top, answers = ceiling(cards, "person")
    assert cards_at_top.value == pytest.approx(2 / 6)
    assert cards_at_top.low < 2 / 6 < cards_at_top.high
    assert (answers.value, answers.count) == (pytest.approx(40 / 60), 60)
    assert math.isnan(answers.low)
    assert not ceiling(cards[:4])[0].defined


def test_five_fives_and_nothing_else_are_not_a_card_at_the_top():
    few = Card("person", dict.fromkeys(NAMES[:5], 5))
    assert ceiling([few] * 9)[0].count == 0


def test_the_difference_is_unpaired_and_says_so():
    one, other = people(8), people(7, "practitioner", 1)
    found = batch(one + other).difference
    assert found.value == pytest.approx(fmean(scores(other)) - fmean(scores(one)))
    assert found.low < found.value < found.high
    assert found.reason == word("rating_reasons", "not_paired")


def test_welch_by_hand():
    # scores 0, 25, 50, 75, 100 against 50, 50, 50, 75, 75: means 50 and 60
    one = [card("person", n) for n in (1, 2, 3, 4, 5)]
    other = [card("practitioner", n) for n in (3, 3, 3, 4, 4)]
    found = batch(one + other).difference
    parts = (1562.5 / 5, 187.5 / 5)
    df = sum(parts) ** 2 / (parts[0] ** 2 / 4 + parts[1] ** 2 / 4)
    assert found.value == pytest.approx(10)
    assert found.high - 10 == pytest.approx(student(0.975, df) * math.sqrt(350))


def test_pairs_count_only_by_a_code_that_both_sides_carry():
    one, other = people(5, pair="p"), people(5, "practitioner", 2, pair="p")
    found = batch(one + other).paired
    gaps = [25 * gap(b.answers, a.answers).value for a, b in zip(one, other, strict=True)]
    assert found.value == pytest.approx(fmean(gaps))
    assert found.count == 5
    assert not batch(people(9) + people(9, "practitioner", 2)).paired.defined
    assert not batch(one[:4] + other).paired.defined


def test_pairs_are_hidden_when_the_rest_could_be_worked_out():
    one, other = people(5, pair="p"), people(5, "practitioner", 2, pair="p")
    for left in (1, 4):
        found = batch(one + other + people(left)).paired
        assert not found.defined
        assert found.reason.identifier == "rating_reasons.few_without_partner"
    assert batch(one + other + people(5)).paired.defined


def test_single_lines_are_described_from_twenty_cards_on():
    nineteen = batch(people(19)).person
    assert list(nineteen.items) == []
    few = {"cards": 19, "least": 20}
    assert nineteen.items.reason == word("rating_reasons", "few_for_lines", **few)
    assert nineteen.alpha.reason == word("rating_reasons", "few_for_alpha", **few)
    twenty = people(20)
    found = batch(twenty).person
    assert [item.name for item in found.items] == NAMES
    values = [each.answers["real_say"] for each in twenty]
    item = next(item for item in found.items if item.name == "real_say")
    assert (item.mean, item.sd) == (pytest.approx(fmean(values)), pytest.approx(stdev(values)))
    assert item.top == values.count(5) / 20


def test_the_correlation_with_the_rest_leaves_the_line_itself_out():
    cards = [card("person", n % 5 + 1, *[5 - n % 5] * 9) for n in range(20)]
    item = batch(cards).person.items[0]
    assert item.rest == pytest.approx(-1)


def test_a_line_that_hardly_anyone_answered_is_left_out():
    cards = people(20)
    for each in cards[4:]:
        del each.answers["know_record"]
    found = batch(cards).person
    assert "know_record" not in [item.name for item in found.items]
    assert not found.alpha.defined


def test_alpha_is_the_one_of_the_contract():
    cards = people(24)
    found = batch(cards).person.alpha
    rows = [[each.answers[name] for name in NAMES] for each in cards]
    assert found == cronbach_alpha(rows)._replace(role="person")


def test_a_line_is_described_from_exactly_five_answers_on():
    cards = people(20)
    for each in cards[5:]:
        del each.answers["know_record"]
    for each in cards[4:]:
        del each.answers["next_step"]
    found = {item.name: item.answers for item in batch(cards).person.items}
    assert found["know_record"] == 5
    assert "next_step" not in found


def test_a_difference_that_is_hidden_counts_the_smaller_side():
    for fewer, more in (
        (people(4), people(9, "practitioner")),
        (people(9), people(3, "practitioner")),
    ):
        found = batch(fewer + more).difference
        assert not found.defined
        assert found.count == min(len(fewer), len(more))


def test_both_shares_at_the_top_say_what_and_whose_they_are():
    for number in (5, 4):
        cards, answers = ceiling(people(number), "person")
        assert (cards.name, answers.name) == ("at_the_top", "at_the_top")
        assert (cards.role, answers.role) == ("person", "person")
        assert cards.unit == word("rating_units", "cards")
        assert answers.unit == word("rating_units", "answers")
