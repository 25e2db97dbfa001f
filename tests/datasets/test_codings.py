"""Two readers' codes become a table, and the page of the exercise says how far they agree."""

import csv
import json
import runpy
import shutil
from pathlib import Path

import pytest

from workbook.content.library import Library
from workbook.kinds.annotate.kind import KIND
from workbook.kinds.readers import readers_said
from workbook.readings.codings import codings
from workbook.words import word

ROOT = Path(__file__).resolve().parents[2]
NAME = "02/mark_the_meeting"
LINES = {"l1": ("decide; rank", "decide"), "l2": ("", ""), "l9": ("decide", "decide")}


@pytest.fixture
def course(tmp_path):
    """A course with one exercise, and with the script."""
    place = tmp_path / "modules" / "exercises" / "02_hierarchy"
    place.mkdir(parents=True)
    shutil.copy(ROOT / "modules/exercises/02_hierarchy/mark_the_meeting.md", place)
    (tmp_path / "datasets" / "codings").mkdir(parents=True)
    shutil.copy(ROOT / "datasets/codings/join.py", tmp_path / "datasets" / "codings")
    shutil.copy(ROOT / "datasets/datapackage.json", tmp_path / "datasets")
    return tmp_path


def write(course, reader, lines):
    folder = course / reader
    folder.mkdir(exist_ok=True)
    with (folder / f"{NAME.replace('/', '_')}.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["line", "codes", "why_unsure"], *lines])
    return str(folder)


def join(course, first, second):
    script = runpy.run_path(str(course / "datasets" / "codings" / "join.py"))
    script["main"](first, second)


@pytest.fixture
def joined(course):
    folders = [
        write(course, f"reader{n}", [(line, pair[n], "") for line, pair in LINES.items()])
        for n in (0, 1)
    ]
    join(course, *folders)
    codings.cache_clear()
    return course


def shown(course):
    exercise = Library(course).exercise(NAME)
    return readers_said(exercise, exercise.settings["codes"])


def test_the_page_says_how_far_they_agree(joined):
    assert word("readers", "same", same=2, lines=3) in shown(joined)
    exercise = Library(joined).exercise(NAME)
    answer = KIND.read(exercise, {"marks": {"l1": ["rank"]}, "shown": True})
    assert str(word("readers", "who")) in KIND.feedback(exercise, answer)["debrief"]


def test_nothing_is_said_before_the_learner_has_compared(joined):
    exercise = Library(joined).exercise(NAME)
    answer = KIND.read(exercise, {"marks": {"l1": ["rank"]}})
    assert KIND.feedback(exercise, answer)["debrief"] == ""


def test_without_a_table_the_page_says_nothing(course):
    codings.cache_clear()
    assert shown(course) == ""


def test_a_line_with_other_words_by_now_is_left_out(joined):
    path = Library(joined).path(NAME)
    path.write_text(path.read_text(encoding="utf-8").replace("Thanks for coming, Mom.", "Hi, Mom."))
    assert word("readers", "same", same=2, lines=2) in shown(joined)


def test_the_table_is_described_once(joined):
    described = json.loads((joined / "datasets" / "datapackage.json").read_text(encoding="utf-8"))
    assert [each["path"] for each in described["resources"]].count("codings/readers.csv") == 1


@pytest.mark.parametrize("line", [("l99", "decide", ""), ("l1", "no_such_code", "")])
def test_an_unknown_line_or_code_stops_it(course, line):
    folders = [write(course, f"reader{n}", [line]) for n in (0, 1)]
    with pytest.raises(SystemExit, match=line[0]):
        join(course, *folders)


def test_every_code_of_the_course_is_one_that_the_exercise_has():
    library = Library(ROOT)
    for name, lines in codings(ROOT / "datasets" / "codings" / "readers.csv").items():
        exercise = library.exercise(name)
        known = set(exercise.settings.get("codes") or exercise.settings["buckets"])
        for line, found in lines.items():
            assert line in {item.key for item in exercise.items}
            assert found.codes[0] | found.codes[1] <= known, (name, line)
