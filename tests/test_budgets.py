"""How long things may be, so that every part can be read in one sitting."""

import ast

import pytest

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
EMPTY_NAMES = {"old", "new", "utils", "util", "helpers", "helper", "misc", "common", "tmp", "temp"}


def modules(root):
    return sorted((root / "workbook").rglob("*.py"))


def described(node):
    return isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)


def docstring_lines(node):
    if not described(node) or ast.get_docstring(node) is None:
        return set()
    return set(range(node.body[0].lineno, node.body[0].end_lineno + 1))


def long_functions(text):
    nodes = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef))
    lengths = ((n.name, n.end_lineno - n.lineno + 1 - len(docstring_lines(n))) for n in nodes)
    return [(name, length) for name, length in lengths if length > LONGEST_FUNCTION]


def test_no_module_is_longer_than_a_few_pages(root):
    lengths = {str(p): len(p.read_text(encoding="utf-8").splitlines()) for p in modules(root)}
    assert len(lengths) > 30
    assert {path: n for path, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_a_page(root):
    found = {str(p): long_functions(p.read_text(encoding="utf-8")) for p in modules(root)}
    assert {path: names for path, names in found.items() if names} == {}


def test_a_long_function_is_found_and_its_docstring_does_not_count():
    body = "\n".join(["    x = 1"] * LONGEST_FUNCTION)
    documented = 'def f():\n    """Long.\n' + "\n    text\n" * 30 + '    """\n    return 1\n'
    assert long_functions(f"def f():\n{body}\n") == [("f", LONGEST_FUNCTION + 1)]
    assert long_functions(documented) == []


@pytest.mark.parametrize("folder", ["workbook", "tests", "benchmarks", "modules", "datasets"])
def test_no_file_has_a_name_that_says_nothing(root, folder):
    found = [path for path in (root / folder).rglob("*") if path.is_file()]
    assert found
    named = {str(p) for p in found if EMPTY_NAMES & set(p.stem.lower().split("_"))}
    assert named == set()
