"""Small formulas of `what_if` exercises: read by Python's own parser, never evaluated by it."""

import ast
import operator
from collections.abc import Callable, Mapping
from typing import TypeGuard

from ...words import word

__all__ = ["evaluate", "parse"]

LONGEST = 300
LARGEST = 1e15
OPERATORS = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", operator.truediv),
}
BY_SIGN: dict[str, Callable[..., float]] = {
    **dict(OPERATORS.values()),
    "min": lambda *numbers: min(numbers),
    "max": lambda *numbers: max(numbers),
}


def parse(text: str, names: tuple[str, ...]) -> list:
    """Turn a formula into a nested list that the page can compute too.

    Parameters
    ----------
    text : str
        Numbers, input names, ``+ - * / ( )``, ``min(...)`` and ``max(...)``.
    names : tuple of str
        The inputs that may appear.

    Returns
    -------
    list
        ``["num", 2.0]``, ``["in", "visits"]`` or ``[sign, left, right, ...]``.

    Raises
    ------
    ValueError
        With a plain sentence when something else stands in the formula.

    Examples
    --------
    >>> parse("visits * (1 - share)", ("visits", "share"))
    ['*', ['in', 'visits'], ['-', ['num', 1.0], ['in', 'share']]]
    """
    if len(text) > LONGEST:
        raise ValueError(word("what_if_file", "formula_long", most=LONGEST))
    try:
        return _tree(ast.parse(text.strip(), mode="eval").body, names)
    except (SyntaxError, RecursionError, MemoryError):
        raise ValueError(word("what_if_file", "formula_unread", text=text)) from None


def _tree(node: ast.AST, names: tuple[str, ...]) -> list:
    if isinstance(node, ast.Constant) and _fits(node.value):
        return ["num", float(node.value)]
    if isinstance(node, ast.Name) and node.id in names:
        return ["in", node.id]
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return [OPERATORS[type(node.op)][0], _tree(node.left, names), _tree(node.right, names)]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return ["-", ["num", 0.0], _tree(node.operand, names)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and _is_choice(node):
        return [node.func.id, *(_tree(argument, names) for argument in node.args)]
    found = ast.unparse(node)
    raise ValueError(word("what_if_file", "formula_other", found=found, names=", ".join(names)))


def _fits(value: object) -> TypeGuard[float]:
    """Say whether a constant is a number; a truth value is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value <= LARGEST


def _is_choice(node: ast.Call) -> bool:
    named = isinstance(node.func, ast.Name) and node.func.id in ("min", "max")
    return named and bool(node.args) and not node.keywords


def evaluate(tree: list, values: Mapping[str, float]) -> float:
    """Compute a parsed formula; a division by zero gives NaN.

    Parameters
    ----------
    tree : list
        From `parse`.
    values : mapping
        Input -> number.

    Examples
    --------
    >>> evaluate(parse("visits * (1 - share)", ("visits", "share")), {"visits": 10, "share": 0.2})
    8.0
    """
    head, *rest = tree
    if head == "num":
        return float(rest[0])
    if head == "in":
        return float(values[rest[0]])
    numbers = [evaluate(branch, values) for branch in rest]
    if head == "/" and numbers[1] == 0:
        return float("nan")
    return BY_SIGN[head](*numbers)
