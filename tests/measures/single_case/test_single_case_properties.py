"""What must hold for any series: mirrors, shifts, orders, bounds."""

import math

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from workbook.measures import single_case as sc

OVERLAP = (sc.nap, sc.tau, sc.pnd, sc.pem, sc.pand, sc.ird)
MIRRORED = (*OVERLAP, sc.tau_bc, sc.tau_u, sc.smd)
VALUES = st.one_of(st.none(), st.integers(-20, 20))
PHASE = st.lists(VALUES, min_size=1, max_size=9)
WHOLE = st.lists(st.integers(-20, 20), min_size=2, max_size=9)
FIELDS = ("value", "se", "low", "high")


def same(one, other):
    return all(
        getattr(one, field) == pytest.approx(getattr(other, field), rel=1e-9, abs=1e-9, nan_ok=True)
        for field in FIELDS
    )


def turned(phase):
    return [None if x is None else -x for x in phase]


@given(PHASE, PHASE)
def test_the_other_direction_is_the_negated_series(a, b):
    for index in MIRRORED:
        up = index(a, b, improvement="increase")
        down = index(turned(a), turned(b), improvement="decrease")
        assert same(up, down), index
        assert up.reason == down.reason


@given(WHOLE, WHOLE)
def test_the_opposite_wish_turns_nap_tau_and_smd_around(a, b):
    up, down = (sc.nap(a, b, improvement=way) for way in ("increase", "decrease"))
    assert up.value == pytest.approx(1 - down.value)
    assert (up.low, up.high) == pytest.approx((1 - down.high, 1 - down.low), abs=1e-9)
    up, down = (sc.tau(a, b, improvement=way).value for way in ("increase", "decrease"))
    assert up == pytest.approx(-down)
    up, down = (sc.smd(a, b, improvement=way).value for way in ("increase", "decrease"))
    assert up == pytest.approx(-down, nan_ok=True)


@given(WHOLE, WHOLE, st.sampled_from([10, 100, 1e6, 3, 7]))
@example([11, 13], [12, 12], 10)
def test_values_that_tie_in_whole_numbers_tie_in_parts_of_them(a, b, parts):
    for index in OVERLAP:
        whole = index(a, b)
        assert same(whole, index([x / parts for x in a], [x / parts for x in b])), index


@given(PHASE, PHASE)
def test_overlap_sees_only_the_order_of_the_values(a, b):
    def bent(phase):
        return [None if x is None else x**3 + 5 * x for x in phase]

    for index in OVERLAP:
        if index is not sc.pem:  # a median between two values is not an order
            straight = index(a, b, improvement="increase")
            assert same(straight, index(bent(a), bent(b), improvement="increase")), index


@given(WHOLE, WHOLE, st.integers(-1000, 1000))
def test_a_constant_leaves_smd_and_tau_bc_as_they_are(a, b, constant):
    for index in (sc.smd, sc.tau_bc):
        moved = index([x + constant for x in a], [x + constant for x in b], improvement="increase")
        assert same(index(a, b, improvement="increase"), moved)


@given(PHASE, PHASE, st.randoms(use_true_random=False))
def test_the_order_within_a_phase_does_not_matter_for_overlap(a, b, chance):
    mixed_a, mixed_b = chance.sample(a, len(a)), chance.sample(b, len(b))
    for index in OVERLAP:
        assert same(
            index(a, b, improvement="increase"), index(mixed_a, mixed_b, improvement="increase")
        )


@given(PHASE, PHASE, st.sampled_from([0.8, 0.95, 0.99]))
def test_newcombes_interval_holds_the_value_and_is_never_a_single_point(a, b, confidence):
    found = sc.nap(a, b, improvement="increase", confidence=confidence)
    assume(found.defined)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.high - found.low > 0.01
    wider = sc.nap(a, b, improvement="increase", confidence=0.999)
    assert wider.low <= found.low and found.high <= wider.high


@given(WHOLE, WHOLE)
def test_newcombes_ends_solve_the_equation(a, b):
    found = sc.nap(a, b, improvement="increase")
    m, n, z = len(a), len(b), 1.959963984540054
    h = (m + n) / 2 - 1
    for x in (found.low, found.high):
        left = m * n * (found.value - x) ** 2 * (2 - x) * (1 + x)
        right = z * z * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))
        assert left == pytest.approx(right, abs=1e-9)


@given(PHASE, PHASE)
def test_no_index_gives_infinity_or_a_gap_without_a_reason(a, b):
    calls = [lambda i=i: i(a, b, improvement="increase") for i in (*MIRRORED, sc.lrm)]
    calls += [lambda: sc.lrr(a, b, improvement="increase", scale="count")]
    calls += [lambda: sc.lor(a, b, improvement="increase", scale="percentage")]
    calls += [
        lambda: sc.pogo(a, b, goal=3),
        lambda: sc.percent_change(a, b, improvement="decrease"),
    ]
    for call in calls:
        found = call()
        assert not any(math.isinf(getattr(found, field)) for field in FIELDS), found
        assert found.defined or found.reason, found


@given(st.lists(st.integers(0, 9), min_size=2, max_size=8), st.lists(st.integers(0, 9), min_size=1))
def test_pand_keeps_as_many_sessions_as_trying_every_subset(a, b):
    b = b[:6]
    cuts = sorted({*a, *b})
    cuts = [cuts[0] - 1, *cuts]
    kept = max(sum(x <= cut for x in a) + sum(x > cut for x in b) for cut in cuts)
    found = sc.pand(a, b, improvement="increase")
    assert found.value == pytest.approx(kept / (len(a) + len(b)))


@given(WHOLE, WHOLE)
def test_piecewise_regression_is_least_squares(a, b):
    assume(len(a) + len(b) > 4)
    t = np.arange(len(a) + len(b))
    late = (t >= len(a)).astype(float)
    x = np.column_stack([np.ones(len(t)), t, late, late * (t - len(a))])
    expected = np.linalg.lstsq(x, np.array([*a, *b], dtype=float), rcond=None)[0]
    table = sc.piecewise_regression(a, b)
    assert table["term"].tolist() == ["(Intercept)", "mt", "phaseB", "interB"]
    assert table["estimate"].to_numpy() == pytest.approx(expected, abs=1e-8)


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=9), st.integers(-3, 3))
def test_a_trend_line_follows_an_added_trend(values, slope):
    for method in ("theil-sen", "least-squares"):
        flat = sc.trend_line(values, method=method)
        tilted = [x + slope * t for t, x in enumerate(values, 1)]
        assert sc.trend_line(tilted, method=method).slope == pytest.approx(flat.slope + slope)
