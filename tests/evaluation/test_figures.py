"""Outcomes as people write them: decimal signs, marks of thousands, codes, slips, times of day."""

import math

import pytest
from agency import PHASES, VALUES, series, text
from hypothesis import given
from hypothesis import strategies as st
from test_agency_tables import asked, names, outcomes, read

THOUSANDS = (950, 980, 1020, 990, 1010, 970, 1200, 1250, 1300, 1280, 1350, 1320, 1400, 1380)


def marked(mark):
    return [f"{n:,}".replace(",", mark) for n in THOUSANDS]


@pytest.mark.parametrize(
    ("sign", "mark", "decimal", "other"),
    [("\t", ",", "point", "comma"), (";", ",", "point", "comma"), (";", ".", "comma", "point"),
     (",", ".", "comma", "point")],
)  # fmt: skip
def test_marks_that_may_be_decimal_signs_are_asked_about(sign, mark, decimal, other):
    data = series(sign, values=marked(mark))
    message = asked(data, "table", "ask_thousands")
    assert "1020" in message and f"--decimal {decimal}" in message and "1.02" in message
    assert outcomes(read(data, decimal=decimal)) == list(THOUSANDS)
    assert "table.thousands" in names(read(data, decimal=decimal))
    small = [n if n < 1000 else n / 1000 for n in THOUSANDS]
    assert outcomes(read(data, decimal=other, range="0:2000")) == small


def test_marks_in_quotes_are_asked_about_too():
    data = series(values=[f'"{n + 3000:,}"' for n in THOUSANDS])
    assert "--decimal point" in asked(data, "table", "ask_thousands")
    assert outcomes(read(data, decimal="point")) == [n + 3000 for n in THOUSANDS]


@pytest.mark.parametrize(
    ("form", "value"),
    [("1.020,5", 1020.5), ("1,020.5", 1020.5), ("1.020.500", 1020500), ("1 020", 1020),
     ("1\u00a0020", 1020), ("1'020", 1020), ("0.125", 0.125), ("\N{MINUS SIGN}3", -3),
     ("3.5", 3.5), ("3,5", 3.5), ("12,25", 12.25)],
)  # fmt: skip
def test_numbers_that_can_be_read_in_one_way_are(form, value):
    data = series(";", values=[form] * 14)
    assert outcomes(read(data)) == [value] * 14


def test_decimals_show_that_the_sign_is_a_decimal_one():
    assert outcomes(read(series(values=["3.125", "3.5"] * 7)))[:2] == [3.125, 3.5]


def test_a_mark_beside_another_decimal_sign_is_asked_about():
    asked(series(";", values=["3,5"] * 6 + ["1.020"] * 8), "table", "ask_thousands")


@pytest.mark.parametrize("code", [99, -9, 999, -99, 88])
def test_codes_for_a_missing_value_are_asked_about(code):
    values = list(VALUES)
    values[3] = values[8] = code
    data = series(values=values)
    message = asked(data, "table", "ask_codes")
    assert f"--missing '{code}'" in message and "5, 10" in message
    found = read(data, missing=f"77, {code}")
    assert [n for n, y in enumerate(outcomes(found)) if math.isnan(y)] == [3, 8]
    assert "table.read_as_missing" in names(found)


@pytest.mark.parametrize(("slip", "place"), [(44, 4), (450, 9), (0.0031, 2)])
def test_a_slip_far_from_all_others_is_asked_about(slip, place):
    values = [n + 40 for n in range(14)] if slip < 1 else [3, 4, 2, 3, 4, 3, 4, 5, 4, 5, 4, 5, 5, 4]
    values[place] = slip if slip > 1 else -400
    asked(series(values=values), "table", "ask_codes")
    assert outcomes(read(series(values=values), range="-1000:1000"))[place] == values[place]


@pytest.mark.parametrize("codes", [(77, 88, 99), (-8, -9), (998, 999), (99, -9)])
def test_several_codes_side_by_side_are_asked_about_together(codes):
    values = [3, 4, 2, 3, 4, 3, 4, 5, 4, 5, 4, 5, 5, 4]
    values[2 : 2 + len(codes)] = codes
    message = asked(series(values=values), "table", "ask_codes")
    assert ", ".join(map(str, sorted(codes))) in message


@pytest.mark.parametrize("zero", [0, 1])
def test_a_scale_with_both_signs_holds_no_codes(zero):
    values = [-2, -1, -1, -2, -1, zero, 1, zero, 1, 2, 1, 2, 2, 1]
    assert outcomes(read(series(values=values))) == values


@pytest.mark.parametrize("rating", [7, 8])
def test_a_high_rating_is_no_code(rating):
    values = [3, 4, 3, 5, 4, 3, 4, rating, 5, rating, 5, rating, 4, 5]
    assert outcomes(read(series(values=values))) == values


def test_nine_among_one_to_five_is_asked_about():
    asked(series(values=[1, 5, 2, 3, 9, 3, 4, 2, 5, 9, 3, 4, 4, 5]), "table", "ask_codes")


def test_a_large_change_is_no_slip():
    values = [0, 1, 0, 0, 1, 0, 30, 35, 33, 31, 38, 34, 33, 36]
    assert outcomes(read(series(values=values))) == values


def test_values_outside_the_range_are_refused_with_their_rows():
    values = [*VALUES[:5], 6.5, *VALUES[6:]]
    assert "Row 7" in asked(series(values=values), "table", "out_of_range", range="1:5")
    asked(series(), "table", "odd_range", range="5")


@pytest.mark.parametrize("absent", ["NA", "n/a", "-", ".", "k.A.", "#N/A", "missing"])
def test_words_for_a_missing_value_are_read_and_told(absent):
    found = read(series(values=[*VALUES[:3], absent, *VALUES[4:]]))
    assert math.isnan(outcomes(found)[3])
    assert "table.read_as_missing" in names(found)


@pytest.mark.parametrize(
    ("cell", "name"),
    [("1:30", "duration"), ("01:30:00", "duration"), ("45 min", "duration"),
     ("2h 10min", "duration"), ("2026-03-01", "date"), ("1.3.2026", "date"),
     ("3-Apr", "date"), ("6 of 10", "two_numbers"),
     ("6/10", "two_numbers"), ("4 von 10", "two_numbers"), ("85%", "percent"),
     ("high", "not_a_number"), ("#DIV/0!", "not_a_number"), ("1e13", "too_large")],
)  # fmt: skip
def test_what_is_no_number_is_refused_by_its_name(cell, name):
    asked(series(values=[*VALUES[:3], cell, *VALUES[4:]]), "sessions", name)


@given(st.permutations(range(14)))
def test_the_order_of_the_rows_changes_nothing(order):
    rows = [["north", n + 1, PHASES[n], VALUES[n]] for n in range(14)]
    found = read(text([rows[n] for n in order]))
    assert outcomes(found) == list(VALUES)


@given(st.lists(st.integers(0, 10**6), min_size=14, max_size=14), st.sampled_from(" '\u202f"))
def test_marks_that_are_no_decimal_sign_change_no_number(values, mark):
    written = [f"{n:,}".replace(",", mark) for n in values]
    span = "0:1000000"
    assert outcomes(read(series(";", values=written), range=span)) == values


@pytest.mark.parametrize(
    "values",
    [
        (-2, -2, -1, -1, -2, -1, 0, 0, 0, 1, 0, 1, 0, 1),
        (-2, -2, -1, -2, -1, -2, -1, 0, -1, 0, 0, -1, 0, 0),
        (-3, -2, -3, -1, -2, -3, 0, 1, 0, 1, 2, 1, 2, 2),
    ],
)
def test_a_scale_that_was_not_used_to_its_end_holds_no_codes(values):
    assert outcomes(read(series(values=values))) == list(values)


def test_two_rare_codes_below_nought_are_asked_about():
    values = [0, 1, 0, -1, 0, 1, 1, 1, -2, 1, 0, 1, -1, 1]
    asked(series(values=values), "table", "ask_codes")
