"""`workbook site`: what is built from, where to, and what is said when it cannot be."""

import os
import signal
import time
import zipfile

import pytest
from the_course import COURSE

from workbook.cli import main
from workbook.content.ready import LAID
from workbook.errors import WorkbookError
from workbook.site.build import MARK
from workbook.site.lite import prepare
from workbook.site.pages import write_pages
from workbook.site.place import BUILDING, fill
from workbook.site.wheels import course_wheel
from workbook.words import READY, word, words

ADDRESSES = ["course", "ftp://course.example/", "https://", "https://[::1", "https://c.example/?a"]


def said(capsys):
    return capsys.readouterr().err.strip().removeprefix("workbook: ")


def test_a_folder_without_python_for_the_browser_is_refused(tmp_path, capsys):
    line = ["site", "--out", str(tmp_path / "public"), "--pyodide", str(tmp_path)]
    assert main(line) == 1
    assert said(capsys) == str(word("site", "no_pyodide", folder=tmp_path))
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_is_refused(tmp_path, capsys, address):
    assert main(["site", "--out", str(tmp_path / "p"), "--base-url", address]) == 1
    assert said(capsys) == str(word("site_command", "no_base", text=address))


def test_what_is_there_stays(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["site", "--out", str(tmp_path), "--force"]) == 1
    assert said(capsys) == str(word("site", "not_a_site", path=tmp_path))
    assert main(["site", "--out", str(tmp_path / "mine.txt")]) == 1
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_site_that_is_there_is_replaced_only_when_asked(tmp_path, capsys):
    (tmp_path / MARK).write_text("")
    assert main(["site", "--out", str(tmp_path)]) == 1
    assert said(capsys) == str(word("site", "already_there", path=tmp_path))


def test_what_a_build_that_was_cut_off_left_goes_and_its_earlier_site_comes_back(tmp_path):
    out, left, busy = (tmp_path / name for name in ("public", ".public-left", ".public-busy"))
    for folder in (left, busy):
        (folder / "earlier").mkdir(parents=True)
        (folder / BUILDING).touch()
    (left / "earlier" / MARK).touch()
    os.utime(left / BUILDING, (0, 0))
    with pytest.raises(WorkbookError):
        fill(out, force=True, make=not_made)
    assert (out / MARK).is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"public", ".public-busy"}


def not_made(scratch):
    raise WorkbookError(word("site", "asks_elsewhere"))


def test_a_build_that_is_ended_leaves_nothing(tmp_path):
    with pytest.raises(SystemExit):
        fill(tmp_path / "public", force=False, make=ended)
    assert list(tmp_path.iterdir()) == []


def ended(scratch):
    assert callable(signal.getsignal(signal.SIGTERM)), "it would end the tests"
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)


@pytest.mark.slow
def test_the_wheel_holds_the_course_and_is_the_same_each_time(tmp_path):
    first, again = course_wheel(tmp_path / "a"), course_wheel(tmp_path / "b")
    assert (first.name, first.read_bytes()) == (again.name, again.read_bytes())
    names = zipfile.ZipFile(first).namelist()
    assert "workbook/course/modules/00_start_here.ipynb" in names
    assert "workbook/words/en/page.yaml" in names
    assert {f"workbook/words/en/{READY}", f"workbook/content/{LAID}"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or "labextension" in name]


def test_every_module_has_a_page_and_its_notebook(tmp_path):
    library = COURSE
    prepare(tmp_path / "lite", library, {}, {})
    (tmp_path / "manifest.webmanifest").write_text("{}")
    write_pages(library, tmp_path, "https://course.example/")
    for module in library.modules():
        stem = module.notebook.removesuffix(".ipynb")
        page = (tmp_path / f"{stem}.html").read_text(encoding="utf-8")
        assert f'href="lab/index.html?path=modules/{module.notebook}"' in page
        assert f"https://course.example/{stem}.html" in page
        assert (tmp_path / "lite" / "files" / "modules" / module.notebook).is_file()
    assert words("site_page")["kept"] in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_answers_of_whoever_builds_are_not_in_the_site(tmp_path):
    prepare(tmp_path / "lite", COURSE, {}, {})
    assert not list((tmp_path / "lite").rglob("*.jsonl"))
