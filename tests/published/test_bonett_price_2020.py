"""Bonett, D. G., and Price, R. M. (2020). Confidence intervals for ratios of means and medians.
Journal of Educational and Behavioral Statistics, 45(6), 750-770, first example.

Twelve values in each group: the error of each log median comes from the third and tenth value,
which hold the median in all but 2 * 79 of 4,096 cases.
"""

import math
from statistics import NormalDist

import pytest

from workbook.measures import single_case as sc

A = [21, 14, 11, 27, 19, 32, 21, 23, 18, 26, 24, 23]
B = [34, 19, 26, 31, 39, 42, 27, 14, 25, 29, 33, 36]


def test_the_ratio_of_the_medians_and_its_interval():
    found = sc.lrm(A, B, improvement="increase")
    assert math.exp(found.value) == pytest.approx(30 / 22, rel=1e-13)
    width = 2 * NormalDist().inv_cdf(1 - 79 / 4096)
    error = math.hypot(math.log(26 / 18), math.log(36 / 25)) / width
    assert found.se == pytest.approx(error, rel=1e-12)
    half = NormalDist().inv_cdf(0.975) * error
    assert (found.low, found.high) == pytest.approx((found.value - half, found.value + half))
