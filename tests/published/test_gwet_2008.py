"""Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high
agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29-48; and the
handbook of inter-rater reliability by the same author (2014), whose tables the R package irrCAC
prints again.
"""

from test_krippendorff_2011 import FOUR

from workbook.measures.agreement import cohen_kappa, gwet_ac1

RARE = [[118, 5], [2, 0]]
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]


def coded(table):
    cells = [(a, b, n) for a, row in enumerate(table) for b, n in enumerate(row)]
    return [a for a, _, n in cells for _ in range(n)], [b for _, b, n in cells for _ in range(n)]


def test_a_rare_code_spoils_kappa_and_not_ac1():
    assert round(cohen_kappa(*coded(RARE)).value, 4) == -0.0234
    assert round(gwet_ac1(*coded(RARE)).value, 4) == 0.9408


def test_two_abstractors():
    assert round(gwet_ac1(*coded(ABSTRACTORS)).value, 7) == 0.8493305
    assert round(cohen_kappa(*coded(ABSTRACTORS)).value, 7) == 0.7964094


def test_four_raters_who_left_units_out_with_the_interval():
    found = gwet_ac1(*FOUR)
    assert round(found.value, 5) == 0.77544
    assert (round(found.low, 3), found.high) == (0.461, 1)
