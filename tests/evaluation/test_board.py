"""The first page: four sentences, levels in the outcome's own unit, and who went the other way."""

import re

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from workbook.charts.spread import bins
from workbook.evaluation import Question, evaluate, page, read_sessions
from workbook.evaluation.board import LISTED, directions, other_way, sentences
from workbook.evaluation.overview import ABREAST, spread_chart, stacked_charts
from workbook.words import Message, word


def long(cases, start=6, last=11):
    """Write cases as name: (level before, level after), one more and one less in turn."""
    rows = [
        f"{case},{t},{'AB'[t >= start]},{(after if t >= start else before) + (-1) ** t * (t > 1)}"
        for case, (before, after) in cases.items()
        for t in range(1, last + 1)
    ]
    return read_sessions(("case,session,phase,outcome\n" + "\n".join(rows)).encode())


def report(cases, question=None, **more):
    return evaluate(long(cases, **more), question or Question("increase"))


def test_the_first_page_is_a_title_and_four_sentences_and_then_the_picture():
    html = page(report({"n": (4, 5)}, Question("increase", title="Calls & visits")), "today")
    first, rest = html.split("</section>", 1)
    assert first.count("<p>") == 4
    assert "<h1>Calls &amp; visits</h1>" in first
    assert rest.index("<figure>") < rest.index(word("evaluate", "design"))
    *others, last = html.split("<h2>")
    assert last.startswith(word("evaluate", "glossary"))


def test_levels_stand_in_the_unit_of_the_outcome():
    counted, level, moved, apart = sentences(report({"n": (1200, 3100)}))
    assert counted.name == "counted_one_two"
    assert (counted.values["n_a"], counted.values["n_b"]) == (5, 6)
    assert (level.values["before"], level.values["after"]) == ("1200", "3100")
    assert (moved.name, moved.values["change"]) == ("change_one_toward", "+1900")
    assert apart.values["text"].identifier == "evaluate_board.not_one"


@pytest.mark.parametrize(
    ("improvement", "after", "name"),
    [("increase", 5, "change_one_toward"), ("increase", 2, "change_one_away"),
     ("decrease", 2, "change_one_toward"), ("increase", 4, "change_one_same")],
)  # fmt: skip
def test_the_direction_is_said_and_never_judged(improvement, after, name):
    assert sentences(report({"n": (4, after)}, Question(improvement)))[2].name == name


def test_who_counted_is_said_where_it_is_known():
    known = Question("increase", counted_by="the front desk")
    assert sentences(report({"n": (4, 5)}, known))[0].values["who"] == "the front desk"
    unknown = sentences(report({"n": (4, 5)}))[0].values["who"]
    assert isinstance(unknown, Message) and unknown.name == "who_unknown"


def test_cases_that_went_the_other_way_are_named(undrawn):
    found = report({"up": (4, 5), "down": (4, 3), "same": (4, 4)})
    assert {k: v for k, v in directions(found).items() if v} == {
        "up": ["up"], "down": ["down"], "same": ["same"],
    }  # fmt: skip
    html = page(found, "today")
    assert word("evaluate_board", "other_way", n=1, cases="down") in html
    assert word("evaluate_board", "stayed", n=1, cases="same") in html
    assert word("evaluate_board", "all_went") not in html


def test_an_average_that_moves_against_the_median_is_told():
    rows = "session,phase,outcome\n" + "\n".join(
        f"{t},{'AB'[t > 5]},{y}" for t, y in enumerate([3, 3, 3, 3, 3, 2, 2, 2, 5, 6], 1)
    )
    found = evaluate(read_sessions(rows.encode()), Question("increase"))
    assert directions(found)["odd"] == ["case 1"]


def test_four_phases_speak_of_their_phases_and_not_of_before_and_after():
    rows = [f"{t},{('A1', 'B1', 'A2', 'B2')[(t - 1) // 4]},{t % 4}" for t in range(1, 17)]
    data = ("session,phase,outcome\n" + "\n".join(rows)).encode()
    found = evaluate(read_sessions(data), Question("increase"))
    assert [s.name for s in sentences(found)][:2] == ["counted_one_four", "level_one_four"]


def many(n):
    return {f"c{k:03d}": (10, 10 + (k * 37 % 11) - 3) for k in range(n)}


@pytest.fixture(scope="module")
def three_hundred():
    return report(many(300))


@pytest.mark.slow
def test_three_hundred_cases_are_a_picture_and_a_list(three_hundred):
    html = page(three_hundred, "2026-01-05")
    down = directions(three_hundred)["down"]
    assert len(down) > LISTED
    assert [row[0] for row in other_way(three_hundred)][:3] != down[:3], "largest change first"
    assert {row[0] for row in other_way(three_hundred)} == set(down)
    assert len(re.findall(r"<section", html)) < 20, "no 300 sections"
    text = re.sub(r"<table.*?</table>", "", html, flags=re.DOTALL)
    named = {case for case in many(300) if re.search(rf"\b{case}\b", text)}
    assert len(named) < 60, "no sentence for each case"


def test_the_spread_counts_every_case_once(three_hundred):
    chart = spread_chart(three_hundred)
    assert sum(int(n) for _, n in chart.rows) == 300
    assert spread_chart(report(many(4))) is None


@given(st.lists(st.floats(-1e6, 1e6).map(lambda v: round(v, 3)), min_size=1, max_size=60))
@examples(60)
def test_bins_hold_every_change_and_none_reaches_across_zero(changes):
    found = bins(changes)
    assert sum(each.n for each in found) == len(changes)
    assert all(each.low >= 0 or each.high <= 0 for each in found)
    edge = 1e-6 * max(map(abs, changes))
    for each in found:
        held = [v for v in changes if each.low - edge <= v <= each.high + edge]
        assert len(held) >= each.n


def test_cases_lie_below_each_other_in_the_order_of_their_starts_on_the_same_axes():
    rows = [
        f"{case},{t},{'AB'[t >= start]},{t}"
        for case, start in (("late", 8), ("soon", 4), ("mid", 6))
        for t in range(1, 12)
    ]
    data = ("case,session,phase,outcome\n" + "\n".join(rows)).encode()
    [chart] = stacked_charts(evaluate(read_sessions(data), Question("increase")))
    assert [row[:2] for row in chart.rows] == [("soon", "4"), ("mid", "6"), ("late", "8")]
    axes = {str(layer["encoding"]["x"]["scale"]) for layer in chart.spec["layer"]
            if "scale" in layer["encoding"].get("x", {})}  # fmt: skip
    assert len(axes) == 1


def test_starts_are_named_one_by_one_and_once_where_they_are_the_same():
    def said(**starts):
        rows = [f"{case},{t},{'AB'[t >= start]},{t}" for case, start in starts.items()
                for t in range(1, 12)]  # fmt: skip
        data = ("case,session,phase,outcome\n" + "\n".join(rows)).encode()
        [chart] = stacked_charts(evaluate(read_sessions(data), Question("increase")))
        return chart.sentence.values["starts"]

    assert said(one=6, two=6) == word("evaluate_board", "stack_same", start="6")
    assert "one 4" in said(one=4, two=6)


def test_more_cases_than_a_sheet_holds_go_over_to_further_sheets_evenly():
    charts = stacked_charts(report(many(ABREAST + 1)))
    assert [len(chart.rows) for chart in charts] == [4, 4]
    heights = {chart.spec["height"] for chart in charts}
    assert len(heights) == 1


def test_the_level_is_that_of_the_cases_that_are_compared():
    rows = b"case,session,phase,outcome\nx,1,A,2\nx,2,A,2\nx,3,B,5\nx,4,B,5\ny,1,B,6\ny,2,B,6\n"
    said = sentences(evaluate(read_sessions(rows), Question("increase")))[1].values
    assert (said["before"], said["after"], said["high_after"]) == ("2", "5", "5")
    assert said["cases"].name == "compared_cases" and said["cases"].values["n"] == 1
