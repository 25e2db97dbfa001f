"""Parker, R. I., Vannest, K. J., and Davis, J. L. (2011). Effect size in single-case research:
A review of nine nonoverlap techniques. Behavior Modification, 35(4), 303-322.

One series of six and seven sessions goes through all techniques.
"""

import pytest

from workbook.measures import single_case as sc

A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]


@pytest.mark.parametrize(
    ("index", "fraction"),
    [
        (sc.pnd, 5 / 7),
        (sc.pem, 7 / 7),
        (sc.pand, 11 / 13),
        (sc.ird, 6 / 7 - 1 / 6),
        (sc.nap, 38.5 / 42),
        (sc.tau, (38 - 3) / 42),
    ],
)
def test_the_worked_example(index, fraction):
    assert index(A, B, improvement="increase").value == pytest.approx(fraction, rel=1e-14)
