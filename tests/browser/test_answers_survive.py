"""No answer is lost: not by a dead kernel, a closed tab, a second tab or a new wording."""

import json
import resource
import signal
import threading
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from behind import kernel_of, wait_until
from chromium import ALONE, FLAGS, chromium_path, watched
from learner import Visit, of_ours

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("exercise")
CHOICE = "00/what_it_claims"
TEXT = "01/where_i_stand"
TALK = "Ines: Is there a chair?\nDalia: Take mine, please."
LONG = (
    "My first supervisor signed every letter with three titles. People waited in the hall. "
    "One day a woman asked who had decided that, and nobody in the office knew the answer. "
)


def stop_and_go(kernel):
    """Make a kernel deaf for a while; give what wakes it up."""
    kernel.send_signal(signal.SIGSTOP)
    return lambda: kernel.send_signal(signal.SIGCONT)


def test_a_kernel_killed_while_typing_loses_no_character(visit):
    exercise = visit.open("01").exercise(TEXT)
    kernel = kernel_of(visit.lab, visit.path)
    scroller = visit.page.locator(".jp-WindowedPanel-outer").first
    area = exercise.find("textarea").first
    area.click()
    place = scroller.evaluate("(node) => node.scrollTop")
    killing = threading.Timer(2, kernel.kill)
    killing.start()
    visit.page.keyboard.type(LONG, delay=70)
    killing.join()
    assert not kernel.is_running()
    exercise.until(lambda: LONG in str(exercise.latest()), "the words are not kept", seconds=60)
    visit.page.keyboard.type("The end.")
    exercise.until(lambda: "The end." in str(exercise.latest()), "later words are not kept", 60)
    visit.ready()
    exercise.saved()
    assert area.input_value() == LONG + "The end."
    assert exercise.latest()["texts"] == {area.get_attribute("data-field"): LONG + "The end."}
    exercise.has_focus()
    assert visit.page.locator(".jp-Dialog").count() == 0
    assert abs(scroller.evaluate("(node) => node.scrollTop") - place) < 40


def is_new(visit, was):
    """Say whether another kernel answers for the page that is open."""
    with suppress(ValueError, psutil.Error):
        return kernel_of(visit.lab, visit.path).pid != was.pid
    return False


def test_a_kernel_killed_right_after_each_answer(visit):
    exercise = visit.open("00").exercise(CHOICE)
    options = exercise.find("input")
    for turn in range(3):
        kernel = kernel_of(visit.lab, visit.path)
        key = options.nth(turn % 4).get_attribute("value")
        options.nth(turn % 4).click()
        kernel.kill()
        wait_until(lambda was=kernel: is_new(visit, was), 60)
        exercise.until(
            lambda k=key: exercise.latest().get("chosen") == [k], f"answer {turn} is lost", 60
        )
        exercise.saved()
        assert exercise.checked() == [key]


def test_words_wait_in_the_browser_until_it_is_opened_again(chromium, lab, tmp_path):
    def browser():
        return chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium_path(), args=[*FLAGS, ALONE]
        )

    lab.journal.unlink(missing_ok=True)
    context = browser()
    with watched(context, of_ours):
        visit = Visit(context.new_page(), lab).open("01")
        exercise = visit.exercise(TEXT)
        kernel = kernel_of(lab, visit.path)
        stop_and_go(kernel)
        exercise.find("textarea").first.click()
        visit.page.keyboard.type("Nobody has read this yet.")
        exercise.in_state("unsaved")
    kernel.kill()
    context = browser()
    with watched(context, of_ours):
        visit = Visit(context.new_page(), lab).open("01")
        exercise = visit.exercise(TEXT)
        exercise.saying(WORDS["recovered"])
        assert exercise.state() == "restored"
        exercise.saved()
        assert list(exercise.latest()["texts"].values()) == ["Nobody has read this yet."]


def test_two_tabs_both_answers_are_kept(visit):
    first = visit.open("00").exercise(CHOICE)
    second = Visit(visit.page.context.new_page(), visit.lab).open("00").exercise(CHOICE)
    first.answer()
    first.saved()
    second.find("[data-elsewhere]").wait_for()
    second.find("input").nth(3).click()
    second.saying(WORDS["elsewhere_saved"].split("{")[0])
    theirs = second.checked()
    assert [entry.response["chosen"] for entry in first.history()] == [first.checked(), theirs]
    assert first.checked() != theirs, "the older tab keeps showing its own answer"
    first.saying(WORDS["elsewhere"].split("{")[0])
    first.page.bring_to_front()
    first.find("[data-act=show-other]").focus()
    first.page.keyboard.press("Enter")
    first.until(lambda: first.checked() == theirs, "the other answer is not shown")
    first.has_focus()
    assert len(first.history()) == 2


def test_a_transcript_outlives_the_kernel(visit):
    """What was put in is nowhere but on the page, and stays there."""
    visit.open("02")
    area = visit.page.locator("[data-panel=transcript] textarea")
    area.fill(TALK)
    visit.page.keyboard.press("End")
    area.evaluate("(node) => { node.dataset.before = ''; }")
    kernel_of(visit.lab, visit.path).kill()
    visit.page.locator("[data-panel=transcript] textarea:not([data-before])").wait_for(
        timeout=60_000
    )
    visit.ready()
    assert area.input_value() == TALK
    visit.page.wait_for_function(
        "document.activeElement.closest('[data-panel=transcript]') !== null"
    )
    visit.page.keyboard.type(" Thank you.")
    assert area.input_value() == TALK + " Thank you."


def test_a_full_disk_loses_nothing(visit):
    exercise = visit.open("00").exercise(CHOICE)
    exercise.answer()
    exercise.saved()
    before = visit.journal.path.read_bytes()
    kernel = kernel_of(visit.lab, visit.path)
    limits = resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, (len(before) + 20, limits[1]))
    exercise.find("label > span").nth(1).click()
    exercise.in_state("unsaved")
    assert [draft["chosen"] for draft in exercise.drafts()] == [exercise.checked()]
    with visit.page.expect_download() as waiting:
        exercise.press("download")
    copy = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert copy["response"]["chosen"] == exercise.checked()
    assert visit.journal.path.read_bytes().startswith(before), "what was saved is untouched"
    resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, limits)
    exercise.press("retry")
    exercise.in_state("feedback")
    exercise.saved()
    assert len(exercise.history()) == 2


COMMS = """async () => { const panel = window.jupyterapp.shell.currentWidget;
  const kernel = panel.sessionContext.session.kernel;
  const found = await kernel.requestCommInfo({ target_name: 'jupyter.widget' });
  return Object.keys(found.content.comms).length; }"""


def test_reloads_leave_nothing_behind_in_the_kernel(visit):
    visit.open("00")
    first = visit.page.evaluate(COMMS)
    assert first > 0
    for _ in range(3):
        visit.reload()
        assert wait_until(lambda: visit.page.evaluate(COMMS) == first)
