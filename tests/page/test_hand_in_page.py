"""Handing in, on the page: choose, look at the exact content, download."""

import json
import random

import pytest
from look import look
from mouse import click
from simulated import answer
from stage import packaged_library

from workbook.cohort.envelope import read_hand_in
from workbook.cohort.files import Source
from workbook.widgets.panels import AnswersWidget
from workbook.words import word, words

PAGE = words("hand_in_page")
POWER, TWO, PRIVATE = "02/power_map", "04/it_went_up", "00/start_line"


def save(stage, *names):
    for name in names:
        exercise = packaged_library().exercise(name)
        stage.journal.save(name, answer(exercise, random.Random(name)), exercise.edition)


def opened(stage):
    root = stage.panel(AnswersWidget(stage.desk))
    click(root.locator("[data-panel-part=hand-in] > summary"))
    root.locator("[data-panel-part=hand-in] > div:not(:empty)").first.wait_for()
    stage.quiet()
    return root


def press(stage, root, act):
    click(root.locator(f"[data-act={act}]"))
    stage.quiet()


def said(root):
    return root.locator("[data-panel-part=hand-in] > [aria-live]").inner_text()


@pytest.fixture
def root(stage):
    save(stage, POWER, TWO, PRIVATE)
    return opened(stage)


def test_what_is_not_private_can_be_chosen_and_nothing_is_at_first(root):
    boxes = root.locator("[data-item]")
    assert [box.get_attribute("data-item") for box in boxes.all()] == [POWER, TWO]
    assert not any(box.is_checked() for box in boxes.all())


def test_the_exact_content_is_shown_and_is_what_is_downloaded(stage, root):
    root.locator(f"[data-item='{POWER}']").check()
    press(stage, root, "hand-in-show")
    text = root.locator("pre").text_content()
    one = read_hand_in(Source("a.json", len(text), text.encode))
    assert list(one.items) == [POWER]
    assert word("hand_in_page", "hand_keep_code", code=one.code) in root.inner_text()
    with stage.page.expect_download() as taken:
        click(root.locator("[data-act=hand-in-download]"))
    assert taken.value.path().read_text() == text
    stage.quiet()
    assert said(root) == PAGE["hand_taken"]


def test_the_next_hand_in_is_the_later_one_under_the_same_code(stage, root):
    found = []
    for _ in range(2):
        press(stage, root, "hand-in-all")
        press(stage, root, "hand-in-show")
        found.append(json.loads(root.locator("pre").text_content()))
        with stage.page.expect_download():
            click(root.locator("[data-act=hand-in-download]"))
        stage.quiet()
    assert [one["number"] for one in found] == [1, 2]
    assert found[0]["code"] == found[1]["code"]


def test_a_changed_choice_takes_the_shown_content_away(stage, root):
    press(stage, root, "hand-in-all")
    press(stage, root, "hand-in-show")
    root.locator(f"[data-item='{TWO}']").uncheck()
    assert root.locator("pre").count() == 0


def test_nothing_chosen_is_told(stage, root):
    press(stage, root, "hand-in-all")
    press(stage, root, "hand-in-none")
    press(stage, root, "hand-in-show")
    assert said(root) == PAGE["hand_none_chosen"]


def test_a_code_with_a_slip_is_told(stage, root):
    press(stage, root, "hand-in-all")
    root.locator("[data-field=code]").fill("CCCC-CCCD")
    press(stage, root, "hand-in-show")
    assert said(root) == word("hand_in", "mistyped", code="CCCC-CCCD")
    assert root.locator("pre").count() == 0


def test_a_new_answer_is_offered_and_the_choice_stays(stage, root):
    root.locator(f"[data-item='{POWER}']").check()
    save(stage, "04/which_design")
    stage.desk.changed()
    stage.push()
    stage.quiet()
    boxes = {
        b.get_attribute("data-item"): b.is_checked() for b in root.locator("[data-item]").all()
    }
    assert boxes == {POWER: True, TWO: False, "04/which_design": False}


def test_nothing_answered_is_told(stage):
    assert PAGE["hand_nothing"] in opened(stage).inner_text()


def test_it_looks_well_and_works_by_keyboard(stage, root):
    root.locator(f"[data-item='{POWER}']").focus()
    stage.page.keyboard.press("Space")
    root.locator("[data-act=hand-in-show]").focus()
    stage.page.keyboard.press("Enter")
    stage.quiet()
    assert stage.page.evaluate("document.activeElement.tagName") == "PRE"
    look(stage, "hand-in")
