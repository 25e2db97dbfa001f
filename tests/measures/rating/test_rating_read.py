"""Cards from a CSV file: what is read, and how mistakes are told, with row and column."""

import pytest

from workbook.errors import WorkbookError
from workbook.measures.rating import LINES, read_cards

HEADER = ["side", "pair", "date", "worker", *LINES]


def table(*rows, header=HEADER, sign=","):
    return "\n".join(sign.join(map(str, row)) for row in [header, *rows]).encode()


def row(side="person", pair="", date="", worker="", **answers):
    return [side, pair, date, worker, *(answers.get(name, 4) for name in LINES)]


def told(source):
    with pytest.raises(WorkbookError) as caught:
        read_cards(source)
    return str(caught.value)


def test_a_card_is_read_with_what_was_left_out(tmp_path):
    path = tmp_path / "cards.csv"
    path.write_bytes(table(row("Person", "blue-7", "3/4/2026", "w1", real_say="", next_step=5)))
    (card,) = read_cards(path)
    assert (card.side, card.pair, card.date, card.worker) == ("person", "blue-7", "3/4/2026", "w1")
    assert "real_say" not in card.answers
    assert (card.answers["next_step"], len(card.answers)) == (5, 9)


def test_a_day_number_of_a_spreadsheet_is_no_date():
    said = told(table(row(date="3/4/2026"), row(date="46095")))
    assert said.startswith("Row 3, column date: '46095' is a day number of a spreadsheet")
    assert "such as 2026-03-14" in said


@pytest.mark.parametrize("cell", ["does not apply", "Does_not_apply", "n/a", "N/A", "–", "-", ""])
def test_a_line_that_does_not_apply_may_be_written_as_on_the_card(cell):
    (card,) = read_cards(table(row(real_say=cell)))
    assert "real_say" not in card.answers
    assert len(card.answers) == 9


def test_the_line_that_a_spreadsheet_puts_first_is_no_row():
    source = table(row(), row(real_say=6), sign=";")
    assert told(b"sep=;\n" + source).startswith("Row 3, column real_say")
    assert len(read_cards(b"SEP=;\r\n" + table(row(), sign=";"))) == 1


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_sign_between_cells_may_be_any_of_three(sign):
    assert len(read_cards(table(row(), row("practitioner"), sign=sign))) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_of_a_spreadsheet_are_read(encoding):
    text = table(row(pair="Zoë")).decode().replace("\n", "\r\n")
    assert read_cards(text.encode(encoding))[0].pair == "zoë"


def test_a_code_is_the_same_however_the_two_have_written_it():
    cards = read_cards(table(row(pair="Blue  1"), row("practitioner", pair=" blue 1")))
    assert {card.pair for card in cards} == {"blue 1"}


@pytest.mark.parametrize(
    ("name", "what"), [("side", "person or practitioner"), ("real_say", "empty")]
)
def test_a_missing_column_is_told_with_what_to_write_in_it(name, what):
    header = [each for each in HEADER if each != name]
    assert what in told(table([""] * len(header), header=header))


@pytest.mark.parametrize("blank", ["NA", "Does not apply today", "n/a", ""])
def test_signs_for_no_answer_are_read_as_none(blank):
    (card,) = read_cards(table(row(real_say=blank)))
    assert "real_say" not in card.answers


def test_columns_may_come_in_any_order_and_lines_that_are_not_scored_are_kept():
    header = [*reversed(LINES), "on_my_side", "side"]
    (card,) = read_cards(table([*range(1, 6), *range(1, 6), 2, "person"], header=header))
    assert card.answers["on_my_side"] == 2
    assert card.answers["next_step"] == 1


def test_empty_rows_are_passed_over_and_rows_are_counted_as_in_a_spreadsheet():
    source = table(row(), [""] * len(HEADER), row("nobody"))
    assert told(source).startswith("Row 4: The side is 'nobody'")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (table(row(), header=[*HEADER[:-1], "name"]), "Row 1: There is no line of the Mirror"),
        (table(row(), header=[*HEADER[:-1], "side"]), "Row 1: The column side is there twice"),
        (table(row()[:-1], header=HEADER[:-1]), "Row 1: The column next_step is missing"),
        (table(row()[1:], header=HEADER[1:]), "Row 1: The column side is missing"),
        (table(row(), row(real_say=6)), "Row 3, column real_say: '6' is not an answer"),
        (table(row(real_say=0)), "Row 2, column real_say: '0' is not an answer"),
        (table(row(real_say="4-May")), "Row 2, column real_say: '4-May' is not an answer"),
        (table(row(real_say="often")), "Row 2, column real_say: 'often' is not an answer"),
        (table([*row(), "more"]), "Row 2: It has more cells than the first row"),
        (table(row(side="")), "Row 2: The side is ''"),
        (table(row(pair="a"), row(pair="a")), "Row 3: The pair code 'a' was used for the person in "
         "row 2"),
        (table(), "There is a header but no card below it"),
        (b"", "There is nothing in this file"),
        (b"\n\n", "There is nothing in this file"),
        (b"sep=;", "There is nothing in this file"),
        (table(row(), row(pair="x" * 140_000)), "Row 3: A cell cannot be read"),
        (table(row(), row(pair="x" * 1_001)), "Row 3: A cell cannot be read"),
        (table(row()) + b'\n"person,4', "Row 3: A cell cannot be read"),
        (b"PK\x03\x04rest", "This is an Excel or Word file"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(source, words):
    assert words in told(source)


@pytest.mark.parametrize(
    "source",
    [b"", b"sep=;", b"\x00\x01\xff", b"%PDF-1.7", b"{\\rtf1", b"PK\x03\x04", b"a" * 10_000_001],
)
def test_a_file_that_holds_no_cards_is_not_called_a_transcript(source):
    said = told(source)
    assert "Choose a CSV file of cards." in said
    assert not any(word in said for word in ("transcript", "paste", "VTT", "encounter"))


def test_one_code_may_stand_on_each_side_and_cards_without_a_code_are_many():
    cards = read_cards(table(row(pair="a"), row("practitioner", pair="a"), row(), row()))
    assert len(cards) == 4


def test_a_missing_file_is_told(tmp_path):
    choose = "Choose a CSV file of cards."
    assert told(tmp_path / "none.csv") == f"There is no such file: none.csv. {choose}"
    assert told(tmp_path) == f"This is a folder: {tmp_path.name}. {choose}"
