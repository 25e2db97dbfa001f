"""A journal that the released 0.1.0 wrote opens today with everything in it.

In the words that it restored, the full stop before a colon has been left out since.
"""

import json
import shutil
from pathlib import Path

import pytest
from restored import restored

FIXTURES = Path(__file__).parents[1] / "fixtures"
BEFORE = json.loads((FIXTURES / "restored_by_0_1_0.json").read_text(encoding="utf-8"))
COUNTS = ("done", "total")  # how long a module takes is measured anew
WHOLE = ("answers", "time", "id")
# What is told afterwards may be said better in the same edition; the file's stamp is of 0.1.0.
TOLD = {"file", "notes", "agreement", "debrief", "hint"}


@pytest.fixture(scope="module")
def now(root, tmp_path_factory):
    path = tmp_path_factory.mktemp("home") / "journal.jsonl"
    shutil.copyfile(FIXTURES / "journal_0_1_0.jsonl", path)
    return restored(root, path)


@pytest.mark.parametrize("exercise_id", BEFORE["exercises"])
def test_an_answer_is_restored_as_0_1_0_restored_it(now, exercise_id):
    before, after = BEFORE["exercises"][exercise_id], now["exercises"].get(exercise_id)
    if after is None:
        assert exercise_id in now["loose"], "an exercise is gone, and its answer with it"
    elif before["edition"] == after["edition"]:
        kept = {key for key in before if key not in TOLD}
        assert {key: after[key] for key in kept} == {key: before[key] for key in kept}
    else:  # reworded on purpose: the answer is kept, and can be read
        assert [after[key] for key in WHOLE] == [before[key] for key in WHOLE]
        assert bool(after["words"]) == bool(before["words"])


def test_many_exercises_are_worded_as_they_were(now):
    """Otherwise the test above would compare little."""
    same = [i for i, e in now["exercises"].items() if _before(i, "edition") == e["edition"]]
    assert len(same) >= 12


def _before(exercise_id, name):
    return BEFORE["exercises"].get(exercise_id, {}).get(name)


def test_the_progress_of_each_module_is_what_it_was(now):
    changed = {
        i[:2]
        for i in {*now["exercises"], *BEFORE["exercises"]}
        if _before(i, "edition") != now["exercises"].get(i, {}).get("edition")
    }
    after = {row["id"]: row for row in now["progress"]}
    for row in BEFORE["progress"]:
        if row["id"] not in changed:
            assert {key: after[row["id"]][key] for key in COUNTS} == {k: row[k] for k in COUNTS}


@pytest.mark.parametrize("name", ["answers", "lines_left_out", "learner"])
def test_the_journal_itself_is_what_it_was(now, name):
    assert now[name] == BEFORE[name]


@pytest.mark.parametrize("exercise_id", BEFORE["loose"])
def test_answers_that_belong_to_no_exercise_are_kept(now, exercise_id):
    assert now["loose"][exercise_id] == BEFORE["loose"][exercise_id]


def test_the_record_holds_every_sort_of_answer():
    found = BEFORE["exercises"].values()
    assert len(found) == 40
    assert all(each["answers"] for each in found)
    assert {each["current"] for each in found} == {each["done"] for each in found} == {True, False}
    for name in ("play", "mirror", "plans"):
        assert any(each.get(name) for each in found)
    for flag in ("skipped", "hinted", "shown"):
        assert any(each["response"].get(flag) for each in found)
    assert any(each.get("play") and each["play"]["ending"] for each in found)


def test_opening_changes_no_line(root, tmp_path):
    path = tmp_path / "journal.jsonl"
    shutil.copyfile(FIXTURES / "journal_0_1_0.jsonl", path)
    restored(root, path)
    assert path.read_bytes() == (FIXTURES / "journal_0_1_0.jsonl").read_bytes()
