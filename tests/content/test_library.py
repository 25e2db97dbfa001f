"""The course on disk: how it is found, and what happens to ids that are misspelled."""

import os
import shutil

import pytest
from the_course import COURSE

from workbook.content.library import Library, find_course, packaged_course
from workbook.errors import ContentError, WorkbookError
from workbook.words import word


def test_the_course_is_found_from_any_folder_below_it(course):
    assert find_course(course / "modules" / "learners") == course.resolve()


def test_no_course_is_a_sentence_that_says_what_to_do(tmp_path):
    with pytest.raises(WorkbookError) as caught:
        find_course(tmp_path)
    assert caught.value.args[0] == word("library", "no_course", folder=tmp_path)


def test_the_packaged_course_has_its_data():
    assert (packaged_course() / "datasets" / "datapackage.json").is_file()


def test_ids_are_module_number_and_file_name(library):
    ids = library.exercise_ids()
    assert "01/who_does_it_protect" in ids
    assert ids == sorted(set(ids))
    assert library.exercise_ids("00") == [i for i in ids if i.startswith("00/")]
    assert all(library.exercise(i).id == i for i in ids)


def test_modules_come_in_course_order(library):
    assert [m.number for m in library.modules()][:2] == ["00", "01"]
    assert library.module("01").notebook == "01_colonial_roots.ipynb"


@pytest.mark.parametrize("wrong", ["01/nothing", "01", "/", "", "99/x", "01/../x", "01/a\x00b", 5])
def test_an_unknown_exercise_is_a_sentence(library, wrong):
    with pytest.raises(WorkbookError) as caught:
        library.exercise(wrong)
    said = caught.value.args[0]
    assert (said.identifier, said.values["exercise"]) == ("library.no_exercise", wrong)


@pytest.mark.parametrize("wrong", ["99", "", "1", "01_colonial"])
def test_an_unknown_module_is_a_sentence(library, wrong):
    with pytest.raises(WorkbookError) as caught:
        library.module(wrong)
    assert caught.value.args[0] == word("library", "no_module", module=wrong)


def test_a_changed_file_is_read_again(course):
    own = Library(course)
    path = own.path("00/what_it_claims")
    assert own.exercise("00/what_it_claims") is own.exercise("00/what_it_claims")
    text = path.read_text(encoding="utf-8").replace("A colleague asks", "Somebody asks")
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))
    assert "Somebody asks" in own.exercise("00/what_it_claims").prompt


def test_a_module_is_read_once_and_again_when_its_page_has_changed(course):
    own = Library(course)
    path = own.module_folders()[1] / "module.md"
    assert own.module("01") is own.module("01") is own.modules()[1]
    text = path.read_text(encoding="utf-8").replace(own.module("01").title, "Other roots")
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))
    assert own.module("01").title == own.modules()[1].title == "Other roots"
    path.unlink()
    with pytest.raises(ContentError, match=r"01_.*module\.md"):
        own.module("01")


def test_a_file_that_an_author_breaks_is_named(course):
    own = Library(course)
    own.path("00/what_it_claims").write_text("no settings\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"00_start_here/what_it_claims\.md, line 1"):
        own.exercise("00/what_it_claims")


def test_a_loose_file_in_the_exercises_does_no_harm(course):
    (course / "modules" / "exercises" / "02_notes.md").write_text("Notes.\n", encoding="utf-8")
    assert Library(course).exercise_ids() == COURSE.exercise_ids()
    assert len(Library(course).modules()) == len(COURSE.modules())


def test_encounters_and_instruments_belong_to_module_03(library):
    ids = library.exercise_ids("03")
    assert {"03/two_weeks", "03/mirror"} <= set(ids)
    assert library.path("03/two_weeks").parent.name == "encounters"
    assert library.exercise("03/two_weeks").kind == "encounter"
    assert not {"03/two_weeks", "03/mirror"} & set(library.exercise_ids("02"))
    with pytest.raises(WorkbookError) as caught:
        library.path("02/two_weeks")
    assert caught.value.args[0].identifier == "library.no_exercise"


def test_a_course_without_encounters_is_a_course(course):
    shutil.rmtree(course / "modules" / "encounters")
    ids = Library(course).exercise_ids()
    assert "03/two_weeks" not in ids
    assert "00/what_it_claims" in ids
