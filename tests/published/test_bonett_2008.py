"""Bonett, D. G. (2008). Confidence intervals for standardized linear contrasts of means.
Psychological Methods, 13(2), 99-109.

Checked with the example that the author gives for his program statpsych (`ci.stdmean.ps`): means
110.4 and 102.1, deviations 15.3 and 14.6, correlation .75, 25 people.
"""

import math

import numpy as np
import pytest

from workbook.errors import WorkbookError
from workbook.measures.paired import paired_effect_size
from workbook.words import word


def sample(means, deviations, correlation, n):
    """Make pairs with exactly these means, deviations and correlation."""
    first, second = np.random.default_rng(1).normal(size=(2, n))
    first = first - first.mean()
    second = second - second.mean()
    second = second - first * (first @ second) / (first @ first)
    first, second = (x / x.std(ddof=1) for x in (first, second))
    second = correlation * first + math.sqrt(1 - correlation**2) * second
    return [m + s * x for m, s, x in zip(means, deviations, (first, second), strict=True)]


def test_the_example_of_the_author():
    high, low = sample((110.4, 102.1), (15.3, 14.6), 0.75, 25)
    found = paired_effect_size(low, high)
    assert found.count == 25
    assert round(found.value, 7) == 0.5433457
    assert (round(found.low, 7), round(found.high, 7)) == (0.2394905, 0.8705732)


def test_the_other_example_of_the_author():
    before, after = sample((705.6, 602.4), (51.08, 33.17), 0.769, 8)
    found = paired_effect_size(before, after)
    assert round(found.value, 4) == -2.2185
    assert (round(found.low, 4), round(found.high, 4)) == (-3.6744, -1.1182)


def test_pairs_with_a_gap_are_left_out():
    found = paired_effect_size([1, 2, 3, None, 5], [2, 3, 5, 6, math.nan])
    assert found.count == 3
    assert paired_effect_size([1, 2], [3, 4]).reason == word("paired_reasons", "few")
    alike = paired_effect_size([1, 1, 1], [2, 2, 2])
    assert alike.reason == word("paired_reasons", "alike")


def test_forms_of_two_lengths_and_text_are_refused():
    for forms, identifier in (
        (([1, 2, 3], [1, 2]), "paired_errors.lengths"),
        (([1, 2, "three"], [1, 2, 3]), "agreement_errors.no_number"),
    ):
        with pytest.raises(WorkbookError) as error:
            paired_effect_size(*forms)
        assert error.value.args[0].identifier == identifier
