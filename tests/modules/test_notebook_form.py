"""The notebooks as they lie in the repository: run, canonical, short, and in the order promised.

Together with `pytest --nbval`, which runs them and compares every output, this proves what they
show: nbval alone is content with a notebook whose outputs were taken out.
"""

import json
import re

import nbformat
import pytest

from workbook.content.library import Library, packaged_course
from workbook.notebooks import calls, canonical, form_problems

BOOKS = sorted((packaged_course() / "modules").glob("*.ipynb"))
COURSE = Library(packaged_course())
TAG = re.compile(r"<[a-zA-Z/][^>]*>")
each_book = pytest.mark.parametrize("path", BOOKS, ids=[path.stem for path in BOOKS])


def cells(path, kind):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def test_every_module_has_its_notebook():
    names = {path.name for path in BOOKS}
    assert names == {module.notebook for module in COURSE.modules()}


@each_book
def test_the_form_is_canonical(path):
    assert form_problems(path) == []


@each_book
def test_the_bytes_are_those_that_save_writes(path):
    text = path.read_text(encoding="utf-8")
    again = canonical(nbformat.reads(text, as_version=4))
    assert json.dumps(again, indent=1, ensure_ascii=False, sort_keys=True) + "\n" == text


@each_book
def test_every_code_cell_shows_something_that_can_be_compared(path):
    for cell in cells(path, "code"):
        assert cell["outputs"], cell["source"]
        for output in cell["outputs"]:
            assert output["output_type"] == "display_data"
            assert "".join(output["data"]["text/plain"]).strip()


@each_book
def test_it_starts_with_its_title_and_header_and_ends_with_the_progress(path):
    first, *_, last = cells(path, "code")
    number = path.name[:2]
    assert "".join(first["source"]) == f'import workbook as wb\nwb.start("{number}")'
    assert calls("".join(last["source"])) == [("progress", ())]
    opening = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    assert "".join(opening["source"]).startswith("# ")


@each_book
def test_it_closes_with_key_points(path):
    headings = [line for c in cells(path, "markdown") for line in c["source"] if line[:3] == "## "]
    assert headings[-1].strip() == "## Key points"


@each_book
def test_a_cell_of_an_exercise_is_named_after_it(path):
    for cell in cells(path, "code"):
        for call, arguments in calls("".join(cell["source"])):
            if call == "exercise":
                assert cell["id"] == arguments[0].partition("/")[2].replace("_", "-")


@each_book
def test_each_exercise_of_the_module_is_shown_once(path):
    asked = [call for c in cells(path, "code") for call in calls("".join(c["source"]))]
    shown = [arguments[0] for call, arguments in asked if call == "exercise"]
    assert sorted(shown) == COURSE.exercise_ids(path.name[:2])


@each_book
def test_prose_is_plain_markdown_with_one_sentence_on_a_line(path):
    for cell in cells(path, "markdown"):
        for line in cell["source"]:
            assert not TAG.search(line), line
            ends = re.findall(r"[a-z)”\"][.?!] (?=[A-Z])", re.sub(r"\"[^\"]*\"", "", line))
            assert len(ends) == 0 or line.lstrip().startswith(("-", "|", ">")), line


@each_book
def test_no_cell_is_long(path):
    for cell in cells(path, "markdown"):
        assert len(" ".join(cell["source"]).split()) <= 220
