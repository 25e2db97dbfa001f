"""Parker, R. I., Vannest, K. J., Davis, J. L., and Sauber, S. B. (2011). Combining nonoverlap and
trend for single-case research: Tau-U. Behavior Therapy, 42(2), 284-299.

Of 20 pairs 17 rise and 1 falls; within the baseline 4 of 6 rise and 1 falls.
"""

import pytest

from workbook.measures import single_case as sc
from workbook.words import word

A, B = [2, 3, 5, 3], [4, 5, 5, 7, 6]


def test_tau_without_the_trend():
    assert sc.tau(A, B, improvement="increase").value == pytest.approx((17 - 1) / 20, rel=1e-14)


def test_tau_u_takes_the_rises_of_the_baseline_away():
    found = sc.tau_u(A, B, improvement="increase")
    assert found.value == pytest.approx((16 - 3) / 20, rel=1e-14)


def test_the_other_divisor_gives_another_number_of_the_same_name():
    found = sc.tau_u(A, B, improvement="increase", variant="complete")
    assert found.value == pytest.approx((16 - 3) / (20 + 6), rel=1e-14)
    assert found.reason == word("series_reasons", "named", form="complete")
