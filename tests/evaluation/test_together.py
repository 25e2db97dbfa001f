"""One number for all cases in the report: given, withheld with its reason, and never hidden."""

import json
import math

import pandas as pd
import pytest

from workbook.evaluation import Question, as_json, evaluate, page, read_sessions
from workbook.evaluation.pictures import case_chart
from workbook.measures.single_case import bc_smd
from workbook.readings.describe import number
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")

STARTS = {"n": 5, "s": 7, "e": 9, "w": 11}


def table(starts=STARTS, last=15, shift=3.0):
    rows = [
        f"{case},{t},{'AB'[t >= start]},{start + shift * (t >= start) + t * t % 5 / 2}"
        for case, start in starts.items()
        for t in range(1, last + 1)
    ]
    return read_sessions("\n".join(["case,session,phase,outcome", *rows]).encode())


def between(report):
    return {row["name"]: row for row in as_json(report)["numbers"] if row["part"] == "between"}


@pytest.mark.parametrize(("way", "sign"), [("increase", 1), ("decrease", -1)])
def test_it_is_the_measure_of_the_sessions(way, sign):
    report = evaluate(table(), Question(way))
    found = between(report)["bc_smd"]
    assert found["value"] == report.between.value
    assert found["value"] * sign > 0
    assert found["low"] < found["value"] < found["high"]
    assert report.between.cases == len(STARTS)


def test_the_page_says_it_with_its_interval_and_what_it_takes_for_granted():
    report = evaluate(table(), Question("increase"))
    html = page(report, "today")
    assert "BC-SMD" in html
    assert word("evaluate", "between_about", alike=number(report.between.autocorrelation),
                between=number(report.between.between)) in html  # fmt: skip


@pytest.mark.parametrize(
    ("starts", "question", "reason"),
    [
        ({"n": 5, "s": 7}, Question("increase"), "bc_few"),
        (STARTS, Question({"n": "increase", "s": "decrease", "e": "increase", "w": "increase"}),
         "bc_turned"),
    ],
)  # fmt: skip
def test_where_there_can_be_none_the_reason_stands_in_its_place(starts, question, reason):
    report = evaluate(table(starts), question)
    assert math.isnan(report.between.value)
    assert report.between.reason.name == reason
    said = word("evaluate", "between_none", reason=report.between.reason)
    assert said in page(report, "today")
    assert between(report)["bc_smd"]["note"] == report.between.reason
    assert json.loads(json.dumps(as_json(report)["numbers"]))


def test_one_case_has_nothing_to_put_together():
    report = evaluate(table({"n": 5}), Question("increase"))
    assert report.between is None
    assert between(report) == {}


def test_long_cases_are_not_compared_pair_by_pair():
    rows = [(c, t, "AB"[t > 700], c + t % 3) for c in range(3) for t in range(1, 1402)]
    data = pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])
    assert bc_smd(data).reason.name == "bc_long"


def test_a_follow_up_has_no_average_in_the_sentence_of_its_picture():
    rows = "\n".join(f"{t},{'A' if t < 6 else 'B' if t < 11 else 'follow-up'},{t % 3}"
                     for t in range(1, 13))  # fmt: skip
    report = evaluate(read_sessions(f"session,phase,outcome\n{rows}".encode()),
                      Question("increase"))  # fmt: skip
    said = case_chart(report, "case 1").sentence
    assert word("evaluate", "said_phase_apart", phase="F", n=2) in said
    assert word("evaluate", "no_value_cell") not in said
