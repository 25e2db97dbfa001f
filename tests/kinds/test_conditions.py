"""Conditions: what they mean, and what cannot stand in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.kinds.encounter.conditions import condition

NUMBERS = {
    "voice": lambda bars, minutes: bars[0],
    "record": lambda bars, minutes: bars[1],
    "minutes": lambda bars, minutes: minutes,
}
FLAGS = ("told", "asked", "late")


def holds(text, bars=(50, 20), minutes=7, flags=("told",)):
    return condition(text, NUMBERS, FLAGS).test(bars, minutes, frozenset(flags))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("told", True),
        ("asked", False),
        ("not asked", True),
        ("told and asked", False),
        ("told or asked", True),
        ("asked or told and late", False),
        ("(asked or told) and not late", True),
        ("asked or late or told", True),
        ("told and not asked and not late", True),
        ("minutes > 7", False),
        ("minutes >= 7", True),
        ("minutes < 7", False),
        ("minutes <= 7", True),
        ("voice > record", True),
        ("10 < minutes", False),
        ("5 <= minutes < 8", True),
        ("5 <= minutes < 7", False),
        ("voice in 40..65", True),
        ("record in 40..65", False),
        ("voice in 50..50", True),
        ("minutes in 0.5..6.5", False),
        ("not voice in 40..65", False),
        ("told and voice in 40..65 and minutes < 9", True),
    ],
)
def test_a_condition_means_what_it_says(text, expected):
    assert holds(text) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "cannot be read"),
        ("told and", "cannot be read"),
        ("told told", "cannot be read"),
        ("not in 40..65", "cannot be read"),
        ("voice in 40..", "cannot be read"),
        ("told and " * 60 + "told", "cannot be read"),
        ("tolt", "No choice sets the flag 'tolt'"),
        ("told and Voice", "No choice sets the flag 'Voice'"),
        ("voice", "'voice' cannot stand in a condition"),
        ("told > 3", "'told' is no number"),
        ("voice > '3'", "is no number"),
        ("voice > True", "is no number"),
        ("voice == 3", "cannot stand in a condition"),
        ("voice + 1 > 3", "is no number"),
        ("told if asked else late", "cannot stand in a condition"),
        ("__import__('os')", "cannot stand in a condition"),
        ("told.__class__", "cannot stand in a condition"),
        ("[told]", "cannot stand in a condition"),
        ("lambda: told", "cannot stand in a condition"),
        ("3", "cannot stand in a condition"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(text, words):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        condition(text, NUMBERS, FLAGS)
    assert words in str(caught.value)


def test_a_condition_knows_what_it_asks_for_and_is_equal_when_it_is_written_alike():
    one, other = (condition("told and voice > 3", NUMBERS, FLAGS) for _ in range(2))
    assert one.names == {"told", "voice"}
    assert one == other


TREES = st.recursive(
    st.sampled_from(FLAGS),
    lambda inner: (
        st.tuples(st.sampled_from(["and", "or"]), inner, inner) | st.tuples(st.just("not"), inner)
    ),
    max_leaves=8,
)


def written(tree):
    if isinstance(tree, str):
        return tree
    if tree[0] == "not":
        return f"not ({written(tree[1])})"
    return f"({written(tree[1])} {tree[0]} {written(tree[2])})"


def meant(tree, flags):
    if isinstance(tree, str):
        return tree in flags
    inner = [meant(branch, flags) for branch in tree[1:]]
    return {"and": all, "or": any, "not": lambda one: not one[0]}[tree[0]](inner)


@given(TREES, st.sets(st.sampled_from(FLAGS)))
def test_and_or_and_not_follow_logic(tree, flags):
    assert bool(holds(written(tree), flags=flags)) is meant(tree, flags)


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reader_of_conditions(text):
    try:
        found = holds(text)
    except ValueError as error:
        assert str(error)
    else:
        assert found in (True, False)
