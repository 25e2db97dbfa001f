"""What the indices say when there is no number, and what a person's mistake is told."""

import math
import subprocess
import sys

import pandas as pd
import pytest
from long_tables import sizes, table

from workbook.errors import WorkbookError
from workbook.measures import single_case as sc
from workbook.words import word


def test_complete_separation_never_gives_a_sure_interval():
    found = sc.nap([12, 13, 15], [5, 4, 5, 3, 8, 2, 11], improvement="decrease")
    assert (found.value, round(found.low, 3), found.high) == (1, 0.6, 1)
    found = sc.nap(range(9), range(20, 33), improvement="increase")
    assert round(found.low, 3) == 0.812


def test_no_spread_in_the_baseline_is_said_in_words():
    found = sc.smd([4, 4, 4], [5, 6, 7], improvement="increase")
    assert math.isnan(found.value) and math.isnan(found.low)
    assert found.reason == word("series_reasons", "flat_baseline")
    thirds = sc.smd([0.1, 0.1, 0.1], [5, 6, 7], improvement="increase")
    assert thirds.reason == found.reason  # although their mean is not 0.1 in binary


def test_two_baseline_sessions_make_the_corrected_smd_say_nothing_and_it_says_so():
    found = sc.smd([5, 6], [9, 9], improvement="increase")
    assert found.value == 0
    assert found.reason == word("series_reasons", "canceled")
    assert sc.smd([5, 6], [9, 9], improvement="increase", corrected=False).value > 4


def test_one_session_in_a_phase_has_a_value_without_an_error():
    found = sc.nap([4], [5, 3, 6], improvement="increase")
    assert math.isnan(found.se) and not math.isnan(found.low)
    assert found.reason == word("series_reasons", "no_error")
    assert not math.isnan(sc.nap([4], [5, 3, 6], improvement="increase", se="Hanley").se)


@pytest.mark.parametrize("b", [[], [None, math.nan]])
def test_one_phase_only_is_said(b):
    for index in (sc.nap, sc.tau_bc, sc.pnd, sc.smd, sc.lrm):
        found = index([1, 2, 3], b, improvement="increase")
        assert math.isnan(found.value) and found.n_b == 0
        assert found.reason == word("series_reasons", "empty")


def test_missing_sessions_keep_their_numbers():
    with_gap = sc.tau_bc([1, None, 3], [4, 5], improvement="increase")
    closed = sc.tau_bc([1, 3], [4, 5], improvement="increase")
    assert with_gap.value == 0  # all on one line
    assert closed.value != 0
    assert sc.trend_line([1, None, 3]).slope == 1
    given = table(session=[1, 3, 4, 5], outcome=[1, 3, 4, 5])
    assert sizes(given, indices=["tau_bc"])["value"].tolist() == [0]


def test_exact_ties_after_detrending_stay_ties():
    found = sc.tau_bc([0.1, 0.2, 0.3], [0.4, 0.5, 0.6], improvement="increase")
    assert found.value == 0
    assert found.reason == word("series_reasons", "no_interval_trend")


def test_shaky_indices_carry_a_warning():
    a, b = [20, 30, 40], [60, 70, 80]
    assert sc.tau_u(a, b).reason == word("series_reasons", "named", form="parker")
    odds = sc.lor(a, b, scale="percentage")
    assert odds.reason == word("series_reasons", "odds_with_care")
    assert sc.lrm(a, b).reason == word("series_reasons", "medians_with_care")
    assert sc.lor(a, b, scale="count").reason == word("series_reasons", "no_odds")


def test_ratios_need_values_that_have_one():
    below = sc.lrr([-1, 2], [3, 4])
    assert below.reason.identifier == "series_reasons.below_0"
    above = sc.lrr([1, 2], [3, 101], scale="percentage")
    assert above.reason == word("series_reasons", "outside", top=100.0)
    assert sc.lrr([0, 0], [3, 4]).reason == word("series_reasons", "zero")
    seen = sc.lrr([0, 0], [3, 4], improvement="increase", scale="count")
    assert seen.value > 2  # a count of 0 still is less than what a session can show


def test_percent_change_is_the_ratio_in_percent():
    log = sc.lrr([4, 6, 5], [9, 11, 10], improvement="increase")
    percent = sc.percent_change([4, 6, 5], [9, 11, 10], improvement="increase")
    assert percent.value == pytest.approx(100 * (math.exp(log.value) - 1))
    assert percent.high == pytest.approx(100 * (math.exp(log.high) - 1))
    halved = sc.percent_change([10, 10, 10], [5, 5, 5], improvement="decrease")
    assert halved.value == pytest.approx(-50)


def test_the_goal_may_be_reached_already():
    found = sc.pogo([3, 5], [6, 7], goal=4)
    assert math.isnan(found.value) and found.reason == word("series_reasons", "at_the_goal")


def test_every_error_has_the_likeness_of_neighbours_beside_it():
    waves = sc.nap([1, 1, 5, 5, 1, 1, 5, 5], [6, 6, 9, 9], improvement="increase")
    zigzag = sc.nap([1, 5, 1, 5, 1, 5, 1, 5], [6, 9, 6, 9], improvement="increase")
    assert waves.autocorrelation == pytest.approx((0 + 0 + 3 * 4 - 3 * 4 + 4 + 2.25) / 41)
    assert zigzag.autocorrelation == pytest.approx((-7 * 4 - 3 * 2.25) / 41)
    assert math.isnan(sc.nap([1, 1], [2, 2], improvement="increase").autocorrelation)
    assert "autocorrelation" in sizes(table()).columns


@pytest.mark.parametrize(
    ("call", "identifier", "values"),
    [
        (lambda: sc.nap("abc", [1]), "series_errors.no_list", {}),
        (lambda: sc.nap(3, [1]), "series_errors.no_list", {}),
        (lambda: sc.nap([1, "2"], [1]), "series_errors.no_number", {"session": 2, "given": "'2'"}),
        (lambda: sc.nap([1], [math.inf]), "series_errors.too_large", {"session": 1}),
        (lambda: sc.smd([1, 2e300], [1.0]), "series_errors.too_large", {"session": 2}),
        (lambda: sc.nap([1], [2], improvement="up"), "option_errors.unknown",
         {"what": "improvement", "given": "'up'", "known": "increase, decrease"}),
        (lambda: sc.nap([1], [2], se="wald"), "option_errors.unknown",
         {"what": "se", "known": "unbiased, Hanley, null"}),
        (lambda: sc.nap([1], [2], confidence=95), "option_errors.confidence", {}),
        (lambda: sc.smd([1], [2], scale="count"), "option_errors.unknown",
         {"what": "option", "given": "'scale'"}),
        (lambda: sc.pogo([1], [2], goal="ten"), "option_errors.goal", {}),
        (lambda: sc.pogo([1], [2], goal=None), "option_errors.no_goal", {}),
        (lambda: sizes(table(), indices=["nape"]), "option_errors.unknown",
         {"what": "index", "given": "'nape'"}),
        (lambda: sizes(table(), improvement={"y": "increase"}), "option_errors.no_value",
         {"what": "improvement", "case": "x"}),
        (lambda: sizes(table(), indices=["pogo"]), "option_errors.no_goal", {}),
        (lambda: sizes(table().drop(columns="phase")), "row_errors.no_column",
         {"columns": "phase"}),
        (lambda: sizes(table().iloc[:0]), "row_errors.no_rows", {}),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_a_sentence(call, identifier, values):
    said = refused(call)
    assert said.identifier == identifier
    assert said.values.items() >= values.items()


def refused(call):
    with pytest.raises(WorkbookError) as error:
        call()
    return error.value.args[0]


def test_a_mistake_in_a_phase_is_told_with_its_name():
    assert refused(lambda: sc.nap([1], ["2"])).values["name"] == word(
        "series_errors", "the_phase_b"
    )
    assert refused(lambda: sc.nap(["2"], [1])).values["name"] == word(
        "series_errors", "the_phase_a"
    )


@pytest.mark.parametrize(
    ("columns", "name", "row"),
    [
        ({"outcome": [1, "two", 3, 4]}, "row_text_outcome", "2"),
        ({"outcome": [1, 2, 3, -1e300]}, "row_large_outcome", "4"),
        ({"session": ["1", "x", "3", "4"]}, "row_text_session", "2"),
        ({"session": [1, 2, 3, math.inf]}, "row_large_session", "4"),
        ({"session": [1, None, 3, 4]}, "row_no_session", "2"),
        ({"session": [1, 2, 3, 3]}, "row_repeated", "4"),
        ({"phase": list("AACB")}, "row_other_phase", "3"),
        ({"phase": ["A", None, "B", "B"]}, "row_other_phase", "2"),
        ({"phase": list("ABAB")}, "row_a_after_b", "3"),
        ({"case": ["x", None, "x", "x"]}, "row_no_case", "2"),
    ],
)
def test_a_row_that_cannot_be_read_is_told(columns, name, row):
    assert refused(lambda: sizes(table(**columns))) == word("row_errors", name, rows=row)


def test_of_many_rows_that_cannot_be_read_the_first_five_are_told():
    data = pd.concat([table(case=[None] * 4), table(case=[None] * 4)])
    rows = word("row_errors", "and_more", rows="1, 2, 3, 4, 5")
    assert refused(lambda: sizes(data)) == word("row_errors", "row_no_case", rows=rows)


def test_a_case_with_one_phase_is_a_row_with_a_reason_among_the_others():
    more = pd.DataFrame({"case": ["y"] * 2, "session": [1, 2], "phase": ["A", "A"], "outcome": 1})
    found = sizes(pd.concat([table(), more]), indices=["nap", "pogo"], goal={"x": 9, "y": 9})
    assert found["case"].tolist() == ["x", "x", "y", "y"]
    assert found["value"].isna().tolist() == [False, False, True, True]


def test_each_case_may_have_its_own_goal_and_direction():
    both = pd.concat([table(), table(case=["y"] * 4, outcome=[9, 9, 4, 3])])
    ways = {"x": "increase", "y": "decrease"}
    found = sizes(both, indices=["nap", "pogo"], improvement=ways, goal={"x": 10, "y": 2})
    assert found["value"].tolist() == pytest.approx([0.875, 20, 1, 550 / 7])


def test_each_phase_is_described():
    data = table(session=[1, 2, 4, 5], outcome=[2, 3, None, 5])
    found = sc.phase_summary(data).set_index("phase")
    middle = found.loc["A", ["n", "missing", "mean", "median", "slope"]]
    assert middle.tolist() == [
        2,
        0,
        2.5,
        2.5,
        1,
    ]
    assert found.loc["B", ["n", "missing", "mean", "low", "high"]].tolist() == [1, 1, 5, 5, 5]
    assert math.isnan(found.loc["B", "sd"]) and math.isnan(found.loc["B", "slope"])
    line = found.loc["A", ["steady_slope", "steady_intercept"]].tolist()
    assert line == [1, 1]


def test_more_is_better_unless_said_otherwise():
    pair = ([1, 2, 2], [2, 4, 5])
    for index in (sc.nap, sc.tau, sc.tau_bc, sc.pnd, sc.pem, sc.pand, sc.ird):
        assert index(*pair).value == index(*pair, improvement="increase").value


def test_a_regression_without_room_for_error_says_so():
    whole = sc.piecewise_regression([2, 3, 4, 3], [6, 7, 7, 9])
    assert [*whole.columns] == ["term", "estimate", "se", "t", "p"]
    assert whole.attrs["reason"] == ""
    exact = sc.piecewise_regression([1, 2, 3], [5, 6, 7])
    assert exact["estimate"].tolist() == pytest.approx([1, 1, 1, 0], abs=1e-12)
    assert exact["se"].isna().all()
    assert exact.attrs["reason"] == word("series_reasons", "exact_lines")
    short = sc.piecewise_regression([1], [5, 6, 7])
    assert short["estimate"].isna().all()
    assert short.attrs["reason"] == word("series_reasons", "few_for_lines")


def test_pandas_own_missing_value_is_missing():
    given = pd.Series([1, None, 3], dtype="Int64")
    assert sc.nap(given, [4], improvement="increase").n_a == 2


@pytest.mark.parametrize("light", ["agreement", "paired", "result", "talk"])
def test_measures_that_need_no_library_load_none(light):
    code = f"import sys, workbook.measures.{light}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_one_baseline_session_is_told_as_no_trend_and_not_as_no_session():
    found = sc.tau_bc([1], [2])
    assert math.isnan(found.value)
    assert found.reason == word("series_reasons", "short_baseline")


def test_the_two_lines_through_a_phase_by_hand():
    # slopes of all pairs of 2, 3, 5, 3: 1, 1.5, 1/3, 2, 0, -2; their middle is 2/3, and that of
    # the outcomes less the line is 1.5
    found = sc.phase_summary(table(session=[1, 2, 3, 4], phase=list("AAAA"), outcome=[2, 3, 5, 3]))
    line = found.loc[0, ["steady_slope", "steady_intercept"]].tolist()
    assert line == pytest.approx([2 / 3, 1.5])
    # least squares of 1, 3, 2, 6 on 1 to 4: 7 / 5, through the mean 3 at session 2.5
    line = sc.trend_line([1, 3, 2, 6], method="least-squares")
    assert (line.slope, line.intercept) == pytest.approx((1.4, 3 - 1.4 * 2.5))
