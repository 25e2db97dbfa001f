"""Tests of what an .ods says beside its numbers: percent forms, the hidden, the merged."""

import pytest
from agency import HEAD, VALUES, asked, names, ods, outcomes, phases, read, rows_of

COVERED = "<table:covered-table-cell/>"


def shown(value, kind="percentage", times=1):
    """Write a number with its form, in one cell or several beside each other."""
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}"'
        f' table:number-columns-repeated="{times}"><text:p>shown</text:p></table:table-cell>'
    )


def over(text, rows):
    """Write a text over several rows."""
    return (
        f'<table:table-cell office:value-type="string" table:number-rows-spanned="{rows}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def sheet(rows, *before):
    return ods(S=[*before, HEAD, *rows])


def test_what_is_shown_as_a_percentage_is_one_and_that_is_told():
    found = read(sheet([[*row[:3], shown(row[3] / 10)] for row in rows_of()]))
    assert outcomes(found) == pytest.approx([10 * value for value in VALUES])
    assert "sessions.percents_taken" in names(found)


def test_percentages_in_cells_that_stand_for_several_are_all_read():
    head = ["client", *(f"w{n}" for n in range(1, 9))]
    data = ods(S=[head, ["Ana", shown(0.3, times=4), shown(0.6, times=4)]])
    assert outcomes(read(data, before="w1-w4", after="w5-w8")) == [30] * 4 + [60] * 4


@pytest.mark.parametrize("other", [0.3, 30])
def test_a_percentage_among_other_numbers_is_asked_about(other):
    rows = [[*row[:3], shown(row[3] / 10) if row[1] != 3 else other] for row in rows_of()]
    assert "2, 3, 5" in asked(sheet(rows), "sessions", "percent")


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_hidden_rows_and_columns_are_read_and_told(how):
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
    )
    rows = rows_of()
    cells = "".join(shown(cell, "float") for cell in rows[2][3:])
    texts = "".join(over(cell, 1) for cell in ("north", "3", "A"))
    hidden = f'<table:table-row table:visibility="{how}">{texts}{cells}</table:table-row>'
    found = read(sheet([*rows[:2], hidden, *rows[3:]], columns))
    told = {note.identifier: note.values for note in found.notes}
    assert told["table.hidden_rows"]["rows"] == "4"
    assert told["table.hidden_columns"]["columns"] == "C"
    assert outcomes(found) == list(VALUES)


def test_cells_that_are_merged_are_filled():
    # the phase of a case stands twice, so that only the file can say that its cells are merged
    rows = [[*row[:2], over(row[2], 3) if n in (0, 3) else COVERED if n < 6 else row[2], row[3]]
            for n, row in enumerate(rows_of())]  # fmt: skip
    found = read(sheet(rows))
    assert phases(found) == "A" * 6 + "B" * 8 and "table.merged" in names(found)


def test_one_number_for_several_sessions_is_refused_with_its_rows():
    rows = [[*row[:3], over("4", 3) if n == 5 else COVERED if n in (6, 7) else row[3]]
            for n, row in enumerate(rows_of())]  # fmt: skip
    assert "Rows 8, 9" in asked(sheet(rows), "sessions", "merged_outcome")
