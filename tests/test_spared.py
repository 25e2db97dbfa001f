"""What other packages load and nothing here asks for: it is left out, and the rest is there."""

import subprocess
import sys

import pytest

from workbook.cli.server import LAB
from workbook.spared import GRAMMARS

DRAWN = "import workbook.charts, altair"
SERVED = LAB.partition("; from jupyterlab")[0] + "; import jupyter_server.serverapp"
LATE = f"""
import sys, types
sys.modules["jsonschema"] = types.ModuleType("jsonschema")
import workbook.charts
print({GRAMMARS!r} in sys.modules)
"""
SEEN = """
import sys
from jsonschema import Draft7Validator, FormatChecker
print("lark" in sys.modules)
checked = Draft7Validator({"format": "date"}, format_checker=FormatChecker())
print(checked.is_valid("2026-02-28"), checked.is_valid("2026-02-30"))
"""


def told(code):
    call = [sys.executable, "-c", code]
    return subprocess.run(call, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize("begin", [DRAWN, SERVED], ids=["a chart", "a start"])
def test_no_grammars_are_made(begin):
    grammars, formats = told(f"{begin}\n{SEEN}")
    assert grammars == "False"
    assert formats == "True False", "the formats that are asked for are checked"


def test_whoever_has_jsonschema_already_keeps_what_belongs_to_it():
    assert told(LATE) == ["False"]
