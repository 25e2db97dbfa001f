"""Bad surroundings seen on the screen: each has its sentence, the words stay, a copy is offered."""

import json
import re
import resource
from pathlib import Path

import pytest
from behind import end_kernels, kernel_of

from workbook.journal import Entry, Journal
from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("exercise")
PANEL = words("answers")
CHOICE = "00/what_it_claims"
KEPT = "Your text is still in this browser."


def downloaded(page, button):
    with page.expect_download() as waiting:
        button.click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def drafts(page):
    return page.evaluate(
        """() => Object.entries(localStorage).filter(([key]) => key.startsWith('sswp:'))
          .map(([, text]) => JSON.parse(text).response)"""
    )


def answer_in_trouble(exercise, sentence):
    """Answer where nothing can be saved; the words stay here and can be taken along."""
    exercise.answer()
    exercise.in_state("unsaved")
    assert sentence in exercise.said() and KEPT in exercise.said()
    (draft,) = drafts(exercise.page)
    assert draft["chosen"] == exercise.shown()
    copy = json.loads(downloaded(exercise.page, exercise.find("[data-act=download]")))
    assert copy["exercise"] == exercise.id
    assert copy["response"]["chosen"] == exercise.shown()


def after_trouble(exercise):
    """What stood in the way is gone: one press saves."""
    exercise.press("retry")
    exercise.in_state("feedback")
    exercise.saved()
    assert drafts(exercise.page) == []


def test_disk_full(visit):
    exercise = visit.open("00").exercise(CHOICE)
    exercise.answer()
    exercise.saved()
    before = visit.journal.path.read_bytes()
    kernel = kernel_of(visit.lab, visit.path)
    limits = resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, (len(before) + 20, limits[1]))
    exercise.find("label > span").nth(1).click()
    exercise.in_state("unsaved")
    assert "The disk is full." in exercise.said() and KEPT in exercise.said()
    copy = json.loads(downloaded(visit.page, exercise.find("[data-act=download]")))
    assert copy["response"]["chosen"] == drafts(visit.page)[0]["chosen"] == exercise.shown()
    assert visit.journal.path.read_bytes().startswith(before), "what was saved is untouched"
    resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, limits)
    after_trouble(exercise)
    assert len(exercise.history()) == 2


@pytest.fixture
def closed_journal(lab):
    """A journal that nobody may write: its name leads where even root makes no file."""
    journal = lab.journal

    def close(how):
        end_kernels(lab)
        journal.unlink(missing_ok=True)
        if how == "folder":
            journal.mkdir()
        else:
            journal.symlink_to("/sys/kernel/journal.jsonl")
        return journal

    yield close
    end_kernels(lab)
    journal.rmdir() if journal.is_dir() else journal.unlink(missing_ok=True)


def test_a_journal_that_is_a_folder(visit, closed_journal):
    journal = closed_journal("folder")
    exercise = visit.open("00").exercise(CHOICE)
    header = visit.page.locator("[data-panel=start] .sswp-notice")
    header.filter(has_text="is a folder, not a file.").wait_for()
    exercise.saying("is a folder, not a file.")
    answer_in_trouble(exercise, "is a folder, not a file.")
    journal.rmdir()
    after_trouble(exercise)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder closed even to root")
def test_a_journal_in_a_closed_folder(visit, closed_journal):
    closed_journal("closed")
    exercise = visit.open("00").exercise(CHOICE)
    answer_in_trouble(exercise, "is read-only.")
    visit.page.reload()
    exercise.in_state("unsaved", seconds=60)
    assert exercise.shown() == drafts(visit.page)[0]["chosen"], "the words outlast a reload"


def test_broken_and_newer_lines_are_told_and_kept(visit):
    good = Entry.new(CHOICE, {"chosen": ["b"]}, visit.exercise(CHOICE).made.edition).line()
    newer = json.dumps({**json.loads(good), "version": 2, "id": "x"}).encode()
    odd = b"{ not a line\n" + good + newer + b'\n{"version": 1, "id'
    visit.journal.path.write_bytes(odd)
    exercise = visit.open("00").exercise(CHOICE)
    told = visit.page.locator("[data-panel=start] .sswp-notice").inner_text()
    assert "Line 1 of journal.jsonl cannot be read" in told
    assert "Line 3 of journal.jsonl was written by a newer version" in told
    # cut off while it is the last line, unreadable once the journal's own name follows it
    assert re.search(r"Line 4 of journal.jsonl (is cut off|cannot be read)", told)
    assert exercise.shown() == ["b"] and exercise.state() == "restored"
    exercise.find("input:not(:checked)").first.click()
    exercise.saved()
    assert visit.journal.path.read_bytes().startswith(odd), "not one byte was changed"


def test_the_panel_copies_out_brings_in_and_erases(visit, tmp_path):
    page = visit.open("00").page
    choice, rating = visit.exercise(CHOICE), visit.exercise("00/start_line")
    for exercise in (choice, rating):
        exercise.answer()
        exercise.saved()
    before = rating.kept()
    panel = page.locator("[data-panel=answers]")
    copy = tmp_path / "copy.jsonl"
    copy.write_text(downloaded(page, panel.locator("[data-act=export]")), encoding="utf-8")
    exported = Journal(copy)
    assert exported.latest(CHOICE).response == choice.latest()
    assert exported.count() == visit.journal.count()

    panel.locator("select").select_option("00/start_line")
    panel.locator("[data-act=erase-one]").click()
    assert rating.made.title in panel.locator("[role=group]").inner_text()
    panel.locator("[data-act=no]").click()
    assert rating.kept() == before and PANEL["kept"] in panel.inner_text()
    panel.locator("[data-act=erase-one]").click()
    panel.locator("[data-act=yes]").click()
    rating.in_state("untouched")
    assert rating.history() == [] and rating.shown() == {} and choice.history() != []
    assert before and str(before)[:20] not in visit.journal.path.read_text(encoding="utf-8")

    erase_all(visit, panel)
    panel.locator("input[type=file]").set_input_files(copy)
    panel.get_by_text(PANEL["imported"].split("}")[1].strip()).wait_for()
    assert rating.kept() == before
    assert visit.journal.count() == exported.count()


def erase_all(visit, panel):
    choice, page = visit.exercise(CHOICE), visit.page
    kernel = kernel_of(visit.lab, visit.path)
    kernel.suspend()
    choice.find("input:not(:checked)").first.click()
    choice.in_state("unsaved")
    assert drafts(page) != []
    kernel.resume()
    choice.in_state("feedback")
    panel.locator("[data-act=erase-all]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.act") == "no", "the safe answer is first"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    choice.in_state("untouched")
    assert visit.journal.count() == 0 and drafts(page) == []
    panel.get_by_text(PANEL["erased"]).wait_for()
    assert panel.evaluate("(node) => node.contains(document.activeElement)")
