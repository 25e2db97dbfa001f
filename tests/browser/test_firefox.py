"""In Firefox: a page of the course opens, takes answers, saves them, and brings them back."""

import pytest
from behind import end_kernels, wait_until
from firefox import one_firefox
from learner import DRAFTS, LIBRARY
from scratch import where, write_notebook

from workbook.journal import Journal
from workbook.words import words

WORDS = words("exercise")
START = "00"
TEXT = next(e for e in LIBRARY.exercise_ids() if LIBRARY.exercise(e).kind == "reflection")
PICK = next(e for e in LIBRARY.exercise_ids(START) if LIBRARY.exercise(e).kind == "choice")
READY = """() => document.querySelector('.jp-NotebookPanel[data-sswp="ready"]')
  && [...document.querySelectorAll('[data-exercise]')].every((node) => node.ariaBusy === 'false')"""
DRAWN = """(id) => document.querySelector(`[data-exercise="${id}"][data-state] textarea`)
  && !document.querySelector('.jp-NotebookPanel[data-sswp="ready"]')"""
STATE = """(id, states) => states.includes(
  document.querySelector(`[data-exercise="${id}"]`)?.dataset.state)"""
CHECKED = """(id) => [...document.querySelectorAll(`[data-exercise="${id}"] input:checked`)]
  .map((node) => node.value)"""
TYPED = """(id) => document.querySelector(`[data-exercise="${id}"] textarea`).value"""
SAID = """(id) => document.querySelector(`[data-exercise="${id}"] .sswp-said`).textContent"""
AT = """() => document.activeElement.closest('[data-exercise]')?.dataset.exercise ?? ''"""
CODE = """() => [...document.querySelectorAll('.jp-InputArea-editor')].some((node) =>
  node.checkVisibility({ visibilityProperty: true }))"""
CELLS = "() => document.querySelectorAll('.jp-Notebook .jp-Cell').length"


@pytest.fixture(scope="module")
def firefox():
    with one_firefox() as browser:
        yield browser


@pytest.fixture
def page(firefox, lab):
    """A fresh page; nothing it asks for may leave the machine, and it raises no error."""
    lab.journal.unlink(missing_ok=True)
    made = firefox.new_page()
    made.size(1280, 900)
    yield made
    assert made.outside() == []
    assert made.faults() == []
    end_kernels(lab)


@pytest.fixture
def written(lab):
    """Give the latest answer to an exercise on the disk."""

    def latest(exercise_id):
        entry = Journal(lab.journal).latest(exercise_id)
        return str(entry.response) if entry else ""

    return latest


def inside(exercise_id, selector):
    return f'[data-exercise="{exercise_id}"] {selector}'


@pytest.fixture
def to_write(lab, folder):
    """Give the address of a page with one text to write."""
    path = folder / "text.ipynb"
    write_notebook(path, "# A page", "import workbook as wb", f'wb.exercise("{TEXT}")')
    return lab.address(where(lab, path))


def saved(page, exercise_id):
    page.until(STATE, exercise_id, ["saved", "feedback"])
    page.until(f"(id) => !({DRAFTS})(id).length", exercise_id)


def test_a_page_opens_takes_an_answer_and_brings_it_back(page, lab, written):
    page.goto(lab.address(f"modules/{LIBRARY.module(START).notebook}"))
    page.until(READY)
    assert not page.evaluate(CODE), "the code is hidden"
    page.click(inside(PICK, ".sswp-option label > span"))
    saved(page, PICK)
    chosen = page.evaluate(CHECKED, PICK)
    assert len(chosen) == 1 and chosen[0] in written(PICK)
    assert page.evaluate(SAID, PICK) == WORDS["saved"]
    page.reload()
    page.until(READY)
    assert page.evaluate(CHECKED, PICK) == chosen
    assert page.evaluate(STATE, PICK, ["restored", "feedback"])


def test_undo_keys_work_and_no_key_changes_the_page_around(page, to_write, written):
    page.goto(to_write)
    page.until(READY)
    cells = page.evaluate(CELLS)
    page.click(inside(TEXT, "textarea"))
    page.type("one")
    for keys in ("Control+i", "Control+b", "Control+Shift+d", "Escape", "b", "a"):
        page.press(keys)
    assert page.evaluate(TYPED, TEXT) == "oneba"
    page.press("Control+z")
    assert page.evaluate(TYPED, TEXT) != "oneba"
    page.press("Control+Shift+z")
    assert page.evaluate(TYPED, TEXT) == "oneba"
    assert page.evaluate(CELLS) == cells
    assert page.evaluate(AT) == TEXT, "the focus has stayed"
    saved(page, TEXT)
    assert "oneba" in written(TEXT)


def test_words_typed_before_python_are_saved_and_come_back(page, to_write, written):
    page.goto(to_write)
    page.until(DRAWN, TEXT)
    page.click(inside(TEXT, "textarea"))
    page.type("Before ")
    page.until(READY)
    page.type("and after")
    saved(page, TEXT)
    assert page.evaluate(TYPED, TEXT) == "Before and after"
    assert wait_until(lambda: "Before and after" in written(TEXT))
    page.reload()
    page.until(READY)
    assert page.evaluate(TYPED, TEXT) == "Before and after"
