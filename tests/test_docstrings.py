"""Every public name explains itself, with an example; and the code keeps one style."""

import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from test_public_names import module_names

SECTION = re.compile(r"^(\w[\w ]*)\n-+\n", re.MULTILINE)
ENTRY = re.compile(r"^(\*{0,2}\w+(?:, \*{0,2}\w+)*)(?: :.*)?$", re.MULTILINE)
PATHS = ["workbook", "tests", "benchmarks"]


def public():
    for name in module_names():
        module = importlib.import_module(name)
        for each in getattr(module, "__all__", ()):
            found = getattr(module, each)
            ours = getattr(found, "__module__", "") == name
            if ours and (inspect.isfunction(found) or inspect.isclass(found)):
                yield f"{name}.{each}", found


def sections(docstring):
    pieces = SECTION.split(docstring)
    return {"": pieces[0], **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def parameters(found):
    """Give the names a caller must know; an error of ours has its message and no more."""
    if inspect.isclass(found) and issubclass(found, Exception) and "__init__" not in vars(found):
        return set()
    return set(inspect.signature(found).parameters) - {"self", "kwargs"}


def documented(text):
    names = (name for line in ENTRY.findall(text) for name in line.split(", "))
    return {name.lstrip("*") for name in names}


def builds_a_chart(found):
    """Say whether a function is one of those that `workbook.charts.course` documents for all."""
    return found.__name__ == "build" and found.__module__.startswith("workbook.charts.course.")


def lacking(found):
    """Say what a docstring lacks."""
    parts = sections(inspect.getdoc(found) or "")
    summary = parts[""].split("\n\n")[0].strip()
    lacks = [] if summary.endswith(".") and summary[0].isupper() else ["a summary with a period"]
    if builds_a_chart(found):
        shared = [name.lstrip("_") for name in inspect.signature(found).parameters]
        return lacks if shared == ["datasets"] else ["the shared parameter"]
    lacks += [] if ">>> " in parts.get("Examples", "") else ["an example"]
    named = documented(parts.get("Parameters", "") + parts.get("Attributes", ""))
    wanted = parameters(found)
    return lacks + [f"the parameter {name}" for name in sorted(wanted - named) if len(wanted) > 1]


def test_every_public_name_is_documented():
    found = {name: lacking(each) for name, each in public()}
    assert len(found) > 800
    assert {name: lacks for name, lacks in found.items() if lacks} == {}


def test_what_is_lacking_is_named():
    def bare(one, two):
        """Do it

        Parameters
        ----------
        one : int
        """

    assert lacking(bare) == ["a summary with a period", "an example", "the parameter two"]


def test_what_all_builders_of_charts_share_is_said_once():
    said = importlib.import_module("workbook.charts.course").__doc__
    for words in ("build(datasets)", "`workbook.charts.Chart`", "WorkbookError"):
        assert words in said


def test_every_module_says_what_it_is_for():
    texts = {name: importlib.import_module(name).__doc__ or "" for name in module_names()}
    texts["workbook"] = importlib.import_module("workbook").__doc__
    firsts = {name: text.strip().split("\n\n")[0].rstrip() for name, text in texts.items()}
    assert [name for name, text in firsts.items() if not text.endswith(".")] == []


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["check", "format"])
def test_the_code_keeps_one_style(root, command):
    paths = [path for path in PATHS if (root / path).is_dir()]
    ruff = Path(sys.executable).with_name("ruff")
    line = [str(ruff), *command, "--no-cache", *paths]
    done = subprocess.run(line, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
