"""Long exercises one item at a time: any kind with many items, by mouse and by keyboard."""

import re
from dataclasses import replace
from importlib import resources

import pytest
from look import look
from mouse import click
from samples import exercise_of, kinds
from sweep import first

from workbook.kinds import kind_of
from workbook.words import word

AWAY = "[data-step]:not([data-away])"
MANY = 7


def long_ones():
    """Make a long exercise of every kind whose view takes its items one by one."""
    return [kind for kind in kinds() if takes_steps(kind_of(kind))]


def takes_steps(kind):
    """Say whether the view of a kind, or the one that it shares, says what its items are."""
    shared = (resources.files("workbook") / "widgets" / "js" / f"{n}.js" for n in kind.scripts)
    views = [(kind.folder / "view.js").read_text("utf-8"), *(f.read_text("utf-8") for f in shared)]
    return any(re.search(r"^    steps[:,]", view, re.MULTILINE) for view in views)


def lengthened(kind):
    made = exercise_of(kind)
    if len(made.items) >= MANY:
        return made
    more = [
        replace(made.items[0], key=f"{made.items[0].key}{n}") for n in range(MANY - len(made.items))
    ]
    return replace(made, items=(*made.items, *more))


def shown_items(shown):
    return [n for n, node in enumerate(shown.find("[data-step]").all()) if node.is_visible()]


def announced(shown, name, **values):
    return word("exercise", name, **values) in shown.heard()


@pytest.mark.parametrize("kind", first(2, long_ones()))
def test_one_at_a_time_forth_and_back_and_all_at_once(stage, kind):
    shown = stage.exercise(lengthened(kind))
    count = shown.find("[data-step]").count()
    assert shown_items(shown) == list(range(count)), "at first all are shown"
    shown.press("one-by-one")
    assert shown_items(shown) == [0]
    assert announced(shown, "step_of", n=1, all=count)
    shown.press("step-next")
    assert shown_items(shown) == [1]
    assert stage.page.evaluate("document.activeElement.matches('[data-step]')")
    shown.press("step-back")
    shown.press("step-back")
    assert shown_items(shown) == [0] and announced(shown, "step_first", all=count)
    shown.click(shown.find("[data-act=step]").last)
    assert shown_items(shown) == [count - 1]
    shown.press("step-next")
    assert shown_items(shown) == [count - 1] and announced(shown, "step_last", all=count)
    look(stage, f"one at a time {kind}")
    shown.press("one-by-one")
    assert shown_items(shown) == list(range(count))


def test_the_way_is_remembered_and_goes_on_at_the_first_open_item(stage):
    shown = stage.course("01/one_mechanism")
    shown.press("one-by-one")
    click(shown.find(AWAY).locator("label > span").first)
    shown.settle()
    assert shown.find("[data-act=step][data-answered]").count() == 1
    again = stage.reload(shown)
    assert shown_items(again) == [1]
    again.press("one-by-one")
    assert shown_items(stage.reload(again)) == list(range(9))


def test_paper_shows_all(stage):
    shown = stage.course("02/mark_the_meeting")
    shown.press("one-by-one")
    stage.page.emulate_media(media="print")
    try:
        assert shown_items(shown) == list(range(12))
        assert not shown.find("[data-act=one-by-one]").is_visible()
    finally:
        stage.page.emulate_media(media="screen")


def test_a_note_that_is_moved_to_is_brought_into_sight(stage):
    shown = stage.course("01/one_mechanism")
    shown.answer()
    shown.press("one-by-one")
    shown.click(shown.find("[data-act=step]").last)
    button = shown.find("[data-act=reveal]")
    button.focus()
    stage.page.keyboard.press("Enter")
    shown.settle()
    focused = (
        "document.activeElement.matches('.sswp-note') && document.activeElement.offsetHeight > 0"
    )
    assert stage.page.evaluate(focused)


def test_a_short_exercise_offers_nothing(stage):
    shown = stage.exercise("choice")
    assert shown.find("[data-act=one-by-one]").count() == 0


@pytest.mark.parametrize("width", first(1, [320, 1366]))
def test_by_keyboard_alone(stage, width):
    stage.look(width, "Light")
    shown = stage.course("02/mark_the_meeting")
    shown.enter()
    shown.tab_to("[data-act=one-by-one]")
    stage.page.keyboard.press("Enter")
    shown.settle()
    for n in range(2):
        shown.tab_to("[data-act=step-next]")
        stage.page.keyboard.press("Enter")
        shown.settle()
        assert shown_items(shown) == [n + 1]
        assert shown.has_focus()
    look(stage, f"one at a time by keyboard at {width}")
