"""A Pyodide that a site is to be made of: what is refused, what is taken, what is said of it."""

import errno
import hashlib
import json
import zipfile

import pytest

from workbook.cli import main
from workbook.site import distribution as module
from workbook.site.distribution import LATER, find_distribution, lay
from workbook.site.sound import FIRST_OF_ALL, LOCK, MAGIC, other_version, read_lock
from workbook.site.wheels import pure_wheel
from workbook.words import word

PROGRAM = MAGIC + bytes([1, 0, 0, 0]) + b"\0\3abc"
CORE = ["pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"]
NO_LISTS = ["", "{", "[]", "{}", '{"packages": []}', '{"packages": {"a": {}}}', "\udcff"]
NO_LISTS += ['{"packages": {"a": {"file_name": 1, "sha256": "", "depends": []}}}']


@pytest.fixture
def distribution(tmp_path):
    """Give a Pyodide of a few packages, one of which is not there."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.js"):
        (folder / name).write_text(name)
    (folder / "pyodide.asm.wasm").write_bytes(PROGRAM)
    with zipfile.ZipFile(folder / "python_stdlib.zip", "w") as archive:
        archive.writestr("os.py", "")
    packages = {"mistune": entry(pure_wheel("mistune", folder), "absent")}
    for name in FIRST_OF_ALL:
        (folder / f"{name}.whl").write_text(name)
        packages[name] = entry(folder / f"{name}.whl")
    absent = {"file_name": "absent.whl", "depends": [], "sha256": "", "imports": []}
    lock = {"info": {"python": "3.12.7"}, "packages": packages | {"absent": absent}}
    (folder / LOCK).write_text(json.dumps(lock))
    return folder


def entry(path, *depends):
    return {"file_name": path.name, "depends": depends, "sha256": sha(path), "imports": []}


def sha(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(distribution, capsys):
    """Give what the command says; nothing is built, and nothing is left beside."""
    out = distribution.parent / "public"
    assert main(["site", "--out", str(out), "--pyodide", str(distribution)]) == 1
    assert list(distribution.parent.iterdir()) == [distribution]
    return capsys.readouterr().err.strip().removeprefix("workbook: ")


def test_a_distribution_may_lie_one_folder_below(distribution, tmp_path):
    distribution.rename(tmp_path / "dist")
    assert find_distribution(tmp_path) == tmp_path / "dist"


@pytest.mark.parametrize("name", CORE)
def test_one_without_a_part_of_its_core_is_refused(distribution, capsys, name):
    (distribution / name).unlink()
    told = word("site", "lacks_file", folder=distribution, name=name)
    assert refused(distribution, capsys) == str(told)


@pytest.mark.parametrize("name", [*CORE, "pyodide.mjs"])
def test_one_with_an_empty_file_is_refused(distribution, capsys, name):
    (distribution / name).write_bytes(b"")
    told = word("site", "cut_off", path=distribution / name)
    assert refused(distribution, capsys) == str(told)


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "python_stdlib.zip"])
@pytest.mark.parametrize("kept", [4, -1])
def test_one_that_was_cut_off_is_refused(distribution, capsys, name, kept):
    path = distribution / name
    path.write_bytes(path.read_bytes()[:kept])
    assert refused(distribution, capsys) == str(word("site", "cut_off", path=path))


@pytest.mark.parametrize("text", NO_LISTS)
def test_a_list_that_is_none_is_refused(distribution, capsys, text):
    path = distribution / LOCK
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    assert refused(distribution, capsys) == str(word("site", "no_list", path=path))


@pytest.mark.parametrize("name", FIRST_OF_ALL)
def test_the_core_of_one_alone_is_refused(distribution, capsys, name):
    (distribution / f"{name}.whl").unlink()
    told = word("site", "lacks_packages", folder=distribution, names=name)
    assert refused(distribution, capsys) == str(told)


def test_what_cannot_be_read_is_named(distribution, capsys, monkeypatch):
    path = distribution / "pyodide.mjs"

    def denied(*_):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(module.shutil, "copyfile", denied)
    told = word("site_command", "not_read", path=path, why="permission denied")
    assert refused(distribution, capsys) == str(told)


def test_a_version_that_the_builder_is_not_made_for_is_said(distribution):
    lock = read_lock(distribution)
    assert other_version(lock, "0.2.7") == "", "it says none"
    lock["info"]["version"] = "0.1.0"
    assert other_version(lock, "0.2.7") == "0.1.0"
    assert other_version(lock, "0.1.7") == ""
    lock["packages"]["pyodide-kernel"] = {}
    assert other_version(lock, "0.2.7") == "", "it brings its own kernel"


@pytest.mark.slow
def test_the_list_of_packages_names_only_what_is_there(distribution, tmp_path):
    packages = lay(distribution, tmp_path / "out")["packages"]
    assert "absent" not in packages
    assert packages["mistune"]["depends"] == []
    for found in packages.values():
        assert sha(tmp_path / "out" / found["file_name"]) == found["sha256"]
        assert set(found["depends"]) <= set(packages)


def test_the_course_asks_for_no_large_package_at_once(distribution, tmp_path):
    course = lay(distribution, tmp_path / "out")["packages"]["sswp-workbook"]
    assert course["imports"] == ["workbook"]
    assert "mistune" in course["depends"]
    assert not set(course["depends"]) & set(LATER)


def test_a_changed_file_of_a_distribution_is_refused(distribution, capsys):
    wheel = next(distribution.glob("mistune*"))
    wheel.write_bytes(wheel.read_bytes() + b" ")
    assert refused(distribution, capsys) == str(word("site", "changed_file", path=wheel))
