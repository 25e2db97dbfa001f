"""Where a learner goes on, in the order of the page."""

import pytest
from the_course import COURSE

from workbook.journal import Journal
from workbook.kinds import kind_of
from workbook.record.desk import Desk
from workbook.record.resume import go_on, in_page_order

SKIP = {"skipped": True}


@pytest.fixture
def desk(tmp_path):
    return Desk(COURSE, Journal(tmp_path / "journal.jsonl"))


def order(desk, number):
    module = desk.library.module(number)
    page = desk.library.modules_folder / module.notebook
    return [e.id for e in in_page_order(page, desk.counted(number))]


def finish(desk, *names):
    """Answer exercises so that they count as done."""
    for name in names:
        exercise = desk.library.exercise(name)
        desk.journal.save(name, SKIP, edition=exercise.edition)
        assert desk.done(exercise), f"{kind_of(exercise)} counts what is skipped"


def test_nobody_goes_on_before_the_first_answer(desk):
    assert go_on(desk) is None


def test_it_is_the_next_open_exercise_on_the_page(desk):
    names = order(desk, "02")
    finish(desk, names[1])
    found = go_on(desk)
    assert found["id"] == names[2]
    assert found["title"] == desk.library.exercise(names[2]).title
    assert (found["number"], found["total"]) == (3, len(names))
    assert found["module"] == desk.library.module("02").title
    assert found["file"] == desk.library.module("02").notebook


def test_what_was_passed_over_comes_after_the_end_of_the_page(desk):
    names = order(desk, "02")
    finish(desk, *names[1:])
    assert go_on(desk)["id"] == names[0]


def test_after_the_last_of_a_module_comes_the_next_module_and_then_what_is_left(desk):
    finish(desk, *order(desk, "02"))
    assert go_on(desk)["id"] == order(desk, "03")[0]
    finish(desk, *order(desk, desk.library.modules()[-1].number))
    assert go_on(desk)["id"] == order(desk, "00")[0], "after the last module, the first"


def test_an_answer_that_is_begun_is_gone_on_with(desk):
    names = order(desk, "00")
    desk.journal.save(names[1], {})
    assert go_on(desk)["id"] == names[1]


def test_there_is_nothing_to_go_on_with_when_all_is_done(desk):
    finish(desk, *(e.id for m in desk.library.modules() for e in desk.counted(m.number)))
    assert go_on(desk) is None


def test_an_answer_to_an_exercise_that_is_gone_leads_to_the_first_page(desk):
    desk.journal.save("99/gone", SKIP)
    assert go_on(desk)["id"] == order(desk, "00")[0]


def test_a_page_that_cannot_be_read_keeps_the_order_of_the_files(desk, tmp_path):
    exercises = desk.counted("02")
    broken = tmp_path / "x.ipynb"
    broken.write_text("[]", encoding="utf-8")
    for page in (broken, tmp_path / "none.ipynb"):
        assert in_page_order(page, exercises) == exercises


def test_the_progress_names_what_is_done(desk):
    names = order(desk, "00")
    finish(desk, names[0])
    done = {e["id"]: e["done"] for e in desk.progress()[0]["exercises"]}
    assert done == {name: name == names[0] for name in names}
