"""The notebooks as they lie in the repository: run and canonical.

Together with `pytest --nbval`, which runs them and compares every output, this proves what they
show: nbval alone is content with a notebook whose outputs were taken out. What this course asks of
their titles, cells and prose is told by `workbook check --strict`.
"""

import json

import nbformat
import pytest

from workbook.content.library import packaged_course
from workbook.notebooks import canonical, form_problems

BOOKS = sorted((packaged_course() / "modules").glob("*.ipynb"))
each_book = pytest.mark.parametrize("path", BOOKS, ids=[path.stem for path in BOOKS])


def cells(path, kind):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


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
