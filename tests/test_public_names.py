"""What `import workbook as wb` offers, and that every module says what is meant for others."""

import ast
import importlib
import importlib.util
import inspect
import pkgutil
from pathlib import Path

import pytest

import workbook

CONTRACT = {"start", "exercise", "chart", "recall", "progress", "my_answers", "transcript"}
CONTRACT |= {"evaluate", "log"}


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
    with pytest.raises(AttributeError, match="workbook has no 'excercise'. It has chart, evaluate"):
        _ = workbook.excercise


@pytest.mark.parametrize("name", module_names())
def test_all_names_what_exists_once(name):
    module = importlib.import_module(name)
    body = statements(module)
    names = getattr(module, "__all__", None)
    if names is None:
        assert len(body) == 1, "a module with code needs __all__"
        return
    assert len(names) == len(set(names))
    assert all(hasattr(module, each) for each in names)


def layer(name):
    return name.split(".")[1:2]


def taken(name):
    """Give what a module takes from another layer: the module it comes from, and the name."""
    module = importlib.import_module(name)
    for node in ast.walk(ast.Module(statements(module), [])):
        if isinstance(node, ast.ImportFrom):
            path = "." * node.level + (node.module or "")
            source = importlib.util.resolve_name(path, module.__package__)
            if source.startswith("workbook.") and layer(source) != layer(name):
                yield from ((importlib.import_module(source), alias.name) for alias in node.names)


@pytest.mark.parametrize("name", module_names())
def test_a_layer_takes_from_another_only_what_that_offers(name):
    for source, wanted in taken(name):
        assert wanted in getattr(source, "__all__", ()) or inspect.ismodule(
            getattr(source, wanted)
        ), f"{name} takes {wanted}, which {source.__name__}.__all__ does not name"
