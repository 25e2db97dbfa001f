"""Calls that once gave a wrong number, or a number without its reason, with what is right."""

import importlib
import json
import math
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from workbook.errors import WorkbookError

OURS = Path(__file__).resolve().parents[1] / "reference" / "single_case_calls.json"
# Some series belong to others; they lie beside the checkout, if anywhere.
BESIDE = Path(__file__).resolve().parents[3] / "shared/cases/numbers/single_case_calls.json"


SPELLED = {
    "number": float,
    "power_of_ten": lambda power: 10**power,
    "date": lambda day: pd.Timestamp(date.fromisoformat(day)),
    "table": lambda table: pd.DataFrame({name: meant(column) for name, column in table.items()}),
}


def cases():
    path = BESIDE if BESIDE.is_file() else OURS
    return json.loads(path.read_text(encoding="utf-8"))["cases"]


def meant(given):
    """Give what JSON cannot hold: infinity, a huge number, a date, a table."""
    if isinstance(given, list):
        return [meant(each) for each in given]
    if not isinstance(given, dict):
        return given
    if len(given) == 1 and (what := next(iter(given))) in SPELLED:
        return SPELLED[what](given[what])
    return {key: meant(value) for key, value in given.items()}


def holds(found, field, right, case):
    if field == "no_certainty":
        return found.low != found.high or bool(found.reason)
    if field == "no_ends":
        return not math.isfinite(found.low) and not math.isfinite(found.high)
    ours = getattr(found, field)
    if right == "no number":
        return math.isnan(ours)
    if right == "any sentence":
        return len(ours) > 10
    return abs(ours - right) <= case["tolerance"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_call_gives_what_is_right(case):
    module, _, name = case["function"].rpartition(".")
    function = getattr(importlib.import_module(module), name)
    right = case["right"]
    try:
        found = function(*meant(case["arguments"]), **meant(case["options"]))
    except WorkbookError as error:
        assert right == "refused with a sentence" or case.get("or_refused")
        assert len(str(error)) > 10
        return
    assert isinstance(right, dict), "nothing was refused"
    one_of = right.get("any_of", [right])
    assert any(all(holds(found, *each, case) for each in one.items()) for one in one_of), found
