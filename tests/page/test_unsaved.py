"""An answer that cannot be saved: told where the learner looks, and tried again by itself."""

import json

import pytest
from look import look
from mouse import click
from samples import sorts
from stage import packaged_library
from ways import Learner

from workbook.journal import Journal
from workbook.words import word, words

WORDS = words("exercise")
BOX = "[data-unsaved]:visible"
HEAR = """() => { window.told = {}; document.addEventListener('sswp-notice', ({ detail }) => {
  window.told[detail.id] = detail; }); }"""
NEAR = """(box) => { const at = box.closest('[data-item], fieldset, li, .sswp-part, [role=group]');
  return at?.dataset.item ?? at?.tagName ?? ''; }"""


GAP = """(box) => { const at = window.answered.getBoundingClientRect();
  const here = box.getBoundingClientRect();
  return Math.max(0, here.top - at.bottom, at.top - here.bottom); }"""
ONE = """(root) => {
  root.querySelector('[data-act=begin]')?.click();
  const sorts = ['[data-move=down]', 'input[type=radio]', 'input[type=checkbox]',
    'input[type=range]', 'textarea', '.sswp-choice', '[data-act=draw]'];
  const first = sorts.map((one) => root.querySelector(one)).find(Boolean);
  const add = root.querySelector('[data-act=add]');
  if (add) root.querySelectorAll('input[type=radio]').forEach((radio) => radio.click());
  const node = add ?? first;
  window.answered = node;
  node.focus();
  if (node.matches('textarea, [type=range]')) {
    node.value = node.max || 'Some words.';
    node.dispatchEvent(new Event('input', { bubbles: true }));
  } else node.click(); }"""


def answer_once(shown):
    shown.root.evaluate(ONE)
    shown.stage.pass_time(600)


@pytest.fixture
def learner(stage):
    stage.page.evaluate(HEAR)
    return Learner(stage)


def bar(stage):
    """Give the sentence in the course bar, and how many buttons it has."""
    detail = stage.page.evaluate("window.told.unsaved")
    return (detail["text"], len(detail["buttons"])) if detail else ("", 0)


def block(stage):
    """Let a folder stand where the answers file should be."""
    stage.journal.path.unlink(missing_ok=True)
    stage.journal.path.mkdir(parents=True)


@pytest.mark.parametrize("kind", sorts())
def test_it_is_told_at_the_answered_item_and_in_the_bar(stage, kind):
    stage.page.evaluate(HEAR)
    shown = stage.exercise(kind)
    stage.modes(save="deaf")
    answer_once(shown)
    stage.pass_time(3000)
    box = shown.find(BOX)
    assert box.count() == 1, kind
    assert box.locator("[data-said]").inner_text() == WORDS["not_saved_kept_here"]
    assert box.locator("[data-act=download]").is_visible()
    assert bar(stage) == (word("exercise", "not_saved_kept_of", title=shown.made.title), 1)
    gap = box.evaluate(GAP)
    assert gap < 450, f"{kind}: {gap} px from the answer"
    if kind in ("choice", "rank", "reflection"):
        look(stage, f"unsaved {kind}")
    stage.modes()
    stage.pass_time(40_000)
    assert shown.state() in ("saved", "feedback") and shown.find(BOX).count() == 0
    assert bar(stage) == ("", 0) and shown.drafts() == []


def test_it_is_told_at_the_second_item_when_that_is_answered(stage):
    stage.page.evaluate(HEAR)
    shown = stage.exercise("rating")
    stage.modes(save="deaf")
    groups = shown.find("fieldset[data-item]")
    for n in (0, 1):
        click(groups.nth(n).locator("label > span").first)
        stage.pass_time(2600)
        assert shown.find(BOX).evaluate(NEAR) == groups.nth(n).get_attribute("data-item")


def test_it_is_tried_again_by_itself_when_the_disk_was_full(learner):
    stage = learner.stage
    learner.open()
    block(stage)
    learner.answer()
    assert learner.at() == "unsaved"
    why = learner.shown.find("[data-why]").inner_text()
    assert stage.journal.path.name in why and "WORKBOOK" not in why
    sent = len(stage.sent(learner.shown.name, "save"))
    for _ in range(5):
        stage.pass_time(31_000)
        assert learner.at() == "unsaved" and learner.shown.find(BOX).count() == 1
    assert len(stage.sent(learner.shown.name, "save")) >= sent + 4
    stage.journal.path.rmdir()
    stage.pass_time(31_000)
    assert learner.at() == "saved" and len(learner.shown.history()) == 1
    assert learner.shown.find(BOX).count() == 0 and bar(stage) == ("", 0)


def test_it_is_tried_at_once_when_the_learner_comes_back(learner):
    learner.open()
    block(learner.stage)
    learner.answer()
    learner.stage.journal.path.rmdir()
    learner.look()
    assert learner.at() == "saved"


def test_two_answers_are_told_in_one_sentence_and_downloaded_in_one_file(stage, tmp_path):
    stage.page.evaluate(HEAR)
    stage.modes(save="deaf")
    first, second = stage.exercise("rank"), stage.exercise("choice")
    for shown in (first, second):
        answer_once(shown)
        stage.pass_time(3000)
    assert bar(stage) == (word("exercise", "not_saved_kept_many", n=2), 1)
    with stage.page.expect_download() as waiting:
        stage.page.evaluate("window.told.unsaved.buttons[0].work()")
    copy = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(copy)
    journal = Journal(tmp_path / "journal.jsonl")
    assert journal.merge(copy) == 2
    assert set(journal.exercises()) == {"09/rank", "09/choice"}
    stage.modes()
    second.press("retry")
    assert bar(stage)[0] == word("exercise", "not_saved_kept_of", title=first.made.title)
    first.press("retry")
    assert bar(stage) == ("", 0)
    assert journal.merge(stage.journal.path) == 0, "a downloaded answer is the one that is saved"


def test_the_focus_goes_back_to_the_answer_when_the_box_goes(learner):
    learner.open()
    learner.stage.modes(save="deaf")
    click(learner.shown.find("[data-move=down]").first)
    learner.stage.pass_time(2600)
    learner.shown.find("[data-act=retry]").focus()
    learner.stage.modes()
    learner.stage.page.keyboard.press("Enter")
    learner.stage.quiet()
    assert learner.at() == "saved"
    assert learner.shown.has_focus().endswith((":down", ":up"))


def test_a_view_that_goes_takes_its_sentence_out_of_the_bar(learner):
    learner.open()
    learner.stage.modes(save="deaf")
    learner.answer()
    learner.stage.pass_time(2600)
    assert bar(learner.stage)[0]
    learner.stage.clear_views(keep=True)
    assert bar(learner.stage) == ("", 0)


def test_a_browser_that_keeps_no_copy_asks_for_a_download_now(learner):
    learner.open()
    learner.stage.page.evaluate(
        "() => { Storage.prototype.kept = Storage.prototype.setItem;"
        " Storage.prototype.setItem = () => { throw new Error('full'); }; }"
    )
    try:
        learner.stage.modes(save="deaf")
        learner.answer()
        learner.stage.pass_time(2600)
        said = learner.shown.find("[data-said]").inner_text()
    finally:
        restore = "() => { Storage.prototype.setItem = Storage.prototype.kept; }"
        learner.stage.page.evaluate(restore)
    assert said == WORDS["not_saved_gone_here"]
    with learner.stage.page.expect_download() as waiting:
        learner.press("download")
    line = json.loads(waiting.value.path().read_text("utf-8"))
    assert line["exercise"] == "09/rank" and line["version"] == 1


def test_a_long_story_tells_it_too(stage):
    stage.page.evaluate(HEAR)
    shown = stage.exercise(packaged_library().exercise("03/two_weeks"))
    click(shown.find("[data-act=begin]"))
    stage.modes(save="deaf")
    click(shown.find(".sswp-choice").first)
    stage.pass_time(2600)
    assert shown.find(BOX).is_visible()
