"""Every kind of exercise in a real JupyterLab: by mouse, by stray keys, and read by axe."""

import pytest
from axe import CUT, TARGETS, findings
from every_kind import open_every_kind
from running_lab import cells_of
from said import said_by

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("exercise")
LETTERS = [*"baxcvymrzlojk0123", "d", "d", "0", "0", "i", "i"]
MOVES = ["ArrowDown", "ArrowUp", "Enter", "Shift+Enter", "Shift+M", "Escape", "End", "Home"]
CONTROLS = "input, textarea, select, button, summary"
# A key may add or take away controls, so each search looks at the page as it is then.
FOCUS_A_NEW_SORT = """([controls, seen]) => {
  const sort = (n) => [n.closest('[data-kind]')?.dataset.kind, n.tagName, n.type, n.dataset.act]
    .join(' ');
  const shows = (n) => n.checkVisibility({ visibilityProperty: true });
  const found = [...document.querySelectorAll('[data-exercise], [data-panel]')]
    .flatMap((root) => [...root.querySelectorAll(controls)])
    .find((n) => !seen.includes(sort(n)) && shows(n));
  found?.focus();
  return found && sort(found);
}"""

FITS = """() => [...document.querySelectorAll('.jp-WindowedPanel-outer')]
  .every((node) => node.scrollWidth <= node.clientWidth)"""


@pytest.fixture
def opened(visit):
    return open_every_kind(visit)


def test_every_kind_by_mouse_and_found_again(opened):
    left = {}
    for exercise in opened.exercises():
        look_at_untouched(exercise)
        answer_and_read(exercise)
        change_mind(exercise)
        left[exercise.id] = exercise.shown()
    opened.reload()
    for exercise in opened.exercises():
        assert exercise.state() == "restored", exercise.id
        assert exercise.shown() == left[exercise.id]
        assert WORDS["restored"] in exercise.said()
    drafts = "Object.keys(localStorage).filter((key) => key.startsWith('sswp:'))"
    assert opened.page.evaluate(drafts) == [], "what is on disk need not stay in the browser"


def look_at_untouched(exercise):
    assert exercise.root.is_visible()
    assert exercise.state() == "untouched"
    assert exercise.find("[role=status]").count() == 1
    assert exercise.find(":checked:not(option)").count() == 0, "nothing is chosen beforehand"
    assert exercise.find(".sswp-note").count() == 0, "no note before an answer"


def answer_and_read(exercise):
    exercise.answer()
    exercise.saved()
    assert any(exercise.latest().values()), "an answer that holds nothing proves nothing"
    if exercise.made.hint:
        exercise.press("hint")
        exercise.find(".sswp-note", has_text=WORDS["hint_title"]).wait_for()
        exercise.until(lambda: exercise.latest().get("hinted"), "the hint is not in the journal")
    if exercise.find("[data-act=reveal]").count():
        exercise.press("reveal")
        exercise.in_state("feedback")
        exercise.until(lambda: exercise.latest().get("shown"), "not in the journal")


def change_mind(exercise):
    """Start over, undo that, skip, undo that: every step is a line of the journal."""
    answered, lines = exercise.latest(), len(exercise.history())
    for act, said, kept in (
        ("reset", "was_reset", {}),
        ("undo", "undone", answered),
        ("skip", "skipped", {**answered, "skipped": True}),
        ("undo", "undone", answered),
    ):
        exercise.press(act)
        exercise.saying(said_by(exercise.made.kind, said))
        exercise.until(lambda k=kept: exercise.latest() == k, f"{act} is not in the journal")
    assert len(exercise.history()) == lines + 4


def test_no_key_reaches_the_notebook(opened):
    page = opened.page
    before = cells_of(page)
    assert len(before) > 5
    seen = set()
    while sort := page.evaluate(FOCUS_A_NEW_SORT, [CONTROLS, sorted(seen)]):
        seen.add(sort)
        leads_away = sort.endswith(" go")  # Enter opens another module there, as it should
        for key in LETTERS + ([] if leads_away else MOVES):
            page.keyboard.press(key)
        inside = "!!document.activeElement.closest('[data-exercise], [data-panel]')"
        assert page.evaluate(inside), f"the focus left {sort}"
    assert len(seen) > 30
    page.wait_for_timeout(300)
    assert cells_of(page) == before
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0


def look(visit, state):
    """Look at the page as it is, in both themes."""
    for theme in ("Light", "Dark"):
        visit.theme(theme)
        assert findings(visit.page) == [], f"{state}, {theme}"
    visit.theme("Light")


def test_nothing_for_axe_and_nothing_cut_off(opened):
    look(opened, "untouched")
    assert opened.page.evaluate(TARGETS) == []
    for exercise in opened.exercises():
        exercise.answer()
        exercise.saved()
        for act in ("hint", "reveal"):
            if exercise.find(f"[data-act={act}]").count():
                exercise.press(act)
                exercise.saved()
    look(opened, "answered, with notes and hints")
    opened.page.set_viewport_size({"width": 320, "height": 800})
    opened.reload()
    look(opened, "320 pixels wide")
    for percent in (400, 200):  # of a window of 1280 x 1024, as WCAG 1.4.10 and 1.4.4 measure
        size = {"width": 128_000 // percent, "height": 102_400 // percent}
        opened.page.set_viewport_size(size)
        assert opened.page.evaluate(CUT) == [], percent
        assert opened.page.evaluate(TARGETS) == [], percent
        assert opened.page.evaluate(FITS), f"the page scrolls sideways at {percent} percent"
