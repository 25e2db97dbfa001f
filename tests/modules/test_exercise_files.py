"""The page that tells how to add an exercise, followed to the letter.

What this course asks of its own files is told by `workbook check --strict`.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.cli import main
from workbook.cli.check import report
from workbook.content.library import Library, packaged_course
from workbook.content.static import as_text
from workbook.words import words

WELL = words("check_command")["all_well"].partition("{")[0]


# The page for authors, followed to the letter -------------------------------------------------
def example(page):
    """Give from the page: the file to save, its text, the notebook, the line, the commands."""
    part = page.partition("## Example\n")[2]
    file = re.search(r"`(modules/exercises/\S+\.md)`", part)[1]
    book = re.search(r"`(modules/\S+\.ipynb)`", part)[1]
    text = re.search(r"```markdown\n(.*?)```\n", part, re.DOTALL)[1]
    line = re.search(r"^(wb\.exercise\(.+\))$", part, re.MULTILINE)[1]
    commands = re.findall(r"^workbook (.+)$", part, re.MULTILINE)
    return file, text, book, line, commands


def show(path, line):
    """Put a line into a new code cell of a notebook, before the last cell."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = {"cell_type": "code", "id": "new", "metadata": {}, "outputs": [], "source": line}
    notebook["cells"].insert(-1, {**cell, "execution_count": None})
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture
def page(root):
    return (root / "modules" / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_lecturer_adds_a_question_by_following_the_page(page, course, monkeypatch, capsys):
    file, text, book, line, commands = example(page)
    assert not (course / file).exists()
    (course / file).write_text(text, encoding="utf-8")

    path = course / book
    show(path, line)
    assert report(course)["problems"] != []

    monkeypatch.chdir(course)
    assert commands[:2] == [f"notebooks save {book}", "check"]
    for command in commands[:2]:
        assert main(command.split()) == 0, capsys.readouterr()

    exercise_id = line.split('"')[1]
    saved = json.loads(path.read_text(encoding="utf-8"))
    [shown] = [c for c in saved["cells"] if c["id"] == "new"]
    wording = "".join(shown["outputs"][0]["data"]["text/plain"])
    assert wording == as_text(Library(course).exercise(exercise_id))
    assert WELL in capsys.readouterr().out


@pytest.mark.slow
def test_a_lecturer_adds_an_encounter_by_following_the_page(
    page, course, samples_front, monkeypatch, capfd
):
    piece = page.partition("\n**encounter**: ")[2]
    file = re.search(r"`(modules/encounters/\w+\.md)`", piece)[1]
    name = re.search(r'`wb\.exercise\("(03/)name"\)`', piece)[1] + Path(file).stem
    text = piece.partition("```markdown\n")[2].partition("```\n")[0]
    (course / file).write_text(samples_front("encounter") + text, encoding="utf-8")
    path = course / "modules" / "03_modeling_equality.ipynb"
    show(path, f'wb.exercise("{name}")')

    monkeypatch.chdir(course)
    assert main(["notebooks", "save", str(path)]) == 0
    assert capfd.readouterr() == (f"{path.name}: saved\n", "")
    assert main(["check"]) == 0, capfd.readouterr()
    said = capfd.readouterr().out
    assert f"{Path(file).stem}: 2 nodes, 5 choices, 5 paths\n" in said
    assert WELL in said.splitlines()[-1]


def test_every_piece_of_the_page_is_read_as_the_kind_that_it_explains(page, samples_front):
    from workbook.content.reader import parse_exercise

    part = page.partition("## The kinds\n")[2].partition("\n## The notebook")[0]
    pieces = re.findall(r"^\*\*(\w+)\*\*.*?(?=^\*\*|\Z)", part, re.MULTILINE | re.DOTALL)
    assert len(pieces) > 9
    for kind, text in re.findall(
        r"^\*\*(\w+)\*\*((?:(?!^\*\*).)*?)```markdown\n", part, re.MULTILINE | re.DOTALL
    ):
        block = part.partition(f"**{kind}**{text}```markdown\n")[2].partition("```\n")[0]
        whole = samples_front(kind) + block
        assert parse_exercise(whole, f"09/{kind}").kind == kind


@pytest.fixture
def samples_front():
    def front(kind):
        return (
            f"---\nkind: {kind}\ntitle: T\ndraft: m9-e1\nobjective: O.\nminutes: 2\nseed: [S01]\n"
            "competencies: [1]\nvalues: [integrity]\nvisibility: none\npurpose: P.\n"
        )

    return front


def test_the_course_may_be_read_with_no_network_and_no_widgets():
    """Content alone, in a fresh Python, without anything that shows it."""
    code = (
        "import sys\n"
        "from workbook.content.library import Library, packaged_course\n"
        "course = Library(packaged_course())\n"
        "print(sum(1 for i in course.exercise_ids() if course.exercise(i)))\n"
        "heavy = {'ipywidgets', 'anywidget', 'pandas', 'altair', 'numpy', 'IPython'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))\n"
    )
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (
        0,
        str(len(Library(packaged_course()).exercise_ids())),
    )
