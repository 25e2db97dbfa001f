"""Before Python is there: what is typed is kept, and the widget goes on where it stands."""

import pytest
from early_cell import EarlyCell
from mouse import click
from samples import sorts

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("exercise")
MARK = "(root) => { root.dataset.mark = 'the same'; }"


@pytest.fixture
def cell(stage):
    return EarlyCell(stage, "reflection")


def is_the_same(cell):
    return cell.root.get_attribute("data-mark") == "the same"


def type_in(cell, text):
    click(cell.find("textarea").first)
    cell.page.keyboard.type(text)


def typed(cell):
    return cell.find("textarea").first.input_value()


@pytest.mark.parametrize("kind", sorts())
def test_the_widget_of_every_kind_takes_its_drawing_over(stage, kind):
    cell = EarlyCell(stage, kind)
    cell.root.evaluate(MARK)
    assert cell.state() == "untouched"
    cell.arrive()
    assert is_the_same(cell), "nothing is drawn again"
    assert stage.page.locator(f"[data-exercise='{cell.id}']").count() == 1
    assert not stage.page.locator("#live").is_visible()
    cell.answer()
    cell.saved()
    assert cell.history(), "its answers reach the journal"


def test_it_can_be_typed_in_at_once_and_says_where_the_words_are(cell):
    type_in(cell, "Before")
    cell.settle()
    assert (cell.state(), cell.said()) == ("draft", WORDS["early"])
    assert "Before" in str(cell.drafts())
    assert cell.history() == []


def test_what_was_typed_is_saved_and_focus_and_caret_stay(cell):
    type_in(cell, "Before Python")
    for _ in range(6):
        cell.page.keyboard.press("ArrowLeft")
    cell.root.evaluate(MARK)
    cell.arrive()
    cell.page.keyboard.type("old ")
    cell.saved()
    assert typed(cell) == "Before old Python"
    assert is_the_same(cell)
    assert "Before old Python" in str(cell.latest())
    assert cell.drafts() == []


def test_what_was_typed_first_can_be_undone_to_nothing(cell):
    type_in(cell, "Before")
    cell.arrive()
    cell.press("undo")
    assert typed(cell) == ""


def test_the_next_visit_brings_back_what_was_typed_before_python(cell):
    type_in(cell, "Kept")
    cell.settle()
    cell.stage.open()
    again = EarlyCell(cell.stage, "reflection")
    assert typed(again) == "Kept"
    assert (again.state(), again.said()) == ("draft", WORDS["early"])
    again.arrive()
    again.saved()
    assert "Kept" in str(again.latest())
    assert len(again.history()) == 1


def test_a_saved_answer_comes_as_soon_as_python_is_there(stage):
    first = EarlyCell(stage, "reflection")
    type_in(first, "Saved before")
    first.arrive()
    first.saved()
    stage.open()
    stage.restart()
    cell = EarlyCell(stage, "reflection")
    assert typed(cell) == ""
    cell.arrive()
    assert (typed(cell), cell.state()) == ("Saved before", "restored")
    assert len(cell.history()) == 1


def test_words_typed_over_a_saved_answer_win_and_undo_brings_it_back(stage):
    first = EarlyCell(stage, "reflection")
    type_in(first, "Saved before")
    first.arrive()
    first.saved()
    stage.open()
    stage.restart()
    cell = EarlyCell(stage, "reflection")
    type_in(cell, "New words")
    cell.arrive()
    cell.saved()
    assert typed(cell) == "New words"
    assert len(cell.history()) == 2
    cell.press("undo")
    assert typed(cell) == "Saved before"


def test_the_view_waits_for_the_next_program_and_goes_on(cell):
    cell.arrive()
    type_in(cell, "One")
    cell.saved()
    cell.root.evaluate(MARK)
    cell.end()
    cell.page.keyboard.type(" two")
    cell.settle()
    assert cell.said() == WORDS["early"]
    cell.stage.restart()
    cell.arrive("next")
    cell.saved()
    assert is_the_same(cell)
    assert "One two" in str(cell.latest())


def test_a_widget_may_come_before_the_old_one_has_gone(cell):
    cell.arrive()
    type_in(cell, "One")
    cell.saved()
    cell.arrive("next")
    cell.end("live")
    type_in(cell, " more")
    cell.saved()
    assert " more" in str(cell.latest())
    assert cell.stage.page.evaluate("bare.models.get('live').ears()") == 0


def test_another_order_or_edition_is_drawn_anew_with_the_words(cell):
    type_in(cell, "Before")
    cell.settle()
    cell.root.evaluate(MARK)
    cell.arrive(title="Another title")
    assert not is_the_same(cell)
    assert typed(cell) == "Before"
    assert "Before" in str(cell.latest())


def test_a_journal_that_was_begun_anew_gets_the_draft(cell):
    type_in(cell, "Before")
    cell.settle()
    cell.arrive(journal="another-name")
    cell.saved()
    assert "Before" in str(cell.latest())
    assert cell.drafts() == []


def test_a_page_without_drawings_is_as_it_was(stage):
    shown = stage.exercise("reflection")
    assert shown.root.count() == 1 and stage.page.locator(".sswp-host").count() == 0
