"""Sessions from a CSV file: what is read, what is refused, and in which row."""

import math
from html import escape

import pytest

from workbook.errors import WorkbookError
from workbook.evaluation import Question, as_csv, evaluate, page, read, read_sessions
from workbook.evaluation.table import grid
from workbook.evaluation.table.options import KEYS
from workbook.evaluation.table.trouble import listed
from workbook.words import word

NOTHING = word("sessions", "nothing_written")


def cell(row, column, name, **values):
    """Give what is said about one cell."""
    problem = word("sessions", name, **values)
    if not column:
        return word("sessions", "in_row", row=row, problem=problem)
    return word("sessions", "in_column", row=row, column=column, problem=problem)


def back(row, **values):
    return cell(row, "", "back", phase="A", before="B", **values)


def refused(data, **options):
    with pytest.raises(WorkbookError) as caught:
        read_sessions(data, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("north,3,A,high", cell(4, "outcome", "not_a_number", cell="high")),
        ("north,3,A,#DIV/0!", cell(4, "outcome", "not_a_number", cell="#DIV/0!")),
        ("north,3,A,nan", cell(4, "outcome", "not_a_number", cell="nan")),
        ("north,3,A,1_000", cell(4, "outcome", "not_a_number", cell="1_000")),
        ("north,3,A,1e999", cell(4, "outcome", "too_large", cell="1e999")),
        ("north,3,A,3-Apr", cell(4, "outcome", "date", cell="3-Apr")),
        ("north,3,A,85%", cell(4, "outcome", "percent", cell="85%")),
        ('north,3,A,"3,5"', cell(4, "outcome", "comma", cell="3,5")),
        ("north,3,A,3,5", cell(4, "", "many_cells")),
        ("north,2026-01-05,A,3", cell(4, "session", "date", cell="2026-01-05")),
        ("north,1/12/26,A,3", cell(4, "session", "date", cell="1/12/26")),
        ("north,46027,A,3", cell(4, "session", "late_session", cell="46027", last=9999)),
        ("north,2.5,A,3", cell(4, "session", "odd_session", cell="2.5")),
        ("north,,A,3", cell(4, "session", "no_number")),
        (",3,A,3", cell(4, "case", "no_case")),
        ("north,week 3,A,3", cell(4, "session", "holds_word", cell="week 3")),
        ("north,3,,3", cell(4, "phase", "empty_phase")),
        ("north,20,A,3", back(row=4, session=20, cell="north", other=12)),
    ],
)
def test_a_faulty_row_is_named_with_what_to_do(table, row, said):
    message = refused(table({3: row}))
    assert said in message
    assert message.endswith(NOTHING)


def test_the_same_mistake_in_many_rows_is_one_sentence(table):
    message = refused(table({n: f"north,{n},A,?" for n in range(1, 10)}))
    rows = listed(range(2, 11))
    problem = word("sessions", "not_a_number", cell="?")
    said = word("sessions", "in_column_many", rows=rows, column="outcome", problem=problem)
    assert message == f"{said}\n{NOTHING}"


def test_rows_are_counted_as_a_spreadsheet_counts_them(table):
    data = table({3: "\n\nnorth,3,A,?"})
    assert cell(6, "outcome", "not_a_number", cell="?") in refused(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\n,,\n", word("sessions", "empty")),
        (b"", word("sessions", "choose")),
        (b"session,phase,outcome\n", word("sessions", "no_session")),
        (b"PK\x03\x04rest", word("table", "no_workbook")),
        (b"%PDF-1.7", word("sessions", "choose")),
        (bytes(range(256)), word("sessions", "choose")),
        (b'session,phase,outcome\n1,A,"2\n2,B,3\n', "2"),
        (
            b"session,phase,outcome,Outcome\n1,A,2,3\n",
            word("sessions", "twin", row=1, column="outcome"),
        ),
        (
            b"week,phase,voice\n1,A,2\n",
            word("sessions", "no_column", row=1, column="session", header="week, phase, voice"),
        ),
        (
            b"session,phase,outcome\n1,A,2\n2,A,3\n",
            word("sessions", "one_phase", first=2, last=3, held="A"),
        ),
        (
            b"session,phase,outcome\n1,A,\n2,B,\n",
            word(
                "sessions",
                "one_phase",
                first=2,
                last=3,
                held=word("sessions", "no_phase_held"),
            ),
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(data, said):
    assert said in refused(data)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]
)
def test_a_file_is_read_in_any_common_encoding(table, encoding):
    data = table(case="Zoë").decode().encode(encoding)
    assert read_sessions(data).cases == ["Zoë"]


def test_an_older_file_is_told_and_a_line_that_names_the_sign_is_no_row(table):
    found = read_sessions(b"sep=,\n" + table(case="Zoë").decode().encode("cp1252"))
    assert found.notes == [word("sessions", "older")]
    assert found.columns["row"].tolist() == list(range(2, 13))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_are_read(table, ends):
    assert len(read_sessions(table().replace(b"\n", ends.encode())).columns["row"]) == 11


def test_semicolons_and_decimal_commas_are_read_and_said():
    found = read_sessions(b"session;phase;outcome\n1;A;2,5\n2;B;3\n")
    assert found.columns["outcome"].tolist() == [2.5, 3.0]
    assert found.notes == [word("sessions", "semicolons"), word("sessions", "commas")]


def test_two_decimal_signs_in_one_file_are_refused():
    assert word("sessions", "two_signs") == refused(b"session;phase;outcome\n1;A;2,5\n2;B;3.5\n")


def test_an_empty_outcome_is_missing_and_keeps_its_number(table):
    found = read_sessions(table({4: "north,4,A,"}))
    assert math.isnan(found.columns["outcome"][3])
    assert found.columns["session"].tolist() == list(range(1, 12))


@pytest.mark.parametrize("words", [("Phase A", "phase b"), ("pre", "Post"), ("before", "after")])
def test_phases_may_be_told_in_words(table, words):
    text = table().decode()
    for letter, name in zip("AB", words, strict=True):
        text = text.replace(f",{letter},", f",{name},")
    assert read_sessions(text.encode()).columns["phase"].tolist() == [0] * 5 + [1] * 6


def test_a_series_that_goes_back_has_all_four_phases(table):
    rows = {n: f"north,{n},{phase},3" for n, phase in ((9, "A2"), (10, "A2"), (11, "A2"))}
    part = word("sessions", "three_of_four", cell="north", phases="A1, B1, A2", words="A2")
    assert part in refused(table(rows))


def test_sessions_of_several_cases_without_their_column_are_told_to_name_it():
    rows = "color,session,phase,outcome\nx,1,A,2\nx,2,B,3\ny,1,A,2\ny,2,B,3\n"
    with pytest.raises(WorkbookError, match="case=color"):
        read_sessions(rows.encode())
    assert len(read_sessions(rows.replace("color", "case").encode()).cases) == 2


def test_a_quotation_mark_without_its_partner_hides_no_rows(table):
    assert "quotation mark" in refused(table({4: 'north,4,A,3,"open'}))


def test_rows_may_stand_in_any_order(table):
    head, *rows = table().decode().splitlines()
    turned = read_sessions("\n".join([head, *reversed(rows)]).encode())
    assert turned.columns["session"].tolist() == list(range(1, 12))
    assert turned.columns["row"].tolist() == list(range(12, 1, -1))


def test_columns_of_other_names_are_named_and_the_rest_is_told(table):
    data = table(head="worker,week,condition,rating")
    names = "case=Worker, session=week, phase=condition, outcome=rating"
    found = read_sessions(data.replace(b"\n", b",x\n").replace(b"rating,x", b"rating,note"),
                          columns=names)  # fmt: skip
    assert (found.cases, found.outcome) == (["north"], "rating")
    assert found.notes == [word("sessions", "unread", columns="note")]


def test_a_wide_table_gives_the_same_sessions_as_a_long_one():
    wide = b"week,north,south,ward\n1,2,5,A\n2,3,6,A\n3,4,7,B\n"
    found = read_sessions(wide, wide="week: north=2, south=ward")
    assert found.cases == ["north", "south"]
    assert found.columns["phase"].tolist() == [0, 1, 1, 0, 0, 1]
    assert found.columns["outcome"].tolist() == [2, 3, 4, 5, 6, 7]


EAST = {"row": 1, "column": "east", "meant": "outcome", "header": "week, north"}
GRADE = {"column": "grade", "known": ", ".join(KEYS)}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"wide": "week"}, ("no_colon", {})),
        ({"wide": "week: east=2"}, ("no_column_for", EAST)),
        ({"wide": "week: north"}, ("odd_pair", {"text": "north"})),
        ({"columns": "grade=north"}, ("odd_column", GRADE)),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(options, said):
    name, values = said
    assert refused(b"week,north\n1,2\n2,3\n", **options).startswith(
        word("sessions", name, **values)
    )


@pytest.mark.parametrize(
    ("limit", "name", "row"), [("MOST_ROWS", "many_sessions", 3), ("MOST_CASES", "many_cases", 13)]
)
def test_more_than_one_report_takes_is_said_with_the_row(table, monkeypatch, limit, name, row):
    monkeypatch.setattr(read, limit, 1)
    data = table() + table(case="south").split(b"\n", 1)[1]
    assert refused(data) == word("sessions", name, row=row, most=1)


def test_a_file_too_large_is_not_read(tmp_path, monkeypatch, table):
    monkeypatch.setattr(grid, "MOST_BYTES", 10)
    path = tmp_path / "large.csv"
    path.write_bytes(table())
    assert "large.csv has 0 MB, and at most 0 MB can be read." in refused(path)


def test_sides_of_the_mirror_must_lie_on_their_scale():
    head = b"session,phase,outcome,person\n"
    said = cell(2, "person", "not_between", cell="155", top=100)
    assert said in refused(head + b"1,A,2,155\n")


def test_an_outcome_from_fewer_than_five_cards_is_left_out_everywhere(undrawn):
    head = "session,phase,{},{}\n"
    rows = "".join(
        f"{t},{'AB'[t > 5]},{83.75 if t == 7 else 50 + t},{4 if t == 7 else 6}\n"
        for t in range(1, 11)
    )
    for names, more in ((("outcome", "cards"), ""), (("person", "person_cards"), "outcome=person")):
        sessions = read_sessions((head.format(*names) + rows).encode(), columns=more)
        report = evaluate(sessions, Question("increase"))
        assert report.phases["missing"].tolist() == [0, 1]
        for said in (page(report, "2026-01-05"), as_csv(report)):
            assert "83.75" not in said
        assert word("evaluate", "cards_hidden", n=1) in report.sessions.notes


def test_a_report_says_when_it_does_not_know_how_many_cards_there_were(table, undrawn):
    report = evaluate(read_sessions(table()), Question("increase"))
    assert word("evaluate", "cards_unknown") in report.sessions.notes
    assert escape(word("evaluate", "cards_unknown")) in page(report, "2026-01-05")


def test_names_that_differ_in_capitals_only_are_kept_apart_and_told(table):
    data = table() + table(case="North").split(b"\n", 1)[1]
    found = read_sessions(data)
    assert found.cases == ["north", "North"]
    assert word("sessions", "letters") in found.notes
