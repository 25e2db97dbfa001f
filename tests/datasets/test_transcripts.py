"""The invented transcripts: readable, long enough, and coded by the code book alone."""

import re
from pathlib import Path

import pytest

from workbook.measures.talk import read_transcript

FOLDER = Path(__file__).resolve().parents[2] / "datasets" / "transcripts"
CODED = sorted(path.stem.removesuffix("_codes") for path in FOLDER.glob("*_codes.md"))
ROW = re.compile(r"^\| *(\d+) *\| *([^|]*?) *\| *(.*?) *\|$", re.MULTILINE)
FIELDS = 8


def codes_of_the_book():
    text = (FOLDER / "codebook.md").read_text(encoding="utf-8")
    return set(re.findall(r"^#+ `?(\w+)`?|^\| *`(\w+)`", text, re.MULTILINE))


def page(name):
    return (FOLDER / f"{name}_codes.md").read_text(encoding="utf-8")


def test_there_is_one_for_every_field():
    assert len(CODED) >= FIELDS


@pytest.mark.parametrize("name", CODED)
def test_a_transcript_is_read_and_is_long_enough(name):
    turns = read_transcript(FOLDER / f"{name}.csv")
    assert 25 <= len(turns) <= 80
    assert 2 <= len({turn.speaker for turn in turns}) <= 4


def test_two_of_them_have_times():
    timed = [n for n in CODED if read_transcript(FOLDER / f"{n}.csv")[0].start is not None]
    assert len(timed) == 2


@pytest.mark.parametrize("name", CODED)
def test_the_page_of_codes_names_turns_that_exist_with_known_codes_and_a_reason(name):
    known = {code for pair in codes_of_the_book() for code in pair if code}
    rows = ROW.findall(page(name))
    turns = len(read_transcript(FOLDER / f"{name}.csv"))
    assert 10 <= len(rows) <= 25
    numbers = [int(number) for number, _, _ in rows]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] <= turns
    for number, codes, reason in rows:
        assert {code.strip(" `") for code in codes.split(";")} <= known, number
        assert len(reason) > 15, number


@pytest.mark.parametrize("name", CODED)
def test_the_page_says_that_it_is_fiction(name):
    assert "This is fiction. It awaits review by people who have lived it." in page(name)
    assert "may differ" in page(name)
