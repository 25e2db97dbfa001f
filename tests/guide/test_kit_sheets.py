"""What the guide prints for a group, and that a plan names it."""

import re

import pytest
from the_course import COURSE

from workbook.content.markup import inline_html
from workbook.guide import book, plan_names, read_plan, sheets
from workbook.guide.sheets import exercise_sheets
from workbook.kinds import kind_of

SHEET = re.compile(r"\b(?:\d\d-|history|words)[\w-]+\.html\b")


def test_sheets_are_whole_and_no_two_are_alike():
    made = sheets(COURSE)
    assert {"03-practice_in_threes.html", "03-mirror.html", "03-mirror-large.html"} <= set(made)
    assert {"02-power_map.html", "01-inherited_phrase.html"} <= set(made)
    assert len(set(made.values())) == len(made)
    assert all(page.startswith("<!doctype html>") for page in made.values())


def test_a_form_has_a_box_for_each_code_of_each_line():
    form = COURSE.exercise("01/inherited_phrase")
    page = sheets(COURSE)["01-inherited_phrase.html"]
    assert page.count('class="box"') == len(form.items) * len(form.settings["codes"])
    assert page.count('class="line"') == 4


def test_many_codes_stand_above_the_table_and_leave_the_lines_room():
    codes = COURSE.exercise("02/mark_the_meeting").settings["codes"]
    page = sheets(COURSE)["02-mark_the_meeting.html"]
    assert [f'<th scope="col">{letter}</th>' in page for letter in "AHI"] == [True, True, False]
    assert all(page.index(inline_html(code)) < page.index("<table>") for code in codes.values())
    assert '<th scope="row">12. ' in page


def test_words_that_share_are_among_the_sheets():
    page = sheets(COURSE)["words_that_share.html"]
    assert page.count("<h3") == 20 and ".ipynb" not in page


def test_the_history_on_one_page_is_among_the_sheets():
    page = sheets(COURSE)["history_on_one_page.html"]
    assert "<li>" in page and "<a " not in page


GROUPS = [name for name in plan_names(COURSE) if name != "self"]


@pytest.mark.parametrize("name", GROUPS)
def test_a_plan_says_what_can_be_printed_and_what_is_said_before(name):
    plan = read_plan(COURSE, name)
    made = book(COURSE, plan)
    assert all(session.bring for session in plan.sessions)
    for exercise in map(COURSE.exercise, plan.exercises):
        printed = exercise_sheets(exercise)
        assert not printed or any(sheet in made for sheet in printed), exercise.id
        note = f"- {exercise.title}: {exercise.content_note}"
        assert not exercise.content_note or note in made, exercise.id


@pytest.mark.parametrize("name", plan_names(COURSE))
def test_each_sheet_that_a_plan_names_is_printed(name):
    named = set(SHEET.findall(book(COURSE, read_plan(COURSE, name))))
    assert named <= set(sheets(COURSE))


def test_the_rules_of_the_mirror_stand_in_the_plans_that_name_them():
    mirror = COURSE.exercise("03/mirror")
    rules = kind_of(mirror).background(mirror)
    made = book(COURSE, read_plan(COURSE, "6weeks"))
    assert len(rules) == len(mirror.settings["about"])
    assert all(f"##### {title}\n\n{text}" in made for title, text in rules)
