"""What cannot be computed with is refused in a sentence, whichever measure it is given to."""

import datetime
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.measures import randomization as rt
from workbook.measures import single_case as sc
from workbook.measures.agreement import compare_coders
from workbook.measures.paired import paired_effect_size
from workbook.words import word

DAY = datetime.date(2026, 1, 5)
ODD = [
    math.inf, 10**400, 1e200, DAY, pd.Timestamp(DAY), np.datetime64("2026-01-05", "ns"),
    datetime.timedelta(1), np.timedelta64(1, "D"), pd.Timedelta(1, "D"), pd.Period("2026-01"),
    datetime.time(9), [1], {}, "5", 1j,
]  # fmt: skip
INDICES = [
    sc.nap, sc.tau, sc.tau_bc, sc.tau_u, sc.pnd, sc.pem, sc.pand, sc.ird, sc.smd, sc.lrr, sc.lrm,
    sc.percent_change,
]  # fmt: skip


def table(**columns):
    rows = {"case": ["x"] * 6, "session": range(1, 7), "phase": list("AAABBB")}
    return pd.DataFrame({**rows, "outcome": [2, 3, 3, 5, 4, 6], **columns})


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
def test_an_outcome_that_is_no_amount_is_refused(odd):
    calls = [lambda index=index: index([1, odd, 2], [3, 4]) for index in INDICES]
    calls += [
        lambda: sc.pogo([1, odd, 2], [3, 4], goal=5),
        lambda: sc.piecewise_regression([1, odd, 2], [3, 4]),
        lambda: rt.start_point_test([1, 2, odd, 3, 4], 2, min_phase=1),
        lambda: rt.abab_test([1, 2, odd, 3, 4], [1, 2, 3], min_phase=1),
        lambda: rt.permutation_test([[1, 2, odd, 3, 4]], 2, improvement="increase"),
        lambda: paired_effect_size([1, odd, 2, 3], [2, 3, 4, 4]),
    ]
    for call in calls:
        if odd == "5" and call is calls[-1]:
            continue  # a text that is a number is one there
        with pytest.raises(WorkbookError) as error:
            call()
        assert len(str(error.value)) > 10


@pytest.mark.parametrize("odd", [o for o in ODD if o != "5"], ids=lambda odd: type(odd).__name__)
@pytest.mark.parametrize("column", ["outcome", "session"])
def test_a_table_too(odd, column):
    data = table(**{column: pd.Series([1, 2, odd, 4, 5, 6], dtype=object)})
    for call in (
        lambda: sc.effect_sizes(data, indices=["nap"], improvement="increase"),
        lambda: sc.phase_summary(data),
        lambda: sc.bc_smd(data),
        lambda: rt.multiple_baseline_test(data, scheme="starts", improvement="increase"),
    ):
        with pytest.raises(WorkbookError):
            call()


@pytest.mark.parametrize("column", ["outcome", "session"])
def test_a_column_of_dates_is_refused_by_its_rows(column):
    days = pd.date_range("2026-01-05", periods=6)
    for dates in (days, days - days[0], days.to_period("D"), days.strftime("%Y-%m-%d")):
        with pytest.raises(WorkbookError) as error:
            sc.phase_summary(table(**{column: dates}))
        assert error.value.args[0].values["rows"].startswith("1, 2, 3")


def test_columns_that_stand_twice_or_hold_lists_are_told():
    twice = pd.concat([table(), table()[["outcome"]]], axis=1)
    for data, name in ((twice, "two_columns"), (table(case=[[1]] * 6), "no_name")):
        with pytest.raises(WorkbookError) as error:
            sc.phase_summary(data)
        assert error.value.args[0].identifier == f"row_errors.{name}"


@pytest.mark.parametrize(
    "options",
    [
        {"goal": {"x": 9, "z": 1}}, {"goal": {}},
        {"improvement": {"x": "increase", "y": "increase"}},
        {"goal": 10**400}, {"goal": math.inf}, {"confidence": 1 - 1e-17}, {"confidence": 10**400},
        {"observation_length": 10**400}, {"interval": "wide"}, {"goal": True},
    ],
)  # fmt: skip
def test_options_that_name_no_case_or_no_number_are_told(options):
    with pytest.raises(WorkbookError):
        sc.effect_sizes(table(), indices=["pogo"], **{"improvement": "increase", **options})
    assert sc.pogo([1, 2], [3, 4], goal=np.int64(9)).value == sc.pogo([1, 2], [3, 4], goal=9).value


def lots(**starts):
    rows = [(c, t, "AB"[t >= s], (t * 7 + 3 * (c == "y")) % 5 + 2 * (t >= s))
            for c, s in (("x", 5), ("y", 8)) for t in range(1, 13)]  # fmt: skip
    data = pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])
    return rt.multiple_baseline_test(data, scheme="starts", improvement="increase", **starts)


def test_the_order_in_which_cases_are_written_decides_nothing():
    one = lots(starts={"x": [4, 5, 6, 7], "y": [5, 8]})
    assert (
        one == lots(starts={"y": [5, 8], "x": [4, 5, 6, 7]}) == lots(starts=[[4, 5, 6, 7], [5, 8]])
    )
    assert one.n_assignments == 8
    for wrong in ({"x": [5]}, {"x": [5], "y": [8], "z": [9]}, {"x": [5], "Y": [8]}):
        with pytest.raises(WorkbookError):
            lots(starts=wrong)


@pytest.mark.parametrize("starts", [5, ["a", "b"], [[5], ["x"]], [[5], [DAY]], [[5], [math.inf]]])
def test_starts_that_are_no_sessions_are_told(starts):
    with pytest.raises(WorkbookError):
        lots(starts=starts)


@pytest.mark.parametrize(
    "call",
    [
        lambda: rt.permutation_test([[1, 2, 3]], 1, improvement="increase", permutations=0),
        lambda: rt.permutation_test([[1, 2, 3]], 1, improvement="increase", permutations=2.5),
        lambda: rt.permutation_test([[1, 2, 3]], 1, improvement="increase", seed=-1),
        lambda: rt.permutation_test([[1, 2, 3]], 1.5, improvement="increase"),
        lambda: rt.start_point_test(range(9), 10**400),
        lambda: lots(min_phase=-3),
        lambda: lots(min_phase=0),
        lambda: lots(min_phase=10**400),
        lambda: lots(seed=-1),
        lambda: rt.abab_test(range(20), 5),
        lambda: rt.abab_test(range(20), [5, 10]),
        lambda: rt.abab_test(range(20), [5, 10, "x"]),
        lambda: rt.design("north", 20, min_baseline=5, min_treatment=5, scheme="starts"),
    ],
)
def test_numbers_of_lots_that_cannot_be_are_told(call):
    try:
        found = call()
    except WorkbookError as error:
        assert len(str(error)) > 10
    else:
        assert math.isnan(found.p) and found.reason


SERIES = st.tuples(*[st.lists(st.integers(0, 9), min_size=3, max_size=8)] * 2)


@given(SERIES, st.sampled_from([1e-10, 0.1, 3.0, 1e8]), st.sampled_from([0.0, 0.7, -5e6, 1e6]))
def test_another_unit_or_a_constant_changes_no_rank(series, unit, constant):
    a, b = series
    for index in (sc.nap, sc.tau, sc.tau_bc, sc.tau_u, sc.pnd, sc.pem, sc.pand, sc.ird):
        scaled = index([x * unit for x in a], [x * unit for x in b])
        moved = index([x / 10 + constant for x in a], [x / 10 + constant for x in b])
        plain = index(a, b)
        assert scaled.value == pytest.approx(plain.value, nan_ok=True)
        if index is not sc.pem:  # the middle of two moved values is rounded
            assert moved.value == pytest.approx(plain.value, nan_ok=True)


@given(SERIES, st.sampled_from([1e-10, 0.1, 1e8]), st.sampled_from([0.0, 1e3]))
def test_another_unit_changes_no_standardized_difference(series, unit, constant):
    a, b = ([x / 8 for x in part] for part in series)
    plain = sc.smd(a, b)
    other = sc.smd([(x + constant) * unit for x in a], [(x + constant) * unit for x in b])
    assert other.reason == plain.reason
    assert other.value == pytest.approx(plain.value, rel=1e-6, abs=1e-9, nan_ok=True)


def test_flat_but_for_rounding_is_flat():
    for a in ([0.1 + 0.2, 0.3, 0.3], [1.1 * 3, 3.3, 3.3000000000000003]):
        found = sc.smd(a, [5, 6, 7])
        assert math.isnan(found.value) and found.reason == word("series_reasons", "flat_baseline")
        assert math.isnan(sc.smd(a, a, std="pooled").value)
        assert math.isnan(sc.nap(a, a).autocorrelation)


@pytest.mark.parametrize(
    "call",
    [
        lambda: sc.lrr([5, 5, 5], [7, 7, 7]),
        lambda: sc.percent_change([5, 5, 5], [7, 7, 7]),
        lambda: sc.pogo([5, 5, 5], [7, 7, 7], goal=9),
        lambda: sc.lor([0.5] * 3, [0.7] * 3, scale="proportion"),
        lambda: sc.lrm([5, 5, 5], [7, 7, 7]),
    ],
)
def test_an_interval_without_width_is_not_given(call):
    found = call()
    assert math.isfinite(found.value) and math.isnan(found.low) and math.isnan(found.high)
    assert found.reason


def test_sessions_that_are_not_neighbours_have_no_autocorrelation():
    rows = table(session=[1, 3, 5, 7, 9, 11])
    summary = sc.phase_summary(rows)["autocorrelation"]
    found = sc.effect_sizes(rows, indices=["nap"], improvement="increase")
    assert summary.isna().all() and found["autocorrelation"].isna().all()
    assert found["reason"][0] == word("series_reasons", "no_neighbors")


@pytest.mark.parametrize("form", ["increasing", "decreasing"])
@pytest.mark.parametrize("improvement", ["increase", "decrease"])
def test_a_halving_is_a_halving_whatever_is_hoped_for(form, improvement):
    found = sc.percent_change([10, 12, 10, 12], [5, 6, 5, 6], form=form, improvement=improvement,
                              scale="count", corrected=False)  # fmt: skip
    assert found.value == pytest.approx(-50) and found.low < -50 < found.high


def test_the_error_of_pogo_is_that_of_simulated_series():
    rng = np.random.default_rng(3)
    y = rng.normal(5, 1, (4000, 30))
    y[:, 10:] += 4
    rows = {
        "case": np.repeat(np.arange(4000), 30), "session": np.tile(np.arange(30), 4000),
        "phase": np.tile(["A"] * 10 + ["B"] * 20, 4000), "outcome": y.ravel(),
    }  # fmt: skip
    found = sc.effect_sizes(pd.DataFrame(rows), indices=["pogo"], improvement="increase", goal=9)
    assert found["se"].mean() == pytest.approx(found["value"].std(), rel=0.05)


@pytest.mark.parametrize("odd", [None, 5, [["a"], ["b"]]], ids=str)
def test_what_is_no_list_of_codes_or_numbers_is_refused(odd):
    for call in (lambda: compare_coders([["a", "b"], odd]), lambda: paired_effect_size([1], odd)):
        with pytest.raises(WorkbookError):
            call()


@pytest.mark.parametrize("phases", [([1e-300, 2e-300], [3, 4]), ([3, 4], [1e-300, 2e-300])])
def test_a_ratio_of_values_whose_squares_are_nothing_is_withheld_with_its_reason(phases):
    found = sc.lrr(*phases)
    assert math.isnan(found.value)
    assert found.reason == word("series_reasons", "tiny")
