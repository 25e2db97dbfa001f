"""An instrument of one's own: other lines, another scale, read from its file and scored alike."""

from fractions import Fraction

import pytest
import yaml

from workbook.errors import WorkbookError
from workbook.measures.rating import (
    Card,
    Instrument,
    batch,
    ceiling,
    gap,
    lines,
    mirror,
    question,
    read_cards,
    read_instrument,
    score,
    value,
)
from workbook.words import word

SETTINGS = """---
kind: instrument
title: Own
version: "2"
status: "Tried with nine people."
scale: [never, rarely, seldom, at times, often, mostly, always]
dimensions:
  asked: voice
  heard: voice
  chose: decisions
short_names:
  heard: being heard
unscored: [tired]
open: more
---
"""
FILE = f"""{SETTINGS}Two sides.

## person: The side of the person
- asked: I was asked.
- heard: I was heard.
- chose: I chose what came next,
  and when.
- tired: I was tired.
- more: Anything else?

## practitioner
- asked: The person was asked.
"""


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "our_card.md"
    path.write_text(FILE, encoding="utf-8")
    return read_instrument(path)


def test_an_own_instrument_is_read_from_its_file(own):
    assert (own.name, own.title, own.version) == ("our_card", "Our card", "2")
    assert (own.status, own.open) == ("Tried with nine people.", "more")
    assert (own.lines, own.places) == (("asked", "heard", "chose"), ("voice", "decisions"))
    assert (own.top, own.unscored, own.least) == (7, ("tired",), 3)
    assert own.label("heard") == "being heard"
    assert own.label("asked") == "I was asked."
    assert own.label("chose") == "I chose what came next, and when."


def test_the_mirror_is_read_from_the_card_itself(root):
    page = (root / "modules" / "instruments" / "mirror.md").read_text(encoding="utf-8")
    front = yaml.safe_load(page.split("---\n")[1])
    found = mirror()
    assert list(front["dimensions"].items()) == list(found.dimensions.items())
    assert list(front["unscored"]) == list(found.unscored)
    assert (front["scale"], front["status"]) == (list(found.scale), found.status)
    assert list(front["short_names"]) == list(found.lines), "each line has a short name"
    assert (found.top, found.least, found.step) == (5, 8, 25)
    assert found.label("as_equals") == "talking as equals"


@pytest.mark.parametrize(("count", "least"), [(1, 1), (3, 3), (5, 4), (9, 8), (10, 8), (11, 9)])
def test_four_of_five_lines_are_enough(count, least):
    names = {f"line_{n}": "voice" for n in range(count)}
    own = Instrument("own", "1", "", ("no", "yes"), names)
    assert own.least == least
    few = dict.fromkeys(own.lines[: least - 1], 2)
    assert not score(few, "person", instrument=own).defined
    assert score(dict.fromkeys(own.lines[:least], 2), "person", instrument=own).value == 100


def test_seven_points_are_scored_from_0_to_100(own):
    for point in range(1, 8):
        answers = dict.fromkeys(own.lines, point)
        assert score(answers, "person", instrument=own).value == pytest.approx(
            (point - 1) / 6 * 100
        )
    uneven = score({"asked": 7, "heard": "6", "chose": 2, "tired": 1}, "person", instrument=own)
    assert uneven.value == pytest.approx(float(Fraction(15 - 3, 18) * 100))
    assert (uneven.name, uneven.count) == ("our_card_score", 3)


def test_answers_are_the_points_of_the_scale(own):
    assert [value(answer, instrument=own) for answer in ("7", 1, "6.0", "")] == [7, 1, 6, None]
    with pytest.raises(WorkbookError) as error:
        value("8", instrument=own)
    assert error.value.args[0] == word("card_errors", "no_answer", answer="8", top=7)


def test_a_scale_of_eleven_points_has_answers_of_two_digits():
    own = Instrument("own", "1", "", tuple("abcdefghijk"), {"asked": "voice"})
    assert [value(answer, instrument=own) for answer in ("11", "10.0", 9)] == [11, 10, 9]
    for answer in ("12", "011", "1 1"):
        with pytest.raises(WorkbookError):
            value(answer, instrument=own)


def test_two_sides_are_compared_with_an_error_as_wide_as_the_scale(own):
    found = gap(dict.fromkeys(own.lines, 6), dict.fromkeys(own.lines, 4), instrument=own)
    theirs = gap(
        dict.fromkeys(mirror().lines, 4), dict.fromkeys(mirror().lines, 3), instrument=mirror()
    )
    assert (found.value, found.unit) == (2, word("rating_units", "gap", top=7))
    assert found.high - found.low == pytest.approx((theirs.high - theirs.low) * 6 / 4)
    assert found.reason.values["others"].values["sd"] == pytest.approx(0.7 * 6 / 4)
    assert not gap({"asked": 4}, {"asked": 4}, instrument=own).defined


def test_its_lines_are_laid_side_by_side_by_its_own_places(own):
    found = lines({"heard": 6, "chose": 7}, {"heard": 2, "chose": 7}, instrument=own)
    assert [(each.dimension, each.name) for each in found] == [
        ("voice", ""), ("voice", "asked"), ("voice", "heard"), ("decisions", ""),
        ("decisions", "chose"),
    ]  # fmt: skip
    asked = {each.name: each.question for each in found if each.name}
    both = {"person": "2", "practitioner": "6"}
    assert asked["asked"] == ""
    assert asked["heard"] == word("rating_questions", "person_lower", label="being heard", **both)
    assert asked["chose"].name == "top"
    assert question("x", 5, 5, instrument=own).name == "alike"


def test_many_cards_of_it_are_summed_up(own):
    table = "side,pair,asked,heard,chose,tired\n" + "".join(
        f"person,p{n},{n},{n},{n},\npractitioner,p{n},{n + 1},{n + 1},{n + 1},7\n"
        for n in range(2, 7)
    )
    cards = read_cards(table.encode(), instrument=own)
    found = batch(cards, instrument=own)
    assert found.status == own.status
    # answers 2 to 6 and 3 to 7 of seven: means 3 and 4 steps of six above the lowest
    assert found.person.score.value == pytest.approx(3 / 6 * 100)
    assert found.practitioner.score.value == pytest.approx(4 / 6 * 100)
    assert found.paired.value == pytest.approx(1 / 6 * 100)
    assert (found.difference.name, found.paired.name) == (
        "our_card_difference", "our_card_paired_gap",
    )  # fmt: skip
    tops = ceiling([card for card in cards if card.side == "practitioner"], instrument=own)
    assert [each.value for each in tops] == [1 / 5, 1 / 5]


def test_single_lines_of_it_are_described_from_twenty_cards_on(own):
    cards = [
        Card("person", {"asked": 7, "heard": 1 + n % 7, "chose": 7 - n % 7}) for n in range(21)
    ]
    items = {item.name: item for item in batch(cards, instrument=own).person.items}
    assert list(items) == list(own.lines)
    assert (items["asked"].top, items["heard"].top) == (1, 3 / 21)
    assert items["heard"].mean == 4


def test_a_column_of_another_card_is_refused(own):
    with pytest.raises(WorkbookError) as error:
        read_cards(b"side,asked,heard,chose,real_say\n", instrument=own)
    assert error.value.args[0].values["card"] == "Our card"
    assert error.value.args[0].values["names"].endswith("asked, heard, chose, tired")


@pytest.mark.parametrize(
    ("change", "name", "values"),
    [
        (("---\n", ""), "no_settings", {}),
        (("scale: [", "scale: [[["), "bad_settings", {}),
        (('version: "2"\n', ""), "missing", {"setting": "version"}),
        (('"2"', "[2]"), "no_words", {"setting": "version"}),
        (("unscored: [tired]", "unscored: tired"), "no_list", {"setting": "unscored"}),
        (("  heard: being heard\n", ""), "no_lines", {"setting": "short_names"}),
        (
            ("[never, rarely, seldom, at times, often, mostly, always]", "[always]"),
            "short_scale",
            {},
        ),
    ],
)
def test_a_file_that_is_no_instrument_is_told(tmp_path, change, name, values):
    path = tmp_path / "own.md"
    path.write_text(FILE.replace(*change), encoding="utf-8")
    with pytest.raises(WorkbookError) as error:
        read_instrument(path)
    assert error.value.args[0] == word("instrument_errors", name, file="own.md", **values)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path):
    (tmp_path / "own.md").write_bytes(b"\xff\xfe\x00")
    for file in ("none.md", "own.md"):
        with pytest.raises(WorkbookError) as error:
            read_instrument(tmp_path / file)
        assert error.value.args[0].identifier == "instrument_errors.unreadable"
        assert error.value.args[0].values["file"] == file
