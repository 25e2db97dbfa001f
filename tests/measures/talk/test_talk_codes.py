"""Codes by hand."""

import math

import pytest
from transcripts import ROLES

from workbook.measures.talk import Turn, hand_codes
from workbook.words import word

CODES = ["question;reflection", "question", "reflection", "reflection", "proposes", "explains"]


def coded(codes, speaker="worker"):
    return [Turn(n, speaker, "So.", code=code) for n, code in enumerate(codes, 1)]


def by_name(found):
    return {(each.name, each.role): each for each in found.measures}


def test_ratios_are_counted_from_the_codes():
    turns = coded(CODES * 2) + coded(["proposes", "decides_together", "decides_person"], "tenant")
    found = by_name(hand_codes(turns, ROLES))
    assert found["reflection_question_ratio", "practitioner"].value == 6 / 4
    assert found["reflection_share", "practitioner"].value == 6 / 10
    assert found["proposes", "person"].value == 1 / 3
    assert found["decides", "together"].value == 1 / 2
    assert found["decides", "institution"].value == 0
    assert found["explanation_share", "all"].value == 2 / 15
    ratio = found["reflection_share", "practitioner"]
    assert ratio.low < ratio.value < ratio.high


def test_no_questions_is_not_defined_and_not_zero():
    found = by_name(hand_codes(coded(["reflection"] * 12), ROLES))
    ratio = found["reflection_question_ratio", "practitioner"]
    assert math.isnan(ratio.value)
    assert ratio.reason == word("hand_codes", "nothing")
    assert found["reflection_share", "practitioner"].value == 1


def test_ten_coded_turns_are_the_least():
    found = by_name(hand_codes(coded(["question"] * 9 + [""]), ROLES))
    few = word("hand_codes", "few_turns", turns=9, least=10)
    assert found["reflection_share", "practitioner"].reason == few


def test_without_a_second_coder_results_are_greyed_out():
    found = hand_codes(coded(CODES * 2), ROLES)
    assert found.greyed_out
    assert found.reason == word("hand_codes", "no_second")


@pytest.mark.parametrize("second", [["reflection", "question"] * 6, [None] * 12, ["question"] * 12])
def test_coders_who_disagree_are_greyed_out(second):
    found = hand_codes(coded(["question"] * 6 + ["reflection"] * 6), ROLES, second=second)
    assert found.greyed_out
    assert found.reason
    assert found.agreement[0].name == "percent_agreement"


def test_coders_who_agree_are_shown():
    first = ["question"] * 6 + ["reflection; explains"] * 6
    second = ["question"] * 5 + ["explains;reflection"] * 7
    found = hand_codes(coded(first), ROLES, second=second)
    assert not found.greyed_out
    assert found.reason == ""
    assert found.agreement[1].value == pytest.approx(10 / 12)


def test_codes_of_unknown_speakers_stay_outside():
    found = by_name(hand_codes(coded(["question"] * 12, "somebody"), ROLES))
    assert found["reflection_share", "practitioner"].count == 0
