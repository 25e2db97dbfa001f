"""Tables as agencies have them: read as they are meant and told, or asked about."""

import pytest
from agency import (
    PHASES,
    VALUES,
    asked,
    names,
    outcomes,
    phases,
    read,
    rows_of,
    series,
    text,
)

from workbook.evaluation import Question, evaluate

pytestmark = pytest.mark.usefixtures("undrawn")

# What stands around the table ----------------------------------------------------------------
TITLES = b"Riverside Family Center, voice rating,,\nPrepared by: training office,,,\n,,,\n"


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (TITLES + series(), "table.title_rows"),
        (series() + b"Total,,,52.7\n", "table.total_rows"),
        (series() + b"Mean A,,,3.15\nMean B,,,4.2\n", "table.total_rows"),
        (series() + b",,Durchschnitt,3.76\n", "table.total_rows"),
        (series() + b"north,Total,,52.7\n", "table.total_rows"),
        (series() + b"Source: our own cards,,,\n", "table.lines_below"),
        (
            series().replace(b"north,7", b"case,session,phase,outcome\nnorth,7"),
            "table.header_again",
        ),
        (series().replace(b"north,7", b"\n,,,\nnorth,7"), "table.empty_rows"),
    ],
)
def test_what_stands_around_the_sessions_is_left_out_and_told(data, note):
    found = read(data)
    assert outcomes(found) == list(VALUES)
    assert note in names(found)


def test_a_title_with_other_signs_does_not_change_what_parts_the_cells():
    rows = [[*row[:3], f"{row[3]}".replace(".", ",")] for row in rows_of()]
    data = b"Our agency: north, south, east, west, center\n\n" + text(rows, ";")
    assert outcomes(read(data)) == list(VALUES)


def test_a_case_that_is_called_total_is_a_case_where_its_rows_are_sessions():
    assert read(series(case="Total")).cases == ["Total"]


@pytest.mark.parametrize("columns", [(0,), (2,), (0, 2)])
def test_merged_cells_saved_as_text_are_filled_down_and_told(columns):
    whole = [*rows_of(), *rows_of(case="south")]
    rows = [list(row) for row in whole]
    for n, row in enumerate(rows[1:], 1):
        for place in columns:
            if whole[n][: place + 1 : 2] == whole[n - 1][: place + 1 : 2]:
                row[place] = ""
    found = read(text(rows))
    assert found.cases == ["north", "south"]
    assert outcomes(found) == [*VALUES, *VALUES]
    assert "table.merged" in names(found)


@pytest.mark.parametrize("place", [0, 2])
def test_one_empty_cell_among_full_ones_is_no_merged_cell(place):
    rows = rows_of()
    rows[3][place] = ""
    asked(text(rows), "sessions", "no_case" if place == 0 else "empty_phase")


# The words of the phases ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("BL", "Tx"), ("Baseline", "Intervention"), ("baseline 1", "treatment 1"), ("0", "1"),
        ("1", "2"), ("Línea base", "Intervención"), ("Grundrate", "Intervention"), ("B", "T"),
        ("pre-intervention", "post-intervention"), ("vorher", "nachher"), ("off", "on"),
        ("Baseline phase", "Treatment phase"), ("ligne de base", "traitement"), ("A1", "B1"),
    ],
)  # fmt: skip
def test_phases_of_many_words_are_understood_and_the_guess_is_shown(before, after):
    found = read(series(phases=[before] * 6 + [after] * 8))
    assert phases(found) == "A" * 6 + "B" * 8
    guess = [note for note in found.notes if note.identifier == "sessions.phase_guess"]
    assert before in ("A1",) or (before in guess[0] and after in guess[0])


@pytest.mark.parametrize("last", ["C", "Follow-up", "FU", "maintenance", "Nachbeobachtung", "2"])
def test_a_follow_up_is_kept_out_of_the_numbers_and_told(last):
    sides = ("0", "1") if last == "2" else ("A", "B")
    order = [sides[each == "B"] for each in PHASES] + [last] * 3
    found = read(series(phases=order, values=[*VALUES, 9.9, 9.8, 9.7]))
    assert phases(found) == "A" * 6 + "B" * 8 + "FFF"
    assert "sessions.kept_out" in names(found)
    report = evaluate(found, Question("increase"))
    assert report.phases["n"].tolist() == [6, 8]
    assert report.phases["high"].max() == 4.6


def test_what_lies_between_phases_is_no_follow_up_unless_it_is_said():
    data = series(phases=list("AAAAAABBBCCCBB"))
    asked(data, "sessions", "between")
    assert phases(read(data, leave_out="C")) == "AAAAAABBBFFFBB"


@pytest.mark.parametrize("pair", [("W1", "W2"), ("yellow", "green"), ("Stage 1", "Stage 2")])
def test_words_that_say_nothing_are_asked_about_and_may_be_said(pair):
    data = series(phases=[pair[0]] * 6 + [pair[1]] * 8)
    message = asked(data, "table", "ask_phases")
    assert f"--before '{pair[0]}' --after '{pair[1]}'" in message
    assert phases(read(data, before=pair[0], after=pair[1])) == "A" * 6 + "B" * 8
    assert phases(read(data, before=pair[0])) == "A" * 6 + "B" * 8


def test_several_words_lie_on_one_side_and_one_is_left_out():
    order = ["W1"] * 3 + ["W2"] * 3 + ["W3"] * 6 + ["W4"] * 2
    found = read(series(phases=order), before="W1, W2", after="W3", leave_out="W4")
    assert phases(found) == "A" * 6 + "B" * 6 + "FF"


@pytest.mark.parametrize("option", ["before", "after", "leave_out"])
def test_a_word_that_is_not_there_is_refused_with_those_that_are(option):
    assert "A, B" in asked(series(), "table", "no_label", **{option: "W9"})


@pytest.mark.parametrize(("first", "later"), [("B", "A"), ("1", "0"), ("post", "pre")])
def test_phases_in_the_other_order_are_asked_about(first, later):
    asked(series(phases=[first] * 6 + [later] * 8), "sessions", "reversed")


@pytest.mark.parametrize(
    "order",
    [
        list("AAAABBBAAABBBB"),
        ["Baseline 1"] * 4 + ["Intervention 1"] * 3 + ["Baseline 2"] * 3 + ["Intervention 2"] * 4,
        ["A1"] * 4 + ["B1"] * 3 + ["A2"] * 3 + ["B2"] * 4,
    ],
)
def test_four_phases_are_read_by_their_order_in_time(order):
    assert phases(read(series(phases=order))) == "AAAABBBaaabbbb"


def test_one_session_of_a_after_b_is_a_slip_and_no_third_phase():
    asked(series(phases=list("AAAAAABABBBBBB")), "sessions", "back")
