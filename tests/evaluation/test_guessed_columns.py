"""Columns are taken by their names where all is clear, told, and asked about where it is not."""

import pytest
from agency import VALUES, asked, names, outcomes, phases, read, rows_of, text, xlsx

from workbook.words import word


@pytest.mark.parametrize(
    "head",
    [
        ("Client", "Week", "Phase", "Score"),
        ("Klient", "Woche", "Bedingung", "Wert (1-5)"),
        ("usuaria", "fecha", "fase", "puntaje"),
        ("Case", "session", "Condition", "Rating"),
    ],
)
def test_columns_with_usual_names_are_read_and_told(head):
    rows = rows_of() + rows_of(case="south")
    found = read(text(rows, head=head))
    assert found.cases == ["north", "south"]
    assert outcomes(found) == [*VALUES, *VALUES]
    assert "table.columns_guess" in names(found)


def test_names_that_are_as_they_should_be_are_no_guess():
    assert "table.columns_guess" not in names(read(text(rows_of())))


def test_a_number_for_each_row_names_no_case():
    rows = [[n, *row[1:]] for n, row in enumerate(rows_of(), 1)]
    assert read(text(rows, head=("ID", "Week", "Phase", "Score"))).cases == ["case 1"]


@pytest.mark.parametrize(
    ("head", "proposal"),
    [
        (("Week", "Date", "Phase", "Score"), "session=Week, outcome=Score"),
        (("Week", "Phase", "Voice", "Trust"), "session=Week, outcome=Voice, outcome=Trust"),
    ],
)
def test_several_columns_that_fit_are_asked_about_with_what_may_be_meant(head, proposal):
    cells = {"Week": 1, "Date": "2026-01-0", "Phase": 2, "Score": 3, "Voice": 3, "Trust": 3}
    rows = [
        [f"{cells[n]}{row[1]}" if n == "Date" else row[cells[n]] for n in head] for row in rows_of()
    ]
    message = asked(text(rows, head=head), "sessions", "no_column")
    assert word("table", "perhaps_columns", columns=proposal) in message


def test_what_was_said_is_kept_and_the_rest_guessed():
    found = read(
        text(rows_of(), head=("Client", "Week", "Phase", "Voice")), columns="outcome=Voice"
    )
    assert (found.cases, outcomes(found)) == (["north"], list(VALUES))


def test_sessions_are_named_where_columns_are_guessed():
    rows = [[row[0], row[1], row[3]] for row in rows_of() + rows_of(case="south")]
    found = read(text(rows, head=("Client", "Week", "Score")), before="1-6")
    assert phases(found) == ("A" * 6 + "B" * 8) * 2


def test_the_one_sheet_that_is_a_table_is_read_and_the_others_are_told():
    table = [["Our agency", "", "", ""], ["Client", "Week", "Phase", "Score"], *rows_of()]
    found = read(xlsx(Notes=[["by Ann"], ["in May"]], Data=table))
    assert outcomes(found) == list(VALUES)
    assert "table.sheet_taken" in names(found)


@pytest.mark.parametrize(("who", "cases"), [("worker", ["case 1"]), ("client", ["y", "x"])])
def test_two_workers_of_one_series_are_no_cases_and_two_clients_are(who, cases):
    rows = [["xy"[row[1] % 2], *row[1:]] for row in rows_of()]
    found = read(text(rows, head=(who, "session", "phase", "outcome")))
    assert found.cases == cases
    again = rows + [["z", *row[1:]] for row in rows_of()]
    assert "z" in read(text(again, head=(who, "session", "phase", "outcome"))).cases


@pytest.mark.parametrize("slip", [3, 9])
def test_a_name_in_other_capitals_that_fills_a_gap_may_be_the_same_case(slip):
    rows = rows_of()
    rows[slip][0] = "North"
    message = asked(text(rows), "sessions", "halves")
    assert "'North'" in message and f"{slip + 2}" in message


@pytest.mark.parametrize(
    "pair", [("Ward 1", "ward-01"), ("Anna", "Ana"), ("Worker Marta", "Worker Martha")]
)
def test_two_names_that_are_almost_one_and_share_no_session_are_asked_about(pair):
    rows = [[pair[row[2] == "B"], *row[1:]] for row in rows_of()]
    message = asked(text(rows + rows_of()), "sessions", "halves")
    assert f"'{pair[1]}'" in message and "8, 9, 10" in message


@pytest.mark.parametrize("pair", [("Worker A", "Worker B"), ("North", "South"), ("w1", "w2")])
def test_two_names_of_two_cases_are_not_asked_about(pair):
    rows = [[pair[row[2] == "B"], *row[1:]] for row in rows_of()]
    assert len(read(text(rows + rows_of(case="x"))).cases) == 3


@pytest.mark.parametrize("other", ["Jose\u0301  M", "Jos\u00e9 M "])
def test_a_name_that_looks_the_same_is_one_case(other):
    rows = rows_of(case="Jos\u00e9 M")
    rows[3][0] = rows[9][0] = other
    assert read(text(rows)).cases == ["Jos\u00e9 M"]


def test_sheets_with_the_same_columns_may_be_cases_and_the_way_to_read_them_is_said():
    own = [["session", "phase", "outcome"], *(row[1:] for row in rows_of())]
    data = xlsx(Ana=own, Ben=own)
    asked(data, "table", "ask_sheets_alike")
    assert outcomes(read(data, sheet="Ben")) == list(VALUES)
    whole = [["case", "session", "phase", "outcome"], *rows_of()]
    asked(xlsx(May=whole, June=whole), "table", "ask_sheet")


def test_a_column_that_is_named_and_not_there_is_told():
    data = text(rows_of(), head=("Client", "Week", "Phase", "Score"))
    asked(data, "sessions", "no_column_for", columns="session=Date")


def test_a_client_is_the_case_and_not_the_site_beside_it():
    rows = [["east", *row] for case in ("north", "south") for row in rows_of(case=case)]
    found = read(text(rows, head=("Site", "Client", "Week", "Phase", "Score")))
    assert found.cases == ["north", "south"]


def test_a_header_is_found_by_its_names_where_a_row_below_it_is_fuller():
    rows = [["", "", "", "self", "", "worker", ""], *([*row, "", row[3], "x"] for row in rows_of())]
    head = ("Client", "Week", "Phase", "Voice", "", "Trust", "")
    message = asked(text(rows, head=head), "sessions", "no_column")
    assert "outcome=Voice, outcome=Trust" in message
