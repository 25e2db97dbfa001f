"""“Two weeks” on the page: played by mouse and by keys, cut off, found again, compared."""

import pytest
from behind import kernel_of
from learner import visitor
from scratch import write_notebook
from test_axe import CUT, TARGETS, look
from two_weeks import EQUAL, FAVOR, ID, STORY

from workbook.content.markup import plain_words
from workbook.kinds.encounter.play import ending, replay
from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("encounter")
SCENE = "[data-field=scene]"
CALLS = ("import workbook as wb", 'wb.start("01")', f'wb.exercise("{ID}")', "wb.progress()")


def visit_encounter(visit):
    path = write_notebook(
        visit.lab.course / "scratch" / "encounter.ipynb", "# One encounter", *CALLS
    )
    visit.path, visit.ids = path.relative_to(visit.lab.course).as_posix(), [ID]
    visit.page.goto(visit.lab.address(visit.path))
    return visit.ready().exercise(ID)


@pytest.fixture
def exercise(visit):
    return visit_encounter(visit)


def chosen(path, name):
    """Give one text of every choice on a path."""
    pairs = zip(replay(STORY, path), path, strict=False)
    found = (c for s, key in pairs for c in STORY.passages[s.passage].choices if c.key == key)
    return [plain_words(getattr(choice, name)) for choice in found]


def at(exercise, path):
    exercise.until(lambda: exercise.shown() == path, f"the story is not at {path}")


def choose_by_mouse(exercise, path):
    for n in range(len(exercise.shown()), len(path)):
        exercise.find(f"[data-choice={path[n]}]").click()
        at(exercise, path[: n + 1])


def title_of(path):
    state = replay(STORY, path)[-1]
    end = ending(STORY, state)
    return end.title if end else STORY.passages[state.passage].title


def heard(exercise):
    return exercise.root.evaluate("(root) => root.textContent.replace(/\\s+/g, ' ')")


def test_by_mouse_to_one_ending_then_from_a_step_to_another_and_compared(visit, exercise):
    assert STORY.status in heard(exercise)
    assert not exercise.find(SCENE).is_visible()
    exercise.press("begin")
    for n in range(len(EQUAL)):
        assert title_of(EQUAL[:n]) in exercise.find(SCENE).inner_text()
        unheard = [text for text in chosen(EQUAL, "person") if text in heard(exercise)]
        assert unheard == [], "no voice before the end"
        choose_by_mouse(exercise, EQUAL[: n + 1])
        assert chosen(EQUAL, "shift")[n] in heard(exercise)
    exercise.saved()
    assert title_of(EQUAL) in exercise.find(SCENE).inner_text()
    for name in ("say", "shift", "person", "you", "fits"):
        assert [t for t in chosen(EQUAL, name) if t not in heard(exercise)] == []
    exercise.press("open-all")
    exercise.find("[data-replay='3']").last.click()
    at(exercise, EQUAL[:3])
    assert not exercise.find("[data-part=compared]").count()
    choose_by_mouse(exercise, FAVOR)
    exercise.saved()
    assert title_of(FAVOR) in exercise.find(SCENE).inner_text()
    compared = exercise.find("[data-part=compared]")
    assert title_of(EQUAL) in compared.inner_text() and title_of(FAVOR) in compared.inner_text()
    differ = compared.locator("[data-step]").count()
    assert differ >= 1
    exercise.find("[data-field=compare_first]").select_option(index=1)
    assert compared.locator("[data-step]").count() == 0, "a play does not differ from itself"
    assert exercise.latest() == {"path": FAVOR, "kept": [EQUAL]}
    visit.reload()
    assert exercise.shown() == FAVOR
    assert compared.locator("[data-step]").count() == differ
    exercise.press("undo")
    at(exercise, FAVOR[:-1])
    exercise.saved()
    assert exercise.latest()["kept"] == [EQUAL]


def test_by_keyboard_alone_to_an_ending(visit, exercise):
    keys = visit.page.keyboard
    exercise.enter()
    exercise.tab_to("[data-act=begin]")
    keys.press("Enter")
    for n, key in enumerate(FAVOR):
        assert exercise.has_focus() == "scene"
        exercise.tab_to(f"[data-choice={key}]")
        keys.press("Enter" if n % 2 else "Space")
        at(exercise, FAVOR[: n + 1])
        exercise.until(lambda: exercise.has_focus() == "scene", "the focus is not at the scene")
        exercise.until(
            lambda n=n: chosen(FAVOR, "shift")[n] in exercise.aloud(), "the shift is not read out"
        )
        if n == 2:
            exercise.tab_to("[data-field=sides]")
            keys.press("Enter")
            exercise.tab_to("[data-act=back]", "Shift+Tab")
            keys.press("Enter")
            at(exercise, FAVOR[:2])
            assert exercise.has_focus() == "back", "one can go further back"
            exercise.tab_to(f"[data-choice={key}]", "Shift+Tab")
            keys.press("Enter")
            at(exercise, FAVOR[:3])
            exercise.until(lambda: exercise.has_focus() == "scene", "the focus is lost")
            numbers = exercise.find("[data-part=sides] table")
            assert numbers.is_visible(), "the table stays open from scene to scene"
            assert WORDS["zone_shared"] in numbers.inner_text()
    exercise.saved()
    exercise.tab_to("[data-act=restart]")
    keys.press("Enter")
    at(exercise, [])
    exercise.until(lambda: exercise.has_focus() == "scene", "the focus is lost at the restart")
    assert exercise.latest() == {"path": [], "kept": [FAVOR]}


def test_a_kernel_killed_in_the_middle_and_a_reload_keep_the_place(visit, exercise):
    exercise.press("begin")
    choose_by_mouse(exercise, EQUAL[:3])
    exercise.root.evaluate("(node) => { node.dataset.before = ''; }")
    kernel_of(visit.lab, visit.path).kill()
    exercise.find(f"[data-choice={EQUAL[3]}]").click()
    again = f"[data-exercise='{ID}'][aria-busy=false]:not([data-before])"
    visit.page.wait_for_selector(again, timeout=60_000)
    exercise.until(lambda: exercise.kept() == EQUAL[:4], "the choice is lost", seconds=60)
    at(exercise, EQUAL[:4])
    focus = "document.activeElement.dataset.field === 'scene'"
    exercise.until(lambda: visit.page.evaluate(focus), "the learner's place is lost")
    choose_by_mouse(exercise, EQUAL[:6])
    visit.reload()
    assert exercise.shown() == EQUAL[:6]
    assert title_of(EQUAL[:6]) in exercise.find(SCENE).inner_text()
    choose_by_mouse(exercise, EQUAL)
    exercise.saved()


def test_a_kernel_that_does_not_answer_holds_the_story_and_says_so(visit, exercise):
    exercise.press("begin")
    choose_by_mouse(exercise, EQUAL[:1])
    kernel = kernel_of(visit.lab, visit.path)
    kernel.suspend()
    try:
        exercise.find("[data-choice]").first.click()
        exercise.saying(WORDS["unsaved"], seconds=10)
        assert exercise.shown() == EQUAL[:1]
        exercise.find(f"[data-choice={EQUAL[1]}]").click()
        exercise.saying(WORDS["unsaved"], seconds=10)
    finally:
        kernel.resume()
    at(exercise, EQUAL[:2])
    exercise.saved()


TWICE = {
    "double click": lambda choice: choice.dblclick(),
    "two keys": lambda choice: (choice.press("Enter"), choice.page.keyboard.press("Enter")),
    "one tick": lambda choice: choice.evaluate("(node) => { node.click(); node.click(); }"),
}


@pytest.mark.parametrize("how", TWICE)
def test_a_choice_made_twice_is_one_choice(exercise, how):
    exercise.press("begin")
    TWICE[how](exercise.find(f"[data-choice={EQUAL[0]}]"))
    at(exercise, EQUAL[:1])
    exercise.saved()
    exercise.page.wait_for_timeout(300)
    assert [entry.response["path"] for entry in exercise.history()] == [EQUAL[:1]]
    assert exercise.said().startswith(words("exercise")["saved"])
    assert "window" not in exercise.said()


def test_look_again_opens_the_step_and_stays_at_the_end(visit, exercise):
    exercise.press("begin")
    choose_by_mouse(exercise, FAVOR)
    exercise.saved()
    again = exercise.find("[data-look]").first
    n = int(again.get_attribute("data-look"))
    step = exercise.find("[data-part=read] [data-step]").nth(n)
    step.evaluate("(node) => { node.open = false; }")
    again.press("Enter")
    assert exercise.has_focus() == f"step:{n}"
    assert chosen(FAVOR, "person")[n] in step.inner_text()
    assert 0 <= step.bounding_box()["y"] < 500
    assert exercise.latest()["path"] == exercise.shown() == FAVOR


def test_an_earlier_play_is_read_with_its_voices_and_played_on_from(exercise):
    exercise.press("begin")
    choose_by_mouse(exercise, EQUAL)
    exercise.press("restart")
    at(exercise, [])
    choose_by_mouse(exercise, FAVOR)
    own = [text for text in chosen(EQUAL, "person") if text not in chosen(FAVOR, "person")]
    assert own and not [text for text in own if text in heard(exercise)]
    exercise.find("[data-field=read]").select_option(index=0)
    assert [text for text in own if text not in heard(exercise)] == []
    assert title_of(EQUAL) in exercise.find("[data-part=read]").inner_text()
    exercise.press("open-all")
    exercise.find("[data-replay='5']").click()
    at(exercise, EQUAL[:5])
    exercise.saved()
    assert exercise.latest() == {"path": EQUAL[:5], "kept": [EQUAL, FAVOR]}


def test_what_is_read_out_is_true_of_the_scene_that_is_shown(exercise):
    exercise.press("begin")
    choose_by_mouse(exercise, EQUAL[:2])
    exercise.saved()
    for act, path in (("reset", []), ("undo", EQUAL[:2]), ("undo", EQUAL[:1]), ("back", [])):
        exercise.press(act)
        at(exercise, path)
        exercise.in_state("saved")
        exercise.until(lambda p=path: title_of(p) in exercise.aloud(), f"{act}: nothing is read")
        shifts = chosen(EQUAL, "shift")[:2]
        assert [text for text in shifts if text in exercise.aloud()] == [], act


def test_on_a_low_screen_each_scene_begins_at_the_top(chromium, lab):
    with visitor(chromium, lab, width=1280, height=720) as visit:
        exercise = visit_encounter(visit)
        exercise.press("begin")
        for n in range(4):
            heading = exercise.find(SCENE)
            exercise.until(lambda h=heading: h.bounding_box()["y"] < 360, f"scene {n} is low")
            assert exercise.find("[data-choice]").first.bounding_box()["y"] < 720, n
            choose_by_mouse(exercise, EQUAL[: n + 1])
            exercise.saved()


COMMS = """async () => { const panel = window.jupyterapp.shell.currentWidget;
  const kernel = panel.sessionContext.session.kernel;
  const found = await kernel.requestCommInfo({ target_name: 'jupyter.widget' });
  return Object.keys(found.content.comms).length; }"""


def test_reloads_leave_nothing_behind_in_the_kernel(visit, exercise):
    counts = []
    for _ in range(4):
        visit.reload()
        counts.append(visit.page.evaluate(COMMS))
    assert counts[-1] == counts[0], counts


@pytest.mark.parametrize("width", [1400, 320])
def test_no_finding_in_any_state(width, chromium, lab):
    with visitor(chromium, lab, width=width) as visit:
        exercise = visit_encounter(visit)
        look_closely(visit, "opening")
        exercise.press("begin")
        choose_by_mouse(exercise, EQUAL[:4])
        for field in ("opening", "sides", "steps"):
            exercise.find(f"[data-field={field}]").click()
        look_closely(visit, "in the middle")
        choose_by_mouse(exercise, EQUAL)
        exercise.press("open-all")
        exercise.find("[data-replay='3']").last.click()
        at(exercise, EQUAL[:3])
        choose_by_mouse(exercise, FAVOR)
        exercise.press("open-all")
        look_closely(visit, "at the end, two plays compared")


def look_closely(visit, state):
    """Run axe in both themes; nothing may be cut off or too small to hit."""
    look(visit, state)
    assert visit.page.evaluate(CUT) == [], state
    assert visit.page.evaluate(TARGETS) == [], state
