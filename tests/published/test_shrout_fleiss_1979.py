"""Shrout, P. E., and Fleiss, J. L. (1979). Intraclass correlations: Uses in assessing rater
reliability. Psychological Bulletin, 86(2), 420-428, Tables 2 to 4.

Four judges rate six targets; the paper gives .29 for one judge and .62 for the mean of four.
"""

import math

import pytest

from workbook.errors import WorkbookError
from workbook.measures.agreement import icc
from workbook.words import word

TABLE = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def test_one_judge():
    found = icc(TABLE)
    # Mean squares of the paper: targets 11.24, judges 32.49, residual 1.02; as sums of squares
    # 56 5/24 (5 df), 97 11/24 (3 df) and 15 7/24 (15 df).
    units, judges, rest = 1349 / 24 / 5, 2339 / 24 / 3, 367 / 24 / 15
    expected = (units - rest) / (units + 3 * rest + 4 * (judges - rest) / 6)
    assert found.value == pytest.approx(expected, rel=1e-12)
    assert round(found.value, 2) == 0.29
    assert (round(found.low, 2), round(found.high, 2)) == (0.02, 0.76)


def test_the_mean_of_the_judges():
    found = icc(TABLE, form="2,k")
    one = icc(TABLE).value
    assert found.value == pytest.approx(4 * one / (1 + 3 * one), rel=1e-12)
    assert round(found.value, 2) == 0.62


def test_a_row_with_a_gap_is_left_out_and_counted():
    found = icc([*TABLE, [3, None, 4, 5]])
    assert (found.value, found.count) == (icc(TABLE).value, 6)
    assert found.reason == word("agreement_reasons", "left_out", left=1, all=7)


def test_full_agreement_is_1_and_has_no_interval():
    found = icc([[1, 1], [2, 2], [5, 5]])
    assert found.value == 1 and math.isnan(found.low)


def test_ratings_that_do_not_differ_are_not_defined():
    assert icc([[3, 3], [3, 3]]).reason == word("agreement_reasons", "one_rating")
    assert icc([[3, 3]]).reason == word("agreement_reasons", "few_raters")


@pytest.mark.parametrize(
    ("ratings", "form", "name"),
    [(TABLE, "3,1", "no_form"), ([[1, "x"], [2, 3]], "2,1", "no_number")],
)
def test_a_mistake_is_told_in_a_sentence(ratings, form, name):
    with pytest.raises(WorkbookError) as error:
        icc(ratings, form=form)
    assert error.value.args[0].identifier == f"agreement_errors.{name}"
