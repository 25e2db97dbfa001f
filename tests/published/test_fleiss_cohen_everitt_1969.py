"""Fleiss, Cohen and Everitt (1969). Large sample standard errors of kappa and weighted kappa.

Psychological Bulletin, 72(5), 323-327. The table of 200 diagnoses by two raters, as the R package
psych repeats it. The expected variance is worked out here from the paper's formula by matrices of
plain fractions, apart from the product's code.
"""

from fractions import Fraction

import pytest

from workbook.measures.agreement import cohen_kappa

TABLE = [[106, 10, 4], [22, 28, 10], [2, 12, 6]]
N = 200


def coded():
    cells = [(a, b, n) for a, row in enumerate(TABLE) for b, n in enumerate(row)]
    return [a for a, _, n in cells for _ in range(n)], [b for _, b, n in cells for _ in range(n)]


def variance():
    """Give formula 13 with weights 1 on the diagonal and 0 off it."""
    share = [[Fraction(n, N) for n in row] for row in TABLE]
    rows, columns = (
        [sum(row) for row in share],
        [sum(column) for column in zip(*share, strict=True)],
    )
    places = range(3)
    chance = sum(rows[i] * columns[i] for i in places)
    observed = sum(share[i][i] for i in places)
    total = Fraction(0)
    for i in places:
        for j in places:
            weight = int(i == j)
            # mean weight of column i (rows are the other judge) and of row j
            part = weight * (1 - chance) - (columns[i] + rows[j]) * (1 - observed)
            total += share[i][j] * part**2
    total -= (observed * chance - 2 * chance + observed) ** 2
    return total / (N * (1 - chance) ** 4)


def test_kappa_and_its_large_sample_error():
    found = cohen_kappa(*coded())
    assert found.value == pytest.approx(float(Fraction(225, 525)), rel=1e-12)  # (.70 - .475) / .525
    error = float(variance()) ** 0.5
    assert found.high - found.value == pytest.approx(1.959963984540054 * error, rel=1e-9)
    assert round(float(variance()), 6) == 0.002885


def test_weighted_kappa_and_its_large_sample_error():
    apart = {(0, 1): 1, (0, 2): 1 - 0.4444, (1, 2): 1 - 0.6667}
    found = cohen_kappa(*coded(), weights=apart)
    assert round(found.value, 4) == 0.5071
    assert round(((found.high - found.value) / 1.959963984540054) ** 2, 6) == 0.003248
