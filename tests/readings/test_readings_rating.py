"""What one filled pair of cards says: of the Mirror, and of any other instrument."""

import json

import pytest

from workbook.measures.rating import Instrument, mirror
from workbook.readings import describe, rating
from workbook.words import word

MIRROR = mirror()
LINES = MIRROR.lines
LABELS = {name: f"{name}." for name in (*LINES, "did_me_good", "on_my_side")}
OWN = Instrument(
    "own",
    "2",
    "Tried with nobody.",
    ("no", "partly", "yes"),
    {"asked": "voice", "heard": "voice", "chose": "decisions"},
)


def card(practitioner, person, labels=LABELS, instrument=MIRROR):
    return rating.card(practitioner, person, labels, instrument=instrument)


def filled(value, **others):
    return {name: str(value) for name in LINES} | others


def score(role, points, *, count=10, lines=10):
    side = word("mirror", role)
    return word("mirror", "score", side=side, score=points, n=count, all=lines)


def test_a_card_says_the_person_first_and_the_status():
    seen = card(filled(4), filled(2))
    assert seen["scores"] == [score("person", "25"), score("practitioner", "75")]
    assert seen["numbers"] == {"person": 25.0, "practitioner": 75.0}
    assert seen["status"] == MIRROR.status
    json.dumps(seen)


@pytest.mark.parametrize(
    ("practitioner", "person", "name", "low", "high"),
    [(4, 3, "gap", 0.13, 1.87), (3, 4, "gap_higher", -1.87, -0.13)],
)
def test_a_gap_is_said_with_its_interval_and_a_higher_person_in_other_words(
    practitioner, person, name, low, high
):
    said = card(filled(practitioner), filled(person))["gap"]
    assert said.identifier == f"mirror.{name}"
    assert (said.values["gap"], said.values["top"]) == ("1.00", 5)
    ends = [describe.number(end, "+.2f") for end in (low, high)]
    assert [said.values["low"], said.values["high"]] == ends
    assert all(end in said for end in ends)


def test_two_with_the_same_average_are_said_so():
    assert card(filled(3), filled(3))["gap"].identifier == "mirror.gap_none"


def test_rows_follow_the_labels_and_say_what_is_scored():
    answers = filled(3, did_me_good="5", on_my_side="does_not_apply")
    rows = card({"did_me_good": "2"}, answers)["rows"]
    assert [row["line"] for row in rows] == list(LABELS)
    assert [row["scored"] for row in rows[-3:]] == [True, False, False]
    assert (rows[-2]["person"], rows[-2]["practitioner"]) == (5, 2)
    assert rows[-1]["person"] is None


def test_too_few_answers_give_no_number_but_a_reason():
    seen = card({}, dict.fromkeys(LINES[:7], "4"))
    assert seen["numbers"] == {"person": None, "practitioner": None}
    assert seen["scores"][0].identifier == "mirror.no_score"
    reason = seen["scores"][0].values["reason"]
    assert (reason.values["answered"], reason.values["all"]) == (7, 10)
    assert seen["gap"].identifier == "mirror.no_gap"
    assert seen["questions"] == []


def test_at_most_three_questions_and_the_widest_difference_first():
    person = filled(3, real_say="1", know_record="2", next_step="5")
    asked = card(filled(4), person)["questions"]
    assert len(asked) == 3
    assert "real_say" in asked[0]
    assert "know_record" in asked[1]


def test_two_who_agree_are_asked_about_what_both_put():
    asked = card(filled(5), filled(5))["questions"]
    assert len(asked) == 3
    assert all("5" in question for question in asked)


def test_an_instrument_of_ones_own_is_scored_on_its_own_lines_and_scale():
    labels = {"asked": "I was asked.", "heard": "I was heard.", "chose": "I chose.", "more": "M."}
    full = {"asked": "3", "heard": "3", "chose": "3", "more": "1"}
    low = {"asked": "1", "heard": "1", "chose": "2"}
    seen = card(full, low, labels, OWN)
    three = {"count": 3, "lines": 3}
    assert seen["scores"] == [
        score("person", "16.7", **three),
        score("practitioner", "100", **three),
    ]
    assert seen["numbers"] == {"person": 16.7, "practitioner": 100.0}
    assert seen["gap"].values["top"] == 3
    assert [row["scored"] for row in seen["rows"]] == [True, True, True, False]
    assert seen["status"] == OWN.status
    assert len(seen["questions"]) == 3
