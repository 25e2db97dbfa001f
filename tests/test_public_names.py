"""What `import workbook as wb` offers, and that every module says what is meant for others."""

import ast
import importlib
import importlib.util
import inspect
import pkgutil
from pathlib import Path

import pytest
from parsed import parsed

import workbook

CONTRACT = {"start", "exercise", "chart", "recall", "progress", "my_answers", "transcript"}
CONTRACT |= {"evaluate", "log"}


def module_names():
    found = pkgutil.walk_packages(workbook.__path__, "workbook.")
    return [m.name for m in found if not m.name.endswith("__main__")]


def statements(module):
    return parsed(Path(module.__file__)).body


def test_a_notebook_needs_few_names():
    assert set(workbook.__all__) == CONTRACT
    assert len(workbook.__all__) < 12
    assert dir(workbook) == sorted(CONTRACT)


def test_each_public_name_is_the_one_of_the_lesson():
    from workbook import lesson

    other = [name for name in CONTRACT if getattr(workbook, name) is not getattr(lesson, name)]
    assert other == []


def test_a_misspelled_name_lists_what_there_is():
    with pytest.raises(AttributeError, match="workbook has no 'excercise'. It has chart, evaluate"):
        _ = workbook.excercise


def test_all_names_what_exists_once():
    for name in module_names():
        module = importlib.import_module(name)
        names = getattr(module, "__all__", None)
        if names is None:
            assert len(statements(module)) == 1, f"{name}: a module with code needs __all__"
            continue
        assert len(names) == len(set(names)), name
        assert [each for each in names if not hasattr(module, each)] == [], name


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


def is_offered(source, wanted):
    return wanted in getattr(source, "__all__", ()) or inspect.ismodule(getattr(source, wanted))


def test_a_layer_takes_from_another_only_what_that_offers():
    found = [
        f"{name} takes {wanted}, which {source.__name__}.__all__ does not name"
        for name in module_names()
        for source, wanted in taken(name)
        if not is_offered(source, wanted)
    ]
    assert found == []
