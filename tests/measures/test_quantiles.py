"""Points of Student's t and of the F curve, against printed tables and each other."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.quantiles import fisher, student


@pytest.mark.parametrize(
    ("p", "df", "printed"),
    [(0.975, 1, 12.706), (0.975, 4, 2.776), (0.975, 10, 2.228), (0.975, 30, 2.042),
     (0.95, 5, 2.015), (0.995, 8, 3.355), (0.9, 120, 1.289)],
)  # fmt: skip
def test_students_t_as_printed(p, df, printed):
    assert round(student(p, df), 3) == printed


@pytest.mark.parametrize(
    ("p", "df1", "df2", "printed"),
    [(0.95, 1, 1, 161.4476), (0.95, 5, 10, 3.3258), (0.99, 3, 20, 4.9382),
     (0.975, 2, 60, 3.9253), (0.95, 10, 120, 1.9105)],
)  # fmt: skip
def test_f_as_printed(p, df1, df2, printed):
    assert fisher(p, df1, df2) == pytest.approx(printed, abs=6e-5)


def test_closed_forms():
    assert student(0.8, 1) == pytest.approx(math.tan(0.3 * math.pi), rel=1e-10)  # Cauchy
    assert student(0.5, 7) == pytest.approx(0, abs=1e-7)
    assert fisher(0.9, 2, 2) == pytest.approx(9, rel=1e-10)  # F = p / (1 - p)
    assert student(0.975, 1e6) == pytest.approx(1.959966, abs=1e-5)


@given(st.floats(0.01, 0.99), st.floats(1, 400), st.floats(1, 400))
def test_turning_the_fraction_over_turns_the_point_over(p, df1, df2):
    assert fisher(p, df1, df2) == pytest.approx(1 / fisher(1 - p, df2, df1), rel=1e-7)


@given(st.floats(0.6, 0.999), st.floats(1, 300))
def test_t_squared_is_f(p, df):
    assert student(p, df) ** 2 == pytest.approx(fisher(2 * p - 1, 1, df), rel=1e-7)


@given(st.floats(0.55, 0.99), st.floats(1, 50))
def test_t_is_even_and_grows_with_p(p, df):
    assert student(1 - p, df) == pytest.approx(-student(p, df), rel=1e-9)
    assert student(p + 0.005, df) > student(p, df)
