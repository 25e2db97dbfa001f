"""Sweeps over many of one sort: the fast tests see one of each, the whole run sees them all."""

import pytest


def sweep(values, fast):
    """Give the values as parameters; those that `fast` does not choose are slow.

    Parameters
    ----------
    values : iterable
    fast : callable
        Takes a value and says whether the fast tests see it too.
    """
    return [pytest.param(value, marks=() if fast(value) else pytest.mark.slow) for value in values]


def one_of_each(values, sort):
    """Give the values as parameters; only the first one of each sort is fast."""
    values = list(values)
    firsts = list({sort(value): value for value in reversed(values)}.values())
    return sweep(values, lambda value: value in firsts)


def exercises(library):
    """Give the names of all exercises of a course; the first one of each kind is fast."""
    return one_of_each(library.exercise_ids(), lambda name: library.exercise(name).kind)


def first(number, values):
    """Give the values as parameters; only as many as `number` are fast, spread over the list."""
    values = list(values)
    step = max(1, len(values) // number)
    return sweep(values, lambda value: values.index(value) % step == 0)
