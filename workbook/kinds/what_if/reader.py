"""The file of a `what_if`: its inputs, its formula, its sentences."""

import itertools
import math
import re
from typing import Any

from ...content.document import Document, Rule
from ...content.model import Item
from ...content.settings import is_words
from ...words import word
from ..lines import feedback, rules
from .formula import evaluate, parse

__all__ = ["build"]

FIELD = re.compile(r"\{(\w+)(?::(,?)\.(\d)f)?\}")
MOST_INPUTS = 6
INPUT_KEYS = {"label", "from", "to", "start", "step", "unit"}


def build(document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
    """Read inputs, formula and sentences.

    Raises
    ------
    ContentError
        When one of them has another form, or names what there is not.

    Examples
    --------
    >>> from workbook.content.document import Part
    >>> visits = {"label": "Visits", "from": "0", "to": "9", "start": "1", "step": "1", "unit": ""}
    >>> front = {"inputs": {"visits": visits}, "result": "visits * 2"}
    >>> part = Part("", 5, rules=[Rule(6, "That is {result:.0f}.", name="result")])
    >>> build(Document("x.md", front, {"inputs": 3}, [part]))[1]["top"]
    18.0
    """
    inputs = _inputs(document)
    try:
        tree = parse(document.front["result"], tuple(inputs))
    except ValueError as error:
        document.stop("result", error.args[0])
    found = rules(document, document.parts[0], named=True)
    for rule in found:
        _check_sentence(document, rule, inputs)
    items = tuple(Item(r.name, r.text, feedback=feedback(r), line=r.line) for r in found)
    return items, {"inputs": inputs, "formula": tree, "top": _largest(tree, inputs)}


def _inputs(document: Document) -> dict[str, dict]:
    wrote = document.front["inputs"]
    if not isinstance(wrote, dict) or not 1 <= len(wrote) <= MOST_INPUTS:
        document.stop("inputs", word("what_if_file", "inputs", most=MOST_INPUTS))
    return {name: _input(document, name, value) for name, value in wrote.items()}


def _input(document: Document, name: str, value) -> dict[str, Any]:
    line = document.lines["inputs"]
    if not is_words(value, dict) or set(value) != INPUT_KEYS:
        keys = ", ".join(sorted(INPUT_KEYS))
        document.stop(line, word("what_if_file", "keys", name=name, keys=keys))
    try:
        numbers = {key: float(value[key]) for key in ("from", "to", "start", "step")}
    except ValueError:
        numbers = {}
    if not numbers or not all(map(math.isfinite, numbers.values())):
        document.stop(line, word("what_if_file", "numbers", name=name))
    if not numbers["from"] <= numbers["start"] <= numbers["to"] or numbers["step"] <= 0:
        document.stop(line, word("what_if_file", "start", name=name))
    return {"label": value["label"], "unit": value["unit"], **numbers}


def _check_sentence(document: Document, rule: Rule, inputs: dict) -> None:
    rest = FIELD.sub("", rule.text)
    unknown = [m[1] for m in FIELD.finditer(rule.text) if m[1] not in {"result", *inputs}]
    if unknown or "{" in rest:
        document.stop(rule, word("what_if_file", "field"))


def _largest(tree: list, inputs: dict) -> float:
    """Give the largest result at the corners of the inputs: the length of the picture."""
    corners = itertools.product(*({v["from"], v["start"], v["to"]} for v in inputs.values()))
    results = [evaluate(tree, dict(zip(inputs, corner, strict=True))) for corner in corners]
    return max((r for r in results if math.isfinite(r)), default=1.0) or 1.0
