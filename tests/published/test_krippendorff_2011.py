"""Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.

The worked examples: two observers with two codes, two observers with five, and four observers
who left units out, read as names, ranks and amounts. The values are as printed.
"""

import pytest

from workbook.measures.agreement import krippendorff_alpha

MENO, OWEN = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
BEN, GERRY = "aabbdcccedda", "babbbcccedddd"[:12]
FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def test_two_observers():
    assert round(krippendorff_alpha(MENO, OWEN).value, 3) == 0.095
    assert round(krippendorff_alpha(BEN, GERRY).value, 3) == 0.692


@pytest.mark.parametrize(
    ("level", "printed"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_four_observers_who_left_units_out(level, printed):
    found = krippendorff_alpha(*FOUR, level=level)
    assert round(found.value, 3) == printed
    assert found.count == 11  # the last unit was coded once
    assert found.low < found.value <= found.high
