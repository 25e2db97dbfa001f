"""The desk counts what a module asks for; what is optional is left out."""

import pytest

from workbook.content.library import Library
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


def test_progress_is_counted_once_for_all_who_listen_and_anew_for_each_change(desk, monkeypatch):
    rows, counted, count = [], [], desk._module_progress
    monkeypatch.setattr(desk, "_module_progress", lambda m: counted.append(m) or count(m))
    for _ in range(2):
        desk.listen(lambda: rows.append(module_00(desk)["done"]))
    for n, response in enumerate(({"chosen": ["a"]}, {"chosen": []}), start=1):
        desk.journal.save(ID, response)
        desk.changed()
        assert len(counted) == n * len(desk.library.modules())
    assert rows == [1, 1, 0, 0]
    desk.journal.save(ID, {"chosen": ["a"]})
    assert module_00(desk)["done"] == 1, "nothing is remembered when nobody is being informed"


def test_a_listener_that_fails_leaves_no_old_count_behind(desk):
    def fail():
        desk.progress()
        raise RuntimeError

    desk.listen(fail)
    with pytest.raises(RuntimeError):
        desk.changed()
    desk.journal.save(ID, {"chosen": ["a"]})
    assert module_00(desk)["done"] == 1
