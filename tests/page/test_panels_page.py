"""The panels around the exercises: progress, recall and the answers file."""

import json

import pytest
from look import look
from mouse import click
from panels import heard, listen, press, start
from stage import packaged_library

from workbook.journal import Entry, Journal
from workbook.widgets.panels import AnswersWidget, ProgressWidget, RecallWidget, StartWidget
from workbook.words import word, words

CHOICE, RATING = "00/what_it_claims", "00/start_line"
PANEL = words("answers")


@pytest.fixture(autouse=True)
def listening(stage):
    listen(stage)


def answers(stage):
    return stage.panel(AnswersWidget(stage.desk))


def said(root):
    return root.locator("[role=status]").inner_text()


def erase_one(stage, root, rating):
    root.locator("select").select_option(RATING)
    press(stage, root, "erase-one")
    question = root.locator("[role=group]")
    assert question.inner_text().startswith(word("answers", "sure_one", title=rating.made.title))
    look(stage, "asked before erasing")
    press(stage, root, "no")
    assert rating.latest() and said(root) == PANEL["kept"]
    assert stage.page.evaluate("document.activeElement.dataset.act") == "erase-one"
    press(stage, root, "erase-one")
    press(stage, root, "yes")


def erase_all(stage, root, choice):
    stage.modes(save="deaf")
    click(choice.find("input:not(:checked)").first)
    stage.pass_time(2600)
    assert choice.state() == "unsaved" and choice.drafts() != []
    stage.modes()
    root.locator("[data-act=erase-all]").focus()
    stage.page.keyboard.press("Enter")
    assert stage.page.evaluate("document.activeElement.dataset.act") == "no", "safe answer first"
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("Enter")
    stage.quiet()
    assert choice.at() == "erased"
    assert stage.journal.count() == 0 and choice.drafts() == []
    assert said(root) == PANEL["erased"]
    assert root.evaluate("(node) => node.contains(document.activeElement)")


def test_a_new_edition_is_offered_and_the_button_keeps_the_focus(stage):
    stale = {"old": "1", "new": "2"}
    root = start(stage, stale=stale, open_new=lambda: "edition-2/modules/x.ipynb")
    assert word("module", "stale", **stale) in root.inner_text()
    root.locator("[data-act=open-new]").focus()
    stage.desk.changed()
    stage.push()
    assert stage.page.evaluate("document.activeElement.dataset.act") == "open-new"
    stage.page.keyboard.press("Enter")
    stage.quiet()
    assert heard(stage, "sswp-open") == [{"path": "edition-2/modules/x.ipynb"}]


def test_broken_and_newer_lines_are_told_and_kept(stage):
    made = packaged_library().exercise(CHOICE)
    good = Entry.new(CHOICE, {"chosen": ["b"]}, made.edition).line()
    newer = json.dumps({**json.loads(good), "version": 2, "id": "x"}).encode()
    odd = b"{ not a line\n" + good + newer + b'\n{"version": 1, "id'
    stage.journal.path.parent.mkdir(parents=True, exist_ok=True)
    stage.journal.path.write_bytes(odd)
    stage.restart()
    trouble = " ".join(stage.journal.problems())  # a page that opens writes who reads
    root = start(stage)
    assert trouble and word("module", "trouble", problems=trouble) in root.inner_text()
    shown = stage.course(CHOICE)
    assert shown.state() == "restored"
    click(shown.find("input:not(:checked)").first)
    shown.saved()
    assert stage.journal.path.read_bytes().startswith(odd), "not one byte was changed"
    look(stage, "header with trouble")


def test_a_journal_that_is_a_folder_is_said_in_the_header_and_in_the_exercise(stage):
    stage.journal.path.mkdir(parents=True)
    stage.restart()
    root, name = start(stage), stage.journal.path.name
    assert name in root.locator(".sswp-notice").inner_text()
    shown = stage.course(CHOICE)
    assert shown.at() == "trouble" and name in shown.said()
    shown.answer()
    assert shown.state() == "unsaved" and name in shown.said()
    stage.journal.path.rmdir()
    shown.press("retry")
    assert shown.state() == "feedback" and shown.drafts() == []


def test_progress_is_a_table_that_follows(stage):
    root = stage.panel(ProgressWidget(stage.desk))
    row = root.locator("[data-module='00'] td").first
    before = row.inner_text()
    assert before.startswith("0 ")
    stage.course(CHOICE).answer()
    assert row.inner_text().startswith("1 ")
    assert root.locator("[data-module]").count() == len(stage.desk.progress())
    look(stage, "progress")


def test_a_table_is_not_there_before_it_has_a_line(stage):
    root = stage.panel(ProgressWidget(stage.desk))
    stage.tell(root.name, {"did": "state", "modules": []})
    look(stage, "progress of nothing yet")
    assert not root.locator("table").is_visible()
    stage.tell(root.name, {"did": "state", "modules": stage.desk.progress()})
    assert root.locator("table").is_visible()


def test_the_own_words_of_before_are_there_to_read(stage):
    made = packaged_library().exercise("01/where_i_stand")
    root = stage.panel(RecallWidget(stage.desk, made))
    assert words("recall")["none"] in root.inner_text()
    click(root.locator("[data-act=go]"))
    place = f"modules/{packaged_library().module('01').notebook}"
    assert heard(stage, "sswp-open") == [{"path": place}]
    look(stage, "nothing to recall")
    shown = stage.exercise(made)
    shown.answer()
    assert "What I saw." in root.locator("li").first.inner_text()
    assert root.locator("[data-act=go], textarea, input").count() == 0
    start, end = words("recall")["date"].split("{date}")
    assert root.locator(".sswp-quiet").first.inner_text().startswith(start)
    look(stage, "recalled")


def test_the_panel_copies_out_brings_in_and_erases(stage, tmp_path):
    root = answers(stage)
    assert PANEL["none"] in root.inner_text()
    choice, rating = stage.course(CHOICE), stage.course(RATING)
    for shown in (choice, rating):
        shown.answer()
    before = rating.latest()
    text = word("answers", "count", entries=stage.journal.count(), exercises=2)
    assert text in root.inner_text()
    with stage.page.expect_download() as waiting:
        press(stage, root, "export")
    copy = tmp_path / "copy.jsonl"
    waiting.value.save_as(copy)
    assert Journal(copy).count() == stage.journal.count()
    erase_one(stage, root, rating)
    assert rating.at() == "erased" and rating.history() == [] and choice.history() != []
    assert rating.find(":checked").count() == 0
    erase_all(stage, root, choice)
    stage.put_file(root.locator("input[type=file]"), copy)
    assert said(root) == word("answers", "imported", added=Journal(copy).count())
    assert rating.latest() == before
    look(stage, "answers")


def test_no_key_of_a_panel_reaches_the_page(stage):
    stage.course(CHOICE).answer()
    root = answers(stage)
    for selector in ("select", "[data-act=export]", "[data-act=erase-all]"):
        root.locator(selector).focus()
        for key in [*"baxdd0", "ArrowDown", "Escape"]:
            stage.page.keyboard.press(key)
    assert heard(stage, "key") == []


def test_a_panel_that_goes_is_heard_no_more(stage):
    root = start(stage)
    model = f"bare.models.get('{root.name}')"
    assert stage.page.evaluate(f"{model}.ears()") == 1
    stage.page.evaluate("document.querySelector('main > div').leave()")
    assert stage.page.evaluate(f"{model}.ears()") == 0
    assert stage.sent(root.name)[-1]["do"] == "gone"


def test_the_start_page_reminds_of_a_log(stage, monkeypatch):
    said = {"00": ["3 weeks since."], "01": []}
    monkeypatch.setattr("workbook.widgets.panels.reminders", lambda _, module: said[module])
    assert start(stage).locator("[data-reminder]").all_inner_texts() == said["00"]
    other = stage.panel(StartWidget(stage.desk, packaged_library().module("01")))
    assert other.locator("[data-reminder]").count() == 0


@pytest.mark.parametrize("mode", ["deaf", "throws"])
def test_a_press_that_nothing_comes_of_is_not_left_in_silence(stage, mode):
    root = answers(stage)
    stage.modes(export=mode)
    press(stage, root, "export")
    stage.pass_time(9_000)
    assert said(root) == ""
    stage.pass_time(2_000)
    assert said(root) == words("safety")["unanswered"]
    stage.modes()
    with stage.page.expect_download():
        click(root.locator("[data-act=export]"))


def test_a_press_that_a_dying_kernel_took_along_is_told_when_the_panel_is_back(stage):
    root = answers(stage)
    stage.modes(export="deaf")
    press(stage, root, "export")
    stage.modes()
    stage.leave(root.evaluate("(node) => node.parentElement.id"))
    assert said(answers(stage)) == words("safety")["unanswered"]
    assert said(answers(stage)) == "", "it is said once"
