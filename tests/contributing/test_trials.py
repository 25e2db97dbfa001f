"""CONTRIBUTING.md is done letter by letter in a copy of the checkout, and the tests pass there."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from steps import trials

ROOT = Path(__file__).resolve().parents[2]
TRIALS = trials(ROOT)
FAST = "pytest -m fast -n auto"
SAME = (".git", "__pycache__", ".venv", "my-work", ".ruff_cache", ".mypy_cache", ".hypothesis")
pytestmark = pytest.mark.slow


def files(root):
    """List the files of the checkout: those that git would keep, or all where there is no git."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        return [Path(name) for name in listed.stdout.decode().split("\0") if name]
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return [path for path in found if not set(path.parts) & set(SAME)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the checkout, in which everything that the page shows is added."""
    folder = tmp_path_factory.mktemp("copy") / "workbook"
    for name in files(ROOT):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def surroundings(folder):
    """Let every program that is started find the copy, and no journal of a person."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("WORKBOOK_", "PYTEST_"))}
    kept |= {k: v for k, v in os.environ.items() if k == "WORKBOOK_REQUIRE_BROWSER"}
    return kept | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


# A language that lacks words is listed, and the program says so with its status too.
LACKING = {"workbook check --against es": 1}
PROGRAMS = {
    "workbook": (sys.executable, "-c", "import workbook.cli, sys; sys.exit(workbook.cli.main())"),
    "pytest": (sys.executable, "-m", "pytest", "-p", "no:cacheprovider"),
}


def run(folder, line):
    """Type a line of the page; a line that begins with NAME=value sets it for that program."""
    words, more = shlex.split(line), {}
    while re.match(r"[A-Z_]+=", words[0]):
        name, _, value = words.pop(0).partition("=")
        more[name] = value
    program = [*PROGRAMS[words[0]], *words[1:]]
    done = subprocess.run(
        program,
        cwd=folder,
        env=surroundings(folder) | more,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == LACKING.get(line, 0), f"{line}\n{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def put_cell(path, text):
    """Put a cell in as JupyterLab does: with a random id, and here before the last one."""
    book = json.loads(path.read_text(encoding="utf-8"))
    cell = {"cell_type": "code", "id": str(uuid4()), "metadata": {}, "outputs": []}
    source = text.strip().splitlines(keepends=True)
    book["cells"].insert(-1, {**cell, "execution_count": None, "source": source})
    path.write_text(json.dumps(book, indent=1), encoding="utf-8")


def do(folder, step):
    if step.does == "run":
        return run(folder, step.text)
    path = folder / step.where
    if step.does == "cell":
        put_cell(path, step.text)
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    assert step.does == "add" or not path.exists(), f"{step.where} is there already"
    before = path.read_text(encoding="utf-8") if step.does == "add" else ""
    path.write_text(before + step.text, encoding="utf-8")
    return ""


@pytest.mark.parametrize("title", TRIALS)
def test_the_page_is_followed_letter_by_letter(copy, title):
    said = [do(copy, step) for step in TRIALS[title]]
    assert TRIALS[title]
    assert any(said), "nothing was typed, so nothing was tried"


def test_the_fast_tests_pass_in_the_copy_with_all_of_it_in(copy):
    page = (copy / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert FAST in page
    said = run(copy, FAST + " -q")
    assert re.search(r"\d{3,} passed", said)
