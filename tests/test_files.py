"""A file is written whole or not at all, and no spreadsheet computes what a person has written."""

import csv
import io
import os
import stat
import subprocess
import sys

import pytest

from workbook import files
from workbook.files import part_of, placed, safe_cell, table, write, write_all


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def failing(monkeypatch, name, error):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(os, name, fail)


@pytest.mark.parametrize("data", ["Zoë\n", b"\x00\xff", ""])
def test_a_file_holds_just_what_was_written(tmp_path, data):
    path = tmp_path / "a.txt"
    for _ in range(2):
        write(path, data)
        assert path.read_bytes() == (data.encode() if isinstance(data, str) else data)
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt, MemoryError])
@pytest.mark.parametrize("before", [None, "older"])
def test_a_failure_in_the_middle_leaves_what_was_there(tmp_path, monkeypatch, error, before):
    path = tmp_path / "a.txt"
    if before:
        path.write_text(before)
    failing(monkeypatch, "fsync", error(28, "No space left"))
    with pytest.raises(error) as caught:
        write(path, "newer")
    assert names(tmp_path) == (["a.txt"] if before else [])
    assert not before or path.read_text() == before
    if error is OSError:
        assert caught.value.filename == str(path)


@pytest.mark.skipif(os.name == "nt", reason="os._exit leaves an open file there")
def test_a_program_that_is_killed_in_the_middle_leaves_what_was_there(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("older")
    code = (
        "import os, sys, pathlib\nfrom workbook.files import write\n"
        "os.fsync = lambda fd: os._exit(9)\nwrite(pathlib.Path(sys.argv[1]), 'newer' * 10)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == 9
    assert path.read_text() == "older"
    write(path, "the next time")
    assert names(tmp_path) == ["a.txt"], "what was left behind is gone"


@pytest.mark.parametrize("second", ["missing/b", "folder"])
def test_of_several_files_all_are_written_or_none(tmp_path, second):
    (tmp_path / "folder").mkdir()
    (tmp_path / "a").write_text("older")
    with pytest.raises(OSError) as caught:
        write_all({tmp_path / "a": "newer", tmp_path / second: "newer"})
    assert (tmp_path / "a").read_text() == "older"
    assert names(tmp_path) == ["a", "folder"]
    assert caught.value.filename == str(tmp_path / second)


def test_a_place_is_taken_only_at_the_end(tmp_path):
    path = tmp_path / "a"
    with placed(path) as part:
        part.write_text("whole")
        assert part == part_of(path)
        assert not path.exists()
    assert path.read_text() == "whole"


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind exist on POSIX only")
def test_a_private_file_is_private_and_another_keeps_its_rights(tmp_path):
    old = os.umask(0o022)
    try:
        for private, mode in ((True, 0o600), (False, 0o644)):
            path = tmp_path / f"{private}"
            write(path, "x", private=private)
            assert stat.S_IMODE(path.stat().st_mode) == mode
        path.chmod(0o640)
        write(path, "y")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        write(path, "z", private=True)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(old)


RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=1", "=", '=HYPERLINK("x")']


@pytest.mark.parametrize("text", RISKY)
def test_a_text_that_a_spreadsheet_would_compute_is_marked_as_text(text):
    assert safe_cell(text) == f"'{text}"
    [[cell]] = csv.reader(io.StringIO(table([[text]]).decode("utf-8-sig"), newline=""))
    assert cell == f"'{text}"


@pytest.mark.parametrize("value", ["", "a=1", "1-2", " plain", "é", -1, 2.5, None])
def test_anything_else_stays_as_it_is(value):
    assert safe_cell(value) is value


def test_a_table_is_what_a_spreadsheet_opens():
    cells = ["Zoë", "two\nlines", 'a "quote"', "a,b;c", "أهلا", "half \ud83d"]
    found = table([["one", "two"], cells])
    assert found.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(found.decode("utf-8-sig"), newline="")))
    assert rows == [["one", "two"], [*cells[:-1], "half ?"]]


def test_nothing_but_this_module_puts_a_file_in_the_place_of_another(root):
    """One writer: no other module has parts of its own."""
    found = [
        path.name
        for path in (root / "workbook").rglob("*.py")
        if '+ ".part"' in path.read_text(encoding="utf-8")
    ]
    assert found == [files.__file__.rpartition(os.sep)[2]]
