"""Every public measure has a door: a page, a command or a report that ends in it."""

import ast
import importlib
import inspect
import pkgutil
from functools import cache
from pathlib import Path

import pytest
from parsed import parsed

import workbook
import workbook.measures
from workbook.evaluation.findings import INDICES as SHOWN
from workbook.evaluation.others import OTHERS
from workbook.measures.single_case import INDICES

# what a library calls for one series, and what makes the same numbers for many in a report
ONE_SERIES = dict.fromkeys({*SHOWN, *OTHERS} & set(INDICES), "effect_sizes")
ONE_SERIES |= {"lrr": "effect_sizes", "trend_line": "phase_summary"}


def modules(package):
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [each.name for each in found if not each.name.endswith("__main__")]


def public():
    """Give the functions that the packages of measures, and its single modules, offer."""
    for name in modules(workbook.measures):
        module = importlib.import_module(name)
        if name.count(".") == 2:
            for each in getattr(module, "__all__", ()):
                if inspect.isfunction(found := getattr(module, each)):
                    yield each, found.__module__


@cache
def graph():
    """Give for each (module, name) at the top of a module the names that its text uses."""
    uses = {}
    for name in modules(workbook):
        module = importlib.import_module(name)
        body = parsed(Path(module.__file__)).body
        taken = {}
        for node in [n for part in body for n in ast.walk(part) if isinstance(n, ast.ImportFrom)]:
            package = module.__spec__.parent
            source = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
            taken |= {a.asname or a.name: (source, a.name) for a in node.names}
        for node in body:
            named = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
            if isinstance(node, ast.Assign):
                keys = [t.id for t in node.targets if isinstance(t, ast.Name)]
            else:
                keys = [getattr(node, "name", "")]
            for key in keys:
                uses[name, key] = {taken.get(each, (name, each)) for each in named}
            if isinstance(node, ast.ImportFrom):  # a package hands on what it offers
                for each in (a.asname or a.name for a in node.names):
                    uses.setdefault((name, each), set()).add(taken[each])
    return uses


@cache
def reached():
    """Give all that is used, by whatever steps, from outside the measures."""
    uses = graph()
    todo = [key for key in uses if not key[0].startswith("workbook.measures")]
    found = set(todo)
    while todo:
        for key in uses.get(todo.pop(), ()):
            if key not in found and key[0].startswith("workbook"):
                found.add(key)
                todo.append(key)
    return {name for module, name in found if module.startswith("workbook.measures")}


@pytest.mark.parametrize(("name", "module"), sorted(set(public())))
def test_every_public_measure_has_a_door(name, module):
    door = ONE_SERIES.get(name, name)
    assert door in reached(), f"{module}.{name} is used by no page and no command"
