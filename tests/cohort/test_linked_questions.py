"""Questions that one answer binds together: what is shown of them tells no more than of others."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from simulated import DAY, code

from workbook.cohort.count import figures
from workbook.cohort.envelope import HandIn, Item
from workbook.cohort.figures import seen
from workbook.cohort.gather import Gathered
from workbook.cohort.suppress import LEAST, VALUES
from workbook.record.hand_in import week_of
from workbook.record.offer import questions_of
from workbook.words import word

PLACES = (0, 1, 2, None)
# What one person can put: each place once, an item may stay open.
PUT = [
    each
    for each in product(PLACES, repeat=3)
    if len({p for p in each if p is not None}) == sum(p is not None for p in each)
]


def open_values(published, cells, people):
    """Give how many counts stay possible for each withheld cell, in whole numbers."""
    members = {key: np.array([float(cells(put, key)) for put in PUT]) for key in published}
    known = [(row, published[key]) for key, row in members.items() if published[key] is not None]
    matrix = np.array([np.ones(len(PUT)), *(row for row, _ in known)])
    right = np.array([people, *(count for _, count in known)], dtype=float)
    rules = {"constraints": LinearConstraint(matrix, right, right), "bounds": Bounds(0, np.inf)}
    rules["integrality"] = np.ones(len(PUT))
    for key, row in members.items():
        if published[key] is None:
            least, most = (milp(sign * row, **rules) for sign in (1, -1))
            assert least.success and most.success
            yield round(-most.fun) - round(least.fun) + 1


def as_shown(counts):
    return {(n, i): c for n, row in enumerate(counts) for i, c in enumerate(seen(row))}


def where(group):
    """Count each item by the place it was given; the last is of no place."""
    return [[sum(put[n] == place for put in group) for place in PLACES] for n in range(3)]


def fitting(group):
    """Count each item by whether it lies where its author puts it, as the report does."""
    fits = [sum(put[n] == n for put in group) for n in range(3)]
    return [[count, len(group) - count] for count in fits]


def test_places_that_are_used_once_would_give_each_other_away():
    """The tests here can fail: two thirds of a column tell the third."""
    no = None
    group = [(0, 1, 2)] * 10 + [(0, 2, 1)] * 2 + [(0, no, 2), (no, 0, 2), (no, no, 0)]
    group += [(1, 0, 2)] * 13 + [(2, 0, 1)] * 2
    shown = as_shown(where(group))
    assert min(open_values(shown, lambda put, key: put[key[0]] == PLACES[key[1]], 30)) < VALUES


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PUT), min_size=LEAST, max_size=40))
def test_whether_each_lies_where_it_fits_binds_nothing(group):
    shown = as_shown(fitting(group))
    cells = open_values(
        shown, lambda put, key: (put[key[0]] == key[0]) == (key[1] == 0), len(group)
    )
    assert min(cells, default=VALUES) >= VALUES


def matched(course):
    return [name for name in course.exercise_ids() if course.exercise(name).kind == "match"]


def group_of(answers):
    """Give a group of which each person handed in one mapping of ids to facts."""
    people = [
        HandIn(code(n), week_of(DAY), 1, {i: Item("", f, {}) for i, f in own.items()}, "", f"{n}")
        for n, own in enumerate(answers)
    ]
    return Gathered(people, [], [])


def test_a_match_is_counted_by_what_fits(course):
    name = matched(course)[0]
    questions = questions_of(course, name)[1]
    right = {q.key: next(v for v, points in q.points.items() if points) for q in questions}
    wrong = dict(zip(right, [*list(right.values())[1:], right[questions[0].key]], strict=True))
    [item] = figures(course, group_of([{name: right}] * 9 + [{name: wrong}] * 6)).items
    [table] = item.tables
    assert table.labels == (word("cohort", "where_it_fits"), word("cohort", "elsewhere"))
    assert [row.counts for row in table.rows] == [(9, 6)] * len(questions)
    assert all(row.fitting == {0} for row in table.rows)


@pytest.mark.slow
@pytest.mark.parametrize("people", [6, 7])
def test_a_median_does_not_tell_how_few_gave_no_number(course, people):
    """Who knows the program finds at least three numbers of people, or that all gave one."""
    name, key = next(
        (i, q.key)
        for i in course.exercise_ids()
        if course.exercise(i).visibility != "private"
        for q in questions_of(course, i)[1]
        if q.form == "number"
    )
    alike: dict = {}
    for part in range(1, people + 1):
        answers = [{name: {key: float(n)}} for n in range(part)] + [{}] * (people - part)
        [item] = figures(course, group_of(answers)).items
        [median] = [m for m in item.medians if m.value is not None] or [None]
        alike.setdefault((median is None, median and median.people), set()).add(part)
    for told, parts in alike.items():
        small = any(min(n, people - n) in range(1, LEAST) for n in parts)
        assert not small or len(parts) >= VALUES, told


def test_a_change_that_is_the_same_for_all_is_withheld_as_one_of_few(course):
    """Who took part knows their own change, and would know that of all others."""
    name = matched(course)[0]
    questions = questions_of(course, name)[1]
    right = {q.key: next(v for v, points in q.points.items() if points) for q in questions}
    wrong = {key: next(v for v in right.values() if v != put) for key, put in right.items()}
    before, after = (group_of([{name: own}] * 12).newest for own in (wrong, right))
    for most in (12, 4):
        pairs = list(zip(before, after, strict=True))[:most]
        changes = figures(course, Gathered(after, pairs, [])).changes
        assert {(c.value, c.low, c.people) for c in changes} == {(None, None, None)}
        assert {c.reason.identifier for c in changes} == {"cohort.few_pairs"}
