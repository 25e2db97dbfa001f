"""`workbook notebooks save | check`: a form that two runs give byte for byte, and its guard."""

import json
import re
import shutil

import nbformat
import pytest

from workbook.cli import main
from workbook.errors import WorkbookError
from workbook.notebooks import calls, canonical, form_problems, save
from workbook.unpack import edition
from workbook.words import word, words

NAME = "00_start_here.ipynb"


def book(course, name=NAME):
    return course / "modules" / name


def change(path, work):
    """Change a notebook as a person or another program would."""
    notebook = nbformat.read(path, as_version=4)
    work(notebook)
    nbformat.write(notebook, path)


def code(notebook, number=0):
    return [c for c in notebook.cells if c.cell_type == "code"][number]


# What save writes -----------------------------------------------------------------------------
@pytest.fixture(scope="module")
def run_twice(root, tmp_path_factory):
    """A shuffled notebook of the course, saved twice."""
    course = tmp_path_factory.mktemp("saved")
    for part in ("modules", "datasets"):
        shutil.copytree(root / part, course / part)
    committed = book(course).read_bytes()

    def disturb(notebook):
        notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {}}
        for cell in notebook.cells:
            cell.metadata["tags"] = ["mine"]
            if cell.cell_type == "code":
                cell.execution_count, cell.outputs = 9, []

    change(book(course), disturb)
    first = save(book(course)), book(course).read_bytes()
    second = save(book(course)), book(course).read_bytes()
    return course, committed, first, second


def test_saving_twice_gives_the_same_bytes(run_twice):
    _, _, (changed, first), (changed_again, second) = run_twice
    assert (changed, changed_again) == (True, False)
    assert first == second


def test_saving_gives_what_the_repository_holds(run_twice):
    _, committed, (_, first), _ = run_twice
    assert first == committed


def test_saving_leaves_nothing_else_behind(run_twice, root):
    course = run_twice[0]
    assert {p.name for p in course.rglob("*")} <= {p.name for p in root.rglob("*")}
    assert not (course / "my-work").exists()


def test_a_failing_cell_leaves_the_file_as_it_was(course, capsys):
    def fail(notebook):
        code(notebook, 1).source = "1 / 0"

    change(book(course), fail)
    before = book(course).read_bytes()
    assert main(["notebooks", "save", str(book(course))]) == 1
    said = capsys.readouterr().err
    failed = word("notebooks", "cell_failed", name=NAME, error="ZeroDivisionError")
    assert said == f"workbook: {failed}\n"
    assert book(course).read_bytes() == before
    assert [p.name for p in book(course).parent.glob("*.part")] == []


@pytest.mark.parametrize("text", ["", "{", "[]", "5", '{"cells": 3}', "\x00"])
@pytest.mark.parametrize("action", ["save", "check"])
def test_a_file_that_is_no_notebook_is_a_sentence(tmp_path, capsys, action, text):
    path = tmp_path / "x.ipynb"
    path.write_text(text, encoding="utf-8")
    assert main(["notebooks", action, str(path)]) == 1
    unread = word("notebooks", "not_readable", path=path)
    assert capsys.readouterr().err == f"workbook: {unread}\n"
    assert path.read_text(encoding="utf-8") == text


def test_a_notebook_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(WorkbookError) as caught:
        save(tmp_path / "x.ipynb")
    assert caught.value.args[0] == word("notebooks", "not_there", path=tmp_path / "x.ipynb")


def test_canonical_drops_what_differs_from_run_to_run():
    output = nbformat.v4.new_output(
        "display_data",
        data={
            "text/plain": "A text\nof two lines.",
            "image/png": "x",
            "application/vnd.jupyter.widget-view+json": {"model_id": "random"},
        },
        metadata={"image/png": {"width": 3}},
    )
    cell = nbformat.v4.new_code_cell("wb.progress()", id="progress", outputs=[output])
    cell.metadata["execution"] = {"iopub.status.busy": "2026-01-01"}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {}, "mine": 1})
    kept = canonical(notebook)
    found = json.dumps(kept)
    assert not re.search("random|image/png|2026|widgets|mine", found)
    assert found.count("A text") == 1
    assert kept.metadata.sswp.version == edition()
    assert cell.metadata == {"jupyter": {"source_hidden": True}}


# What check finds -----------------------------------------------------------------------------
def unrun(notebook):
    code(notebook).execution_count = None


def out_of_order(notebook):
    code(notebook, 1).execution_count = 7


def printed(notebook):
    code(notebook, 1).outputs.append(nbformat.v4.new_output("stream", text="hello"))


def failed(notebook):
    code(notebook, 1).outputs = [
        nbformat.v4.new_output("error", ename="E", evalue="", traceback=[])
    ]


def pictured(notebook):
    data = {"image/png": "x", "text/plain": "y"}
    code(notebook, 1).outputs = [nbformat.v4.new_output("display_data", data=data)]


def with_a_view(notebook):
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}}
    code(notebook, 1).outputs[0].data.update(view)


def lost(notebook):
    code(notebook, 1).outputs[0].data["text/plain"] = words("problem")["title"] + ": x"


def programmed(notebook):
    code(notebook, 1).source = "import os"


def long_cell(notebook):
    code(notebook, 1).source = "import workbook as wb\n" * 4


def with_state(notebook):
    notebook.metadata["widgets"] = {}


def older(notebook):
    notebook.metadata["sswp"]["version"] = "0.0.1"


def broken_link(notebook):
    notebook.cells[0].source += "\nRead [this](learners/nothing.md#part)."


def broken_picture(notebook):
    notebook.cells[0].source += "\n![A page](images/nothing.png)"


BROKEN = [
    (unrun, "not_run"),
    (out_of_order, "not_run"),
    (printed, "printed"),
    (failed, "printed"),
    (pictured, "odd_output"),
    (with_a_view, "odd_output"),
    (lost, "not_shown"),
    (programmed, "no_plain_calls"),
    (long_cell, "long_cell"),
    (with_state, "metadata"),
    (older, "version"),
    (broken_link, "link"),
    (broken_picture, "link"),
]


VALUES = {
    older: {"version": edition()},
    broken_link: {"target": "learners/nothing.md"},
    broken_picture: {"target": "images/nothing.png"},
}


@pytest.mark.parametrize(("work", "name"), BROKEN, ids=[w.__name__ for w, _ in BROKEN])
def test_each_broken_form_is_found(course, capsys, work, name):
    assert form_problems(book(course)) == []
    change(book(course), work)
    [problem] = form_problems(book(course))
    about = problem.values
    assert (problem.identifier, about["name"]) == ("notebooks.problem", NAME)
    assert about["problem"].identifier == f"notebooks.{name}"
    assert about["problem"].values == VALUES.get(work, about["problem"].values)
    assert main(["notebooks", "check", str(book(course))]) == 1
    assert problem in capsys.readouterr().err


def test_all_notebooks_of_the_course_are_checked_without_a_name(course, monkeypatch, capsys):
    monkeypatch.chdir(course)
    assert main(["notebooks", "check"]) == 0
    count = len(list((course / "modules").glob("*.ipynb")))
    said = word("notebooks_command", "all_canonical", n=count)
    assert capsys.readouterr().out == f"{said}\n"
    change(book(course, "01_colonial_roots.ipynb"), unrun)
    assert main(["notebooks", "check"]) == 1


def test_links_that_need_no_file_are_left_alone(course):
    def link(notebook):
        notebook.cells[0].source += "\n[a](https://example.org/x) [b](#part) [c](mailto:a@b.org)"

    change(book(course), link)
    assert form_problems(book(course)) == []


# Which cells run by themselves ------------------------------------------------------------------
@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "import workbook",
        "import workbook as wb, os",
        "from workbook import start",
        "wb.start('01'); import os",
        "wb.start(open('x').read())",
        "wb.start(name)",
        "wb.start(module='01')",
        "wb.start(*['01'])",
        "wb.__class__()",
        "wb.lesson.start('01')",
        "other.start('01')",
        "x = wb.start('01')",
        "wb.start",
        "wb.start('01').x()",
        "wb.start('01')(2)",
        "%run x.py",
        "!ls",
        "wb.start(f'{1}')",
        "wb.start(",
        "\x00",
    ],
)
def test_anything_but_a_plain_call_is_refused(source):
    assert calls(source) is None


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", []),
        ("# a remark", []),
        ("import workbook as wb", []),
        ("wb.progress()", [("progress", ())]),
        ("wb.start('01')\nwb.exercise('01/x')", [("start", ("01",)), ("exercise", ("01/x",))]),
    ],
)
def test_plain_calls_are_listed(source, found):
    assert calls(source) == found
