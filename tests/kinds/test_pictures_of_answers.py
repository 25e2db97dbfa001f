"""The picture of an answer for a copy to read: the room as the page draws it."""

import pytest
from the_course import COURSE

from workbook.design import SIDES, room, sign, sign_mark
from workbook.kinds import kind_of


def picture(exercise_id, raw):
    exercise = COURSE.exercise(exercise_id)
    kind = kind_of(exercise)
    return kind.picture(exercise, kind.read(exercise, raw))


def of_kind(name):
    return [i for i in COURSE.exercise_ids() if COURSE.exercise(i).kind == name]


def test_an_encounter_shows_its_room_once_a_choice_is_made():
    assert picture("03/two_weeks", {"path": []}) == ""
    drawn = picture("03/two_weeks", {"path": ["b"]})
    assert all(f'data-thing="{side}"' in drawn for side in SIDES)
    assert COURSE.exercise("03/two_weeks").settings["encounter"].person in drawn


@pytest.mark.parametrize("exercise_id", of_kind("power_map"))
def test_a_power_map_shows_each_moment_where_it_was_put(exercise_id):
    exercise = COURSE.exercise(exercise_id)
    first = exercise.items[0].key
    assert picture(exercise_id, {"placed": {}}) == ""
    drawn = picture(exercise_id, {"placed": {first: "shared"}})
    assert f'data-thing="{exercise.settings["of"][first]}" data-place="middle"' in drawn


@pytest.mark.parametrize("exercise_id", of_kind("log"))
def test_a_line_of_the_log_shows_a_small_room(exercise_id):
    line = {"line": "a", "week": "2026-W48", "sides": {"voice": "held", "record": "cannot_tell"}}
    assert picture(exercise_id, line) == room([("voice", "left")])
    assert picture(exercise_id, {"line": "a", "gone": True}) == ""


def test_every_kind_can_be_asked_for_a_picture():
    for exercise_id in COURSE.exercise_ids():
        assert isinstance(picture(exercise_id, {}), str)


@pytest.mark.parametrize("side", SIDES)
def test_a_sign_in_a_chart_has_the_steps_of_the_sign(side):
    steps = [c for c in sign_mark(side) if c.isalpha()]
    assert steps == [
        c for c in sign(side).partition('<path d="')[2].partition('"')[0] if c.isalpha()
    ]
