"""An author's own card, with other lines and another scale: read, shown, scored, printed."""

import pytest

from workbook.content.reader import parse_exercise, read_exercise
from workbook.kinds.instrument.cards import SIDES
from workbook.measures.rating import read_instrument, score
from workbook.widgets.exercise import exercise_widget
from workbook.words import word

FILE = """---
kind: instrument
title: The doorstep card
draft: own-1
objective: See one visit from both sides.
minutes: 5
seed: [S01]
competencies: [1]
values: [integrity]
visibility: private
purpose: Look back on one visit.
version: 2.0
status: Tried in one team. Not for decisions.
license: CC BY 4.0
scale: [Not at all, A little, Much, Wholly]
dimensions:
  asked_in: setting
  own_pace: voice
  knew_why: information
  could_stop: decisions
  read_notes: record
unscored: [weather]
open: more
---
Think of one visit.

## instructions_person
Skip any line.

## person
- asked_in: I asked the worker in.
- own_pace: We went at my pace.
- knew_why: I knew why they came.
- could_stop: I could stop the visit.
- read_notes: I read what was written.
- weather: The weather was fine.
- more: What else?

## instructions_practitioner
Fill it in alone.

## practitioner
- asked_in: They asked me in.
- own_pace: We went at their pace.
- knew_why: They knew why I came.
- could_stop: They could stop the visit.
- read_notes: They read what I wrote.
- more: What else?
"""
LINES = ["asked_in", "own_pace", "knew_why", "could_stop", "read_notes"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "instruments" / "doorstep.md"
    path.parent.mkdir()
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def exercise(file):
    return read_exercise(file)


@pytest.fixture
def told(exercise, desk, page):
    """Give what the page hears of one card."""

    def tell(person, practitioner):
        view = page(exercise_widget(exercise, desk))
        sides = {"person": person, "practitioner": practitioner}
        [saved] = [m for m in view.save({"cards": [sides]}) if m["did"] == "saved"]
        return saved["feedback"]

    return tell


def test_it_is_read_and_shown_with_its_own_lines_and_scale(exercise, desk):
    assert exercise.id == "03/doorstep"
    widget = exercise_widget(exercise, desk)
    assert widget.spec["scale"] == ["Not at all", "A little", "Much", "Wholly"]
    assert (widget.spec["least"], widget.spec["scored"]) == (4, 5)
    assert widget.spec["badge"] == word("instrument", "version", version="2.0",
                                        status="Tried in one team.")  # fmt: skip
    assert "  * Wholly\n" in repr(widget)
    assert "  - I asked the worker in.\n" in repr(widget)


def test_it_is_scored_from_its_own_file(exercise, file, told):
    person = dict.fromkeys(LINES, "4") | {"weather": "1"}
    practitioner = dict.fromkeys(LINES, "3")
    found = told(person, practitioner)
    now = found["mirror"]["now"]
    assert found["done"]
    instrument = read_instrument(file)
    for side, answers, sentence in zip(SIDES, (person, practitioner), now["scores"], strict=True):
        value = score(answers, side, instrument=instrument).value
        assert value == pytest.approx({"person": 100, "practitioner": 200 / 3}[side])
        number = f"{value:.1f}".removesuffix(".0")
        who = word("mirror", side)
        values = {"side": who, "score": number, "n": 5, "all": 5}
        assert sentence == word("mirror", "score", **values)
    assert now["status"] == "Tried in one team. Not for decisions."
    assert now["heads"][-1] == word("instrument", "axis", first="Not at all", n=4, last="Wholly")
    assert [row[0] for row in now["rows"]][:1] == ["I asked the worker in."]
    assert now["rows"][-1][0] == word("instrument", "not_scored", label="The weather was fine.")


def test_a_result_waits_for_four_of_its_five_lines(told):
    few = dict.fromkeys(LINES[:3], "2")
    assert told(few, few)["mirror"]["now"] is None
    assert not told(few, few)["done"]
    assert told(few | {"could_stop": "2"}, few)["mirror"]["now"]["scores"]


def test_a_point_that_its_scale_lacks_is_dropped(told):
    beyond = dict.fromkeys(LINES, "5")
    assert told(beyond, beyond)["mirror"]["now"] is None


def test_the_picture_of_a_line_has_as_many_marks_as_the_scale(told):
    all_four = dict.fromkeys(LINES, "4")
    row = told(all_four, all_four)["mirror"]["now"]["rows"][0]
    assert row[-1].count("v10") == 4
    assert 'viewBox="0 0 104 20"' in row[-1]


@pytest.mark.parametrize("sheet", ["cards", "large"])
def test_it_is_printed_with_its_own_scale(exercise, desk, sheet):
    printed = exercise_widget(exercise, desk).spec["sheets"][sheet]
    assert printed.count("<small>Wholly</small>") == 6 + 5
    assert "Tried in one team. Not for decisions." in printed
    assert "The doorstep" not in printed
    assert "Doorstep" in printed


def test_another_scale_is_another_wording(exercise):
    other = parse_exercise(FILE.replace("Wholly", "Fully"), "03/doorstep")
    assert other.edition != exercise.edition
