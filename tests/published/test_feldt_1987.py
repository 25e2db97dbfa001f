"""Feldt, Woodruff and Salih (1987), formulas 6 and 7: the interval of Cronbach's alpha.

The example is on the statistics pages of the MRC Cognition and Brain Sciences Unit (C. Evans, R):
alpha .913, 873 people, 20 lines, 95 percent: 0.9044024 to 0.9211588. Rows with just that alpha
are made here: one effect for each person, and errors that sum to zero in each row.
"""

import random
from statistics import variance

import pytest

from workbook.measures.agreement import cronbach_alpha

ALPHA, PEOPLE, LINES = 0.913, 873, 20


def rows():
    """Give rows whose alpha is k/(k-1) * (1 - (k s V + E) / (k^2 s V)) = ALPHA, solved for s."""
    drawn = random.Random(1987)
    people = [drawn.random() for _ in range(PEOPLE)]
    errors = [[drawn.random() for _ in range(LINES)] for _ in range(PEOPLE)]
    errors = [[e - sum(row) / LINES for e in row] for row in errors]
    spread = sum(map(variance, zip(*errors, strict=True)))
    share = 1 - ALPHA * (LINES - 1) / LINES - 1 / LINES
    scale = (spread / (LINES**2 * variance(people) * share)) ** 0.5
    return [[scale * own + e for e in row] for own, row in zip(people, errors, strict=True)]


def test_the_published_interval():
    found = cronbach_alpha(rows())
    assert found.value == pytest.approx(ALPHA, abs=1e-12)
    assert (round(found.low, 7), round(found.high, 7)) == (0.9044024, 0.9211588)
