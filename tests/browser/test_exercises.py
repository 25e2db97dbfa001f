"""Every exercise of every module, answered with the mouse in a real JupyterLab."""

import pytest

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("exercise")
CODE = ".jp-CodeCell .jp-InputArea-editor, .jp-Placeholder, .jp-InputPrompt"


@pytest.mark.parametrize("module", ["00", "01", "02", "03", "04"])
def test_every_exercise_by_mouse(module, visit):
    visit.open(module)
    assert visit.page.locator(CODE).filter(visible=True).count() == 0
    left = {}
    for exercise in visit.exercises():
        look_at_untouched(exercise)
        answer_and_read(exercise)
        change_mind(exercise)
        left[exercise.id] = exercise.shown()
    visit.reload()
    for exercise in visit.exercises():
        assert exercise.state() == "restored", exercise.id
        assert exercise.shown() == left[exercise.id]
        assert WORDS["restored"] in exercise.said()
    assert_nothing_kept_in_browser(visit.page)


def look_at_untouched(exercise):
    assert exercise.root.is_visible()
    assert exercise.state() == "untouched"
    assert exercise.find("[role=status]").count() == 1
    assert exercise.find(":checked").count() == 0, "nothing is chosen beforehand"
    assert exercise.find(".sswp-note").count() == 0, "no note before an answer"


def answer_and_read(exercise):
    exercise.answer()
    exercise.saved()
    assert exercise.kept(), "an answer that holds nothing proves nothing"
    one_choice = exercise.kind == "choice" and not exercise.made.settings["many"]
    if one_choice or exercise.kind in ("sort", "match", "power_map"):
        assert exercise.notes() >= 1 and exercise.state() == "feedback"
    if exercise.made.hint:
        exercise.press("hint")
        exercise.find(".sswp-note", has_text=WORDS["hint_title"]).wait_for()
        exercise.until(lambda: exercise.latest().get("hinted"), "the hint is not in the journal")
    if exercise.find("[data-act=reveal]").count():
        before = exercise.notes()
        exercise.press("reveal")
        told = exercise.kind == "power_map"  # a map that is full has all its notes
        exercise.until(lambda: told or exercise.notes() > before, "no more notes were shown")
        exercise.in_state("feedback")
        exercise.until(lambda: exercise.latest().get("shown"), "not in the journal")
    if exercise.made.debrief:
        exercise.find(".sswp-note", has_text=WORDS["debrief"]).wait_for()


def change_mind(exercise):
    """Start over, undo that, skip, undo that: every step is a line of the journal."""
    answered, lines = exercise.latest(), len(exercise.history())
    exercise.press("reset")
    exercise.saying(WORDS["was_reset"])
    assert exercise.latest() == {}
    assert exercise.find(":checked, .sswp-note").count() == 0
    exercise.press("undo")
    exercise.saying(WORDS["undone"])
    assert exercise.latest() == answered
    assert exercise.shown() == exercise.kept()
    exercise.press("skip")
    exercise.saying(WORDS["skipped"])
    assert exercise.latest() == {**answered, "skipped": True}
    exercise.press("undo")
    exercise.saying(WORDS["undone"])
    assert exercise.latest() == answered
    assert len(exercise.history()) == lines + 4


def test_a_power_map_follows_each_answer(visit):
    exercise = visit.open("02").exercise("02/power_map")
    marks = exercise.find(".sswp-map td", has_text="1")
    assert marks.count() == 0
    exercise.find("[data-item=the_hour] [data-choice=system]").click()
    exercise.saved()
    assert exercise.find("[data-dimension=setting] td").all_inner_texts()[3].endswith("1")
    assert marks.count() == 1 and exercise.notes() == 1
    exercise.press("reveal")
    everywhere = exercise.find("[data-item]").count()
    exercise.until(lambda: exercise.notes() == everywhere, "the other notes were not shown")
    assert marks.count() == 1, "the map is the learner's own"
    exercise.press("reset")
    exercise.saying(WORDS["was_reset"])
    assert marks.count() == 0
    exercise.press("undo")
    exercise.saying(WORDS["undone"])
    assert marks.count() == 1


def assert_nothing_kept_in_browser(page):
    drafts = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('sswp:'))")
    assert drafts == [], "what is on disk need not stay in the browser"


def test_undo_and_a_cleared_answer_over_a_reload(visit):
    exercise = visit.open("00").exercise("00/what_it_claims")
    first, second = (exercise.find("input").nth(n).get_attribute("value") for n in (0, 2))
    for n in (0, 2):
        exercise.find("label > span").nth(n).click()
        exercise.saved()
    visit.reload()
    assert exercise.shown() == [second]
    exercise.press("undo")
    exercise.saying(WORDS["undone"])
    assert exercise.shown() == exercise.kept() == [first]
    exercise.press("reset")
    exercise.saying(WORDS["was_reset"])
    visit.reload()
    assert exercise.state() == "untouched"
    assert exercise.said() == ""
    assert exercise.find("[data-act=reset]").get_attribute("aria-disabled") == "true"
    exercise.press("undo")
    exercise.saying(WORDS["undone"])
    assert exercise.shown() == [first]


def test_a_match_is_used_once_and_a_number_out_of_reach_goes_back(visit):
    exercise = visit.open("01").exercise("01/what_was_counted")
    items = exercise.find("[data-item]")
    for n in (0, 1):
        items.nth(n).locator("label > span").first.click()
    exercise.saved()
    assert list(exercise.shown()) == [items.nth(1).get_attribute("data-item")]
    taken = WORDS["taken"].split("}")[1].strip()
    exercise.until(lambda: taken in exercise.aloud(), "it is not read out that a line is free")
    exercise = visit.exercise("01/who_answered")
    field = exercise.find("[type=number]").last
    field.fill("4.5")
    exercise.saved()
    assert "78.3" in exercise.find(".sswp-result").inner_text()
    field.fill("99")
    field.press("Tab")
    assert field.input_value() == "4.5"
    assert exercise.kept()["times_likelier"] == 4.5
