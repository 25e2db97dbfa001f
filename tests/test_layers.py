"""Who may import whom inside `workbook`, read from the imports themselves."""

import ast
import functools
import subprocess
import sys
from dataclasses import dataclass

import pytest
from parsed import parsed

EVERYTHING = {"errors", "words", "files", "html", "content", "measures", "journal", "readings"}
EVERYTHING |= {"charts", "kinds", "design", "record", "widgets", "lesson", "unpack", "renew"}
EVERYTHING |= {"evaluation", "notebooks", "cli", "exchange", "cohort", "guide", "site", "packet"}

# layer: (layers it may import, other packages it may import)
TABLE = {
    "errors": ({"words"}, set()),
    "words": (set(), {"yaml"}),
    "files": ({"errors", "words"}, set()),
    "content": ({"errors", "words"}, {"yaml", "mistune"}),
    "measures": (
        {"errors", "words", "files"},
        {"numpy", "pandas", "yaml", "phonenumbers", "charset_normalizer"},
    ),
    "journal": ({"errors", "words", "files"}, set()),
    "html": ({"words"}, set()),
    "design": (set(), set()),
    "spared": (set(), set()),
    "readings": ({"measures", "words", "errors"}, set()),
    "charts": (
        {"readings", "measures", "design", "html", "spared", "words", "errors"},
        {"altair", "pandas", "vl_convert"},
    ),
    "kinds": (
        {"content", "measures", "readings", "charts", "design", "html", "words", "errors"},
        set(),
    ),
    "record": (
        {"journal", "kinds", "content", "design", "html", "words", "errors", "files"},
        set(),
    ),
    "evaluation": (
        {"measures", "readings", "charts", "design", "html", "words", "errors", "files"},
        {"numpy", "pandas", "docx", "python_calamine", "xlsxwriter"},
    ),
    "cohort": (
        {"record", "kinds", "content", "measures", "design", "html", "words", "errors", "files"},
        {"xlsxwriter"},
    ),
    "widgets": (
        {
            "record",
            "kinds",
            "content",
            "journal",
            "readings",
            "charts",
            "design",
            "words",
            "errors",
        },
        {"ipywidgets", "anywidget", "traitlets"},
    ),
    "exchange": ({"content", "design", "html", "words", "errors"}, set()),
    "packet": ({"content", "design", "html", "words", "files"}, set()),
    "guide": ({"kinds", "content", "design", "html", "words", "errors"}, {"yaml"}),
    "site": (
        {
            "widgets",
            "guide",
            "charts",
            "kinds",
            "journal",
            "content",
            "design",
            "html",
            "words",
            "errors",
            "files",
        },
        {"jupyterlite_pyodide_kernel", "minify", "packaging", "pypandoc"},
    ),
    "unpack": ({"content", "words", "errors", "files"}, set()),
    "renew": ({"unpack", "content", "words", "errors", "files"}, set()),
    "lesson": (EVERYTHING - {"cli", "notebooks", "lesson", "site"}, {"IPython"}),
    "notebooks": (EVERYTHING, {"nbformat", "nbclient"}),
    "cli": (EVERYTHING, {"jupyter_server", "tornado", "yaml"}),
    "workbook": ({"lesson"}, set()),
    "__main__": ({"cli", "words"}, set()),
}
# importer: what it may import inside a function only
LATE = {
    "words": {"yaml"},
    "measures": {"numpy", "pandas", "yaml", "phonenumbers", "charset_normalizer"},
    "charts": {"altair", "pandas", "vl_convert"},
    "kinds": {"measures", "readings", "charts"},  # a kind is light until an answer is looked at
    "lesson": {"widgets", "IPython"},
    "notebooks": {"widgets", "nbformat", "nbclient"},
    "evaluation": {"pandas", "docx", "python_calamine", "xlsxwriter"},
    "cohort": {"xlsxwriter"},
    "cli": {"widgets", "evaluation", "cohort", "jupyter_server", "tornado", "site"},
    "site": {"widgets", "jupyterlite_pyodide_kernel", "packaging", "pypandoc", "minify"},
    "workbook": {"lesson"},
    "__main__": {"cli", "words"},
}

# These compute with arrays throughout and are imported only where such numbers are asked for.
NUMERIC = tuple(f"workbook.measures.{name}" for name in ("single_case", "randomization", "power"))


@dataclass
class Import:
    """One imported module and where that is written."""

    file: str
    line: int
    importer: str
    target: str
    late: bool


class Imports(ast.NodeVisitor):
    """Collect every import of one file, those inside functions too."""

    def __init__(self, path, folder):
        parts = path.relative_to(folder).with_suffix("").parts
        self.package = parts[:-1]
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.file, self.folder, self.depth, self.found = path.name, folder, 0, []
        self.visit(parsed(path))

    def add(self, node, target):
        self.found.append(Import(self.file, node.lineno, self.name, target, self.depth > 0))

    def inside(self, node):
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = inside  # noqa: N815

    def visit_If(self, node):  # noqa: N802
        """Take what stands below `if TYPE_CHECKING:` as late, since nothing of it runs."""
        if ast.unparse(node.test) == "TYPE_CHECKING":
            self.inside(node)
        else:
            self.generic_visit(node)

    def visit_Import(self, node):  # noqa: N802
        for alias in node.names:
            self.add(node, alias.name)

    def visit_ImportFrom(self, node):  # noqa: N802
        start = self.package[: len(self.package) - node.level + 1] if node.level else ()
        base = ".".join([*start, *([node.module] if node.module else [])])
        for alias in node.names:
            file = self.folder.joinpath(*base.split("."), f"{alias.name}.py")
            whole = base == "workbook" or file.is_file()
            self.add(node, f"{base}.{alias.name}" if whole else base)

    def visit_Call(self, node):  # noqa: N802
        """See `import_module("workbook.x")` too, as far as its name is written out."""
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called in ("import_module", "__import__") and isinstance(node.args[0], ast.Constant):
            name = node.args[0].value
            self.add(node, f"{self.package[0]}{name}" if name.startswith(".") else name)
        self.generic_visit(node)


@functools.cache
def imports(folder):
    files = sorted((folder / "workbook").rglob("*.py"))
    return [found for path in files for found in Imports(path, folder).found]


def layer(module):
    parts = module.split(".")
    return parts[1] if parts[0] == "workbook" and len(parts) > 1 else parts[0]


def broken_rules(folder):
    """List each import that the table does not allow, with its file and line."""
    broken = []
    for found in imports(folder):
        here, there = layer(found.importer), layer(found.target)
        ours = found.target.split(".")[0] == "workbook"
        if here == there or (not ours and there in sys.stdlib_module_names):
            continue
        layers, packages = TABLE.get(here, (set(), set()))
        if there not in (layers if ours else packages):
            broken.append(f"{found.file}:{found.line} {here} must not import {there}")
        elif not found.late and there in LATE.get(here, ()) and not _numeric(found, there):
            broken.append(f"{found.file}:{found.line} {here} imports {there} outside a function")
    return broken


def _numeric(found, there):
    return there == "numpy" and found.importer.startswith(NUMERIC)


def test_every_import_keeps_to_the_layers(root):
    assert broken_rules(root) == []


def test_the_table_names_every_layer(root):
    parts = {layer(f"workbook.{path.stem}") for path in (root / "workbook").glob("*.py")}
    parts |= {path.parent.name for path in (root / "workbook").glob("*/__init__.py")}
    assert parts - {"__init__"} == set(TABLE) - {"workbook"}


@pytest.mark.parametrize("one", ["content", "measures", "journal"])
@pytest.mark.parametrize("other", ["content", "measures", "journal"])
def test_the_three_siblings_do_not_know_each_other(one, other):
    assert other not in TABLE[one][0]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("content/new.py", "from ..journal import Journal"),
        ("content/new.py", "from workbook.measures.readability import ari"),
        ("journal/new.py", "def f():\n    from ..record.desk import Desk"),
        ("measures/new.py", "import numpy"),
        ("charts/new.py", "import workbook.widgets.page"),
        ("errors.py", "import yaml"),
        ("files.py", "from .journal import Journal"),
        ("record/new.py", "import ipywidgets"),
        ("record/new.py", "from ..widgets.page import PageWidget"),
        ("content/new.py", "from .. import lesson"),
        ("cli/new.py", "from ..widgets.page import PageWidget"),
        ("__init__.py", "from . import lesson"),
        ("widgets/new.py", "from importlib import import_module\nimport_module('workbook.cli')"),
        ("lesson.py", "from .cli import main"),
        ("journal/new.py", "import requests"),
    ],
)
def test_a_forbidden_import_is_caught(tmp_path, file, line):
    path = tmp_path / "workbook" / file
    path.parent.mkdir(parents=True)
    path.write_text(line + "\n", encoding="utf-8")
    assert len(broken_rules(tmp_path)) == 1


def test_an_allowed_import_is_not_caught(tmp_path):
    path = tmp_path / "workbook" / "cli" / "new.py"
    path.parent.mkdir(parents=True)
    path.write_text("import os\nfrom ..errors import WorkbookError\n", encoding="utf-8")
    assert broken_rules(tmp_path) == []


def cycle(graph):
    """Give one cycle of a graph, or an empty list."""
    done = set()

    def walk(node, trail):
        if node in trail:
            return [*trail[trail.index(node) :], node]
        if node in done:
            return []
        for following in sorted(graph.get(node, ())):
            if found := walk(following, [*trail, node]):
                return found
        done.add(node)
        return []

    return next((found for node in sorted(graph) if (found := walk(node, []))), [])


def test_no_module_needs_itself_to_be_imported(root):
    graph = {}
    for found in imports(root):
        if found.target.startswith("workbook.") and not found.late:
            graph.setdefault(found.importer, set()).add(found.target)
    assert len(graph) > 20
    assert cycle(graph) == []


def test_a_circle_is_found():
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


@pytest.mark.parametrize("heavy", ["pandas", "altair", "numpy", "ipywidgets", "yaml"])
def test_importing_workbook_is_light(heavy):
    code = f"import sys, workbook; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["pandas", "altair", "numpy", "nbformat", "jsonschema"])
def test_the_command_line_begins_without_what_one_command_needs(heavy):
    code = f"import sys, workbook.cli; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
