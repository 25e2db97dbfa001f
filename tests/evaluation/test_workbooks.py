"""Workbooks read as they are: sheets, merged cells, dates, numbers as the workbook keeps them."""

import datetime
import math

import pytest
from agency import HEAD, PHASES, VALUES, ods, rows_of, xlsx
from test_agency_tables import asked, names, outcomes, phases, read
from xlsxwriter import Workbook

from workbook.evaluation import Question, evaluate, numbers_csv, numbers_xlsx
from workbook.evaluation.table.workbook_file import sheets_of

pytestmark = pytest.mark.usefixtures("undrawn")

TABLE = [HEAD, *rows_of()]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_workbook_gives_what_a_text_file_gives(write):
    assert outcomes(read(write(Sheet1=TABLE))) == list(VALUES)


@pytest.mark.parametrize("write", [xlsx, ods])
def test_several_sheets_are_listed_and_one_is_named(write):
    book = write(North=TABLE, South=TABLE)
    message = asked(book, "table", "ask_sheet")
    assert "North, South" in message and "--sheet" in message
    assert outcomes(read(book, sheet="south")) == list(VALUES)
    assert "North, South" in asked(book, "table", "no_sheet", sheet="East")


def test_the_only_sheet_with_such_a_table_is_taken_and_told():
    found = read(xlsx(About=[["Our cards"], ["2026"]], Data=TABLE))
    assert "table.sheet_taken" in names(found)
    assert outcomes(found) == list(VALUES)


def test_numbers_of_a_workbook_are_never_taken_for_marks_of_thousands():
    values = [n / 1000 for n in range(1020, 1160, 10)]
    assert outcomes(read(xlsx(Sheet1=[HEAD, *rows_of(values=values)]))) == values


def test_texts_of_a_workbook_are_asked_about_as_those_of_a_text_file():
    values = ["1,020"] * 6 + ["980"] * 8
    asked(xlsx(Sheet1=[HEAD, *rows_of(values=values)]), "table", "ask_thousands")


def test_cells_that_are_merged_in_the_workbook_are_filled():
    rows = [HEAD, *rows_of()]
    book = xlsx(merged=[(1, 14, 0), (1, 6, 2), (7, 14, 2)], Sheet1=[list(row) for row in rows])
    found = read(book)
    assert phases(found) == "".join(PHASES)
    assert "table.merged" in names(found)


def test_dates_of_a_workbook_are_sessions():
    days = [datetime.date(2026, 3, 1) + datetime.timedelta(7 * n) for n in range(14)]
    found = read(xlsx(Sheet1=[HEAD, *rows_of(sessions=days)]))
    assert found.columns["session"].tolist() == list(range(1, 15))


@pytest.mark.parametrize(
    ("value", "name"), [(datetime.date(2026, 3, 1), "date"), (datetime.time(1, 30), "duration")]
)
def test_dates_and_times_of_a_workbook_are_no_outcomes(value, name, tmp_path):
    with Workbook(tmp_path / "a.xlsx", {"default_date_format": "hh:mm"}) as book:
        form = book.add_format({"num_format": "yyyy-mm-dd" if name == "date" else "hh:mm"})
        sheet = book.add_worksheet()
        for n, row in enumerate([HEAD, *rows_of()]):
            sheet.write_row(n, 0, row)
        sheet.write_datetime(4, 3, value, form)
    asked(tmp_path / "a.xlsx", "sessions", name)


def test_a_formula_that_failed_is_no_missing_value(tmp_path):
    with Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("One")
        for n, row in enumerate([HEAD, *rows_of()]):
            sheet.write_row(n, 0, row)
        sheet.write_formula(4, 3, "=1/0", None, "#DIV/0!")
    message = asked(tmp_path / "a.xlsx", "sessions", "not_a_number")
    assert "Row 5" in message and "#DIV/0!" in message


def test_hidden_and_empty_sheets_are_passed_over(tmp_path):
    with Workbook(tmp_path / "a.xlsx") as book:
        for name in ("Old", "New", "Empty"):
            sheet = book.add_worksheet(name)
            for n, row in enumerate([HEAD, *rows_of()] if name != "Empty" else []):
                sheet.write_row(n, 0, row)
        book.get_worksheet_by_name("Old").hide()
        book.get_worksheet_by_name("New").activate()
    assert outcomes(read(tmp_path / "a.xlsx")) == list(VALUES)


def report(data, **said):
    return evaluate(read(data, **said), Question("increase"))


def test_the_numbers_as_a_workbook_hold_the_tables_of_the_charts():
    rows = [*rows_of(case="Zoé [1]"), *rows_of(case="=1+1")]
    sheets = sheets_of(numbers_xlsx({"": report(xlsx(Sheet1=[HEAD, *rows]))}))
    assert [sheet.name for sheet in sheets][1:] == ["Zoé _1_", "=1+1"]
    assert sheets[1].rows[1][1] == ["1", "A", "3.1"]
    assert len(sheets[0].rows) > 100


def test_the_numbers_as_text_have_the_byte_mark_of_excel_and_its_signs():
    data = "\n".join(f"north;{s};{p};{v}" for _, s, p, v in rows_of()).replace(".", ",")
    found = report(f"{';'.join(HEAD)}\n{data}\n".encode())
    comma, semicolon = numbers_csv({"": found}), numbers_csv({"": found}, ";")
    assert comma.startswith("\ufeffpart,case") and ",3.1," in comma
    assert semicolon.startswith("\ufeffpart;case") and ";3,1;" in semicolon


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest"])
def test_what_is_no_workbook_is_said_so(data):
    asked(data, "table", "no_workbook")
    asked(b"session,phase,outcome\n1,A,2\n", "table", "no_sheets", sheet="One")


@pytest.mark.parametrize("held", ["DNA", None, 3.2])
def test_merged_cells_without_a_number_are_missing_ones(held):
    rows = [list(row) for row in TABLE]
    rows[4][3] = held
    rows[5][3] = None
    book = xlsx(merged=[(4, 5, 3)], S=rows)
    if held == 3.2:
        assert "Row 6" in asked(book, "sessions", "merged_outcome")
    else:
        assert [n for n, value in enumerate(outcomes(read(book))) if math.isnan(value)] == [3, 4]
