"""A kind is named only inside its own folder, and its folder holds all that belongs to it."""

import ast
import re

import pytest
from parsed import parsed

from workbook.content.plugins import FOLDER
from workbook.kinds import Kind, kind_of, names

# A course file may list kinds for its own policy; a program may not.
ASKED = re.compile(r"(?<!dtype)\.kind\s*(==|!=|(not )?in\s*[(\[{\"'A-Z])")


@pytest.mark.parametrize("kind", names())
def test_a_folder_holds_its_program_its_view_and_its_sample(kind):
    folder = FOLDER / kind
    assert isinstance(kind_of(kind), Kind)
    assert kind_of(kind).folder == folder
    wanted = {"__init__.py", "kind.py", "view.js", "sample.md", "sample.json"}
    assert wanted - {path.name for path in folder.iterdir()} == set()
    assert f"kinds.{kind} = " in (folder / "view.js").read_text(encoding="utf-8")


def outside(root):
    """Give every program of the package that is no part of a kind."""
    return [path for path in (root / "workbook").rglob("*.py") if FOLDER not in path.parents]


def asks(line):
    """Say whether a line compares a kind with anything else than names that no exercise has."""
    found = ASKED.search(line)
    compared = set(re.findall(r"[\"'](\w+)[\"']", line[found.start() :])) if found else set()
    return bool(found) and (not compared or bool(compared & set(names())))


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ('if each.kind == "rank":', True),
        ("if each.kind in KINDS:", True),
        ('if finding.kind == "phone":', False),
        ('if column.dtype.kind == "c":', False),
    ],
)
def test_asking_for_a_kind_is_found(line, asked):
    assert asks(line) is asked


def test_no_program_asks_for_a_kind_by_its_name(root):
    lines = [
        f"{path.name}: {line.strip()}"
        for path in [*outside(root), *FOLDER.glob("*.py")]
        for line in path.read_text(encoding="utf-8").splitlines()
        if asks(line)
    ]
    assert lines == []


def tables(tree):
    """Give every literal of a program that names more than one kind."""
    kinds = set(names())
    for node in ast.walk(tree):
        parts = getattr(node, "keys" if isinstance(node, ast.Dict) else "elts", ())
        texts = {part.value for part in parts if isinstance(part, ast.Constant)}
        if len(texts & kinds) > 1:
            yield ast.unparse(node)


def test_there_is_no_table_of_kinds(root):
    found = [
        each for path in [*outside(root), *FOLDER.glob("*.py")] for each in tables(parsed(path))
    ]
    assert found == []


@pytest.mark.parametrize("program", ['{"rank": 1, "sort": 2}', 'a in ("rank", "sort")'])
def test_a_table_of_kinds_is_found(program):
    assert len(list(tables(ast.parse(program)))) == 1


def test_a_kind_that_says_nothing_of_an_answer_says_no_line(samples):
    class Silent(Kind):
        folder = FOLDER / "choice"

    assert Silent().say(samples["choice"], None) == []
