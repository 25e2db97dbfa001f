"""Tarlow, K. R. (2017). An improved rank correlation effect size statistic for single-case designs:
Baseline corrected Tau. Behavior Modification, 41(4), 427-467.

A straight line with no change at the start: Tau and Tau-U see an effect, corrected Tau none.
"""

import pytest

from workbook.measures import single_case as sc

A, B = [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]


def test_tau_takes_the_trend_for_an_effect():
    assert sc.tau(A, B, improvement="increase").value == 1


def test_tau_u_takes_away_too_little():
    found = sc.tau_u(A, B, improvement="increase")
    assert found.value == pytest.approx((25 - 10) / 25, rel=1e-14)


@pytest.mark.parametrize("kendall", [False, True])
def test_corrected_tau_sees_nothing(kendall):
    assert sc.tau_bc(A, B, improvement="increase", kendall=kendall).value == 0
