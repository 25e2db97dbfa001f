"""A story lies with the stories and belongs to the module that it names."""

import pytest
from the_course import COURSE

from workbook.content.library import Library
from workbook.content.reader import module_number
from workbook.errors import WorkbookError


@pytest.fixture
def library(tmp_path):
    """A course with one module, and a story that names it."""
    folder = tmp_path / "modules"
    (folder / "exercises" / "05_last").mkdir(parents=True)
    (folder / "encounters").mkdir()
    text = COURSE.path("03/two_weeks").read_text(encoding="utf-8")
    (folder / "encounters" / "at_home.md").write_text(text, encoding="utf-8")
    moved = text.replace("kind: encounter\n", 'kind: encounter\nmodule: "05"\n', 1)
    (folder / "encounters" / "moved.md").write_text(moved, encoding="utf-8")
    return Library(tmp_path)


def test_a_story_is_an_exercise_of_the_module_that_it_names(library):
    assert library.exercise_ids() == ["03/at_home", "05/moved"]
    assert library.exercise_ids("05") == ["05/moved"]
    assert library.exercise("05/moved").id == "05/moved"


def test_it_is_found_by_its_folder_too_and_keeps_its_one_id(library):
    assert library.exercise("03/moved").id == "05/moved"
    with pytest.raises(WorkbookError):
        library.path("04/moved")
    with pytest.raises(WorkbookError):
        library.path("05/at_home")


def test_a_story_that_changes_its_module_is_read_again(library):
    path = library.path("05/moved")
    text = path.read_text(encoding="utf-8").replace('module: "05"', "module: 04")
    path.write_text(text, encoding="utf-8")
    assert module_number(path) == "04"


def test_words_below_the_settings_name_no_module(library):
    path = library.path("03/at_home")
    path.write_text(path.read_text(encoding="utf-8") + "\nmodule: 05\n", encoding="utf-8")
    assert module_number(path) == "03"
