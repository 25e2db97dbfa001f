"""What `import workbook as wb` offers, and that every module says what is meant for others."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import workbook

CONTRACT = {"start", "exercise", "chart", "recall", "progress", "my_answers"}


def module_names():
    found = pkgutil.walk_packages(workbook.__path__, "workbook.")
    return [m.name for m in found if not m.name.endswith("__main__")]


def statements(module):
    return ast.parse(Path(module.__file__).read_text(encoding="utf-8")).body


def test_a_notebook_needs_few_names():
    assert set(workbook.__all__) == CONTRACT
    assert len(workbook.__all__) < 12
    assert dir(workbook) == sorted(CONTRACT)


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_each_public_name_is_the_one_of_the_lesson(name):
    from workbook import lesson

    assert getattr(workbook, name) is getattr(lesson, name)


def test_a_misspelled_name_lists_what_there_is():
    with pytest.raises(AttributeError, match="workbook has no 'excercise'. It has chart, exercise"):
        _ = workbook.excercise


@pytest.mark.parametrize("name", module_names())
def test_all_names_what_exists_and_nothing_public_is_left_out(name):
    module = importlib.import_module(name)
    body = statements(module)
    public = {
        node.name
        for node in body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }
    names = getattr(module, "__all__", None)
    if names is None:
        assert len(body) == 1, "a module with code needs __all__"
        return
    assert len(names) == len(set(names))
    assert all(hasattr(module, each) for each in names)
    assert public - set(names) == set(), "public, but not in __all__: give it an underscore"
