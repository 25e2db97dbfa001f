"""Every exercise without a mouse: Tab, arrows, Space and Enter; nothing typed reaches the page."""

import pytest
from learner import visitor
from running_lab import cells_of

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


@pytest.fixture(scope="module", params=["00", "01", "02", "03", "04"])
def opened(request, chromium, lab):
    """One module for the tests of this file; they touch each other's answers on purpose."""
    with visitor(chromium, lab) as made:
        yield made.open(request.param)


def test_every_exercise_by_keyboard(opened):
    for exercise in opened.exercises(optional=False):
        exercise.enter()
        exercise.answer_by_keys()
        exercise.saved()
        exercise.has_focus()
        assert exercise.kept()
        use_the_buttons(exercise)


def use_the_buttons(exercise):
    answered = exercise.latest()
    for act, key in (("reveal", "Enter"), ("hint", "Space")):
        if exercise.find(f"[data-act={act}]").count():
            press(exercise, act, key)
            flag = {"reveal": "shown", "hint": "hinted"}[act]
            exercise.until(lambda flag=flag: exercise.latest().get(flag), f"{act} is not kept")
            answered = exercise.latest()
            heard = exercise.find(".sswp-note").last.text_content().strip()
            exercise.until(lambda h=heard: h[:40] in exercise.aloud(), f"{heard!r} is not read out")
    for act, key, words_ in (
        ("reset", "Enter", "was_reset"),
        ("undo", "Space", "undone"),
        ("skip", "Enter", "skipped"),
        ("undo", "Enter", "undone"),
    ):
        press(exercise, act, key)
        exercise.saying(WORDS[words_])
        exercise.has_focus()
    assert exercise.latest() == answered


def press(exercise, act, key):
    """Reach a button with Tab or Shift+Tab and press it."""
    place = exercise.root.evaluate(
        """(root, act) => root.querySelector(`[data-act=${act}]`)
          .compareDocumentPosition(document.activeElement)""",
        act,
    )
    if place:
        exercise.tab_to(f"[data-act={act}]", "Shift+Tab" if place & 4 else "Tab")
    exercise.page.keyboard.press(key)
    exercise.has_focus()


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
    assert len(seen) > 8
    page.wait_for_timeout(300)
    assert cells_of(page) == before
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0


def test_order_is_changed_and_told_by_keys(visit):
    exercise = visit.open("01").exercise("01/weigh_the_roots")
    first, second, *rest = exercise.shown()
    exercise.enter()
    exercise.tab_to("[data-move=down]")
    visit.page.keyboard.press("Enter")
    assert exercise.has_focus() == f"{first}:down", "the focus goes with the line"
    exercise.until(lambda: "is now 2 of 5" in exercise.aloud(), "the new place is not read out")
    exercise.saved()
    assert exercise.shown() == [second, first, *rest]
    for _ in range(3):
        visit.page.keyboard.press("Space")
        exercise.has_focus()
    exercise.saved()
    assert exercise.shown() == [second, *rest, first]
    visit.page.keyboard.press("Space")
    assert exercise.has_focus() == f"{first}:down", "at the end the button stays, and does nothing"


def test_arrows_look_and_leaving_answers(visit):
    exercise = visit.open("00").exercise("00/what_it_claims")
    exercise.enter()
    exercise.tab_to("input")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowDown")
    visit.page.wait_for_timeout(300)
    assert exercise.state() == "untouched", "an arrow key alone answers nothing"
    assert exercise.history() == []
    looked_at = exercise.shown()
    visit.page.keyboard.press("Tab")
    exercise.in_state("feedback")
    assert exercise.kept() == looked_at
    visit.page.keyboard.press("Shift+Tab")
    visit.page.keyboard.press("ArrowDown")
    last = exercise.shown()
    assert last != looked_at
    visit.reload()
    assert exercise.shown() == last, "an option that was looked at when the page closed counts"
