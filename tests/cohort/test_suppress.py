"""Withheld counts, against someone who has everything that is published."""

from collections import defaultdict
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from workbook.cohort.figures import seen, visible
from workbook.cohort.suppress import LEAST, VALUES, hidden

counts = st.lists(st.integers(0, 40), min_size=2, max_size=7).filter(lambda c: sum(c) >= LEAST)


def tables(total, cells):
    """Give every table of so many people."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(total - first, cells - 1))


@given(counts)
def test_no_small_count_is_shown(table):
    assert all(count is None or count >= LEAST for count in seen(table))


@given(counts)
def test_no_count_is_withheld_without_need(table):
    assert (None in seen(table)) is (min(table) < LEAST)


@given(counts)
def test_the_sum_leaves_each_withheld_count_open(table):
    """The adversary of the linear constraints: the people, the counts shown, nothing negative."""
    published = seen(table)
    places = [i for i, count in enumerate(published) if count is None]
    left = sum(table) - sum(count for count in published if count is not None)
    assert not places or (len(places) > 1 and left + 1 >= VALUES)


@pytest.mark.parametrize(
    ("cells", "people"),
    [(2, range(5, 45)), (3, range(5, 45)), (4, range(5, 26)), (5, range(5, 16))],
)
def test_knowing_the_program_does_not_help(cells, people):
    """The strongest adversary: runs the program on every table and keeps those that look alike."""
    for total in people:
        alike = defaultdict(list)
        for table in tables(total, cells):
            alike[seen(table)].append(table)
        for published, possible in alike.items():
            for place, count in enumerate(published):
                values = {table[place] for table in possible}
                assert count is not None or len(values) >= VALUES, (published, place)


def test_the_adversary_finds_out_what_is_withheld_without_complements():
    """The tests here can fail: a small count alone, withheld, is found out."""
    assert list(bounds_of((3, 2), [(None, 9, 18), (12, 18)], 30)) == [(3, 3)]


def bounds_of(shape, published, people):
    """Give the exact least and most of each withheld margin of several questions at once.

    The unknowns are how many people gave each combination of answers; known are all published
    counts of all tables, and the number of people. `milp` solves it in whole numbers.
    """
    cells = list(product(*(range(n) for n in shape)))
    known, wanted = [], []
    for which, row in enumerate(published):
        for place, count in enumerate(row):
            margin = np.array([float(cell[which] == place) for cell in cells])
            (wanted if count is None else known).append((margin, count))
    matrix = np.array([np.ones(len(cells)), *(margin for margin, _ in known)])
    right = np.array([people, *(count for _, count in known)], dtype=float)
    same = LinearConstraint(matrix, right, right)
    for margin, _ in wanted:
        ends = [
            milp(sign * margin, constraints=same, integrality=np.ones(len(cells)),
                 bounds=Bounds(0, np.inf))
            for sign in (1, -1)
        ]  # fmt: skip
        assert all(end.success for end in ends)
        yield round(ends[0].fun), round(-ends[1].fun)


people = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.booleans()), min_size=LEAST, max_size=60
)


@given(people)
def test_several_tables_of_one_group_do_not_help_each_other(answers):
    """All tables of a report at once, with who handed in twice as one of them."""
    shape = (4, 3, 2)
    found = [[sum(a[q] == v for a in answers) for v in range(n)] for q, n in enumerate(shape)]
    published = [seen(table) for table in found]
    for least, most in bounds_of(shape, published, len(answers)):
        assert most - least + 1 >= VALUES


def test_a_total_of_nobody_else_is_no_table():
    assert hidden([0, 30]) == {0, 1}


@pytest.mark.parametrize("people", [*range(5, 20), 30])
def test_changes_of_single_exercises_do_not_tell_how_few_are_left_out(people):
    """Who answered an exercise twice is one of those who answered anything twice.

    The adversary knows that, the program, and the lines over all exercises and for two of them.
    """
    alike = defaultdict(list)
    for over_all in range(people + 1):
        for one, two in product(range(over_all + 1), repeat=2):
            told = tuple(visible(each, people) for each in (over_all, one, two))
            alike[told].append((over_all, one, two))
    for told, possible in alike.items():
        for place in range(3):
            pairs = {each[place] for each in possible}
            small = any(min(n, people - n) in range(1, LEAST) for n in pairs)
            assert not small or len(pairs) >= VALUES, (told, place)
