"""What one filled pair of cards says, and the two charts of invented cards."""

import json
import shutil

import pytest

from workbook.charts import load
from workbook.charts.course import m03_both_sides
from workbook.charts.kit.page import bundle
from workbook.errors import ContentError
from workbook.measures.rating import batch, mirror, read_cards
from workbook.readings import rating

MIRROR = mirror()
LINES = MIRROR.lines
LABELS = {name: f"{name}." for name in (*LINES, "did_me_good", "on_my_side")}


def card(practitioner, person, labels):
    return rating.card(practitioner, person, labels, instrument=MIRROR)


def filled(value, **others):
    return {name: str(value) for name in LINES} | others


@pytest.fixture(scope="module")
def cards(datasets):
    return read_cards(datasets / "mirror_cards.csv", instrument=MIRROR)


def test_a_card_says_the_person_first_and_the_status():
    seen = card(filled(4), filled(2), LABELS)
    assert [said.split(":")[0] for said in seen["scores"]] == ["The person", "The practitioner"]
    assert "25 of 100" in seen["scores"][0]
    assert "75 of 100" in seen["scores"][1]
    assert seen["numbers"] == {"person": 25.0, "practitioner": 75.0}
    assert seen["status"] == MIRROR.status
    json.dumps(seen)


def test_a_gap_is_said_with_its_interval_and_a_higher_person_is_no_proof():
    assert "lie 1.00 above" in card(filled(4), filled(3), LABELS)["gap"]
    assert "+0.13 to +1.87" in card(filled(4), filled(3), LABELS)["gap"]
    other = card(filled(3), filled(4), LABELS)["gap"]
    assert "lie 1.00 below" in other
    assert "−1.87 to −0.13" in other
    assert "does not show that the two were equal" in other


def test_rows_follow_the_labels_and_say_what_is_scored():
    answers = filled(3, did_me_good="5", on_my_side="does_not_apply")
    rows = card({"did_me_good": "2"}, answers, LABELS)["rows"]
    assert [row["line"] for row in rows] == list(LABELS)
    assert [row["scored"] for row in rows[-3:]] == [True, False, False]
    assert (rows[-2]["person"], rows[-2]["practitioner"]) == (5, 2)
    assert rows[-1]["person"] is None


def test_too_few_answers_give_no_number_but_a_reason():
    seen = card({}, dict.fromkeys(LINES[:7], "4"), LABELS)
    assert seen["numbers"] == {"person": None, "practitioner": None}
    assert "7 of the 10" in seen["scores"][0]
    assert "There is no gap to show." in seen["gap"]
    assert seen["questions"] == []


def test_at_most_three_questions_and_the_widest_difference_first():
    person = filled(3, real_say="1", know_record="2", next_step="5")
    asked = card(filled(4), person, LABELS)["questions"]
    assert len(asked) == 3
    assert "“real_say.”" in asked[0]
    assert "“know_record.”" in asked[1]
    assert all(question.endswith("?") for question in asked)


def test_two_who_agree_are_asked_about_what_both_put():
    asked = card(filled(5), filled(5), LABELS)["questions"]
    assert all(question.startswith("Both put 5") for question in asked)
    assert "made that possible" in asked[0]


def test_the_pair_is_drawn_as_it_was_put(built, cards):
    chart = built["03/both_sides"]
    both = {c.side: c.answers for c in cards if c.pair == m03_both_sides.PAIR}
    for row, name in zip(chart.rows, _order(chart), strict=True):
        assert (row[2], row[3]) == (str(both["person"][name]), str(both["practitioner"][name]))
    higher = sum(both["practitioner"][name] > both["person"][name] for name in LINES)
    assert f"on {higher} of 10 lines" in chart.title


def _order(chart):
    labels = {MIRROR.label(name).casefold(): name for name in LINES}
    return [labels[row[1].casefold()] for row in chart.rows]


def test_the_pair_is_grouped_by_the_places_of_the_course(built):
    places = list(dict.fromkeys(row[0] for row in built["03/both_sides"].rows))
    assert places == ["Information", "Decisions", "Voice", "Relationship", "Setting", "Record"]
    assert all(row[4].endswith("?") for row in built["03/both_sides"].rows)


def test_blocks_with_fewer_than_five_cards_are_not_averaged(built):
    chart = built["03/over_time"]
    hidden = [row for row in chart.rows if row[0] == "Weeks 7 and 8"]
    assert [row[2] for row in hidden] == ["fewer than five cards"] * 2 + ["not shown"]
    drawn = [row for data in chart.spec["datasets"].values() for row in data if "said" in row]
    assert drawn
    assert not any(row["said"].startswith("Weeks 7") for row in drawn)


def test_the_averages_over_all_do_not_give_the_hidden_block_away(built, cards):
    everything = batch(cards, instrument=MIRROR)
    chart = built["03/over_time"]
    counts = [int(row[2].rpartition("n = ")[2]) for row in chart.rows if "n = " in row[2]]
    people, practitioners = sum(counts[::2]), sum(counts[1::2])
    assert f"n = {people};" in chart.sentence
    assert f"n = {practitioners}." in chart.sentence
    assert people <= everything.person.cards - 3


def test_every_average_comes_with_its_interval_and_count(built):
    for _, what, said in built["03/over_time"].rows:
        if "shown" not in said and "fewer" not in said:
            assert " to " in said
            assert ("n = " in said) == what.startswith("The ")


@pytest.mark.parametrize("name", ["both_sides", "over_time"])
def test_the_note_says_that_nobody_filled_in_the_cards(built, name):
    assert built[f"03/{name}"].note.partition(". ")[2].startswith("Nobody filled in")


@pytest.mark.parametrize("name", ["03/both_sides", "03/over_time", "04/three_pairs"])
def test_only_the_data_are_called_made_up_and_the_status_stands_by_itself(built, name):
    said = bundle(built[name])[0]
    assert "datasets/synthesize.py (made-up data)." in said["text/html"]
    for words in said.values():
        assert "The Mirror is not yet validated. " in words
        assert "not yet validated (made-up" not in words


def test_the_numbers_of_a_pair_are_not_denied_below_them(built):
    chart = built["03/both_sides"]
    assert "of 100" in chart.sentence
    assert "no score" not in chart.note
    assert "neither is a score of how equal the meeting was" in chart.note


def test_missing_cards_are_told_as_a_sentence(tmp_path, datasets):
    folder = shutil.copytree(datasets, tmp_path / "datasets")
    (folder / "mirror_cards.csv").unlink()
    with pytest.raises(ContentError, match="Restore it from the course files"):
        load("03/over_time", folder)
