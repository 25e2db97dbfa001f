"""Cards from a CSV file: what is read, and how mistakes are told, with row and column."""

from datetime import date
from functools import partial

import pytest

from workbook.errors import WorkbookError
from workbook.measures import rating
from workbook.measures.rating import SIDES, mirror
from workbook.words import word

LINES = mirror().lines
read_cards = partial(rating.read_cards, instrument=mirror())
HEADER = ["side", "pair", "date", "worker", *LINES]


def table(*rows, header=HEADER, sign=","):
    return "\n".join(sign.join(map(str, row)) for row in [header, *rows]).encode()


def row(side="person", pair="", date="", worker="", **answers):
    return [side, pair, date, worker, *(answers.get(name, 4) for name in LINES)]


def told(source):
    with pytest.raises(WorkbookError) as caught:
        read_cards(source)
    return caught.value.args[0]


def first(source):
    """Give the first sentence of an error that also says what file to choose."""
    message = told(source)
    assert message.values["others"] == word("card_errors", "choose")
    return message.values["first"]


def no_answer(row, column, answer):
    error = word("card_errors", "no_answer", answer=answer, top=5)
    return word("card_errors", "in_cell", row=row, column=column, error=error)


def test_a_card_is_read_with_what_was_left_out(tmp_path):
    path = tmp_path / "cards.csv"
    path.write_bytes(table(row("Person", "blue-7", "3/4/2026", "w1", real_say="", next_step=5)))
    (card,) = read_cards(path)
    assert (card.side, card.pair, card.date, card.worker) == ("person", "blue-7", "3/4/2026", "w1")
    assert "real_say" not in card.answers
    assert (card.answers["next_step"], len(card.answers)) == (5, 9)


def test_a_day_number_of_a_spreadsheet_is_no_date():
    said = told(table(row(date="3/4/2026"), row(date="46095")))
    assert said.identifier == "card_errors.day_number"
    assert said.values == {"row": 3, "text": "46095", "day": date(2026, 3, 14)}


@pytest.mark.parametrize("cell", ["does not apply", "Does_not_apply", "n/a", "N/A", "–", "-", ""])
def test_a_line_that_does_not_apply_may_be_written_as_on_the_card(cell):
    (card,) = read_cards(table(row(real_say=cell)))
    assert "real_say" not in card.answers
    assert len(card.answers) == 9


def test_the_line_that_a_spreadsheet_puts_first_is_no_row():
    source = table(row(), row(real_say=6), sign=";")
    assert told(b"sep=;\n" + source) == no_answer(3, "real_say", "6")
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
    ("name", "what"), [("side", "no_side_column"), ("real_say", "no_line_column")]
)
def test_a_missing_column_is_told_with_what_to_write_in_it(name, what):
    header = [each for each in HEADER if each != name]
    found = told(table([""] * len(header), header=header))
    assert found == word("card_errors", what, name=name)


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
    assert told(source) == word("card_errors", "no_side", row=4, side="nobody")


def test_a_column_that_the_card_does_not_have_is_told_with_those_that_it_has():
    found = told(table(row(), header=[*HEADER[:-1], "name"]))
    assert found.identifier == "card_errors.unknown_line"
    names = found.values.pop("names").split(", ")
    assert found.values == {"name": "name", "card": "Mirror"}
    assert names == ["side", "pair", "date", "worker", *LINES, *mirror().unscored]


@pytest.mark.parametrize(
    ("source", "name", "values"),
    [
        (table(row(), header=[*HEADER[:-1], "side"]), "column_twice", {"name": "side"}),
        (table(row()[:-1], header=HEADER[:-1]), "no_line_column", {"name": "next_step"}),
        (table(row()[1:], header=HEADER[1:]), "no_side_column", {"name": "side"}),
        (table([*row(), "more"]), "more_cells", {"row": 2}),
        (table(row(side="")), "no_side", {"row": 2, "side": ""}),
        (table(), "no_card", {}),
    ],
)
def test_a_mistake_is_told_with_its_place(source, name, values):
    assert told(source) == word("card_errors", name, **values)


@pytest.mark.parametrize("answer", ["6", "0", "4-May", "often"])
def test_what_is_no_answer_is_told_with_its_cell(answer):
    assert told(table(row(), row(real_say=answer))) == no_answer(3, "real_say", answer)


@pytest.mark.parametrize("side", SIDES)
def test_a_code_that_stands_twice_on_one_side_is_told_with_both_rows(side):
    where = {"pair": "a", "row": 3, "other": 2}
    found = told(table(row(side, pair="a"), row(side, pair="a")))
    assert found == word("card_errors", f"pair_twice_{side}", **where)


@pytest.mark.parametrize("source", [b"", b"\n\n", b"sep=;"])
def test_a_file_without_rows_is_told(source):
    assert first(source) == word("file_errors", "nothing")


def test_a_file_of_another_program_is_told():
    assert first(b"PK\x03\x04rest") == word("file_errors", "office")


@pytest.mark.parametrize(
    "source",
    [
        table(row(), row(pair="x" * 140_000)),
        table(row(), row(pair="x" * 1_001)),
        table(row()) + b'\n"person,4',
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_its_row(source):
    found = told(source)
    assert (found.identifier, found.values["row"]) == ("file_errors.bad_cell", 3)


@pytest.mark.parametrize(
    "source",
    [b"", b"sep=;", b"\x00\x01\xff", b"%PDF-1.7", b"{\\rtf1", b"PK\x03\x04", b"a" * 10_000_001],
)
def test_a_file_that_holds_no_cards_is_not_called_a_transcript(source):
    assert told(source).endswith(word("card_errors", "choose"))
    assert not any(other in told(source) for other in ("transcript", "paste", "VTT", "encounter"))


def test_one_code_may_stand_on_each_side_and_cards_without_a_code_are_many():
    cards = read_cards(table(row(pair="a"), row("practitioner", pair="a"), row(), row()))
    assert len(cards) == 4


def test_a_missing_file_is_told(tmp_path):
    assert first(tmp_path / "none.csv") == word("file_errors", "no_file", file="none.csv")
    assert first(tmp_path) == word("file_errors", "folder", file=tmp_path.name)
