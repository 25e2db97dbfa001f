"""The lots of a design: counted, listed, drawn evenly, gone through together."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from staggered import UP, stepped

from workbook.measures import randomization as rt
from workbook.measures.randomization import lots


@pytest.mark.parametrize("scheme", lots.SCHEMES)
def test_lots_are_listed_as_often_as_they_are_counted(scheme):
    starts = [[4, 5], [6], [5, 8, 9]]
    rows = lots.assignments(scheme, starts)
    assert len(rows) == lots.count(scheme, starts)
    times = list(pd.DataFrame(rows).value_counts())
    assert lots.smallest_p(scheme, starts) == pytest.approx(min(times) / len(rows))


def test_the_drawn_plan_is_what_the_test_asks_for():
    plan = rt.draw_starts(
        3, 20, min_baseline=4, min_treatment=4, scheme="orders_and_starts", seed=5
    )
    data = stepped(list(plan.lots.values()), 20)
    found = rt.multiple_baseline_test(data, scheme=plan.design.scheme, starts=plan.design.starts,
                                      **UP)  # fmt: skip
    assert found.smallest_p == plan.smallest_p
    assert found.p == found.smallest_p


def test_shared_permutations_agree_with_going_through_all_of_them():
    rng = np.random.default_rng(3)
    series = rng.normal(size=(6, 9)) + np.linspace(0, 2, 6)[:, None] * (np.arange(9) >= 4)
    found = rt.permutation_test(series, 4, permutations=20_000, **UP)
    for row, p, observed in zip(series, found.p, found.observed, strict=True):
        assert observed == pytest.approx(row[4:].mean() - row[:4].mean())
        every = [
            (row.sum() - row[list(a)].sum()) / 5 - row[list(a)].mean()
            for a in itertools.combinations(range(9), 4)
        ]
        assert p == pytest.approx(np.mean(np.array(every) >= observed - 1e-9), abs=0.015)


def test_permutations_leave_missing_sessions_out():
    series = np.array([[1, 2, np.nan, 8, 9, 8], [np.nan, np.nan, np.nan, 1, 2, 3.0]])
    found = rt.permutation_test(series, 3, permutations=500, **UP)
    assert found.observed[0] == pytest.approx(25 / 3 - 1.5)
    assert 0 < found.p[0] < 1 and math.isnan(found.p[1])
    alike = rt.permutation_test(series[:1], 3, permutations=500, **UP)
    assert alike.p[0] == found.p[0]  # the same permutations, whatever lies beside it


def test_orders_that_are_too_many_to_list_are_drawn_evenly():
    starts = [[n] for n in range(4, 14)]  # ten cases: 3,628,800 orders
    rows = lots.assignments("orders", starts, seed=1)
    assert len(rows) == lots.DRAWS
    assert (np.sort(rows, axis=1) == np.arange(4, 14)).all()
    for case in range(10):
        _, times = np.unique(rows[:, case], return_counts=True)
        assert times == pytest.approx([lots.DRAWS / 10] * 10, abs=5 * 30)
