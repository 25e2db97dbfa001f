"""Lines through a phase, in the table of phases and by themselves."""

import numpy as np
import pandas as pd
import pytest

from workbook.measures import single_case as sc


def summary(values, sessions):
    rows = {"case": "x", "session": sessions, "phase": ["A"] * (len(values) - 1) + ["B"]}
    return sc.phase_summary(pd.DataFrame({**rows, "outcome": values})).iloc[0]


def test_the_table_of_phases_has_slope_and_intercept_of_the_steady_line():
    values, sessions = [7.0, 6.5, 6.4, 5.0, 9.0], [2, 3, 5, 6, 8]
    line = sc.trend_line(values[:-1], sessions=sessions[:-1])
    found = summary(values, sessions)
    assert (found["steady_slope"], found["steady_intercept"]) == (line.slope, line.intercept)
    slopes = sorted(
        (values[j] - values[i]) / (sessions[j] - sessions[i])
        for i in range(4)
        for j in range(i + 1, 4)
    )
    assert line.slope == pytest.approx((slopes[2] + slopes[3]) / 2)
    assert line.slope != pytest.approx(line.intercept)


def test_the_line_of_least_squares_is_the_one_of_numpy():
    values, sessions = [7.0, 6.5, 6.4, 5.0], [2.0, 3.0, 5.0, 6.0]
    line = sc.trend_line(values, sessions=sessions, method="least-squares")
    assert (line.slope, line.intercept) == pytest.approx(tuple(np.polyfit(sessions, values, 1)))
    assert summary([*values, 1], [*sessions, 8])["slope"] == pytest.approx(line.slope)


def test_sessions_and_values_of_different_number_are_no_line():
    assert sc.trend_line([1, 2, 3], sessions=[1, 2]).reason
