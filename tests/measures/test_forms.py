"""Published forms: each by its scoring rule; range, missing lines, license and link."""

import math
import re

import pytest

from workbook.errors import WorkbookError
from workbook.measures.forms import FORMS, goal_attainment, score_collaborate, score_form
from workbook.words import word

SHEETS = [name for name, form in FORMS.items() if form.scales]


def values(name, answers):
    return {m.name.removeprefix(f"{name}_"): m.value for m in score_form(name, answers)}


def refused(call, *given):
    with pytest.raises(WorkbookError) as error:
        call(*given)
    return error.value.args[0]


@pytest.mark.parametrize("name", FORMS)
def test_every_form_says_whose_it_is_and_what_may_be_used(name):
    form = FORMS[name]
    assert re.search(r"\(\d{4}\)", form.citation)
    assert form.license.endswith(".")
    assert re.match(r"https?://[\w.-]+/", form.url)
    assert form.rule


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("sdm_q_9", 0, 100), ("care", 10, 50), ("wai_sr", 12, 60), ("srs", 0, 40)],
)
def test_the_ends_of_each_form(name, low, high):
    form = FORMS[name]
    assert values(name, [form.low] * form.lines)["total"] == low
    assert values(name, [form.high] * form.lines)["total"] == pytest.approx(high)


@pytest.mark.parametrize("name", SHEETS)
def test_more_lines_left_out_than_the_rule_allows_give_no_score(name):
    form = FORMS[name]
    answers = [form.high] * (form.lines - form.spare - 1) + [None] * (form.spare + 1)
    total = score_form(name, answers)[0]
    assert math.isnan(total.value)
    few = word("forms", "few_lines", n=form.lines - form.spare - 1, lines=form.lines)
    assert list(total.reason.values.values()) == [few, form.rule]


@pytest.mark.parametrize("name", SHEETS)
def test_a_number_out_of_range_is_told_with_its_line(name):
    form = FORMS[name]
    for bad in (form.low - 1, form.high + 1, "3", True):
        said = refused(score_form, name, [form.low, bad, *[form.low] * (form.lines - 2)])
        assert said.name == ("no_whole_number" if form.whole else "no_number")
        ends = {"low": form.low, "high": form.high}
        assert said.values == {"form": form.title, "line": 2, "given": str(bad), **ends}
    said = refused(score_form, name, [form.low] * 2)
    assert said == word("forms", "lines", form=form.title, lines=form.lines, given=2)


def test_only_centimeters_may_have_a_fraction():
    assert values("srs", [9.5, 8.2, 10, 7.3])["total"] == pytest.approx(35.0)
    said = refused(score_form, "care", [3.5] * 10)
    where = {"form": FORMS["care"].title, "line": 1, "given": "3.5", "low": 1, "high": 5}
    assert said == word("forms", "no_whole_number", **where)


@pytest.mark.parametrize(
    "slip",
    [
        lambda: goal_attainment([1, 0], [1, None]),
        lambda: goal_attainment([1, 0], 2),
        lambda: goal_attainment([1], rho="a"),
        lambda: score_collaborate([9, 9, 9]),
        lambda: score_collaborate(None),
        lambda: score_form("sdm_q_9", None),
        lambda: score_form("care", "4444444444"),
    ],
)
def test_a_slip_is_told_as_a_sentence(slip):
    assert refused(slip).identifier in ("forms.weights", "forms.no_list")


def test_numbers_of_numpy_are_numbers():
    numpy = pytest.importorskip("numpy")
    assert values("care", numpy.array([4] * 10))["total"] == 40
    assert values("care", [*[4] * 9, numpy.float32("nan")])["total"] == 40


def test_care_gives_lines_left_out_the_mean_of_the_others():
    answers = [5, 4, 4, 3, 5, 4, 4, 3, None, math.nan]
    assert values("care", answers)["total"] == 32 + 2 * 4
    assert score_form("care", answers)[0].count == 8


def test_the_lines_of_each_part_of_the_wai_sr():
    answers = [0] * 12
    for part, lines in {1: (1, 2, 10, 12), 3: (4, 6, 8, 11), 5: (3, 5, 7, 9)}.items():
        for line in lines:
            answers[line - 1] = part
    assert values("wai_sr", answers) == {"total": 36, "task": 4, "goal": 12, "bond": 20}


def test_a_part_of_the_wai_sr_can_stand_when_another_is_not_complete():
    answers = [4, 4, None, 4, 4, 4, 4, 4, 4, 4, 4, 4]
    found = values("wai_sr", answers)
    assert math.isnan(found["total"]) and math.isnan(found["bond"])
    assert (found["task"], found["goal"]) == (16, 16)


def test_collaborate_counts_encounters_with_nine_on_all_lines():
    nines = [[9, 9, 9]] * 12
    others = [[9, 9, 8]] * 8 + [[0, 0, 0]] * 10
    top, mean = score_collaborate(nines + others + [[9, None, 9]] * 5)
    assert (top.value, top.count) == (40, 30)
    assert top.low < 40 < top.high
    assert mean.value == pytest.approx((12 * 9 + 8 * 26 / 3) / 30)


def test_collaborate_needs_twenty_five_complete_encounters():
    found = score_collaborate([[9, 9, 9]] * 24 + [[9, 9, None]] * 10)
    assert [math.isnan(m.value) for m in found] == [True, True]
    few = word("forms", "encounters", count=24)
    assert list(found[0].reason.values.values()) == [few, FORMS["collaborate"].rule]
    assert refused(score_collaborate, [[9, 9, 10]]).values["high"] == 9


def test_a_sheet_that_is_not_scored_alone_points_to_the_function():
    said = refused(score_form, "collaborate", [9, 9, 9])
    assert (said.name, said.values["use"]) == ("elsewhere", "score_collaborate")
    said = refused(score_form, "satisfaction", [1])
    assert (said.name, said.values["name"]) == ("unknown", "satisfaction")
    assert "care" in said.values["known"].split(", ")


def test_goals_by_hand():
    # 50 + 10 * 3 / sqrt(.7 * 6 + .3 * 16) = 50 + 30 / 3
    assert goal_attainment([1, 0, 1], [2, 1, 1]).value == pytest.approx(60)
    assert goal_attainment([0, 0, 0]).value == 50
    assert goal_attainment([2]).value == 70
    assert goal_attainment([-2], [5]).value == 30
    assert goal_attainment([1, 1], rho=0).value == pytest.approx(50 + 20 / math.sqrt(2))


def test_goals_weights_count_by_their_ratio_only():
    assert goal_attainment([1, -1, 2], [2, 4, 6]).value == pytest.approx(
        goal_attainment([1, -1, 2], [1, 2, 3]).value
    )


def test_goals_that_were_not_rated_give_no_score():
    assert goal_attainment([1, None]).reason == FORMS["goal_attainment"].rule
    assert not goal_attainment([]).defined


@pytest.mark.parametrize(
    ("levels", "options"),
    [([3], {}), ([0.5], {}), ([1, 1], {"weights": [1]}), ([1], {"weights": [0]}),
     ([1], {"rho": 1}), ([1], {"weights": [math.nan]})],
)  # fmt: skip
def test_goals_out_of_range_are_told(levels, options):
    with pytest.raises(WorkbookError):
        goal_attainment(levels, **options)
