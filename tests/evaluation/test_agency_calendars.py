"""Sessions as calendars have them, weeks at the turn of a year, columns out of order."""

from datetime import date, timedelta

import pytest
from agency import VALUES, asked, names, outcomes, phases, read, rows_of, series, text

from workbook.evaluation import Options, read_outcomes

WEEKS = [date(2026, 1, 5) + timedelta(7 * n) for n in range(14)]
MONTHS = [date(2025 + (n + 5) // 12, 1 + (n + 5) % 12, 1) for n in range(14)]
COUNTED = list(range(1, 15))


@pytest.mark.parametrize(
    ("days", "form"),
    [
        (WEEKS, "%A, %B %d, %Y"), (WEEKS, "%a %d/%m/%Y"), (WEEKS, "%Y%m%d"), (WEEKS, "%G-W%V"),
        (WEEKS, "KW %V/%G"), (MONTHS, "%b %Y"), (MONTHS, "%Y-%m"), (MONTHS, "%m/%Y"),
        (MONTHS, "%B-%Y"), (WEEKS, "%Y-%m-%dT10:00:00+01:00"), (WEEKS, "%G-W%V-%u"),
        (WEEKS, "KW %V/%y"), (WEEKS, "%Y年%m月%d日"), (WEEKS, "%y-%m-%d"), (WEEKS, "%y.%m.%d"),
        (WEEKS, "%d.%m.%y"), (WEEKS, "%dth of %B %Y"), (WEEKS, "%d. %m. %Y 10:15 Uhr"),
    ],
)  # fmt: skip
def test_days_weeks_and_months_are_put_in_order(days, form):
    found = read(series(sessions=[f'"{day.strftime(form)}"' for day in days]))
    assert found.columns["session"].tolist() == COUNTED
    assert outcomes(found) == list(VALUES)
    assert "sessions.dates" in names(found)


@pytest.mark.parametrize(
    "months", ["fév mrt", "févr. mrt", "lutego marca", "февраля марта", "febbraio marzo"]
)
def test_months_of_other_languages_are_read(months):
    first, second = months.split()
    days = [f"{day} {first} 2026" for day in range(1, 8)]
    days += [f"{day} {second} 2026" for day in range(1, 8)]
    turned = days[::-1]
    rows = rows_of(sessions=turned, phases="B" * 8 + "A" * 6, values=VALUES[::-1])
    assert outcomes(read(text(rows))) == list(VALUES)


def test_rows_of_one_day_at_different_times_are_no_cards_without_a_question():
    days = [f"2026-03-{1 + n // 2:02d} {9 + 5 * (n % 2)}:30" for n in range(14)]
    asked(series(sessions=days), "table", "several_times")
    asked(series(sessions=[day.split()[0] for day in days]), "table", "several_rows")


def test_blocks_below_each_other_are_asked_about_as_cases():
    block = [["session", "phase", "outcome"], *(row[1:] for row in rows_of())]
    asked(text([*block, *block], head=()), "table", "several_blocks")


def test_a_date_that_cannot_be_read_is_told_and_no_order_is_made_of_it():
    days = [f"{n} March 2026" for n in range(1, 14)] + ["14 Foober 2026"]
    message = asked(series(sessions=days), "sessions", "no_date")
    assert len(message.splitlines()) == 2  # that, and that nothing was written


@pytest.mark.parametrize("form", ["Q{quarter} {year}", "{year}-Q{quarter}"])
def test_quarters_of_years_are_put_in_order(form):
    said = [form.format(quarter=1 + n % 4, year=2022 + n // 4) for n in range(14)]
    assert read(series(sessions=said)).columns["session"].tolist() == COUNTED


@pytest.mark.parametrize("form", ["%d.%m.", "%b %d", "%d-%b", "%m/%d"])
def test_a_day_without_a_year_is_asked_about(form):
    asked(series(sessions=[day.strftime(form) for day in WEEKS]), "sessions", "no_year")


@pytest.mark.parametrize("form", ["{}", "Week {}"])
@pytest.mark.parametrize("first", [0, -6])
def test_sessions_from_zero_or_before_a_start_begin_at_one_and_that_is_told(form, first):
    found = read(series(sessions=[form.format(first + n) for n in range(14)]))
    assert found.columns["session"].tolist() == COUNTED
    assert "sessions.from_first" in names(found)


def test_a_start_is_counted_as_the_weeks_are():
    rows = "".join(f"{week},{week},{week + 1}\n" for week in range(9))
    found = read(f"week,north,south\n{rows}".encode(), wide="week: north=4, south=5")
    assert phases(found) == "AAAABBBBB" + "AAAAABBBB"


def test_weeks_at_the_turn_of_a_year_are_asked_about_and_counted_on():
    weeks = [*range(48, 53), *range(1, 10)]
    data = series(sessions=[f"W{week}" for week in weeks])
    asked(data, "table", "turns")
    found = read(data, count_on=True)
    assert found.columns["session"].tolist() == list(range(48, 62))
    assert outcomes(found) == list(VALUES)


def test_rows_out_of_order_are_put_in_order_and_that_is_told():
    lines = series().splitlines(keepends=True)
    found = read(b"".join([lines[0], *reversed(lines[1:])]))
    assert outcomes(found) == list(VALUES)
    assert "sessions.in_order" in names(found)
    assert "sessions.in_order" not in names(read(series()))
    both = [[*row, measure] for measure in ("voice", "trust") for row in rows_of()]
    head = ("case", "session", "phase", "outcome", "measure")
    found = read_outcomes(text(both, head=head), Options())
    assert "sessions.in_order" not in names(found[0])


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ("W3,W1,W2,W4", "W1, W2"),
        ("2026-01-19,2026-01-05,2026-01-12,2026-01-26", "2026-01-05, 2026-01-12"),
        ("Mar 2026,Jan 2026,Feb 2026,Apr 2026", "Jan 2026, Feb 2026"),
    ],
)
def test_columns_of_sessions_out_of_order_are_put_in_order(head, before):
    found = read(f"client,{head}\nAna,3,1,2,4\nBen,5,3,4,6\n".encode(), before=before)
    assert outcomes(found) == [1, 2, 3, 4, 3, 4, 5, 6]
    assert phases(found) == "AABBAABB"
    assert "table.columns_in_order" in names(found)


@pytest.mark.parametrize(
    ("head", "before", "sessions"),
    [
        ("W1,W2,W5,W9", "W1, W2", [1, 2, 5, 9]),
        ("W51,W52,W1,W2", "W51, W52", [1, 2, 3, 4]),
        ("05.01.2026,12.01.2026,19.01.2026,26.01.2026", "05.01.2026-12.01.2026", [1, 2, 3, 4]),
        ("Jan,Feb,Mar,Apr", "Jan, Feb", [1, 2, 3, 4]),
    ],
)
def test_columns_keep_their_numbers_where_these_count_sessions(head, before, sessions):
    data = f"client,{head}\nAna,3,1,2,4\n".encode()
    asked(data, "table", "ask_rows")
    found = read(data, before=before)
    assert (found.columns["session"].tolist(), phases(found)) == (sessions, "AABB")


def test_a_half_is_no_session_number():
    asked(series(sessions=[n + 0.5 for n in range(14)]), "sessions", "odd_session")


def test_columns_of_both_sides_are_asked_about_with_their_names():
    data = b"client,pre1,pre2,post1,post2\nAna,3,1,2,4\n"
    message = asked(data, "table", "ask_pairs")
    assert "--before 'pre1, pre2' --after 'post1, post2'" in message
    assert phases(read(data, before="pre1, pre2")) == "AABB"


@pytest.mark.parametrize("above", [["", *"AAABBB"], ["", *["Baseline"] * 3, *["Treatment"] * 3]])
def test_a_line_of_phases_above_the_names_of_columns_is_no_header(above):
    data = text([above, ["client", *(f"w{n}" for n in range(1, 7))], ["Ana", *range(6)]], head=())
    asked(data, "table", "ask_rows")
    assert outcomes(read(data, before="w1-w3", after="w4-w6")) == list(range(6))


@pytest.mark.parametrize("months", [(1, 7), (1, 4, 7, 10)])
def test_days_that_stand_in_order_are_read_in_that_order(months):
    days = [f"01.{month:02d}.{year}" for year in range(18, 25) for month in months][:14]
    found = read(series(sessions=days))
    assert outcomes(found) == list(VALUES)
    assert phases(found) == "A" * 6 + "B" * 8


@pytest.mark.parametrize("half", ["am", "AM", "PM"])
def test_rows_of_one_day_are_told_apart_by_a_clock_of_twelve_hours(half):
    days = [f"2026-03-{1 + n // 2:02d} {8 + n % 2}:30 {half}" for n in range(14)]
    asked(series(sessions=days), "table", "several_times")
