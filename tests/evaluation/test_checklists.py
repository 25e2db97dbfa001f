"""The checklists: every item is there, and only what the data tell is filled in."""

from workbook.evaluation import Question, evaluate, read_sessions
from workbook.evaluation.checklists import SCRIBE, WWC, filled
from workbook.words import word

UNTOLD = word("evaluate_checks", "untold")


def told(report, name):
    return {item.split(". ")[0]: said for item, _, said in filled(report, name)}


def test_all_items_of_scribe_are_there_in_order(invented):
    rows = filled(invented("four_workers"), "scribe")
    assert [row[0].split(".")[0] for row in rows] == [f"{n}" for n in range(1, 27)]
    untold = {n for n, row in enumerate(rows, 1) if row[2] == UNTOLD}
    assert untold == set(range(1, 27)) - set(SCRIBE)
    assert {9, 11, 13, 16, 17, 21, 26} <= untold, "a table of numbers does not tell these"


def test_the_lots_are_told_only_where_they_were_kept_to(invented, plan_of, table):
    assert told(invented("four_workers"), "scribe")["8"].values["chosen"].name == "chosen_lot"
    alone = evaluate(read_sessions(table()), Question("increase"))
    assert told(alone, "scribe")["8"].values["chosen"].name == "chosen_unknown"
    plan = plan_of("clear_change")
    moved = read_sessions(table(case="worker E"))
    off = evaluate(moved, Question("increase", plan=plan))
    assert not off.tests
    assert told(off, "scribe")["8"].values["chosen"].name == "chosen_off"


def test_sessions_are_counted_against_what_the_standards_ask_for(table):
    rows = filled(evaluate(read_sessions(table()), Question("increase")), "wwc")
    assert len(rows) == len(WWC)
    said = {row[2].name: row[2].values for row in rows}
    assert said["seen_first"]["least"] == 5
    assert (said["seen_first"]["six"], said["seen_first"]["three"]) == (1, 0)
    assert said["seen_later"]["five"] == 0
    assert said["seen_times"]["n"] == 1
    assert "seen_alone" in said
    assert sum(row[2] == UNTOLD for row in rows) == 2


def test_starts_that_do_not_lie_side_by_side_are_told():
    rows = [
        f"{case},{t + first},{'AB'[t > 3]},{t}"
        for case, first in (("a", 0), ("b", 10), ("c", 20))
        for t in range(1, 7)
    ]
    data = ("case,session,phase,outcome\n" + "\n".join(rows)).encode()
    found = filled(evaluate(read_sessions(data), Question("increase")), "wwc")
    assert "seen_apart" in [row[2].name for row in found]


def test_a_case_without_sessions_before_has_no_start_and_a_short_one_is_not_repeated():
    rows = b"case,session,phase,outcome\nx,1,A,2\nx,2,A,3\nx,3,B,3\nx,4,B,5\ny,1,B,4\ny,2,B,4\n"
    said = told(evaluate(read_sessions(rows), Question("increase")), "scribe")
    assert said["7"].name == "told_7_none"
    assert said["5"].values["starts"] == "3"
