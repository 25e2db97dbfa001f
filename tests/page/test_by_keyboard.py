"""Every kind without a mouse: every control is reached, no key leaks, the focus is never lost."""

import pytest
from mouse import click
from said import said_by
from samples import kinds, sorts

from workbook.words import words

WORDS = words("exercise")
# One name for each stop of the Tab key: a group of radios is one stop.
STOPS = """(root) => [...root.querySelectorAll('input, textarea, select, button, summary, a[href]')]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled)
  .map((node) => node.type === 'radio' ? node.name : node.dataset.field ?? node.outerHTML)"""
STOP = """() => { const node = document.activeElement;
  return node.type === 'radio' ? node.name : node.dataset.field ?? node.outerHTML; }"""
LEAKS = """() => { const first = !window.leaks;
  window.leaks = [];
  if (first) for (const type of ['keydown', 'keypress', 'keyup'])
    document.addEventListener(type, (event) => window.leaks.push(event.key)); }"""


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_by_keyboard(stage, kind):
    shown = stage.exercise(kind)
    shown.answer_by_keys()
    assert shown.state() in ("saved", "feedback"), shown.said()
    assert shown.said() == WORDS["saved"]
    answered = shown.latest()
    assert answered
    for act, flag, key in (("reveal", "shown", "Enter"), ("hint", "hinted", "Space")):
        if shown.find(f"[data-act={act}]").count():
            shown.press_by_keys(act, key)
            answered = shown.latest()
            assert answered[flag] is True
    for act, key, said in (
        ("reset", "Enter", "was_reset"),
        ("undo", "Space", "undone"),
        ("skip", "Enter", "skipped"),
        ("undo", "Enter", "undone"),
    ):
        shown.press_by_keys(act, key)
        assert shown.said() == said_by(kind, said)
    assert shown.latest() == answered


@pytest.mark.parametrize("kind", sorts())
def test_every_control_is_reached_by_tab_and_back(stage, kind):
    shown = stage.exercise(kind)
    shown.answer()
    shown.enter()
    for key in ("Tab", "Shift+Tab"):
        stops = shown.ask(STOPS)
        assert len(stops) > 3
        seen = set()
        for _ in range(len(set(stops))):
            stage.page.keyboard.press(key) if seen or key == "Tab" else None
            shown.has_focus()
            seen.add(stage.page.evaluate(STOP))
        assert seen == set(stops), key


@pytest.mark.parametrize("kind", sorts())
def test_no_key_reaches_what_is_around_the_exercise(stage, kind):
    shown = stage.exercise(kind)
    shown.answer()
    stage.page.evaluate(LEAKS)
    sorts = "[type=radio], [type=checkbox], [type=range], [type=number], textarea, select, summary"
    for selector in [*sorts.split(", "), "[data-act=undo]", ".sswp-choice", "[data-move=down]"]:
        for node in shown.find(selector).all()[:1]:
            node.focus()
            for key in [*"baxdd0", "ArrowDown", "ArrowUp", "Enter", "Escape", "Home", "Shift+M"]:
                stage.page.keyboard.press(key)
            stage.quiet()
            assert shown.ask("(r) => r.contains(document.activeElement)"), selector
    for key in ("s", "i", "b", "h", "f", "z", "y", "Shift+C", "Shift+D", "Shift+Z"):
        stage.page.keyboard.press(f"Control+{key}")
    assert stage.page.evaluate("window.leaks") == []


@pytest.mark.parametrize("kind", sorts())
def test_what_is_read_out_is_what_is_new(stage, kind):
    shown = stage.exercise(kind)
    [status] = shown.find("[role=status]").all()
    assert status.text_content() == ""
    shown.answer()
    assert shown.said() == WORDS["saved"]
    for act in ("hint", "reveal"):
        if not shown.find(f"[data-act={act}]").count():
            continue
        stage.pass_time(2000)  # what was read out before is over
        before = note_texts(shown)
        click(shown.find(f"[data-act={act}]"))
        stage.pass_time(20)
        news = [text for text in note_texts(shown) if text not in before]
        heard = shown.heard()
        assert heard.startswith(WORDS["saved"])
        if act == "hint":
            assert WORDS["hint_title"] in heard
        assert all(text in heard for text in news)
        assert sum(map(len, news)) <= len(heard)
        shown.press("skip")
        assert shown.said() == WORDS["skipped"]
    shown.press("reset")
    assert shown.said() == said_by(shown.kind, "was_reset")
    assert not any(text in shown.heard() for text in note_texts(shown))


def note_texts(shown):
    return [text.strip() for text in shown.find(".sswp-note > div").all_text_contents()]
