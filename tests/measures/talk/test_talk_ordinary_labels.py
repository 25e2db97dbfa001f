"""An ordinary word before a colon is asked about, whatever the rest of the talk looks like."""

import pytest

from workbook.measures.talk import read

WORDS = ["Heating", "Rent", "Shoes", "Groceries", "Good news", "Kitchen table"]
PEOPLE = ["Rose", "Dalia", "Supervisor", "Doctor", "Mr. Baker", "Hope Baker", "Interpreter"]


def talk(label):
    return f"Ines: What does it cost?\nDalia: The list.\n{label}: fifty a month.\nInes: Thank you."


@pytest.mark.parametrize("label", WORDS)
def test_a_word_is_asked_about_and_stays_with_the_one_who_speaks(label):
    found = read(talk(label))
    assert [asked.label for asked in found.asked] == [label]
    assert [turn.speaker for turn in found] == ["Ines", "Dalia", "Ines"]
    assert f"{label}: fifty" in found[1].text


@pytest.mark.parametrize("label", WORDS)
def test_the_answer_decides(label):
    assert read(talk(label), voices={label: True})[2].speaker == label
    assert not read(talk(label), voices={label: False}).asked


@pytest.mark.parametrize("label", PEOPLE)
def test_a_name_or_a_role_is_somebody(label):
    found = read(talk(label))
    assert found[2].speaker == label
    assert found.asked == []
