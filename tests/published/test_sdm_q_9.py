"""SDM-Q-9 as published: nine lines from 0 to 5, their sum times 20/9 (0 to 100).

The validation of the Japanese version (JMA Journal 2020, 3(3), 208-215, Table 2, N = 131) gives
each line on that scale: at most 11.11 for one line, and a step of 2.22.
"""

import pytest

from workbook.measures.forms import score_form


def total(answers):
    return score_form("sdm_q_9", answers)[0].value


def test_one_line_counts_at_most_as_in_the_table():
    assert round(total([5] + [0] * 8), 2) == 11.11
    assert round(total([3] + [0] * 8), 3) == 6.667
    assert round(total([4] + [0] * 8), 2) == 8.89


def test_the_sum_is_multiplied_by_twenty_ninths():
    answers = [5, 4, 3, 5, 2, 0, 1, 4, 5]
    assert total(answers) == pytest.approx(sum(answers) * 20 / 9)
