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
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # what is compiled is kept, beside the copy
    compiled = str(folder.parent / "compiled")
    return kept | {"PYTHONPATH": str(folder), "PYTHONPYCACHEPREFIX": compiled}


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
    assert done.returncode == LACKING.get(line, 0), (
        f"{line}\n{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
    )
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


CARD = """
import json, tempfile
from workbook.content.library import Library, find_course
from workbook.kinds import Learner, kind_of
card = Library(find_course()).exercise("03/the_hour")
put = {"person": {"listened": "1", "chose": "2", "knew_why": "3", "tired": "4"},
       "practitioner": dict.fromkeys(("listened", "chose", "knew_why"), "4")}
kind, learner = kind_of(card), Learner("7")
answer = kind.read(card, {"cards": [put]})
found = kind.found(card, answer, learner)["mirror"]["now"]
sheet = kind.spec(card, learner)["sheets"]["cards"]
print(json.dumps([kind.done(card, answer), found["scores"], sheet.count("Now and then")]))
"""
SAID = """
from workbook.words import word
print(word("exercise", "saved"), word("exercise", "undo"), word("exercise", "skip"), sep="|")
"""


def python(folder, program, **more):
    """Run a program in the copy."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=surroundings(folder) | more,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_the_card_of_the_page_is_scored_and_printed_by_its_own_lines_and_scale(copy):
    done, (person, practitioner), scale = json.loads(python(copy, CARD))
    assert done
    assert "33.3" in person and "100" in practitioner  # the means 2 and 4 of 1 to 4
    assert scale >= 7  # with every line of both sides, on the sheet


def test_the_three_words_are_said_and_the_others_are_in_english(copy):
    english = python(copy, SAID).strip().split("|")
    spanish = python(copy, SAID, WORKBOOK_LANGUAGE="es").strip().split("|")
    assert spanish == ["Guardado", "Deshacer", english[2]]


def test_the_fast_tests_pass_in_the_copy_with_all_of_it_in(copy):
    page = (copy / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert FAST in page
    said = run(copy, FAST + " -q")
    assert re.search(r"\d{3,} passed", said)
