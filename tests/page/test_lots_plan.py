"""A plan drawn by lot: what it can reach is said before the draw, and every draw stays listed."""

import json

import pytest
from look import look
from mouse import click

from workbook.measures.randomization import Plan
from workbook.words import word, words

WORDS = words("lots")


@pytest.fixture
def plan(stage):
    return stage.course("04/draw_your_plan")


def prospect(plan):
    plan.settle()
    return plan.find(".sswp-results").inner_text()


def put(plan, name, value):
    plan.find(f"[data-choice={name}]").fill(str(value))
    return prospect(plan)


def draw(plan):
    click(plan.find("[data-act=draw]"))
    plan.settle()


def test_what_a_plan_can_reach_is_said_before_the_draw(plan):
    button = plan.find("[data-act=draw]")
    assert WORDS["choose"] in prospect(plan)
    assert button.get_attribute("aria-disabled") == "true"
    click(plan.find("[data-choice=orders]"))
    text = prospect(plan)
    assert "24" in text and ".042" in text
    assert "24" in plan.aloud(), "it is not read out"
    assert WORDS["above"] not in text
    text = put(plan, "cases", 3)
    assert ".167" in text and WORDS["above"] in text
    put(plan, "cases", 99)
    plan.find("[data-choice=weeks]").focus()
    assert plan.find("[data-choice=cases]").input_value() == "3", "what is outside comes back"
    put(plan, "weeks", 10)
    assert button.get_attribute("aria-disabled") == "true"
    put(plan, "weeks", 21)
    click(plan.find("[data-choice=one_start]"))
    assert WORDS["can_one"] in prospect(plan)
    assert plan.find("[data-choice=cases]").is_disabled()
    assert set(plan.latest()) == {"inputs"}, "nothing is drawn yet"


def test_every_draw_stays_listed_and_its_file_can_be_read(stage, plan, tmp_path):
    click(plan.find("[data-choice=orders]"))
    plan.settle()
    draw(plan)
    assert plan.find("[data-act=draw]").inner_text() == WORDS["draw_again"]
    assert plan.find("p", has_text=WORDS["spoils"]).is_visible()
    rows = plan.find("[data-draw='1'] tbody tr").all_inner_texts()
    with stage.page.expect_download() as waiting:
        click(plan.find("[data-act=download-plan]"))
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    drawn = Plan.load(path)
    assert (path.name, drawn.check(), drawn.smallest_p) == ("plan.json", [], 1 / 24)
    saved = drawn.save(tmp_path / "again.json")
    assert saved.read_bytes() == path.read_bytes(), "the same to the byte as Python writes it"
    assert [row.split("\t")[:2] for row in rows] == [
        [case.capitalize(), str(start)] for case, start in drawn.lots.items()
    ]
    assert plan.latest()["plans"] == [json.loads(path.read_text("utf-8"))]
    plan.find("[data-act=download-plan]").focus()
    plan.find("[data-act=draw]").evaluate("(button) => button.click()")
    plan.settle()
    assert plan.find("[data-draw]").count() == 2
    held = plan.page.evaluate("document.activeElement.dataset.field")
    assert held == "download-plan:0", "an answer that comes late takes no focus away"
    assert len(plan.latest()["plans"]) == 2
    plan.press("undo")
    assert len(plan.latest()["plans"]) == 1
    plan.press("reset")
    assert plan.latest() == {}
    assert plan.find("[data-draw]").count() == 2, "an undone draw was still a draw"
    again = stage.reload(plan)
    assert again.find("[data-draw='1'] tbody tr").all_inner_texts() == rows


def test_a_draw_is_read_out(stage, plan):
    click(plan.find("[data-choice=orders]"))
    plan.settle()
    stage.pass_time(2000)
    draw(plan)
    heard = plan.heard()
    for row in plan.find("[data-draw='1'] tbody tr").all_inner_texts():
        case, week = row.split("\t")[:2]
        assert case.lower() in heard and week in heard


def test_a_plan_by_keys_alone(plan):
    plan.enter()
    plan.tab_to("[type=radio]")
    plan.page.keyboard.press("ArrowDown")
    plan.settle()
    plan.tab_to("[data-act=draw]")
    plan.page.keyboard.press("Enter")
    plan.saved()
    assert plan.has_focus() == "draw"
    assert plan.find("[data-draw]").count() == 1


def test_without_an_answer_nothing_is_drawn_and_the_page_says_so(stage, plan):
    click(plan.find("[data-choice=starts]"))
    assert WORDS["together"] in prospect(plan)
    stage.modes(ask="hold")
    click(plan.find("[data-act=draw]"))
    assert plan.find("[data-act=draw]").get_attribute("aria-disabled") == "true"
    stage.pass_time(2600)
    assert plan.find(".sswp-quiet", has_text=WORDS["no_answer"]).count() == 1
    assert WORDS["no_answer"] in plan.heard()
    stage.release()
    plan.settle()
    assert plan.find("[data-draw]").count() == 0, "a draw that came too late does not count"
    draw(plan)
    assert plan.find("[data-draw]").count() == 1
    assert plan.find(".sswp-quiet", has_text=WORDS["no_answer"]).count() == 0


def test_each_field_says_how_far_it_goes(stage, plan):
    for name, (least, most) in stage.widgets[plan.name].spec["bounds"].items():
        label = plan.find(f"[data-item={name}] .sswp-ask").inner_text()
        assert label == f"{WORDS[name]} ({word('lots', 'bounds', min=least, max=most)})"


def test_nothing_is_found_with_two_draws(stage, plan):
    click(plan.find("[data-choice=orders]"))
    plan.settle()
    draw(plan)
    draw(plan)
    assert plan.find("[data-draw]").count() == 2
    look(stage, "two draws")
