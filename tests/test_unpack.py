"""The course arrives whole, is completed after a stop, and never covers a learner's file."""

import stat

import pytest

from workbook import unpack as module
from workbook.content.library import find_course
from workbook.errors import WorkbookError
from workbook.unpack import complete, edition, unpack, unpack_edition


@pytest.fixture
def packaged(tmp_path, monkeypatch):
    """A small course in the place of the packaged one."""
    course = tmp_path / "packaged"
    for name, text in {
        "modules/00_start_here.ipynb": "page",
        "modules/exercises/00_start_here/one.md": "question",
        "datasets/figures.csv": "a,b\n1,2\n",
        "modules/.ipynb_checkpoints/00.ipynb": "left over",
    }.items():
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "packaged_course", lambda: course)
    return course


def files(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()
    }


def test_the_course_arrives_whole(packaged, tmp_path):
    course = unpack(tmp_path / "mine")
    expected = {k: v for k, v in files(packaged).items() if "checkpoints" not in k}
    assert files(course) == {**expected, ".edition": f"{edition()}\n"}
    assert find_course(course) == course


def test_the_real_course_can_be_unpacked_and_found(tmp_path):
    course = unpack(tmp_path / "mine")
    assert (course / "modules" / "00_start_here.ipynb").is_file()
    assert find_course(course / "modules") == course


def test_a_file_that_is_there_stays_as_it_is(packaged, tmp_path):
    own = tmp_path / "mine" / "modules" / "00_start_here.ipynb"
    own.parent.mkdir(parents=True)
    own.write_text("my own words")
    course = unpack(tmp_path / "mine")
    assert own.read_text() == "my own words"
    assert (course / "datasets" / "figures.csv").is_file()


def test_a_stopped_copy_is_completed_without_half_files(packaged, tmp_path, monkeypatch):
    copied = module.shutil.copyfile

    def stopped(source, target):
        if source.name == "one.md":
            target.write_text("ques")
            raise KeyboardInterrupt
        return copied(source, target)

    monkeypatch.setattr(module.shutil, "copyfile", stopped)
    with pytest.raises(KeyboardInterrupt):
        unpack(tmp_path / "mine")
    assert "modules/exercises/00_start_here/one.md" not in files(tmp_path / "mine")
    monkeypatch.setattr(module.shutil, "copyfile", copied)
    complete(tmp_path / "mine")
    found = files(tmp_path / "mine")
    assert found["modules/exercises/00_start_here/one.md"] == "question"
    assert not [name for name in found if name.endswith(".part")]


def test_a_copy_of_another_edition_is_left_alone(packaged, tmp_path):
    course = tmp_path / "mine"
    course.mkdir()
    (course / ".edition").write_text("0.0.1\n")
    complete(course)
    assert files(course) == {".edition": "0.0.1\n"}


def test_a_folder_that_is_no_copy_is_left_alone(packaged, tmp_path):
    complete(tmp_path / "packaged")
    assert not (tmp_path / "packaged" / ".edition").exists()


def test_a_new_edition_lands_beside_the_old_one(packaged, tmp_path):
    old = tmp_path / "mine" / "modules" / "00_start_here.ipynb"
    old.parent.mkdir(parents=True)
    old.write_text("old page")
    new = unpack_edition(tmp_path / "mine")
    assert new == tmp_path / "mine" / f"edition-{edition()}"
    assert (new / "modules" / "00_start_here.ipynb").read_text() == "page"
    assert old.read_text() == "old page"
    assert unpack_edition(tmp_path / "mine") == new


def test_a_copy_can_be_written_even_when_the_packaged_files_cannot(packaged, tmp_path):
    source = packaged / "modules" / "00_start_here.ipynb"
    source.chmod(stat.S_IRUSR)
    copy = unpack(tmp_path / "mine") / "modules" / "00_start_here.ipynb"
    assert copy.stat().st_mode & stat.S_IWUSR


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(packaged, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkbookError, match="could not be copied"):
        unpack(tmp_path / "file" / "course")
    assert (tmp_path / "file").read_text() == "in the way"
