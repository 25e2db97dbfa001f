"""Cohen, J. (1968). Weighted kappa. Psychological Bulletin, 70(4), 213-220, Table 1.

Two judges sort 200 cases; the unweighted kappa given for the table is .492.
"""

import pytest

from workbook.measures.agreement import cohen_kappa, percent_agreement

TABLE = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]


def coded():
    cells = [(a, b, n) for a, row in enumerate(TABLE) for b, n in enumerate(row)]
    return [a for a, _, n in cells for _ in range(n)], [b for _, b, n in cells for _ in range(n)]


def test_kappa_of_the_diagnoses():
    observed, chance = (88 + 40 + 12) / 200, (120 * 100 + 60 * 60 + 20 * 40) / 200**2
    found = cohen_kappa(*coded())
    assert found.value == pytest.approx((observed - chance) / (1 - chance), rel=1e-12)
    assert round(found.value, 3) == 0.492


def test_percent_agreement_of_the_diagnoses():
    assert percent_agreement(*coded()).value == 140 / 200


def test_weighted_kappa_of_the_diagnoses():
    apart = {(0, 1): 1, (0, 2): 3, (1, 2): 6}
    assert round(cohen_kappa(*coded(), weights=apart).value, 3) == 0.348
