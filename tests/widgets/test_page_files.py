"""What a page draws before Python is there: the same that the widgets will draw."""

import json

import pytest
from the_course import COURSE

from workbook.content.library import Library
from workbook.journal import Journal
from workbook.kinds import Learner, names
from workbook.record.desk import Desk
from workbook.unpack import unpack
from workbook.widgets.early import PANELS, module_page, page_files
from workbook.widgets.exercise import exercise_widget
from workbook.widgets.panels import RecallWidget, StartWidget


@pytest.fixture
def desk(tmp_path):
    return Desk(COURSE, Journal(tmp_path / "journal.jsonl"))


def on_page(value):
    """Give a value as it arrives in the browser."""
    return json.loads(json.dumps(value))


@pytest.mark.slow
def test_every_drawing_is_the_one_of_its_widget(desk):
    """Alike to the order of their keys: the page compares them as texts."""
    known = desk.journal.learner()
    learner = Learner(str(known.seed))
    for module in desk.library.modules():
        page = on_page(module_page(desk.library, module.number, learner, known.journal))
        assert set(page["exercise"]) == set(desk.library.exercise_ids(module.number))
        for name, spec in page["exercise"].items():
            widget = exercise_widget(desk.library.exercise(name), desk)
            assert json.dumps(spec) == json.dumps(widget.spec), name
        assert page["start"][module.number] == StartWidget(desk, module).spec
    one = desk.library.exercise("00/start_line")
    assert page["recall"]["00/start_line"] == RecallWidget(desk, one).spec
    assert page["modules"][0]["title"] == desk.library.module("00").title


def test_an_answer_changes_no_drawing(desk):
    """Nothing of a learner's words lies in a file that a server hands out."""
    known = desk.journal.learner()
    before = module_page(desk.library, "01", Learner(str(known.seed)), known.journal)
    desk.journal.save("01/where_i_stand", {"texts": {"": "my own words"}})
    after = module_page(desk.library, "01", Learner(str(known.seed)), known.journal)
    assert before == after


def test_every_page_knows_which_exercises_of_the_course_compute_with_large_packages(desk):
    for number in ("00", "04"):
        page = module_page(desk.library, number, Learner("7"), "")
        assert "04/draw_your_plan" in page["later"] and "00/start_line" not in page["later"]


def test_a_broken_exercise_is_left_to_python(tmp_path):
    course = unpack(tmp_path / "course")
    [file] = course.glob("modules/exercises/00_*/start_line.md")
    file.write_text("---\nkind: nothing\n---\n", encoding="utf-8")
    page = module_page(Library(course), "00", Learner("7"), "")
    assert "00/start_line" not in page["exercise"] and "00/start_line" not in page["recall"]
    assert "00/what_it_claims" in page["exercise"]


def test_every_kind_and_every_panel_has_its_script(desk):
    modules = {f"{module.number}.json" for module in desk.library.modules()}
    scripts = {f"{name}.js" for name in (*names(), *PANELS)}
    texts = {"search.json", "glossary.json", "style.css"}
    made = page_files(desk.library, desk.journal.learner())
    assert set(made) == modules | scripts | texts
