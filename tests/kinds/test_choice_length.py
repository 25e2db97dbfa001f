"""The length of an option must not tell that it fits."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.content.check import check_all
from workbook.content.model import Exercise, Item, Option
from workbook.kinds.choice.length import longest_tell


def choice(lengths, fits):
    options = (Option(str(n), "a" * size, fits=n == fits) for n, size in enumerate(lengths))
    return Exercise("09/x", "choice", "T", items=(Item("", "", tuple(options)),))


def test_the_fitting_option_may_not_be_the_longest_too_often():
    tells = [replace(choice([1, 2, 3, 4], 3), id=f"09/{n}", draft=str(n)) for n in range(3)]
    assert longest_tell(tells) == pytest.approx(1 / 64)
    [found] = check_all(tells)
    assert (found.identifier, found.values) == ("choice_file.longest_tell", {"chance": "0.016"})
    assert check_all(tells[:2] + [choice([4, 1], 1)]) == []


def test_ties_several_and_other_kinds_tell_nothing():
    assert longest_tell([choice([4, 4], 0)]) == 1
    others = [replace(choice([1, 4], 1), kind="sort") for _ in range(9)]
    assert "choice_file.longest_tell" not in [found.identifier for found in check_all(others)]
    assert longest_tell([]) == 1


@given(st.lists(st.tuples(st.integers(2, 5), st.booleans()), min_size=1, max_size=6))
def test_the_chance_is_that_of_all_ways_counted_out(shape):
    exercises = [choice(range(1, n + 1), n - 1 if tells else 0) for n, tells in shape]
    seen = sum(tells for _, tells in shape)
    chance = 0
    for outcome in itertools.product([True, False], repeat=len(shape)):
        if sum(outcome) >= seen:
            way = 1
            for (n, _), longest in zip(shape, outcome, strict=True):
                way *= 1 / n if longest else 1 - 1 / n
            chance += way
    assert longest_tell(exercises) == pytest.approx(chance)
