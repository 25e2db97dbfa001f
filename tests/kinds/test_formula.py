"""Formulas agree with Python's own arithmetic, and nothing else can stand in one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.kinds.what_if.formula import evaluate, parse

NAMES = ("visits", "share")
NUMBERS = st.integers(0, 99) | st.floats(0, 99, allow_nan=False).map(lambda x: round(x, 3))


def joined(inner):
    signs = st.tuples(inner, st.sampled_from("+-*/"), inner).map("({0[0]} {0[1]} {0[2]})".format)
    calls = st.tuples(st.sampled_from(["min", "max"]), st.lists(inner, min_size=1, max_size=3))
    called = calls.map(lambda c: f"{c[0]}([{', '.join(c[1])}])")
    return signs | called | inner.map("(-{})".format)


FORMULAS = st.recursive(NUMBERS.map(str) | st.sampled_from(NAMES), joined, max_leaves=12)
VALUES = st.floats(-1e6, 1e6).map(lambda x: round(x, 4))


@given(FORMULAS, VALUES, VALUES)
def test_a_formula_gives_what_python_gives(wrote, visits, share):
    formula = wrote.replace("([", "(").replace("])", ")")
    found = evaluate(parse(formula, NAMES), {"visits": visits, "share": share})
    try:
        expected = eval(wrote, {"min": min, "max": max}, {"visits": visits, "share": share})
    except ZeroDivisionError:
        return
    assert found == pytest.approx(expected, nan_ok=True)


def test_precedence_and_brackets():
    values = {"visits": 3, "share": 0.5}
    assert evaluate(parse("1 + visits * 2 - 4 / 2", NAMES), values) == 5
    assert evaluate(parse("(1 + visits) * -2", NAMES), values) == -8
    assert evaluate(parse("max(visits, 2, 1) - min(share)", NAMES), values) == 2.5


@pytest.mark.parametrize("formula", ["visits / 0", "1 / (share - share)", "min(1 / 0, 2 / 0)"])
def test_a_division_by_zero_is_no_number(formula):
    assert math.isnan(evaluate(parse(formula, NAMES), {"visits": 1, "share": 1}))


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "hours * 2",
        "visits.real",
        "abs(visits)",
        "__import__('os')",
        "visits ** 2",
        "visits // 2",
        "visits % 2",
        "+visits",
        "'a' * 3",
        "True",
        "2j",
        "(visits := 3)",
        "[visits]",
        "visits if share else 0",
        "visits < share",
        "min()",
        "min(*visits)",
        "max(1, key=visits)",
        "lambda: 1",
        "visits; share",
        "visits\nshare",
        "visits share",
        "\x00",
        "9" * 400,
        "1e999",
        "(" * 300 + "1" + ")" * 300,
        "+".join(["1"] * 5000),
        "-" * 5000 + "1",
    ],
)
def test_anything_else_is_refused_with_a_sentence(formula):
    with pytest.raises(ValueError, match=r"(?s)^(A formula|The formula|').*(read|max)\.$"):
        parse(formula, NAMES)


@given(st.text(max_size=40))
def test_no_text_makes_the_parser_fall(text):
    try:
        tree = parse(text, NAMES)
    except ValueError as error:
        assert str(error).endswith(".")
    else:
        assert isinstance(evaluate(tree, {"visits": 1, "share": 0.5}), float | int)
