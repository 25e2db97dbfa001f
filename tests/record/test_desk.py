"""The desk counts what a module asks for; what is optional is left out."""

import pytest

from workbook.content.library import Library
from workbook.journal import disk
from workbook.record.desk import Desk

ID = "00/what_it_claims"


def module_00(desk):
    return next(row for row in desk.progress() if row["id"] == "00")


def optional_desk(course, journal):
    path = Library(course).path(ID)
    text = path.read_text(encoding="utf-8").replace("\npurpose:", "\noptional: yes\npurpose:", 1)
    path.write_text(text, encoding="utf-8")
    return Desk(Library(course), journal)


def test_an_optional_exercise_is_in_no_count(course, journal, desk):
    before, after = module_00(desk), module_00(optional_desk(course, journal))
    assert after["total"] == before["total"] - 1
    assert after["minutes"] == before["minutes"] == after["minutes_left"]


def test_an_answer_to_an_optional_exercise_changes_no_count(course, journal):
    desk = optional_desk(course, journal)
    before = module_00(desk)
    journal.save(ID, {"chosen": ["a"]})
    assert desk.done(desk.library.exercise(ID))
    assert module_00(desk) == before


def test_a_module_is_done_without_its_optional_exercises(course, journal):
    desk = optional_desk(course, journal)
    for exercise_id in desk.library.exercise_ids("00"):
        if exercise_id != ID:
            journal.save(exercise_id, {"skipped": True})
    row = module_00(desk)
    assert (row["done"], row["minutes_left"]) == (row["total"], 0)


def row_of(desk, module):
    return next(row for row in desk.progress() if row["id"] == module.number)


def test_the_core_way_is_ahead_until_it_is_done_then_the_full_way(desk):
    module = next(m for m in desk.library.modules() if 0 < m.core_minutes < m.minutes)
    counted = desk.counted(module.number)
    core = [e for e in counted if e.way == "core"]
    start = {"way": "core", "done": 0, "total": len(core), "minutes_left": module.core_minutes}
    assert row_of(desk, module)["ahead"] == start
    left = [module.core_minutes]
    for exercise in core:
        desk.journal.save(exercise.id, {"skipped": True})
        left.append(row_of(desk, module)["ahead"]["minutes_left"])
    full = row_of(desk, module)
    assert left[:-1] == sorted(left[:-1], reverse=True) and left[1] < left[0]
    assert full["ahead"] == {
        "way": "full",
        **{key: full[key] for key in ("done", "total", "minutes_left")},
    }
    assert full["ahead"]["done"] == len(core) < len(counted)
    for exercise in counted:
        desk.journal.save(exercise.id, {"skipped": True})
    done = {"done": len(counted), "total": len(counted), "minutes_left": 0}
    assert row_of(desk, module)["ahead"] == {"way": "", **done}


def test_a_module_with_one_way_names_none(desk):
    row = module_00(desk)
    assert row["ahead"] == {"way": "", **{k: row[k] for k in ("done", "total", "minutes_left")}}


def test_full_exercises_without_stated_minutes_of_the_core_way_are_taken_off(course, journal):
    path = Library(course).path(ID)
    text = path.read_text(encoding="utf-8").replace("\npurpose:", "\nway: full\npurpose:", 1)
    path.write_text(text, encoding="utf-8")
    row = module_00(Desk(Library(course), journal))
    taken = Library(course).exercise(ID).minutes
    ahead = {"way": "core", "total": row["total"] - 1, "minutes_left": row["minutes"] - taken}
    assert row["ahead"] == {"done": 0, **ahead}


def test_progress_is_counted_once_for_all_who_listen_and_anew_for_each_change(desk, monkeypatch):
    rows, counted, count = [], [], desk._module_progress
    monkeypatch.setattr(desk, "_module_progress", lambda *of: counted.append(of) or count(*of))
    for _ in range(2):
        desk.listen(lambda: rows.append(module_00(desk)["done"]))
    for n, response in enumerate(({"chosen": ["a"]}, {"chosen": []}), start=1):
        desk.journal.save(ID, response)
        desk.changed()
        assert len(counted) == n * len(desk.library.modules())
    assert rows == [1, 1, 0, 0]
    desk.journal.save(ID, {"chosen": ["a"]})
    assert module_00(desk)["done"] == 1, "nothing is remembered when nobody is being informed"


def test_the_file_of_answers_is_opened_once_for_a_whole_count(desk, monkeypatch):
    for exercise in (ID, "00/start_line", "01/gone"):
        desk.journal.save(exercise, {"chosen": ["a"]})
    opened, reading = [], disk.reading
    monkeypatch.setattr(disk, "reading", lambda path: opened.append(path) or reading(path))
    desk.progress()
    assert opened == [desk.journal.path]


def test_a_listener_that_fails_leaves_no_old_count_behind(desk):
    def fail():
        desk.progress()
        raise RuntimeError

    desk.listen(fail)
    with pytest.raises(RuntimeError):
        desk.changed()
    desk.journal.save(ID, {"chosen": ["a"]})
    assert module_00(desk)["done"] == 1
