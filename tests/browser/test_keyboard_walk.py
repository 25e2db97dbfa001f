"""Module 0 without a mouse: from the skip link through every exercise to the end of the page."""

import pytest

from workbook.words import words

pytestmark = pytest.mark.browser

LAB_WORDS = words("lab")
FOCUSED = """() => { const node = document.activeElement, style = getComputedStyle(node);
  const box = node.getBoundingClientRect(), around = node.closest('label') ?? node;
  return { exercise: node.closest('[data-exercise]')?.dataset.exercise ?? '',
    sort: node.type ?? node.tagName, act: node.dataset.act ?? '', text: node.textContent,
    ours: Boolean(node.closest('.sswp, .sswp-bar, .sswp-panel, .sswp-skip, section[data-chart]')),
    read: Boolean(node.closest('.jp-Notebook')),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
      || getComputedStyle(around).outlineStyle !== 'none',
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight, radio: node.name ?? '' }; }"""


def test_module_0_is_worked_through_without_a_mouse(visit):
    page = visit.open("00").page
    first, *_ = visit.ids
    page.evaluate("() => { document.activeElement.blur(); document.body.focus(); }")
    page.locator(".sswp-skip button").first.focus()
    assert page.evaluate(FOCUSED)["text"] == LAB_WORDS["skip_exercise"]
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED)["exercise"] == first, "the skip link lands on the first exercise"
    answered, stops = set(), 0
    for _ in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if not (at["ours"] or at["read"]):
            break
        stops += 1
        assert at["ring"] and at["seen"], f"the focus is not to be seen on {at}"
        if at["exercise"] and at["sort"] in ("radio", "checkbox") and at["radio"] not in answered:
            page.keyboard.press("Space")
            answered.add(at["radio"])
        elif at["exercise"] and at["sort"] == "textarea":
            page.keyboard.type("b and dd")
    assert stops > 20
    for exercise in visit.exercises():
        exercise.saved()
        assert exercise.history(), f"{exercise.id} was not reached"
