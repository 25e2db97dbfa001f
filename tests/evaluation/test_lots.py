"""A p only for lots that were kept to, from the plan's own list of what could have been drawn."""

import dataclasses

import pytest

from workbook.errors import WorkbookError
from workbook.evaluation import Question, evaluate, read_sessions
from workbook.measures.randomization import draw_starts, start_point_test
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")


def table(plan, move=0, last=None, names=None, outcome=lambda t, after: t % 3 + 2 * after):
    rows = []
    for case, start in plan.lots.items():
        for t in range(1, (last or plan.design.sessions) + 1):
            after = t >= start + move
            name = (names or {}).get(case, case)
            rows.append(f"{name},{t},{'B' if after else 'A'},{outcome(t, after)}")
    return read_sessions(("case,session,phase,outcome\n" + "\n".join(rows)).encode())


@pytest.fixture
def plan():
    return draw_starts(
        ["a", "b", "c"], 16, min_baseline=4, min_treatment=4, scheme="starts", seed=11
    )


def test_own_starts_give_a_p_for_all_and_for_each(plan):
    found = evaluate(table(plan), Question("increase", plan=plan))
    assert [test.case for test in found.tests] == ["", "a", "b", "c"]
    everyone, first = found.tests[0].result, found.tests[1].result
    assert everyone.n_assignments == first.n_assignments**3 == 9**3
    outcome = [t % 3 + 2 * (t >= plan.lots["a"]) for t in range(1, 17)]
    alone = start_point_test(outcome, plan.lots["a"] - 1, min_phase=4)
    assert first.p == pytest.approx(alone.p)
    assert found.design == "drawn_starts"


def test_a_start_beside_its_lot_gives_no_p(plan):
    found = evaluate(table(plan, move=1), Question("increase", plan=plan))
    assert found.tests == []
    first, lot = found.test_notes[0], plan.lots["a"]
    assert first == word("evaluate", "astray", case="a", lot=lot, began=lot + 1)
    assert found.test_notes[-1] == word("evaluate", "no_p")
    assert not found.design.startswith("drawn")


def test_data_that_end_before_a_lot_did_not_break_it(plan):
    lot = max(plan.lots.values())
    found = evaluate(table(plan, last=lot - 1), Question("increase", plan=plan))
    late = next(name for name, start in plan.lots.items() if start == lot)
    assert found.tests == []
    assert word("evaluate", "ended", case=late, lot=lot) in found.test_notes


def test_a_plan_that_was_changed_gives_no_p(plan):
    lots = {**plan.lots, "a": plan.lots["a"] % 12 + 1}
    forged = dataclasses.replace(plan, lots=lots)
    found = evaluate(table(forged), Question("increase", plan=forged))
    assert found.tests == []
    assert found.test_notes[0] == word("evaluate", "plan_changed")


def test_a_plan_of_other_cases_is_refused(plan):
    with pytest.raises(WorkbookError) as caught:
        evaluate(table(plan, names={"a": "A"}), Question("increase", plan=plan))
    assert caught.value.args[0] == word("evaluate", "other_cases", cases="A, a")


def test_an_early_end_is_told(plan):
    found = evaluate(table(plan, last=15), Question("increase", plan=plan))
    assert found.test_notes[0] == word("evaluate", "short", planned=16, cases="a, b, c")


def test_a_session_without_a_row_does_not_move_the_start(plan):
    sessions = table(plan)
    at = sessions.columns["session"] != plan.lots["a"]
    gap = sessions._replace(columns={name: each[at] for name, each in sessions.columns.items()})
    found = evaluate(gap, Question("increase", plan=plan))
    assert len(found.tests) == 4


def test_mixed_ways_are_turned_for_the_test(plan):
    down = table(plan, outcome=lambda t, after: -(t % 3) - 2 * after)
    up, fell = (evaluate(each, Question(way, plan=plan)).tests[0].result.p
                for each, way in ((table(plan), "increase"), (down, "decrease")))  # fmt: skip
    assert up == fell
    ways = {"a": "increase", "b": "increase", "c": "decrease"}
    mixed = evaluate(table(plan), Question(ways, plan=plan))
    assert word("evaluate", "turned") in mixed.test_notes
    assert mixed.tests[0].result.p > up
