"""Cells that are nearly numbers, and what a workbook says of its cells: asked about, read, told."""

import csv
import io

import pytest
from agency import HEAD, VALUES, asked, names, outcomes, read, rows_of, series, text
from xlsxwriter import Workbook

from workbook.evaluation.table.odd_cells import kind_of

pytestmark = pytest.mark.usefixtures("undrawn")


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("limit", ["<5", "> 5", "≥5", "<=5", "5+", "at least 5", "5 or more", "more than 3,5"]),
        ("about", ["~5", "ca. 5", "about 3.5", "approx 5", "5?"]),
        ("span", ["3-4", "3–4", "3 to 4", "3,5 - 4"]),
        ("fraction", ["3½", "½", "3 1/2"]),
        ("minus_behind", ["3-", "3.5 -", "(3)", "(3,5)", "(-3)"]),
        ("note_mark", ["4*", "4 **", "4²", "3.5†", "4 [1]", "4 a)", "4a", "4(b)"]),
        ("letter_for_digit", ["1O", "l0", "3,O"]),
        ("number_with_words", ["31 pts", "3.5 times", "4 - agree", "agree (4)", "4: often"]),
        ("no_result", ["=A1+B1", "="]),
        ("yes_no", ["☐", "☑", "✓", "TRUE", "Ja"]),
        ("date", ["3-Apr", "5 März 2026", "2026-03-01", "May-04"]),
        ("two_numbers", ["7/10", "4 of 10"]),
        ("duration", ["1:30", "45 min"]),
        ("not_a_number", ["agree", "x", "3. 4", "...", "sick"]),
    ],
)
def test_what_is_nearly_a_number_is_known_by_its_kind(name, cells):
    assert {cell: kind_of(cell) for cell in cells} == dict.fromkeys(cells, name)


@pytest.mark.parametrize(
    ("cell", "name"),
    [("<5", "limit"), ("3-4", "span"), ("4*", "note_mark"), ("3-", "minus_behind")],
)
def test_one_such_cell_is_asked_about_with_its_row(cell, name):
    assert "Row 5" in asked(series(values=[*VALUES[:3], cell, *VALUES[4:]]), "sessions", name)


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩٫", "۰۱۲۳۴۵۶۷۸۹٫", "०१२३४५६७८९."])
def test_digits_of_other_scripts_are_read_and_told(digits):
    other = str.maketrans("0123456789.", digits)
    found = read(series(values=[f"{value}".translate(other) for value in VALUES]))
    assert outcomes(found) == list(VALUES)
    assert "sessions.digits_taken" in names(found)


@pytest.mark.parametrize(("sign", "point"), [(",", "."), (";", ",")])
def test_powers_of_ten_are_read_with_either_sign(sign, point):
    values = [f"{1000 * value:.2E}".replace(".", point) for value in VALUES]
    assert outcomes(read(series(sign, values=values))) == [1000 * value for value in VALUES]


def test_cells_that_an_export_guards_are_read_as_what_they_guard():
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *([f'="{cell}"' for cell in row] for row in rows_of())])
    assert outcomes(read(out.getvalue().encode())) == list(VALUES)


def book(path, form="General", shape=lambda sheet: None, cell=None):
    """Write a workbook whose outcomes have a form; `cell` writes an outcome in its own way."""
    with Workbook(path) as made:
        sheet = made.add_worksheet()
        style = made.add_format({"num_format": form})
        sheet.write_row(0, 0, [*HEAD, "old"])
        for n, row in enumerate(rows_of(), 1):
            sheet.write_row(n, 0, [*row[:3], row[3] / 10, 9])
            (cell or (lambda s, n, v, f: s.write_number(n, 3, v, f)))(sheet, n, row[3] / 10, style)
        shape(sheet)
    return path


@pytest.mark.parametrize("form", ["0%", "0.00%", "0.0 %"])
def test_what_a_workbook_shows_as_a_percentage_is_one_and_that_is_told(form, tmp_path):
    found = read(book(tmp_path / "a.xlsx", form))
    assert outcomes(found) == pytest.approx([10 * value for value in VALUES])
    assert "sessions.percents_taken" in names(found)


@pytest.mark.parametrize("form", ['0.00"%"', "0.00", "General"])
def test_a_percent_sign_that_is_only_written_behind_changes_no_number(form, tmp_path):
    found = read(book(tmp_path / "a.xlsx", form))
    assert outcomes(found) == pytest.approx([value / 10 for value in VALUES])


def test_percentages_among_other_numbers_are_asked_about(tmp_path):
    def write(sheet, n, value, form):
        sheet.write_number(n, 3, value if n < 7 else 100 * value, form if n < 7 else None)

    asked(book(tmp_path / "a.xlsx", "0%", cell=write), "sessions", "percent")


def test_a_formula_without_a_result_is_no_missing_value(tmp_path):
    def write(sheet, n, value, form):
        sheet.write_formula(n, 3, f"=1+{value}", form, "" if n in (3, 8) else 1 + value)

    message = asked(book(tmp_path / "a.xlsx", cell=write), "sessions", "no_result")
    assert "Rows 4, 9" in message


def test_rows_and_columns_that_are_hidden_are_told(tmp_path):
    def hide(sheet):
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_row(40, None, None, {"hidden": True})  # holds nothing
        sheet.set_column("E:G", None, None, {"hidden": True})

    found = read(book(tmp_path / "a.xlsx", shape=hide))
    told = {note.identifier: note.values for note in found.notes}
    assert told["table.hidden_rows"]["rows"] == "4"
    assert told["table.hidden_columns"]["columns"] == "E"
    assert len(outcomes(found)) == len(VALUES)


@pytest.mark.parametrize(("name", "told"), [("minutes", True), ("Trials", True), ("mood", False)])
def test_a_column_that_says_for_how_long_was_counted_is_told(name, told):
    rows = [[*row, 30 + 15 * (n % 2)] for n, row in enumerate(rows_of())]
    data = text(rows, head=(*HEAD, name))
    assert ("sessions.exposure" in names(read(data))) == told
    same = text([[*row[:4], 30] for row in rows], head=(*HEAD, name))
    assert "sessions.exposure" not in names(read(same))
