"""A plan drawn by lot, and the chart whose start can be moved, in a real JupyterLab."""

import json
import signal

import pytest
from behind import kernel_of
from learner import visitor
from scratch import write_notebook
from test_axe import CUT, TARGETS, look

from workbook.measures.randomization import Plan
from workbook.words import words

pytestmark = pytest.mark.browser

PLAN, CHART = "04/draw_your_plan", "04/move_the_start"
CALLS = ("import workbook as wb", 'wb.start("04")', f'wb.chart("{CHART}")')
CALLS += ('wb.chart("04/four_lines")', 'wb.chart("04/ladder")', 'wb.chart("04/three_pairs")')
CALLS += (f'wb.exercise("{PLAN}")', "wb.progress()")
WORDS = words("lots")


def opened(visit):
    path = visit.lab.course / "scratch" / "lots.ipynb"
    write_notebook(path, "# A plan", *CALLS)
    visit.path, visit.ids = path.relative_to(visit.lab.course).as_posix(), [PLAN]
    visit.page.goto(visit.lab.address(visit.path))
    return visit.ready()


@pytest.fixture
def plan(visit):
    return opened(visit).exercise(PLAN)


def prospect(plan, text):
    plan.until(lambda: text in plan.find(".sswp-results").inner_text(), f"{text!r} is not said")


def test_what_a_plan_can_reach_is_said_before_the_draw(plan):
    draw = plan.find("[data-act=draw]")
    prospect(plan, WORDS["choose"])
    assert draw.get_attribute("aria-disabled") == "true"
    plan.find("[data-choice=orders]").click()
    prospect(plan, "There are 24 ways in which the lots can fall.")
    prospect(plan, "p cannot come below .042.")
    plan.until(lambda: "24 ways" in plan.aloud(), "it is not read out")
    assert WORDS["above"] not in plan.find(".sswp-results").inner_text()
    plan.find("[data-choice=cases]").fill("3")
    prospect(plan, "p cannot come below .167. " + WORDS["above"])
    plan.find("[data-choice=baseline]").fill("4")
    prospect(plan, "may have only 4 points")
    plan.find("[data-choice=cases]").fill("99")
    plan.find("[data-choice=weeks]").focus()
    assert plan.find("[data-choice=cases]").input_value() == "3", "what is outside comes back"
    plan.find("[data-choice=weeks]").fill("10")
    prospect(plan, "There are too few sessions")
    assert draw.get_attribute("aria-disabled") == "true"
    plan.find("[data-choice=weeks]").fill("21")
    plan.find("[data-choice=one_start]").click()
    prospect(plan, WORDS["can_one"])
    assert plan.find("[data-choice=cases]").is_disabled()
    plan.saved()
    assert set(plan.latest()) == {"inputs", "plans"} - {"plans"}


def test_every_draw_stays_listed_and_its_file_can_be_read(visit, plan, tmp_path):
    plan.answer()
    assert plan.find("[data-act=draw]").inner_text() == WORDS["draw_again"]
    assert plan.find("p", has_text=WORDS["spoils"]).is_visible()
    plan.until(lambda: "Lots drawn on" in plan.aloud(), "the draw is not read out")
    rows = plan.find("[data-draw='1'] tbody tr").all_inner_texts()
    with visit.page.expect_download() as waiting:
        plan.press("download-plan")
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    drawn = Plan.load(path)
    assert (path.name, drawn.check(), drawn.smallest_p) == ("plan.json", [], 1 / 24)
    saved = drawn.save(tmp_path / "again.json")
    assert saved.read_bytes() == path.read_bytes(), "the same to the byte as Python writes it"
    assert [row.split("\t")[:2] for row in rows] == [
        [case.capitalize(), str(start)] for case, start in drawn.lots.items()
    ]
    assert plan.kept() == plan.shown()
    assert plan.latest()["plans"] == [json.loads(path.read_text("utf-8"))]

    plan.find("[data-act=download-plan]").focus()
    plan.find("[data-act=draw]").evaluate("(button) => button.click()")
    plan.until(lambda: plan.find("[data-draw]").count() == 2, "the second draw is not listed")
    held = plan.page.evaluate("document.activeElement.dataset.field")
    assert held == "download-plan:0", "an answer that comes late takes no focus away"
    plan.until(lambda: len(plan.latest()["plans"]) == 2, "the second draw is not kept")
    plan.press("undo")
    plan.until(lambda: len(plan.latest()["plans"]) == 1, "nothing is undone")
    plan.press("reset")
    plan.until(lambda: plan.latest() == {}, "nothing is cleared")
    assert plan.find("[data-draw]").count() == 2, "an undone draw was still a draw"
    visit.reload()
    assert plan.find("[data-draw='1'] tbody tr").all_inner_texts() == rows


def test_a_plan_by_keys_alone(plan):
    plan.enter()
    plan.answer_by_keys()
    plan.saved()
    assert plan.has_focus() == "draw"
    assert plan.find("[data-draw]").count() == 1


def test_without_a_kernel_nothing_is_drawn_and_the_page_says_so(visit, plan):
    plan.find("[data-choice=starts]").click()
    prospect(plan, WORDS["together"])
    plan.saved()
    kernel = kernel_of(visit.lab, visit.path)
    kernel.send_signal(signal.SIGSTOP)
    try:
        plan.press("draw")
        plan.find(".sswp-quiet", has_text=WORDS["no_answer"]).wait_for()
    finally:
        kernel.send_signal(signal.SIGCONT)
    plan.page.wait_for_timeout(1500)
    assert plan.find("[data-draw]").count() == 0, "a draw that came too late does not count"
    plan.press("draw")
    plan.find("[data-draw]").wait_for()


def test_the_start_is_moved_by_keys_without_drawing_the_picture_again(visit, plan):
    page = visit.page
    slider = page.locator(".vega-bindings input[type=range]")
    slider.wait_for()
    drawn = page.locator(".vega-embed", has=slider).locator("svg")
    kept = drawn.element_handle()
    assert "This is the real start." in drawn.text_content()
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("(svg) => svg.textContent.includes('Start in week 10')", arg=kept)
    assert "At least as large as at the real start." in drawn.text_content()
    page.keyboard.press("Home")
    page.wait_for_function("(svg) => svg.textContent.includes('Start in week 5:')", arg=kept)
    assert "Smaller than at the real start." in drawn.text_content()
    assert kept.evaluate("(svg) => svg.isConnected"), "the picture is changed, not drawn anew"
    assert slider.evaluate("(input) => input === document.activeElement")


@pytest.mark.parametrize("width", [1400, 320])
def test_no_finding_in_any_state(chromium, lab, width):
    with visitor(chromium, lab, width=width) as visit:
        plan = opened(visit).exercise(PLAN)
        look(visit, "untouched")
        plan.answer()
        plan.press("draw")
        plan.until(lambda: plan.find("[data-draw]").count() == 2, "no second draw")
        look(visit, "two draws")
        assert visit.page.evaluate(CUT) == []
        assert visit.page.evaluate(TARGETS) == []
