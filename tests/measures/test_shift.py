"""The effect with the interval that the lots justify, beside plain counting with fractions."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.measures import randomization as rt
from workbook.words import word

VALUES = st.lists(st.integers(0, 9), min_size=9, max_size=14)


def mean(values):
    return Fraction(sum(values), len(values))


def two_means(y, start):
    return mean(y[start:]) - mean(y[:start])


def four_means(y, starts):
    parts = [y[a:b] for a, b in itertools.pairwise([0, *starts, len(y)])]
    a1, b1, a2, b2 = map(mean, parts)
    return (b1 + b2) / 2 - (a1 + a2) / 2


def kept(difference, treated, lots, d, tail):
    """Say whether both one-sided tests keep a shift, which is taken from every treated session."""
    shifted = [y - d * b for y, b in treated]
    found = [difference(shifted, lot) for lot in lots]
    observed = difference(shifted, lots[0])
    above = Fraction(sum(each >= observed for each in found), len(found))
    below = Fraction(sum(each <= observed for each in found), len(found))
    return min(above, below) > tail


def agrees(found, difference, treated, lots, tail):
    """Check the ends: kept at them and between them, and not a little outside."""
    assert found.effect == pytest.approx(float(difference([y for y, _ in treated], lots[0])))
    if math.isnan(found.low):
        for far in (-(10**6), 10**6):
            assert kept(difference, treated, lots, far, tail)
        return
    tiny = Fraction(1, 10**6)
    low, high = (Fraction(end).limit_denominator(10**5) for end in (found.low, found.high))
    assert (float(low), float(high)) == pytest.approx((found.low, found.high), abs=1e-9)
    for d, inside in ((low, True), (high, True), ((low + high) / 2, True),
                      (low - tiny, False), (high + tiny, False)):  # fmt: skip
        assert kept(difference, treated, lots, d, tail) is inside


@given(VALUES, st.data())
def test_the_interval_of_one_start_is_every_shift_that_is_not_rejected(values, data):
    start = data.draw(st.integers(2, len(values) - 2))
    confidence = data.draw(st.sampled_from([0.5, 0.6, 0.8]))
    found = rt.start_point_test(values, start, min_phase=2, confidence=confidence)
    lots = [start] + [s for s in range(2, len(values) - 1) if s != start]
    treated = [(y, int(t >= start)) for t, y in enumerate(values)]
    agrees(found, two_means, treated, lots, Fraction(1 - Fraction(str(confidence)), 2))


@given(VALUES, st.data())
def test_the_interval_of_abab_too(values, data):
    lots = [
        each
        for each in itertools.combinations(range(2, len(values) - 1), 3)
        if min(np.diff([0, *each, len(values)])) >= 2
    ]
    starts = data.draw(st.sampled_from(lots))
    found = rt.abab_test(values, starts, min_phase=2, confidence=0.8)
    lots = [starts] + [each for each in lots if each != starts]
    treated = [(y, sum(t >= s for s in starts) % 2) for t, y in enumerate(values)]
    agrees(found, four_means, treated, lots, Fraction(1, 10))


@pytest.mark.slow
@given(st.lists(VALUES, min_size=2, max_size=3), st.data())
def test_the_interval_of_several_cases_too(series, data):
    series = [values[:9] for values in series]
    order = data.draw(st.permutations(range(3, 3 + len(series))))
    rows = [
        (case, t + 1, "B" if t >= start else "A", y)
        for case, (start, values) in enumerate(zip(order, series, strict=True))
        for t, y in enumerate(values)
    ]
    frame = pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])
    found = rt.multiple_baseline_test(
        frame, scheme="starts", improvement="decrease", confidence=0.6,
        starts=[range(3, 9)] * len(series),
    )  # fmt: skip

    def difference(y, starts):
        parts = [y[9 * n : 9 * n + 9] for n in range(len(series))]
        return sum(map(two_means, parts, starts)) / len(series)

    # The first session is 1, so place t is session t + 1.
    lots = [
        each for each in itertools.product(range(2, 8), repeat=len(series)) if each != tuple(order)
    ]
    treated = [(y, int(phase == "B")) for _, _, phase, y in rows]
    actual = tuple(start for start in order)
    agrees(found, difference, treated, [actual, *lots], Fraction(1, 5))


def test_a_decrease_keeps_the_direction_of_the_outcome():
    y = [5, 6, 5, 6, 2, 1, 2, 1]
    up = rt.start_point_test(y, 4, min_phase=1, confidence=0.5)
    down = rt.start_point_test(y, 4, min_phase=1, confidence=0.5, improvement="decrease")
    assert up.effect == down.effect == -4
    assert (up.low, up.high) == (down.low, down.high)
    assert up.p != down.p


def test_lots_that_are_too_few_give_an_effect_without_ends_and_say_how_many_it_takes():
    found = rt.start_point_test([4, 3, 4, 2, 8, 7, 6, 7, 6], 4, min_phase=3)
    assert found.effect == pytest.approx(6.8 - 3.25)
    assert math.isnan(found.low) and math.isnan(found.high)
    assert found.reason == word("lots_reasons", "no_ends", n=4, least=40, level=95)


def test_a_missing_session_is_no_lot_of_its_own():
    y = [1, 2, 1, None, 2, 6, 7, 6, 7, 8, 7, 6]
    found = rt.start_point_test(y, 4, min_phase=2, confidence=0.5)
    other = rt.start_point_test(y, 3, min_phase=2, confidence=0.5)
    assert (found.effect, found.low, found.high) == (other.effect, other.low, other.high)


@given(VALUES, st.integers(-30, 8), st.sampled_from([1, -4.5e6, 1e6]))
def test_another_unit_and_a_constant_change_no_p_and_move_the_ends_along(values, power, constant):
    start, more = len(values) // 2, {"min_phase": 2, "confidence": 0.6}
    plain = rt.start_point_test(values, start, **more)
    other = rt.start_point_test([y * 10.0**power for y in values], start, **more)
    moved = rt.start_point_test([y / 10 + constant for y in values], start, **more)
    assert plain.p == other.p == moved.p
    for name in ("effect", "low", "high"):
        there = getattr(plain, name)
        assert getattr(other, name) == pytest.approx(there * 10.0**power, abs=1e-9 * 10.0**power)
        assert getattr(moved, name) == pytest.approx(there / 10, abs=1e-6)


@pytest.mark.parametrize("confidence", [0, 1, 1 - 1e-17, -1, "0.9", 10**400])
def test_a_confidence_that_is_none_is_told(confidence):
    with pytest.raises(WorkbookError) as error:
        rt.start_point_test(range(9), 4, min_phase=2, confidence=confidence)
    assert error.value.args[0] == word("option_errors", "confidence")


def test_thousands_of_sessions_take_a_moment_and_abab_with_too_many_triples_is_sampled():
    y = list(np.random.default_rng(1).normal(size=3000).round(2))
    found = rt.start_point_test(y, 1500, statistic="NAP")
    assert found.low < 0 < found.high
    four = rt.abab_test(y[:400], [100, 200, 300], confidence=0.9)
    assert four.sampled and four.n_assignments == math.comb(400 - 12 + 3, 3)
    assert four.low < four.effect < four.high and 0 < four.p < 1
