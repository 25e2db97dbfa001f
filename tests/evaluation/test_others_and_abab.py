"""Lots of A, B, A, B, and the numbers that other people's reports use."""

import html
import math

import pytest

from workbook.errors import WorkbookError
from workbook.evaluation import Question, as_json, evaluate, page, read_sessions
from workbook.evaluation.others import PERMUTATIONS, TERMS
from workbook.measures.randomization import abab_test, permutation_test
from workbook.measures.single_case import lor, lrm, piecewise_regression, tau_u
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")

A1, B1, A2, B2 = [2, 3, 2, 3], [6, 7, 6, 8], [3, 2, 4, 3], [7, 8, 8, 9]
SERIES = [*A1, *B1, *A2, *B2]


def rows_of(series, phases, case="n", first=1):
    return [
        f"{case},{n},{p},{y}" for n, (p, y) in enumerate(zip(phases, series, strict=True), first)
    ]


def sessions(*rows):
    return read_sessions("\n".join(["case,session,phase,outcome", *rows]).encode())


FOUR = rows_of(SERIES, "AAAABBBBAAAABBBB")


def test_the_lots_of_four_phases_are_tested_case_by_case():
    turned = rows_of([10 - y for y in SERIES], "AAAABBBBAAAABBBB", "m", first=5)
    way = {"n": "increase", "m": "decrease"}
    found = evaluate(sessions(*FOUR, *turned), Question(way, drawn_phases=3))
    by_hand = abab_test(SERIES, [4, 8, 12], min_phase=3)
    assert {test.case: test.result.p for test in found.tests} == {"n": by_hand.p, "m": by_hand.p}
    assert word("evaluate", "drawn_told", least=3) in found.test_notes
    text = html.unescape(page(found, "2026-01-05"))
    assert word("evaluate", "test_each") in text and word("evaluate", "test_many") not in text


def test_a_session_that_is_missing_keeps_its_place():
    gap = [row for row in FOUR if not row.startswith("n,6,")]
    by_hand = abab_test([*SERIES[:5], None, *SERIES[6:]], [4, 8, 12], min_phase=3)
    [test] = evaluate(sessions(*gap), Question("increase", drawn_phases=3)).tests
    assert test.result.p == by_hand.p


def test_what_was_not_said_to_be_drawn_has_no_p_and_the_way_to_say_it():
    found = evaluate(sessions(*FOUR), Question("increase"))
    assert not found.tests and found.test_notes == [word("evaluate", "no_p_four")]


def test_lots_of_four_phases_where_there_are_two_are_refused():
    two = sessions(*rows_of([*A1, *B1], "AAAABBBB"))
    with pytest.raises(WorkbookError, match="--drawn-phases"):
        evaluate(two, Question("increase", drawn_phases=3))


def test_the_numbers_of_other_reports_are_those_of_the_measures():
    low, high = [20, 30, 25, 40, 30], [50, 60, 55, 70, 80]
    found = evaluate(sessions(*rows_of([*low, *high], "AAAAABBBBB")),
                     Question("increase", scale="percentage"))  # fmt: skip
    values = found.others.sizes.set_index("index")["value"]
    assert values["tau_u"] == tau_u(low, high).value
    assert values["lrm"] == lrm(low, high).value
    assert values["lor"] == lor(low, high, scale="percentage").value
    expected = piecewise_regression(low, high)["estimate"].tolist()
    rows = {row["name"]: row["value"] for row in as_json(found)["numbers"] if row["part"] == "line"}
    assert [rows[f"line_{term}"] for term in TERMS] == expected
    text = html.unescape(page(found, "2026-01-05"))
    assert word("evaluate", "others") in text and word("evaluate", "name_lor") in text


def test_only_shares_have_odds_and_lines_that_cannot_be_say_why():
    found = evaluate(sessions(*rows_of([1, 2, 3], "ABB")), Question("increase"))
    assert "lor" not in set(found.others.sizes["index"])
    reason = found.others.lines["n"].attrs["reason"]
    assert reason and html.escape(reason, quote=False) in html.unescape(page(found, "2026-01-05"))


def test_a_permutation_test_stands_apart_and_says_when_it_would_hold():
    series = [2, 3, None, 3, 6, 7, 6, 8]
    rows = [f"n,{n},{'AB'[n > 4]},{'' if y is None else y}" for n, y in enumerate(series, 1)]
    found = evaluate(sessions(*rows), Question("increase"))
    by_hand = permutation_test([[2, 3, 3, 6, 7, 6, 8]], 3, improvement="increase",
                               permutations=PERMUTATIONS)  # fmt: skip
    assert found.others.dealt == {"n": by_hand.p[0]}
    about = {"label": "n", "p": f"{by_hand.p[0]:.3f}", "n": f"{PERMUTATIONS:,}"}
    assert word("evaluate", "dealt", **about) in html.unescape(page(found, "2026-01-05"))
    row = next(row for row in as_json(found)["numbers"] if row["name"] == "dealt_p")
    assert row["value"] == by_hand.p[0] and row["note"] == word("evaluate", "dealt_note")


def test_where_a_phase_is_empty_no_permutation_test_is_told():
    rows = [f"n,{n},{'AB'[n > 4]},{n}" for n in range(1, 9)]
    lone = [f"m,{n},A,{n}" for n in range(1, 9)]
    found = evaluate(sessions(*rows, *lone), Question("increase"))
    assert math.isnan(found.others.dealt.get("m", math.nan))
