"""No answer is lost: not by a dead kernel, a closed tab, a second tab or a new wording."""

import signal
import threading

import pytest
from behind import kernel_of
from chromium import FLAGS, chromium_path, watched
from learner import LIBRARY, Visit, of_ours

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("exercise")
CHOICE = "00/what_it_claims"
TEXT = "01/where_i_stand"
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
    assert exercise.kept() == {area.get_attribute("data-field"): LONG + "The end."}
    exercise.has_focus()
    assert visit.page.locator(".jp-Dialog").count() == 0
    assert abs(scroller.evaluate("(node) => node.scrollTop") - place) < 40


def test_a_tab_closed_or_reloaded_in_the_middle_of_a_sentence(visit):
    exercise = visit.open("01").exercise(TEXT)
    exercise.find("textarea").first.click()
    visit.page.keyboard.type("I left in the mid")
    visit.page.reload()
    visit.ready()
    area = exercise.find("textarea").first
    assert area.input_value() == "I left in the mid"
    area.focus()
    visit.page.keyboard.press("End")
    visit.page.keyboard.type("dle of a sen")
    visit.page.close()
    again = Visit(visit.page.context.new_page(), visit.lab).open("01")
    exercise = again.exercise(TEXT)
    assert exercise.find("textarea").first.input_value() == "I left in the middle of a sen"
    exercise.saved()
    assert list(exercise.kept().values()) == ["I left in the middle of a sen"]


def test_a_kernel_killed_right_after_each_answer(visit):
    exercise = visit.open("00").exercise(CHOICE)
    options = exercise.find("input")
    for turn in range(3):
        kernel = kernel_of(visit.lab, visit.path)
        key = options.nth(turn % 4).get_attribute("value")
        exercise.root.evaluate("(node) => { node.dataset.before = ''; }")
        options.nth(turn % 4).click()
        kernel.kill()
        again = f"[data-exercise='{CHOICE}'][aria-busy=false]:not([data-before])"
        visit.page.wait_for_selector(again, timeout=60_000)
        exercise.until(lambda k=key: exercise.kept() == [k], f"answer {turn} is lost", 60)
        exercise.saved()
        assert exercise.shown() == [key]


def test_words_wait_in_the_browser_until_it_is_opened_again(chromium, lab, tmp_path):
    def browser():
        return chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium_path(), args=list(FLAGS)
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
        assert list(exercise.kept().values()) == ["Nobody has read this yet."]


def test_a_slow_answer_is_told_and_then_saved(visit):
    exercise = visit.open("00").exercise(CHOICE)
    go_on = stop_and_go(kernel_of(visit.lab, visit.path))
    try:
        exercise.answer()
        exercise.saying(WORDS["unsaved"], seconds=10)
        assert exercise.state() == "unsaved"
        exercise.tab_to("[data-act=download]")
    finally:
        go_on()
    exercise.in_state("feedback")
    exercise.saved()
    assert exercise.find("[data-act=download]").count() == 0
    exercise.has_focus()


def test_two_tabs_both_answers_are_kept(visit):
    first = visit.open("00").exercise(CHOICE)
    second = Visit(visit.page.context.new_page(), visit.lab).open("00").exercise(CHOICE)
    first.answer()
    first.saved()
    second.find("[data-elsewhere]").wait_for()
    second.find("input").nth(3).click()
    second.saying(WORDS["elsewhere_saved"].split("{")[0])
    theirs = second.kept()
    assert [entry.response["chosen"] for entry in first.history()] == [first.shown(), theirs]
    assert first.shown() != theirs, "the older tab keeps showing its own answer"
    assert WORDS["elsewhere"].split("{")[0] in first.said()
    first.page.bring_to_front()
    first.find("[data-act=show-other]").focus()
    first.page.keyboard.press("Enter")
    first.until(lambda: first.shown() == theirs, "the other answer is not shown")
    first.has_focus()
    assert len(first.history()) == 2


@pytest.fixture
def reworded(lab):
    """Give a function that rewords two exercises in the learner's course; put them back after."""
    here = LIBRARY.modules_folder / "exercises" / "00_start_here"
    kept = {
        name: (here / name).read_text("utf-8") for name in ("what_it_claims.md", "start_line.md")
    }
    there = lab.course / "modules" / "exercises" / "00_start_here"

    def reword():
        for name, text in kept.items():
            asked = text.replace("A colleague asks", "A good friend asks")
            told = asked.replace("- facts: The person heard", "- facts: This person heard")
            (there / name).write_text(told, "utf-8")

    yield reword
    for name, text in kept.items():
        (there / name).write_text(text, "utf-8")


def test_an_answer_to_the_earlier_wording_is_shown_and_can_be_used(visit, reworded):
    choice, rating = (visit.open("00").exercise(i) for i in (CHOICE, "00/start_line"))
    for exercise in (choice, rating):
        exercise.answer()
        exercise.saved()
    answered = choice.shown()
    words_ = choice.find("label:has(:checked)").inner_text()
    reworded()
    visit.reload()
    assert "A good friend asks" in choice.root.inner_text()
    for exercise in (choice, rating):
        assert exercise.state() == "untouched"
        assert exercise.find("[data-earlier]", has_text=WORDS["earlier"]).is_visible()
        assert exercise.find("[data-item] :checked, .sswp-options :checked").count() == 0
    assert words_ in choice.find("[data-earlier]").inner_text()
    assert len(choice.history()) == 1
    choice.find("[data-act=use-earlier]").focus()
    visit.page.keyboard.press("Enter")
    choice.in_state("feedback")
    assert choice.shown() == choice.kept() == answered
    assert len({entry.edition for entry in choice.history()}) == 2
    choice.has_focus()
    assert choice.find("[data-earlier]").count() == 0
