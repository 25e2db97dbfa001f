"""Randomization tests: what the lots allow, and what a person is told."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from staggered import UP, stepped

from workbook.errors import WorkbookError
from workbook.measures import randomization as rt
from workbook.measures.randomization import contrast
from workbook.words import word

LENA = [2.8, 3.2, 2.6, 3.0, 3.4, 2.9, 3.1, 3.5, 3.3, 3.8, 3.4, 3.9, 3.7, 4.0]  # invented


def test_the_chart_that_looks_sure_and_shows_nothing():
    found = rt.start_point_test(LENA, 6, min_phase=4)
    assert found.n_assignments == 7
    assert found.p == pytest.approx(4 / 7)
    assert found.smallest_p == pytest.approx(1 / 7)
    assert round(found.observed, 2) == 0.60


def test_every_lot_ties_on_a_straight_line():
    line = [round(0.1 * t, 1) for t in range(1, 17)]
    assert rt.start_point_test(line, 8, min_phase=5).p == 1
    assert rt.start_point_test(line[::-1], 8, min_phase=5, improvement="decrease").p == 1


@given(st.lists(st.integers(0, 20), min_size=6, max_size=14), st.data())
def test_p_is_the_share_of_lots_that_plain_counting_gives(values, data):
    start = data.draw(st.integers(2, len(values) - 2))
    found = rt.start_point_test(values, start, min_phase=2)

    def change(s):
        a, b = values[:s], values[s:]
        return Fraction(sum(b), len(b)) - Fraction(sum(a), len(a))

    places = range(2, len(values) - 1)
    assert found.p == pytest.approx(np.mean([change(s) >= change(start) for s in places]))
    assert found.observed == pytest.approx(float(change(start)))
    turned = rt.start_point_test([-x for x in values], start, min_phase=2, improvement="decrease")
    assert turned == found
    size = rt.start_point_test(values, start, min_phase=2, statistic="|B-A|")
    assert size.observed == pytest.approx(abs(float(change(start))))


def test_a_start_outside_the_lot_gives_no_p_but_says_what_was_possible():
    found = rt.start_point_test(range(12), 2, min_phase=5)
    assert math.isnan(found.p)
    assert found.reason == word("lots_reasons", "start_not_in_lot", first=5, last=7)
    assert found.smallest_p == pytest.approx(1 / 3)
    short = rt.start_point_test([1, 2, 3], 1, min_phase=2)
    assert short.reason == word("lots_reasons", "short_series")


def test_a_lot_that_would_leave_a_phase_empty_gives_no_p():
    found = rt.start_point_test([None, 3, 5, 4, 6], 2, min_phase=1)
    assert math.isnan(found.p) and found.reason == word("lots_reasons", "empty")


def test_abab_goes_through_every_admissible_triple():
    y = [1, 2, 1, 8, 9, 8, 2, 1, 2, 9, 8, 9]
    found = rt.abab_test(y, [3, 6, 9], min_phase=2)
    triples = [
        each
        for each in itertools.combinations(range(2, 11), 3)
        if min(np.diff([0, *each, 12])) >= 2
    ]
    assert found.n_assignments == len(triples) == math.comb(12 - 8 + 3, 3)
    assert found.p == pytest.approx(1 / len(triples))
    assert found.observed == pytest.approx((25 + 26) / 6 - (4 + 5) / 6)
    other = rt.abab_test(y, [1, 6, 9], min_phase=2)
    assert other.reason == word("lots_reasons", "changes_not_in_lot")
    with pytest.raises(WorkbookError) as error:
        rt.abab_test(y, [3, 6, 9], statistic="NAP")
    assert error.value.args[0] == word("lots_errors", "abab_means")


def test_the_three_schemes_are_three_tests():
    data = stepped([5, 7, 9])
    orders = rt.multiple_baseline_test(data, scheme="orders", **UP)
    assert (orders.n_assignments, orders.p) == (6, pytest.approx(1 / 6))
    starts = rt.multiple_baseline_test(data, scheme="starts", min_phase=3, **UP)
    assert (starts.n_assignments, starts.p) == (7**3, pytest.approx(1 / 7**3))
    lists = [[4, 5], [6, 7], [8, 9]]
    both = rt.multiple_baseline_test(data, scheme="orders_and_starts", starts=lists, **UP)
    assert (both.n_assignments, both.p) == (6 * 8, pytest.approx(1 / 48))


def test_four_workers_reach_one_in_twenty_four_and_three_do_not():
    four = rt.design(4, 24, min_baseline=6, min_treatment=6, scheme="orders")
    three = rt.design(3, 24, min_baseline=6, min_treatment=6, scheme="orders")
    assert (four.smallest_p, three.smallest_p) == pytest.approx((1 / 24, 1 / 6))
    shared = rt.design(3, 20, min_baseline=4, min_treatment=9, scheme="starts")
    assert (shared.n_assignments, shared.smallest_p) == (512, pytest.approx(1 / 512))


def test_cases_that_begin_together_make_fewer_different_lots():
    layout = rt.design(4, 20, min_baseline=4, min_treatment=4, scheme="orders",
                       starts=[6, 6, 12, 12])  # fmt: skip
    assert layout.n_assignments == 24
    assert layout.smallest_p == pytest.approx(1 / 6)
    found = rt.multiple_baseline_test(stepped([6, 6, 12, 12], 20), scheme="orders", **UP)
    assert found.p == found.smallest_p == pytest.approx(1 / 6)


def test_starts_that_were_not_in_the_lot_give_no_p():
    data = stepped([5, 7, 9])
    for scheme, lists in (("starts", [6, 7, 9]), ("orders_and_starts", [[5], [6], [7, 9]])):
        found = rt.multiple_baseline_test(data, scheme=scheme, starts=lists, **UP)
        assert math.isnan(found.p)
        assert found.reason == word("lots_reasons", "starts_not_in_lot")
    swapped = rt.multiple_baseline_test(
        data, scheme="orders_and_starts", starts=[[9], [5, 6], [7]], **UP
    )
    assert swapped.p == pytest.approx(1 / 12)


def test_session_numbers_count_when_a_session_is_left_out():
    data = stepped([5, 7, 9])
    without = data[~((data["case"] == "case 1") & (data["session"] == 2))]
    found = rt.multiple_baseline_test(without, scheme="orders", **UP)
    assert found.p == pytest.approx(1 / 6)


def test_too_many_lots_are_sampled_and_it_says_so(monkeypatch):
    data = stepped([5, 7, 9])
    exact = rt.multiple_baseline_test(data, scheme="starts", statistic="|B-A|", **UP)
    for module in ("lots", "several"):
        monkeypatch.setattr(f"workbook.measures.randomization.{module}.MOST", 10)
    found = rt.multiple_baseline_test(data, scheme="starts", statistic="|B-A|", **UP)
    assert found.n_assignments == exact.n_assignments
    assert found.p == pytest.approx(exact.p, abs=0.01) and found.p >= found.smallest_p
    assert found.reason == word("lots_reasons", "sampled", drawn=10_000)


@pytest.mark.parametrize(
    ("call", "identifier", "values"),
    [
        (
            lambda: rt.start_point_test(LENA, 6.5),
            "lots_errors.whole_number",
            {"option": "start", "least": 0},
        ),
        (
            lambda: rt.start_point_test(LENA, 6, min_phase=0),
            "lots_errors.whole_number",
            {"option": "min_phase", "least": 1},
        ),
        (
            lambda: rt.start_point_test(LENA, 6, statistic="median"),
            "option_errors.unknown",
            {"what": "statistic", "given": "'median'"},
        ),
        (
            lambda: rt.start_point_test(LENA, 6, improvement="up"),
            "option_errors.unknown",
            {"what": "improvement", "given": "'up'"},
        ),
        (
            lambda: rt.multiple_baseline_test(stepped([5, 7]), scheme="lots", **UP),
            "option_errors.unknown",
            {"what": "scheme"},
        ),
        (
            lambda: rt.multiple_baseline_test(stepped([5]), scheme="orders_and_starts", **UP),
            "lots_errors.no_starts",
            {},
        ),
        (
            lambda: rt.multiple_baseline_test(
                stepped([5, 7]), scheme="starts", starts=[[5], [7], [9]], **UP
            ),
            "lots_errors.other_starts",
            {"cases": 2},
        ),
        (lambda: rt.permutation_test([1, 2, 3], 1, **UP), "lots_errors.no_rows", {}),
        (
            lambda: rt.design(0, 20, min_baseline=5, min_treatment=5, scheme="starts"),
            "plan_errors.names",
            {},
        ),
        (
            lambda: rt.design(["a", "a"], 20, min_baseline=5, min_treatment=5, scheme="starts"),
            "plan_errors.names",
            {},
        ),
        (
            lambda: rt.design(4, 13, min_baseline=6, min_treatment=6, scheme="orders"),
            "plan_errors.few_sessions",
            {"places": 2, "cases": 4},
        ),
        (
            lambda: rt.design(2, 2.5, min_baseline=6, min_treatment=6, scheme="orders"),
            "plan_errors.sessions",
            {},
        ),
        (
            lambda: rt.design(
                2, 20, min_baseline=6, min_treatment=6, scheme="orders", starts=[3, 9]
            ),
            "plan_errors.fixed_starts",
            {},
        ),
        (
            lambda: rt.draw_starts(
                2, 20, min_baseline=6, min_treatment=6, scheme="orders", seed="x"
            ),
            "plan_errors.seed",
            {},
        ),
    ],
)
def test_a_mistake_is_told_in_a_sentence(call, identifier, values):
    with pytest.raises(WorkbookError) as error:
        call()
    said = error.value.args[0]
    assert said.identifier == identifier
    assert said.values.items() >= values.items()


def test_one_phase_only_gives_no_p():
    data = stepped([5, 30])
    found = rt.multiple_baseline_test(data, scheme="orders", **UP)
    assert math.isnan(found.p) and found.reason == word("lots_reasons", "one_phase")


def test_nap_of_many_series_at_once_is_that_of_each_alone():
    series = np.random.default_rng(4).integers(0, 6, (3, 7)).astype(float)
    series[0, 1] = series[2, 5] = np.nan
    found = contrast.changes(series, [2, 3, 5], "NAP")
    for row, shares in zip(series, found, strict=True):
        for start, share in zip([2, 3, 5], shares, strict=True):
            a, b = (part[~np.isnan(part)] for part in (row[:start], row[start:]))
            pairs = [(y > x) + (y == x) / 2 for x in a for y in b]
            assert share == pytest.approx(sum(pairs) / len(pairs))
