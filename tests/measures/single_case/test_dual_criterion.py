"""The conservative dual criterion: by hand, in every unit, and the errors that it is told with."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.single_case.dual_criterion import dual_criterion, error_rates, needed

VALUES = st.lists(st.integers(-9, 9), min_size=3, max_size=9)


def test_it_counts_what_lies_beyond_both_lines():
    """Mean 3, slope 1 through (2, 3), SD 1: the raised lines are 3.25 and 1.25 + t."""
    found = dual_criterion([2, 3, 4], [6, 5, 8, 3, 9])
    assert (found.level, found.slope, found.intercept) == pytest.approx((3.25, 1.0, 1.25))
    assert (found.beyond, found.n) == (2, 5), "6 > 5.25 and 8 > 7.25; 9 is not beyond 9.25"


def test_the_number_needed_is_that_of_a_coin():
    for n in range(1, 40):
        shares = [sum(math.comb(n, k) for k in range(m, n + 1)) / 2**n for m in range(n + 1)]
        small = [m for m, share in enumerate(shares) if share < 0.05]
        assert needed(n) == (small[0] if small else None)


def test_a_missing_session_keeps_its_place():
    whole = dual_criterion([1, None, 3], [9, None, 9])
    assert math.isnan(whole.level), "two values make no line that can be told from chance"
    found = dual_criterion([1, None, 3, 4], [9, None, 9])
    assert (found.slope, found.n) == (pytest.approx(1), 2)
    assert found.needed is None


@pytest.mark.parametrize("improvement", ["increase", "decrease"])
@pytest.mark.parametrize("value", [0.1, 0.3, 1.1, 1e-7, 5_000_000.1])
def test_what_lies_on_a_line_but_for_rounding_is_not_beyond_it(value, improvement):
    assert dual_criterion([value] * 3, [value] * 6, improvement=improvement).beyond == 0


def test_a_flat_baseline_moves_nothing():
    found = dual_criterion([0.1] * 5, [0.1, 0.2, 0.2, 0.2, 0.2])
    assert (found.level, found.beyond) == (0.1, 4)


@given(VALUES, VALUES, st.integers(-3, 3))
def test_a_turned_series_counts_the_same(a, b, shift):
    more = dual_criterion(a, b)
    less = dual_criterion([-y + shift for y in a], [-y + shift for y in b], improvement="decrease")
    assert abs(more.beyond - less.beyond) <= near_ties(a, b)


def near_ties(a, b):
    """Values that lie on a line but for rounding may fall on either side."""
    found = dual_criterion(a, b)
    trend = [found.intercept + found.slope * t for t in range(len(a) + 1, len(a) + len(b) + 1)]
    lines = ((abs(y - found.level), abs(y - line)) for y, line in zip(b, trend, strict=True))
    return sum(min(both) < 1e-9 for both in lines)


def test_the_errors_are_those_of_a_simulation_written_out():
    import numpy as np

    noise = np.random.default_rng(5).standard_normal((600, 16))
    met = [dual_criterion(row[:6], row[6:]).met for row in noise.tolist()]
    assert error_rates(6, 10).false_alarm == pytest.approx(sum(met) / len(met), abs=0.025)
    moved = [dual_criterion(row[:6], [y + 2 for y in row[6:]]).met for row in noise.tolist()]
    assert error_rates(6, 10, effect=2.0).missed == pytest.approx(1 - sum(moved) / 600, abs=0.07)


def test_below_five_later_sessions_it_is_never_met():
    assert error_rates(8, 4) == (0.0, 1.0)
