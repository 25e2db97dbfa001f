"""Which cells and folders are plain: only they may run by themselves."""

import ast
import json
import random
from contextlib import suppress

import pytest
from IPython.core.inputtransformer2 import TransformerManager

import workbook

pytestmark = pytest.mark.browser

GOOD_LINES = [
    "import workbook as wb", 'wb.start("01")', "wb.exercise('01/who_benefits')",
    "wb.progress()", "wb.my_answers()", 'wb.transcript("03/two_desks")',
    'wb.chart("01/exam_pass_rates", table=True)',
    'wb.chart("01/exam_pass_rates", table = True)',
    'wb.chart("01/exam_pass_rates",table=True)',
    "wb.recall('a', 2, -1.5, None, False)",
    "wb.recall('it \"is\"')",
    'wb.recall("it\'s # no comment; no command")',
    "", "  \t",
]  # fmt: skip
BAD_LINES = [
    " import workbook as wb",
    "import workbook as wb ",
    "import workbook as wb; import os",
    "import workbook as wb # hello",
    "import workbook as wb, os",
    "import workbook",
    "import workbook as x",
    "from workbook import *",
    "import os",
    'wb.start("01");',
    'wb.start("01") ',
    ' wb.start("01")',
    'wb.start("01") # hello',
    'wb.start(f"{1}")',
    'wb.start(b"1")',
    'wb.start(r"1")',
    'wb.start("a" + "b")',
    'wb.start("a" "b")',
    'wb.start("a\\x41")',
    'wb.start("a\\")',
    "wb.start('a\\N{BULLET}')",
    'wb.start("""a""")',
    'wb.start("a',
    "wb.start('a\")",
    "wb.start(name)",
    "wb.start(wb)",
    "wb.start([1])",
    "wb.start({})",
    "wb.start(())",
    "wb.start(*'a')",
    "wb.start(**{})",
    "wb.start(wb.start())",
    "wb.start(x=open('a'))",
    "wb.start(lambda: 1)",
    "wb.start(x:=1)",
    "wb.start('a' if 1 else 'b')",
    "wb.start(not True)",
    "wb.start(1e9)",
    "wb.start(0x1)",
    "wb.start(1_0)",
    "wb.start(1j)",
    "wb.start(--1)",
    "wb.start(10**9)",
    "wb.start('a'*10)",
    "wb.start('a',)",
    "wb.start('a',, 'b')",
    "wb.start( 'a')",
    "wb.start().x",
    "wb.start()()",
    "wb.start()[0]",
    "wb.start(), wb.start()",
    "wb.start() or 1",
    "x = wb.start()",
    "wb.start = 1",
    "wb.start",
    "wb.start('01')?",
    "?wb.start",
    "wb.erase_all()",
    "wb.starts()",
    "wb.start.__globals__",
    "wb.lesson.start()",
    "wb._desk()",
    "wb.__class__()",
    "wb .start()",
    "wb. start()",
    "wb.start ()",
    "WB.start()",
    "print()",
    "del wb",
    "with wb: pass",
    "@wb.start()",
    "!ls",
    "%run x",
    "%%bash",
    "%%writefile x",
    ",wb.start a",
    "/wb.start",
    ";wb.start a",
    "wb.start('a\u2028!ls')",
    "wb.start('a\u2029!ls')",
    "wb.start('a\x0c!ls')",
    "wb.start('a\x0b!ls')",
    "wb.start('a\x85!ls')",
    "wb.start('a\x00!ls')",
    "wb.start('a\x1b')",
    "wb.start('a\x7f')",
    "wb.start('a\t')",
    "wb.start('a\r!ls')",
    "wb.start('a')\r!ls",
    "wb.start('a\u00e9')",
    "wb.start('\u202e')",
    "wb.st\u0430rt()",
    "wb.ſtart()",
    "ｗb.start()",
    "wb․start()",
    "wb.start(１)",
    "\u00a0",
    "\x0c",
    "\ufeff",
    "\ufeffimport workbook as wb",
    "\\",
]


def plain(page, sources):
    return page.evaluate("(all) => all.map((one) => contract.isPlainCode(one))", sources)


def test_only_plain_contract_calls_are_plain(scripts):
    verdicts = plain(scripts, GOOD_LINES)
    assert [line for line, yes in zip(GOOD_LINES, verdicts, strict=True) if not yes] == []
    verdicts = plain(scripts, BAD_LINES)
    assert [line for line, yes in zip(BAD_LINES, verdicts, strict=True) if yes] == []


def test_every_line_of_a_cell_must_be_plain(scripts):
    good = "\n".join(GOOD_LINES)
    several = [f"{good}\n{bad}\n{good}" for bad in BAD_LINES]
    assert plain(scripts, [good, "", "\n\n"]) == [True] * 3
    assert plain(scripts, several) == [False] * len(several)


# A value written over two lines, a line that is joined with the next, and other ends of lines
SPREAD = ["wb.start(\n'a')", "wb.start('a\n')", "wb.start('a') \\\n!ls", '"""\nwb.start()\n"""']
SPREAD += ["wb.start()\r\nwb.start()", "wb.start()\rimport os", "if 1:\n wb.start()"]


@pytest.mark.parametrize("source", SPREAD)
def test_what_spreads_over_lines_is_not_plain(scripts, source):
    assert plain(scripts, [source]) == [False]


def is_contract(source):
    """Judge a cell as Python does: only our import, and calls of public names with constants."""
    statements = ast.parse(source).body
    return all(is_import(each) or is_call(each) for each in statements)


def is_import(node):
    return isinstance(node, ast.Import) and [(a.name, a.asname) for a in node.names] == [
        ("workbook", "wb")
    ]


def is_constant(node):
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and not isinstance(node.value, bytes | complex)


def is_call(node):
    call = getattr(node, "value", None)
    if not (isinstance(node, ast.Expr) and isinstance(call, ast.Call)):
        return False
    named = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "wb"
    values = [*call.args, *(k.value for k in call.keywords)]
    return named and call.func.attr in workbook.__all__ and all(map(is_constant, values))


PIECES = [*"()'\"\\,;:=.#!%?@*{}[]+- \t\r\n\x00\x0c\x85\u2028\ufeffé1", "wb", "os", "wb.start("]
PIECES += ["import os", "f'", "True", "__", "\\\n", '"""', "exec(", "open('x')", "True", " = "]


def mutants(count, seed=9):
    dice = random.Random(seed)
    for _ in range(count):
        source = "\n".join(dice.sample(GOOD_LINES, dice.randint(1, 2)))
        for _ in range(dice.randint(1, 3)):
            at = dice.randint(0, len(source))
            source = source[:at] + dice.choice(PIECES) + source[at + dice.randint(0, 3) :]
        yield source


def test_whatever_counts_as_plain_is_plain_for_python_and_ipython_too(scripts):
    sources = list(mutants(4_000))
    passed = [s for s, yes in zip(sources, plain(scripts, sources), strict=True) if yes]
    assert 100 < len(passed) < 2_000, "some mutants stay plain, most do not"
    changed = TransformerManager().transform_cell
    for source in passed:
        assert changed(source).strip("\n") == source.strip("\n \t"), repr(source)
        with suppress(SyntaxError):  # what is no Python does nothing at all
            assert is_contract(source), repr(source)


def test_the_judge_of_the_mutants_is_strict():
    assert is_contract('import workbook as wb\nwb.start("01", x=-1)\n')
    for bad in ("import os", "x = wb.start()", "wb.start(wb)", "wb.start(b'')", "os.start()"):
        assert not is_contract(bad)


def test_every_public_call_and_every_page_of_the_course_is_plain(scripts, root):
    calls = [f'wb.{name}("a")' for name in workbook.__all__ if not name.startswith("_")]
    assert plain(scripts, calls) == [True] * len(calls)
    notebooks = sorted((root / "modules").glob("*.ipynb"))
    cells = [c for n in notebooks for c in json.loads(n.read_text(encoding="utf-8"))["cells"]]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    assert len(sources) > 50
    assert plain(scripts, sources) == [True] * len(sources)


# Folders


def plain_entries(page, entries):
    judge = "(all) => all.map(([type, name]) => contract.isPlainEntry({ type, name }))"
    return page.evaluate(judge, entries)


def test_files_that_python_would_import_are_strange(scripts):
    fine = [["directory", "exercises"], ["notebook", "01_a.ipynb"], ["file", "README.md"]]
    fine += [["file", "py"], ["file", "json.py.txt"], ["directory", "my-work"]]
    odd = [["directory", n] for n in ("workbook", "json", "IPython", "exercises2", "Exercises")]
    odd += [["file", f"json.{e}"] for e in ("py", "PY", "pyc", "pyw", "so", "pyd", "pth", "zip")]
    odd += [["file", "json.cpython-311-x86_64-linux-gnu.so"], ["file", "x.egg"], ["file", ".py"]]
    odd += [["notebook", "x.py"], ["file", "x.dylib"], ["file", "x.whl"], ["file", "x.dll"]]
    assert plain_entries(scripts, fine) == [True] * len(fine)
    assert plain_entries(scripts, odd) == [False] * len(odd)


def test_every_folder_beside_the_courses_pages_is_known(scripts, root):
    folders = [p.name for p in (root / "modules").iterdir() if p.is_dir() and p.name[0] != "."]
    assert plain_entries(scripts, [["directory", n] for n in folders]) == [True] * len(folders)


# Why a page waits

REASON = """async ({ panel = {}, entries = [] }) => {
  const app = fakes.appOf(entries);
  const reason = await contract.reasonToWait(new fakes.Panel(panel), app.serviceManager.contents);
  return [reason, ...app.listed]; }"""
OWN = [["markdown", "!ls"], ["code", "import workbook as wb"], ["code", "import os"]]


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ({}, ""),
        ({"panel": {"cells": OWN}}, "other_code"),
        ({"panel": {"cells": OWN[:2]}}, ""),
        ({"panel": {"cells": [["raw", "import os"]]}}, ""),
        ({"panel": {"cells": []}}, ""),
        ({"panel": {"kernel": "bash"}}, "other_program"),
        ({"panel": {"kernel": "Python3"}}, "other_program"),
        ({"entries": [{"type": "file", "name": "json.py"}]}, "other_files"),
        ({"entries": [{"type": "directory", "name": "workbook"}]}, "other_files"),
        ({"entries": None}, "other_files"),
    ],
)
def test_why_a_page_waits(scripts, case, reason):
    assert scripts.evaluate(REASON, case)[0] == reason


@pytest.mark.parametrize(
    ("path", "folder"),
    [("modules/01_a.ipynb", "modules"), ("01_a.ipynb", ""), ("a/b/c.ipynb", "a/b")],
)
def test_the_folder_of_the_page_is_looked_at(scripts, path, folder):
    assert scripts.evaluate(REASON, {"panel": {"path": path}}) == ["", folder]


def test_a_page_without_a_kernel_waits(scripts):
    ask = """async () => { const panel = new fakes.Panel(); panel.sessionContext.session = null;
      return contract.reasonToWait(panel, fakes.appOf([]).serviceManager.contents); }"""
    assert scripts.evaluate(ask) == "other_program"


@pytest.mark.parametrize(("program", "reason"), [("python", ""), ("python3", "other_program")])
def test_the_kernel_of_the_course_has_another_name_in_the_browser_edition(scripts, program, reason):
    found = scripts.evaluate(
        """(name) => contract.reasonToWait(new fakes.Panel({ kernel: 'python' }),
          fakes.appOf([]).serviceManager.contents, name)""",
        program,
    )
    assert found == reason
