"""What a design can show follows from the starts and from the sessions around them."""

from html import escape

import pytest
from sweep import one_of_each

from workbook.evaluation import Question, evaluate, page, read_sessions
from workbook.evaluation.design import FEWEST
from workbook.measures.randomization import draw_starts
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")


def table(cases, rows=lambda case, session, start: session % 3 + 2 * (session >= start)):
    """Write cases as name: (first session, start, last session)."""
    lines = [
        f"{case},{t},{'B' if t >= start else 'A'},{rows(case, t, start)}"
        for case, (first, start, last) in cases.items()
        for t in range(first, last + 1)
    ]
    return read_sessions(("case,session,phase,outcome\n" + "\n".join(lines) + "\n").encode())


def design(cases, **more):
    return evaluate(table(cases, **more), Question("increase"))


@pytest.mark.parametrize(
    "case",
    one_of_each(
        [
            ({"a": (1, 2, 2)}, "short"),
            ({"a": (1, 3, 9)}, "short"),
            ({"a": (1, 4, 5)}, "short"),
            ({"a": (1, 4, 6)}, "one"),
            ({"a": (1, 2, 9), "b": (1, 2, 9), "c": (1, 2, 9)}, "short"),
            ({"a": (1, 4, 9), "b": (1, 2, 9)}, "several"),
            ({"a": (1, 2, 9), "b": (1, 5, 9), "c": (1, 7, 9)}, "several"),
            ({"a": (1, 4, 9), "b": (1, 5, 9), "c": (1, 7, 9)}, "staggered"),
            ({"a": (1, 4, 6), "b": (7, 10, 12), "c": (13, 16, 18)}, "apart"),
            ({"a": (1, 4, 9), "b": (3, 6, 12), "c": (9, 12, 18)}, "apart"),
        ],
        lambda case: case[1],
    ),
)
def test_a_start_counts_with_three_sessions_on_each_side(case):
    cases, name = case
    report = design(cases)
    assert report.design == name
    html = page(report, "2026-01-05")
    for which in ("can", "cannot"):
        assert escape(word("evaluate", f"{which}_{name}")) in html
    assert escape(word("evaluate_board", f"not_{name}")) in html


def test_a_session_without_a_value_does_not_count():
    empty = design({"a": (1, 4, 9)}, rows=lambda case, t, start: "" if t == 2 else t)
    assert empty.starts.thin == ["a"]
    assert empty.design == "short"


def test_cases_whose_start_shows_nothing_are_named():
    cases = {"a": (1, 4, 9), "b": (1, 5, 9), "c": (1, 7, 9), "thin": (1, 2, 9)}
    report = design(cases)
    assert (report.design, report.starts.times) == ("staggered", 3)
    assert word("evaluate_board", "thin", n=1, all=4, cases="thin") in page(report, "today")


def test_lots_carry_no_claim_where_too_few_sessions_lie_around_them():
    plan = draw_starts(1, 3, min_baseline=1, min_treatment=1, scheme="starts", seed=1)
    [start] = plan.lots.values()
    sessions = table({"case 1": (1, start, 3)})
    report = evaluate(sessions, Question("increase", plan=plan))
    assert report.tests
    assert report.design == "short"


def test_four_phases_need_three_sessions_in_each():
    def four(lengths):
        names = [name for name, n in zip(("A1", "B1", "A2", "B2"), lengths, strict=True)
                 for _ in range(n)]  # fmt: skip
        rows = [f"{t},{name},{t % 4}" for t, name in enumerate(names, 1)]
        data = ("session,phase,outcome\n" + "\n".join(rows)).encode()
        return evaluate(read_sessions(data), Question("increase")).design

    assert four((FEWEST,) * 4) == "four"
    assert four((5, 5, FEWEST - 1, 5)) == "short"


def test_the_sample_of_one_baseline_session_claims_nothing(tmp_path):
    rows = ["case,session,phase,outcome"]
    for case, start in (("a", 2), ("b", 4), ("c", 6)):
        rows += [f"{case},{t},{'AB'[t >= start]},{t}" for t in range(start - 1, 9)]
    report = evaluate(read_sessions("\n".join(rows).encode()), Question("increase"))
    assert report.design == "short"
