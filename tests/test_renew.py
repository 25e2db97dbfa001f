"""A course folder is brought to this edition; what people wrote or changed stays."""

import json
from importlib import import_module

import pytest

from workbook import renew as module
from workbook.cli import main
from workbook.cli.lab_pages import AT
from workbook.errors import WorkbookError
from workbook.renew import renew
from workbook.unpack import edition, unpack
from workbook.words import word


def fill(course, files):
    for name, text in files.items():
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


FIRST = {"modules/00_a.ipynb": "page", "modules/exercises/00_a/one.md": "q", "datasets/d.csv": "1"}


@pytest.fixture
def packaged(tmp_path, monkeypatch):
    course = tmp_path / "packaged"
    fill(course, FIRST)
    monkeypatch.setattr(module, "packaged_course", lambda: course)
    return course


@pytest.fixture
def mine(tmp_path):
    return tmp_path / "mine"


def read(folder, *, hidden=False):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and (hidden or not path.name.startswith("."))
    }


def test_the_second_time_changes_nothing(packaged, mine):
    assert renew(mine).added == 3
    before = read(mine, hidden=True)
    times = {path: path.stat().st_mtime_ns for path in mine.rglob("*.md")}
    assert renew(mine)[1:] == (0, 0, 0, [])
    assert read(mine, hidden=True) == before
    assert times == {path: path.stat().st_mtime_ns for path in mine.rglob("*.md")}


def test_another_edition_replaces_its_own_files_and_no_one_elses(packaged, mine):
    renew(mine)
    fill(mine, {"my-work/journal.jsonl": "{}\n", "modules/exercises/00_a/mine.md": "own"})
    fill(mine, {"datasets/d.csv": "changed"})
    fill(packaged, {"modules/00_a.ipynb": "page 2", "datasets/d.csv": "2", "datasets/e.csv": "3"})
    (packaged / "modules/exercises/00_a/one.md").unlink()
    done = renew(mine)
    assert (done.added, done.replaced, done.removed) == (1, 2, 1)
    [kept] = done.kept
    assert kept.read_text() == "changed"
    found = read(mine)
    assert found.pop(kept.relative_to(mine).as_posix()) == "changed"
    assert found == {
        "modules/00_a.ipynb": "page 2", "datasets/d.csv": "2", "datasets/e.csv": "3",
        "modules/exercises/00_a/mine.md": "own", "my-work/journal.jsonl": "{}\n",
    }  # fmt: skip


def test_changed_copies_are_never_laid_over_each_other(packaged, mine):
    renew(mine)
    for text in ("first", "second"):
        fill(mine, {"datasets/d.csv": text})
        renew(mine)
    kept = {path.name: path.read_text() for path in (mine / "my-work").rglob("*.csv")}
    assert kept == {"d.csv": "first", "d 2.csv": "second"}


def test_what_an_edition_no_longer_has_stays_where_somebody_changed_it(packaged, mine):
    renew(mine)
    fill(mine, {"modules/exercises/00_a/one.md": "mine now"})
    (packaged / "modules/exercises/00_a/one.md").unlink()
    assert renew(mine).removed == 0
    assert (mine / "modules/exercises/00_a/one.md").read_text() == "mine now"


def test_a_copy_from_before_there_was_a_list_keeps_what_differs(packaged, mine):
    fill(mine, FIRST | {"datasets/d.csv": "who knows"})
    done = renew(mine)
    assert [path.read_text() for path in done.kept] == ["who knows"]
    assert (mine / "datasets/d.csv").read_text() == "1"


@pytest.mark.parametrize("listed", ["", "[", "[]", '{"../../x": "y"}', '{"datasets/d.csv": 3}'])
def test_a_damaged_list_loses_nothing(packaged, mine, listed):
    renew(mine)
    fill(mine, {".edition-files": listed, "datasets/d.csv": "mine", ".edition": "../../up"})
    done = renew(mine)
    assert [path.read_text() for path in done.kept] == ["mine"]
    assert (mine / "my-work") in done.kept[0].parents


def test_a_list_never_takes_away_what_lies_elsewhere(packaged, mine):
    renew(mine)
    fill(mine, {"../outside.md": "x", "my-work/own.md": "x"})
    one = module._checksum(mine.parent / "outside.md")
    names = ["../outside.md", "datasets/../my-work/own.md", "my-work/own.md", "", "."]
    fill(mine, {".edition-files": json.dumps(dict.fromkeys(names, one))})
    assert renew(mine).removed == 0
    assert (mine.parent / "outside.md").exists()


def test_read_only_files_are_brought_up_to_date_too(packaged, mine):
    renew(mine, read_only=True)
    assert {path.stat().st_mode & 0o777 for path in mine.rglob("*.md")} == {0o444}
    fill(packaged, {"datasets/d.csv": "2"})
    assert renew(mine, read_only=True).replaced == 1
    assert (mine / "my-work").stat().st_mode & 0o777 == 0o700
    renew(mine)
    assert {path.stat().st_mode & 0o777 for path in mine.rglob("*.md")} == {0o644}


def test_a_folder_that_cannot_be_written_is_told(packaged, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(WorkbookError):
        renew(tmp_path / "file")


def test_a_copy_made_by_starting_the_course_is_known_as_this_edition(tmp_path):
    folder = unpack(tmp_path / "course")
    assert renew(folder)[1:] == (0, 0, 0, [])


def test_the_command_sets_up_an_environment_and_a_folder(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["unpack", "--settings", "prefix"]) == 0
    no_python = str(word("unpack_command", "no_python", prefix="prefix"))
    assert no_python in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["prefix"]
    share = tmp_path / "prefix" / "share" / "jupyter"
    settings = json.loads((share / "lab" / "settings" / "page_config.json").read_text())
    assert settings["sswpPagesAt"] == AT
    [enabled] = tmp_path.glob("prefix/etc/jupyter/jupyter_server_config.d/*.json")
    extensions = json.loads(enabled.read_text())["ServerApp"]["jpserver_extensions"]
    assert all(import_module(name)._load_jupyter_server_extension for name in extensions)
    assert "-P" in (share / "kernels" / "python3" / "kernel.json").read_text()
    (tmp_path / "prefix" / "bin").mkdir()
    (tmp_path / "prefix" / "bin" / "python").touch()
    assert main(["unpack", "course", "--settings", "prefix"]) == 0
    assert no_python not in capsys.readouterr().out
    assert (tmp_path / "course" / ".edition").read_text().strip() == edition()
    (tmp_path / "prefix2").write_text("")
    assert main(["unpack", "--settings", "prefix2"]) == 1
    assert "Traceback" not in capsys.readouterr().err
