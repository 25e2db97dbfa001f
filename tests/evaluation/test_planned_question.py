"""What was planned is what is tested, and the report says where the two differ."""

import pandas as pd

from workbook.evaluation import html_board, lots
from workbook.measures.randomization import draw_starts
from workbook.words import word


def made(**question):
    plan = draw_starts(2, 16, min_baseline=4, min_treatment=4, scheme="starts", seed=4, **question)
    rows = [
        (case, t, "AB"[t >= start], 9 - 4 * (t >= start) + t * t % 3 / 2)
        for case, start in plan.lots.items()
        for t in range(1, 17)
    ]
    return plan, pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])


def test_the_effect_has_the_direction_of_the_outcome_and_is_read_against_the_plan():
    plan, frame = made(improvement="decrease", smallest_change=2)
    tests, notes = lots.tested(frame, plan, dict.fromkeys(plan.lots, -1))
    assert tests[0].result.high < -2
    assert [note.identifier for note in notes] == ["plan_question.beyond"]


def test_the_page_says_the_effect_with_the_interval_of_the_lots():
    plan, frame = made(improvement="decrease")
    test = lots.tested(frame, plan, dict.fromkeys(plan.lots, -1))[0][0]
    found = test.result
    ends = {"effect": found.effect, "low": found.low, "high": found.high, "percent": 95.0}
    assert word("evaluate", "test_effect", **ends) in html_board._test(test)


def test_another_direction_than_planned_is_said_and_the_planned_statistic_taken():
    plan, frame = made(improvement="increase", statistic="NAP")
    tests, notes = lots.tested(frame, plan, dict.fromkeys(plan.lots, -1))
    assert [note.identifier for note in notes] == ["plan_question.other_improvement"]
    assert 0 <= tests[0].result.observed <= 1


def test_another_outcome_than_planned_is_said_where_the_table_names_one():
    plan, frame = made(outcome="visits kept")
    ways = dict.fromkeys(plan.lots, -1)
    for called, told in (("Visits  kept", []), ("outcome", []), ("calls", ["other_outcome"])):
        notes = lots.tested(frame, plan, ways, called)[1]
        assert [note.name for note in notes] == told
