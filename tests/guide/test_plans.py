"""Plans to the minute: those of the course add up, and a wrong one says what is wrong with it."""

import pytest
import yaml
from the_course import COURSE

from workbook.content.library import Library, packaged_course
from workbook.errors import ContentError, WorkbookError
from workbook.guide import plan_names, read_plan
from workbook.guide.part import told
from workbook.words import word

WANTED = {"90min": [90], "2h": [120], "3h": [180], "6weeks": [90] * 6}


@pytest.fixture
def plan(tmp_path):
    """Write a plan for a course of its own that has the exercises of one module."""
    own = tmp_path / "modules" / "exercises" / "00_start_here"
    own.mkdir(parents=True)
    for path in (packaged_course() / "modules" / "exercises" / "00_start_here").glob("*.md"):
        (own / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    folder = tmp_path / "modules" / "facilitators" / "plans"
    folder.mkdir(parents=True)

    def write(change=lambda whole: None):
        steps = [
            {"minutes": 5, "exercise": "00/start_line", "do": "Three minutes."},
            {"minutes": 2, "title": "Close", "do": "Thank them."},
        ]
        sessions = [{"title": "One", "minutes": 7, "steps": steps}]
        whole = {"title": "Try", "about": "For a test.", "sessions": sessions}
        change(whole)
        (folder / "try.yaml").write_text(yaml.safe_dump(whole), encoding="utf-8")
        return Library(tmp_path)

    return write


@pytest.mark.parametrize("name", plan_names(COURSE))
def test_each_plan_of_the_course_adds_up(name):
    plan = read_plan(COURSE, name)
    for session in plan.sessions:
        assert sum(step.minutes for step in session.steps) == session.minutes
        assert session.starts[-1] + session.steps[-1].minutes == session.minutes
        assert all(step.do.strip() for step in session.steps)
    assert set(plan.exercises) <= set(COURSE.exercise_ids())


@pytest.mark.parametrize("name", sorted(WANTED))
def test_the_named_plans_take_as_long_as_they_say(name):
    assert [session.minutes for session in read_plan(COURSE, name).sessions] == WANTED[name]


def test_there_are_fourteen_weeks_and_a_way_alone():
    assert [s.minutes for s in read_plan(COURSE, "14weeks").sessions] == [75] * 14
    alone = read_plan(COURSE, "self")
    taught = [module for module in COURSE.modules() if module.number < "06"]  # then come the tests
    assert len(alone.sessions) == len(taught)


def test_a_good_plan_takes_titles_from_its_exercises(plan):
    found = read_plan(plan(), "try")
    assert found.sessions[0].steps[0].title == COURSE.exercise("00/start_line").title
    assert found.exercises == ("00/start_line",)


def set_step(**more):
    return lambda whole: whole["sessions"][0]["steps"][0].update(more)


A_STEP = word("guide", "a_step", n=1)
WRONG = {
    "sum": (
        lambda whole: whole["sessions"][0].update(minutes=9),
        word("guide", "sum", session="One", total=7, minutes=9),
    ),
    "gone": (
        set_step(exercise="00/nowhere"),
        word("guide", "no_exercise", exercise="00/nowhere"),
    ),
    "other module": (
        set_step(exercise="09/start_line"),
        word("guide", "no_exercise", exercise="09/start_line"),
    ),
    "short": (
        set_step(minutes=1),
        word("guide", "too_short", exercise="00/start_line", given=1, takes=3),
    ),
    "zero": (set_step(minutes=0), word("guide", "no_minutes", where=A_STEP)),
    "words": (set_step(minutes="five"), word("guide", "no_minutes", where=A_STEP)),
    "true": (set_step(minutes=True), word("guide", "no_minutes", where=A_STEP)),
    "typo": (set_step(onyl="half"), word("guide", "unknown", name="onyl", where=A_STEP)),
    "untitled": (set_step(exercise=""), word("guide", "missing", name="title", where=A_STEP)),
    "not a number": (
        set_step(leave_out="first"),
        word("guide", "no_order", where=A_STEP),
    ),
    "bring": (
        lambda whole: whole["sessions"][0].update(bring=3),
        word("guide", "no_list"),
    ),
    "no steps": (
        lambda whole: whole["sessions"][0].update(steps=[]),
        word("guide", "no_list"),
    ),
    "no page": (
        lambda whole: whole.update(pages=["nowhere"]),
        word("guide", "no_page", page="nowhere", known=""),
    ),
    "no sessions": (
        lambda whole: whole.pop("sessions"),
        word("guide", "missing", name="sessions", where=word("guide", "top")),
    ),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_plan_says_what_is_wrong(plan, name):
    change, problem = WRONG[name]
    with pytest.raises(ContentError) as caught:
        read_plan(plan(change), "try")
    assert str(problem) in str(caught.value)
    assert "plans/try.yaml" in str(caught.value)


def test_a_short_step_that_names_its_part_is_taken(plan):
    def change(whole):
        whole["sessions"][0].update(minutes=3)
        set_step(minutes=1, only="the first three lines.")(whole)

    assert read_plan(plan(change), "try").sessions[0].steps[0].only


@pytest.mark.parametrize("text", ["{", "- a", "", "title: x\nsessions: 3\n", "\x00"])
def test_what_is_no_plan_is_told(plan, text):
    library = plan()
    path = library.modules_folder / "facilitators" / "plans" / "try.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError):
        read_plan(library, "try")


def test_a_plan_that_is_not_there_names_those_that_are():
    with pytest.raises(WorkbookError) as caught:
        read_plan(COURSE, "../secret")
    assert "90min" in str(caught.value)


def test_the_plan_for_one_person_is_the_core_way():
    """Beside it stand stories and forms that no way asks for, and the log."""
    named = set(read_plan(COURSE, "self").exercises)
    all_of_them = [COURSE.exercise(name) for name in COURSE.exercise_ids()]
    # An exercise that a lecturer adds stands in no plan until they put it there.
    all_of_them = [e for e in all_of_them if told(e.facilitator).leads]
    core = {e.id for e in all_of_them if e.way == "core" and not e.optional}
    assert {name for name in core if name[:2] < "06"} <= named
    assert not {e.id for e in all_of_them if e.way == "full"} & named
