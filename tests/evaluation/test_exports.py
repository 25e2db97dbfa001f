"""Tables as programs write them: case management, surveys, REDCap, with names of their own."""

import pytest
from agency import PHASES, VALUES, asked, names, outcomes, phases, read, text

from workbook.errors import WorkbookError

pytestmark = pytest.mark.usefixtures("undrawn")

MACHINE = ['{""ImportId"":""date""}', '{""ImportId"":""QID1""}', "", ""]
SURVEY = ["EndDate", "Q1_session", "Q2_phase", "Q3_score"]
QUESTIONS = ["End Date", "Which session?", "Which phase?", "How was it?"]
NAMED = "session=Q1_session, phase=Q2_phase, outcome=Q3_score"


def rows(*ahead):
    return [[*ahead, n + 1, PHASES[n], VALUES[n]] for n in range(14)]


def survey(*below):
    return text([*below, *rows("2026-01-05 09:00")], head=SURVEY)


@pytest.mark.parametrize(
    ("below", "left"),
    [([QUESTIONS], "2"), ([QUESTIONS, ["", "number", "letter", "points"]], "2, 3"),
     ([QUESTIONS, [f'"{cell}"' for cell in MACHINE]], "2, 3")],
)  # fmt: skip
def test_names_below_the_header_are_left_out_and_told(below, left):
    found = read(survey(*below), columns=NAMED)
    note = next(note for note in found.notes if note.identifier == "table.labels_below")
    assert note.values["rows"] == left
    assert outcomes(found) == list(VALUES) and phases(found) == "".join(PHASES)


@pytest.mark.parametrize(
    "first", [["", "1", "A", "sick"], ["", "first", "A", "3"], ["", "NA", "A", "NA"]]
)
def test_a_first_session_with_a_word_is_no_second_header(first):
    with pytest.raises(WorkbookError, match="Row 2, column"):
        read(survey(first), columns=NAMED)


def test_questions_as_names_of_columns_are_proposed():
    message = asked(survey(), "table", "perhaps_columns")
    assert NAMED in message


@pytest.mark.parametrize("count", ["visit_no", "Meeting number", "Session Nr.", "week #"])
def test_a_number_of_what_is_a_session_is_a_session(count):
    head = ["client_id", count, "period", "rating"]
    found = read(text([*rows(10231), *rows(10377)], head=head))
    assert "table.columns_guess" in names(found)
    assert found.cases == ["10231", "10377"]


def test_the_client_is_proposed_and_not_the_agency_or_a_number_for_each_row():
    head = ["Record ID", "Agency", "Client ID", "Session No.", "Minutes of talk", "Phase", "Score"]
    table = [[f"R{n}", "Harbor", "C7", n + 1, 50, PHASES[n], VALUES[n]] for n in range(14)]
    message = asked(text(table, head=[*head[:-1], "Trust score"]), "table", "perhaps_columns")
    assert "case=Client ID, session=Session No., outcome=Trust score" in message


def test_an_export_of_redcap_is_proposed_whole():
    head = ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance", "phase",
            "trust_score"]  # fmt: skip
    table = [[c, "session", *row] for c in (1, 2) for row in rows()]
    message = asked(text(table, head=head), "table", "perhaps_columns")
    assert "case=record_id, session=redcap_repeat_instance, outcome=trust_score'" in message
