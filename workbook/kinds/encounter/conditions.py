"""Conditions of an encounter: flags and numbers with and, or, not, > >= < <= and `in 40..65`."""

import ast
import operator
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...words import word

__all__ = ["Condition", "as_data", "condition"]

Test = Callable[[tuple, int, frozenset], bool]  # (bars, minutes, flags) -> whether it holds
Number = Callable[[tuple, int], float]  # (bars, minutes) -> a number

RANGE = re.compile(r"\b(\w+)\s+in\s+(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)")
SIGNS = {ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.LtE: operator.le}
LONGEST = 300


@dataclass(frozen=True)
class Condition:
    """A condition as it was written, and the test that it stands for.

    Parameters
    ----------
    text : str
        As in the file; ``unless x`` reads ``not (x)``.
    names : frozenset of str
        The flags and numbers that it asks for.
    test : callable
        (bars, minutes, flags) -> bool.

    Examples
    --------
    >>> told = Condition("told", frozenset(["told"]), lambda bars, minutes, flags: "told" in flags)
    >>> told.test((), 0, {"told"})
    True
    """

    text: str
    names: frozenset[str]
    test: Test = field(compare=False, repr=False)


def condition(text: str, numbers: Mapping[str, Number], flags: Collection[str]) -> Condition:
    """Read a condition; anything else than its few words is refused, nothing is evaluated.

    Parameters
    ----------
    text : str
        As ``"told and (minutes > 9 or voice in 40..65)"``.
    numbers : mapping
        Name -> callable of (bars, minutes).
    flags : collection of str
        The flags that can be asked for.

    Returns
    -------
    Condition

    Raises
    ------
    ValueError
        With a plain sentence.

    Examples
    --------
    >>> clock = {"minutes": lambda bars, minutes: minutes}
    >>> late = condition("told and minutes > 9", clock, ["told"])
    >>> late.test((), 10, {"told"}), late.test((), 10, set())
    (True, False)
    """
    plain = RANGE.sub(r"(\2 <= \1 <= \3)", text.strip())
    try:
        if len(plain) > LONGEST:
            raise SyntaxError
        tree = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(word("encounter_file", "condition_unread", text=text)) from None
    test = _test(tree, numbers, flags)
    names = frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
    return Condition(text.strip(), names, test)


def _test(node: ast.AST, numbers: Mapping[str, Number], flags: Collection[str]) -> Test:
    if isinstance(node, ast.BoolOp):
        parts = [_test(value, numbers, flags) for value in node.values]
        return _every(parts) if isinstance(node.op, ast.And) else _any(parts)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        inner = _test(node.operand, numbers, flags)
        return lambda bars, minutes, flags: not inner(bars, minutes, flags)
    if isinstance(node, ast.Compare) and all(type(sign) in SIGNS for sign in node.ops):
        sides = [_number(side, numbers) for side in (node.left, *node.comparators)]
        signs = [SIGNS[type(sign)] for sign in node.ops]
        return _every([_compare(*each) for each in zip(signs, sides, sides[1:], strict=False)])
    if isinstance(node, ast.Name) and node.id in flags:
        name = node.id
        return lambda bars, minutes, flags: name in flags
    if isinstance(node, ast.Name) and node.id not in numbers:
        raise ValueError(word("encounter_file", "unknown_flag", flag=node.id))
    known = {"found": ast.unparse(node), "numbers": ", ".join(numbers)}
    raise ValueError(word("encounter_file", "condition_other", **known))


def _number(node: ast.AST, numbers: Mapping[str, Number]) -> Number:
    constant = node.value if isinstance(node, ast.Constant) else None
    if isinstance(constant, int | float) and not isinstance(constant, bool):
        value: float = constant
        return lambda bars, minutes: value
    if isinstance(node, ast.Name) and node.id in numbers:
        return numbers[node.id]
    known = {"found": ast.unparse(node), "numbers": ", ".join(numbers)}
    raise ValueError(word("encounter_file", "no_number", **known))


def _compare(sign: Callable, left: Number, right: Number) -> Test:
    return lambda bars, minutes, flags: sign(left(bars, minutes), right(bars, minutes))


def _every(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    first, rest = tests[0], _every(tests[1:])
    return lambda bars, minutes, flags: first(bars, minutes, flags) and rest(bars, minutes, flags)


def _any(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    first, rest = tests[0], _any(tests[1:])
    return lambda bars, minutes, flags: first(bars, minutes, flags) or rest(bars, minutes, flags)


def as_data(text: str) -> list[Any]:
    """Give a condition that was read before as plain values, for a page without Python.

    Parameters
    ----------
    text : str
        As in `Condition`.

    Examples
    --------
    >>> as_data("told and voice in 40..65")
    ['and', ['flag', 'told'], ['and', ['LtE', 40, 'voice'], ['LtE', 'voice', 65]]]
    """
    return _data(ast.parse(RANGE.sub(r"(\2 <= \1 <= \3)", text), mode="eval").body)


def _data(node: ast.AST) -> list[Any]:
    if isinstance(node, ast.BoolOp):
        return ["and" if isinstance(node.op, ast.And) else "or", *map(_data, node.values)]
    if isinstance(node, ast.UnaryOp):
        return ["not", _data(node.operand)]
    if isinstance(node, ast.Compare):
        sides = [_side(side) for side in (node.left, *node.comparators)]
        signs = (type(sign).__name__ for sign in node.ops)
        pairs = [list(each) for each in zip(signs, sides, sides[1:], strict=False)]
        return pairs[0] if len(pairs) == 1 else ["and", *pairs]
    assert isinstance(node, ast.Name)
    return ["flag", node.id]


def _side(node: ast.AST) -> Any:
    return node.value if isinstance(node, ast.Constant) else node.id  # type: ignore[attr-defined]
