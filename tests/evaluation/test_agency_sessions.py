"""Tables as agencies have them: when sessions were, where they stand, several outcomes."""

import numpy as np
import pytest
from agency import (
    HEAD,
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

from workbook.errors import WorkbookError
from workbook.evaluation import Options, read_outcomes
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")

# When the sessions were ----------------------------------------------------------------------
DAYS = [np.datetime64("2026-03-01") + 7 * n for n in range(14)]


def written(form):
    return [day.item().strftime(form) for day in DAYS]


@pytest.mark.parametrize(
    "form", ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d %B %Y", "%Y-%m-%d 10:30"]
)
@pytest.mark.parametrize("turned", [False, True])
def test_dates_are_put_in_order_and_numbered(form, turned):
    rows = rows_of(sessions=written(form))
    found = read(text(rows[::-1] if turned else rows))
    assert found.columns["session"].tolist() == list(range(1, 15))
    assert outcomes(found) == list(VALUES)
    assert "sessions.dates" in names(found)


def test_days_that_a_spreadsheet_counted_are_dates():
    days = [int((day - np.datetime64("1899-12-30")).astype(int)) for day in DAYS]
    assert outcomes(read(series(sessions=days))) == list(VALUES)


def test_dates_that_may_be_two_days_are_asked_about_where_it_matters():
    days = ["1/2/2026", "3/2/2026", "5/2/2026", "2/3/2026", "4/3/2026", "6/3/2026"]
    data = series(phases="AAABBB", values=VALUES[:6], sessions=days)
    message = asked(data, "table", "ask_dates")
    assert "2026-02-01" in message and "2026-01-02" in message
    assert outcomes(read(data, dates="day-first")) == list(VALUES[:6])


@pytest.mark.parametrize("form", ["Week {}", "wk{}", "S{}", "Sitzung {}", "session #{}"])
def test_sessions_with_their_word_are_read_as_their_number(form):
    found = read(series(sessions=[form.format(n) for n in range(1, 15)]))
    assert found.columns["session"].tolist() == list(range(1, 15))
    assert "sessions.session_words" in names(found)


def test_sessions_that_begin_again_are_counted_on_only_when_that_is_said():
    data = series(sessions=[*range(1, 7), *range(1, 9)])
    message = asked(data, "table", "begins_again")
    assert "7" in message and "--count-on" in message
    assert read(data, count_on=True).columns["session"].tolist() == list(range(1, 15))


# Where the sessions stand --------------------------------------------------------------------
CLIENTS = text(
    [["Ana", *VALUES], ["Ben", *VALUES]], head=["client", *(f"wk{n}" for n in range(1, 15))]
)


@pytest.mark.parametrize(
    "said",
    [
        {"before": "wk1, wk2, wk3, wk4, wk5, wk6", "after": "wk7-wk14"},
        {"before": "wk1-wk6"},
        {"after": "wk7..wk14"},
        {"before": "wk1 to wk6", "after": "wk7:wk14"},
    ],
)
def test_clients_in_rows_are_read_when_the_sides_are_named(said):
    found = read(CLIENTS, **said)
    assert found.cases == ["Ana", "Ben"]
    assert phases(found) == ("A" * 6 + "B" * 8) * 2
    assert outcomes(found) == [*VALUES, *VALUES]


def test_clients_in_rows_are_asked_for_the_sides():
    message = asked(CLIENTS, "table", "ask_rows")
    assert "--before" in message and "wk1" in message and "wk14" in message


def test_a_column_of_totals_and_a_row_of_means_are_no_session_and_no_client():
    data = text(
        [["Ana", 1, 2, 3, 4, 10], ["Ben", 2, 3, 4, 5, 14], ["Mean", 1.5, 2.5, 3.5, 4.5, 12]],
        head=["client", "w1", "w2", "w3", "w4", "Total"],
    )
    found = read(data, before="w1, w2", after="w3, w4")
    assert outcomes(found) == [1, 2, 3, 4, 2, 3, 4, 5]


def test_cases_across_columns_that_began_together():
    data = text([[n, n, n + 1] for n in range(1, 7)], head=["week", "north", "south"])
    found = read(data, before="1-3", after="4-6")
    assert found.cases == ["north", "south"]
    assert phases(found) == "AAABBB" * 2
    assert "north=" in asked(data, "table", "ask_columns")


@pytest.mark.parametrize("start", ["3", "2026-03-15"])
def test_a_wide_table_with_dates_takes_a_number_or_a_date_for_the_start(start):
    rows = [[f"2026-03-{day:02d}", day, day] for day in (1, 8, 15, 22)]
    data = text(rows, head=["date", "north", "south"])
    assert phases(read(data, wide=f"date: north={start}, south=4")) == "AABBAAAB"


def test_sessions_are_named_where_no_column_holds_a_phase():
    data = text([[n, n] for n in range(1, 7)], head=["session", "outcome"])
    assert phases(read(data, before="1-3", after="4-6")) == "AAABBB"
    asked(data, "table", "label_lost", before="1-2", after="4-6")


def test_columns_with_commas_in_their_names_can_be_named():
    head = ["Case, client", "Session, no.", "Phase, A or B", "Mean, 1 to 5, of cards"]
    data = text(rows_of(), ";", head)
    said = ", ".join(f"{k}={n}" for k, n in zip(HEAD, head, strict=True))
    assert outcomes(read(data, columns=said)) == list(VALUES)
    assert outcomes(read(data)) == list(VALUES)


# More than one outcome, and sessions that stand twice ----------------------------------------
BOTH = [
    ["north", m, s, p, v + k] for k, m in ((0, "voice"), (3, "trust")) for _, s, p, v in rows_of()
]


def test_two_outcomes_in_one_column_are_read_apart():
    found = read_outcomes(
        text(BOTH, head=["case", "measure", "session", "phase", "outcome"]), Options()
    )
    assert [each.measure for each in found] == ["voice", "trust"]
    assert outcomes(found[0]) == list(VALUES)
    assert outcomes(found[1]) == pytest.approx([v + 3 for v in VALUES])


def test_two_columns_of_outcomes_are_read_apart():
    rows = [[*row, row[3] + 1] for row in rows_of()]
    data = text(rows, head=["case", "session", "phase", "voice", "trust"])
    found = read_outcomes(data, Options(columns="outcome=voice, outcome=trust"))
    assert [(each.outcome, outcomes(each)[0]) for each in found] == [("voice", 3.1), ("trust", 4.1)]


def test_a_column_that_tells_doubles_apart_is_named_with_the_option():
    data = text(BOTH, head=["case", "scale", "session", "phase", "outcome"])
    message = asked(data, "table", "several_measures")
    assert "--columns 'measure=scale'" in message and "voice, trust" in message


def test_one_row_a_card_is_seen_and_its_mean_is_taken_when_that_is_said():
    rows = [row for row in rows_of() for _ in range(5)]
    assert "--average" in asked(text(rows), "table", "several_rows")
    found = read(text(rows), average=True)
    assert outcomes(found) == pytest.approx(list(VALUES))
    assert found.columns["cards"].tolist() == [5] * 14


def test_a_session_that_stands_twice_is_never_simply_thrown_away():
    rows = [*rows_of(), ["north", 5, "A", 3.6]]
    message = asked(text(rows), "table", "repeated")
    assert "6" in message and "16" in message


def test_what_is_amiss_with_300_clients_is_one_sentence():
    rows = [row for n in range(300) for row in rows_of(case=f"c{n}")]
    for row in rows[::14]:
        row[3] = "high"
    with pytest.raises(WorkbookError) as caught:
        read(text(rows))
    said, nothing = str(caught.value).splitlines()
    assert (len(said) < 400, nothing) == (True, word("sessions", "nothing_written"))
    assert "Rows 2, 16, 30" in said and "292" in said


def test_the_same_header_in_any_capitals_and_blanks():
    head = [f" {name.title()} " for name in HEAD]
    assert outcomes(read(text(rows_of(), head=head))) == list(VALUES)


@pytest.mark.parametrize("allowed", [False, True])
def test_one_session_in_both_phases_is_a_double_and_no_new_beginning(allowed):
    sessions = [1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13]
    message = asked(series(sessions=sessions), "table", "repeated", count_on=allowed)
    assert "7" in message and "8" in message


def test_a_double_stays_one_where_another_case_is_counted_on():
    turn = rows_of(sessions=[*range(47, 53), *range(1, 9)])
    double = rows_of(sessions=[*range(46, 52), 51, *range(1, 8)], case="south")
    double[6][2] = "A"
    asked(text([*turn, *double]), "table", "repeated", count_on=True)


def test_a_mean_of_few_cards_is_not_proposed_without_what_becomes_of_it():
    assert word("table", "few_cards", least=5) in asked(
        text([*rows_of(), *rows_of()[-1:]]), "table", "repeated"
    )
    five = [row for row in rows_of() for _ in range(5)]
    assert word("table", "few_cards", least=5) not in asked(text(five), "table", "several_rows")
