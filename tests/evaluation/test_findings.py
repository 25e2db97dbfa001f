"""What the report finds: the truth of invented tables, and limits said where there are limits."""

import math
from functools import partial

import pytest

from workbook.errors import WorkbookError
from workbook.evaluation import Question, evaluate, page, read_sessions
from workbook.evaluation.floors import least
from workbook.measures.randomization import draw_starts
from workbook.measures.single_case import nap, smd
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")

FOUR = "".join(
    f"n,{t},{('A1', 'B1', 'A2', 'B2')[(t - 1) // 4]},{t * 7 % 5}\n" for t in range(1, 17)
)


def value(report, index, case=None):
    rows = report.sizes[report.sizes["index"] == index]
    rows = rows if case is None else rows[rows["case"] == case]
    return rows.iloc[0]


def test_a_clear_change_reaches_the_smallest_p_that_its_lots_allow(invented):
    report = invented("clear_change")
    (test,) = report.tests
    assert test.result.p == test.result.smallest_p == pytest.approx(1 / 21)
    assert value(report, "nap")["value"] == 1
    assert value(report, "nap")["low"] < 0.9, "nine sessions never give certainty"
    assert report.design == "drawn_one"


def test_a_strong_trend_overlaps_little_and_yet_the_lots_find_nothing(invented):
    report = invented("strong_trend")
    (test,) = report.tests
    assert value(report, "nap")["value"] > 0.9
    assert test.result.p > 0.2
    assert value(report, "nap")["autocorrelation"] > 0.4
    assert report.limits["worker F"][0].identifier == "evaluate.drift"


def test_four_workers_are_tested_by_the_orders_that_were_in_the_lot(invented):
    report = invented("four_workers")
    (test,) = report.tests
    assert test.result.n_assignments == 24
    assert test.result.p == pytest.approx(1 / 24)
    assert report.design == "drawn_orders"
    pooled = report.pooled.set_index("index").loc["nap"]
    assert (pooled["count"], pooled["max"]) == (4, 1)
    assert pooled["min"] <= pooled["median"] <= pooled["max"]


def test_sizes_are_those_of_the_measures(table):
    found = evaluate(read_sessions(table()), Question("decrease"))
    a, b = [1, 2, 3, 0, 1], [2, 3, 0, 1, 2, 3]
    few = partial(smd, interval="t")  # the form that holds for few sessions
    for index, measure in (("nap", nap), ("smd", few)):
        expected = measure(a, b, improvement="decrease")
        row = value(found, index)
        assert row["value"] == pytest.approx(expected.value)
        assert row["low"] == pytest.approx(expected.low)


def test_each_case_may_have_its_own_way_and_goal(table):
    data = table() + table(case="south").split(b"\n", 1)[1]
    ways, goals = {"north": "increase", "south": "decrease"}, {"north": 5, "south": 0}
    found = evaluate(read_sessions(data), Question(ways, goals))
    both = [value(found, "nap", case)["value"] for case in ("north", "south")]
    assert sum(both) == pytest.approx(1)
    assert value(found, "pogo", "north")["value"] * value(found, "pogo", "south")["value"] < 0


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            Question({"north": "increase"}),
            word("evaluate", "no_option", option="improvement", case="south"),
        ),
        (
            Question("increase", {"north": 3}),
            word("evaluate", "no_option", option="goal", case="south"),
        ),
        (
            Question("increase", {"nroth": 3}),
            word("evaluate", "odd_option", case="nroth", option="goal"),
        ),
        (
            Question("increase", scale="proportion"),
            word("evaluate", "out_of_scale", rows="3, 4, 7, 8, 11", scale="proportion", top=1),
        ),
    ],
)
def test_a_question_that_does_not_fit_is_refused(table, question, said):
    data = table()
    if "south" in said or "nroth" in said:
        data += table(case="south").split(b"\n", 1)[1]
    with pytest.raises(WorkbookError) as caught:
        evaluate(read_sessions(data), question)
    assert caught.value.args[0] == said


def test_percent_change_is_only_for_scales_that_have_a_zero(table):
    def found(scale):
        return set(
            evaluate(read_sessions(table()), Question("increase", scale=scale)).sizes["index"]
        )

    assert "percent_change" in found("count")
    assert "percent_change" not in found("other")


def test_limits_name_gaps_short_phases_and_a_goal_behind(table):
    changes = {3: None, 4: "north,4,A,", 5: None}
    limits = evaluate(read_sessions(table(changes)), Question("increase", goal=-1)).limits["north"]
    assert limits[:3] == [
        word("evaluate", "no_row", sessions="3, 5"),
        word("evaluate", "no_value", sessions="4"),
        word("evaluate", "few", phase="A", n=2),
    ]
    assert limits[-1] == word("evaluate", "goal_behind", goal=-1)


def test_two_sessions_give_reasons_in_place_of_errors():
    found = evaluate(read_sessions(b"session,phase,outcome\n1,A,2\n2,B,3\n"), Question("increase"))
    assert value(found, "nap")["value"] == 1
    assert math.isnan(value(found, "nap")["se"])
    missing = found.sizes[found.sizes["value"].isna()]
    assert len(missing) > 0
    assert (missing["reason"] != "").all()


def test_a_case_without_phase_b_is_kept_with_a_reason(table):
    waiting = table(case="south").replace(b",B,", b",A,").split(b"\n", 1)[1]
    found = evaluate(read_sessions(table() + waiting), Question("increase"))
    assert math.isnan(value(found, "nap", "south")["value"])
    assert value(found, "nap", "south")["reason"]
    assert found.pooled["count"].max() == 1


def test_four_phases_are_compared_pair_by_pair_and_never_recommended():
    data = f"case,session,phase,outcome\n{FOUR}".encode()
    found = evaluate(read_sessions(data), Question("increase"))
    assert (found.design, found.tests) == ("four", [])
    assert found.sizes["case"].unique().tolist() == ["n (A1, B1)", "n (A2, B2)"]
    first = nap([2, 4, 1, 3], [0, 2, 4, 1], improvement="increase")
    assert value(found, "nap")["value"] == pytest.approx(first.value)


def staggered(starts, sessions=12):
    rows = [
        f"{case},{t},{'B' if t >= start else 'A'},{t % 3 + 2 * (t >= start)}"
        for case, start in starts.items()
        for t in range(1, sessions + 1)
    ]
    return ("case,session,phase,outcome\n" + "\n".join(rows) + "\n").encode()


@pytest.mark.parametrize(
    ("starts", "design"),
    [
        ({"a": 5}, "one"),
        ({"a": 5, "b": 5, "c": 5}, "several"),
        ({"a": 4, "b": 6, "c": 8}, "staggered"),
    ],
)
def test_without_a_plan_there_is_no_p_and_the_design_claims_less(starts, design):
    found = evaluate(read_sessions(staggered(starts)), Question("increase"))
    assert (found.design, found.tests) == (design, [])
    assert found.test_notes == [word("evaluate", "no_plan")]


def series(a, b):
    rows = [f"{n},{'A' if n <= len(a) else 'B'},{y}" for n, y in enumerate([*a, *b], 1)]
    return read_sessions(("session,phase,outcome\n" + "\n".join(rows)).encode())


def size(report, index):
    [row] = report.sizes[report.sizes["index"] == index].to_dict("records")
    return row


def test_two_baseline_sessions_give_no_standardized_difference():
    row = size(evaluate(series([2, 3], [3, 4]), Question("increase")), "smd")
    assert math.isnan(row["value"])
    assert row["reason"] == word("evaluate", "with_two")


def test_values_that_do_not_vary_give_no_interval_of_no_width():
    row = size(evaluate(series([2] * 5, [4] * 5), Question("increase", goal=4)), "pogo")
    assert row["value"] == 100
    assert math.isnan(row["low"]) and math.isnan(row["se"])
    assert row["reason"] == word("series_reasons", "no_width")


def test_no_percent_of_a_mean_of_zero():
    report = evaluate(series([0] * 5, [1, 2, 3, 2, 1]), Question("increase", scale="count"))
    row = size(report, "percent_change")
    assert math.isnan(row["value"])
    assert row["reason"] == word("evaluate", "zero")


@pytest.mark.parametrize(("a", "b"), [([3] * 6, [3] * 15), ([5] * 6, [1] * 15)])
def test_the_least_that_pand_and_ird_can_be_stands_beside_them(a, b):
    report = evaluate(series(a, b), Question("increase"))
    floor = least(6, 15)
    assert size(report, "pand")["value"] == pytest.approx(floor["pand_least"])
    assert size(report, "ird")["value"] == pytest.approx(floor["ird_least"])
    values = {"value": floor["pand_least"], "n_a": 6, "n_b": 15, **floor}
    assert word("evaluate", "says_pand", **values) in page(report, "2026-01-05")
    assert not {"pand", "ird"} & set(report.pooled["index"])


def test_percent_changes_of_two_directions_are_not_laid_side_by_side():
    rows = ["case,session,phase,outcome"]
    for case, y in (("n", 2), ("s", 8)):
        rows += [f"{case},{t},{'AB'[t > 5]},{y + t}" for t in range(1, 11)]
    sessions = read_sessions("\n".join(rows).encode())
    for way, there in (("increase", True), ({"n": "increase", "s": "decrease"}, False)):
        report = evaluate(sessions, Question(way, scale="count"))
        assert ("percent_change" in set(report.pooled["index"])) == there
        assert (word("evaluate", "pooled_turned") in page(report, "2026-01-05")) != there


@pytest.mark.slow
def test_very_many_lots_are_told_as_ways_and_never_as_nothing():
    plan = draw_starts(4, 30, min_baseline=6, min_treatment=6, scheme="starts", seed=1)
    rows = ["case,session,phase,outcome"]
    for case, start in plan.lots.items():
        rows += [f"{case},{t},{'AB'[t >= start]},{5 * (t >= start) + t % 2}" for t in range(1, 31)]
    report = evaluate(read_sessions("\n".join(rows).encode()), Question("increase", plan=plan))
    text = page(report, "2026-01-05")
    about = {"who": word("evaluate", "test_all"), "p": word("evaluate", "tiny")}
    assert word("evaluate", "test_p", **about, reached="1", n="130,321") in text
    assert "0.000" not in text[: text.index(word("evaluate", "pooled"))]


@pytest.mark.slow
def test_a_sample_of_lots_is_told_as_a_sample():
    plan = draw_starts(5, 40, min_baseline=6, min_treatment=6, scheme="starts", seed=1)
    rows = ["case,session,phase,outcome"]
    for case, start in plan.lots.items():
        rows += [f"{case},{t},{'AB'[t >= start]},{t % 7}" for t in range(1, 41)]
    report = evaluate(read_sessions("\n".join(rows).encode()), Question("increase", plan=plan))
    assert report.tests[0].result.sampled
    text = page(report, "2026-01-05")
    assert report.tests[0].result.reason in text
    assert word("evaluate", "test_p_drawn", who="{}", p="{}", reason="{}")[-60:] in text
