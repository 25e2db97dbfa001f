"""How long exercises take: words at one speed, and decisions besides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.content.model import Exercise, Item, Option
from workbook.kinds import kind_of
from workbook.kinds.pace import SECONDS, WORDS_A_MINUTE, Work, count

WORDS = " ".join(["word"] * 100)


def choice(options, many=False):
    return Exercise("00/x", "choice", "T", items=(Item("", "", options),), settings={"many": many})


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_more_words_never_take_less_time(fewer, more):
    assert Work(fewer + more).minutes >= Work(fewer).minutes
    assert Work(WORDS_A_MINUTE).minutes == 1


def test_a_choice_counts_its_options_and_most_of_its_notes():
    options = tuple(Option(key, WORDS, WORDS) for key in "abcd")
    work = kind_of("choice").work(choice(options))
    assert work == Work(400 + 400 * (4 + 1) / 2 / 4, SECONDS["choose"])
    assert kind_of("choice").work(choice(options, many=True)).words == 800


def test_a_hint_and_the_note_for_leaders_take_no_time_and_the_debrief_does():
    plain = Exercise("00/x", "reflection", "T", items=(Item("a", WORDS),))
    more = Exercise("00/x", "reflection", "T", items=plain.items, hint=WORDS, facilitator=WORDS)
    kind = kind_of("reflection")
    assert kind.work(more) == kind.work(plain) == Work(100, SECONDS["write"])
    after = Exercise("00/x", "reflection", "T", items=plain.items, debrief=WORDS)
    assert kind.work(after).words == 200


WALKED = pytest.param("encounter", marks=pytest.mark.slow)  # on every path


@pytest.mark.parametrize("name", ["choice", "sort", WALKED, "practice", "lots", "instrument"])
def test_every_exercise_of_the_course_takes_some_time(library, name):
    found = [e for e in map(library.exercise, library.exercise_ids()) if e.kind == name]
    assert found
    assert all(0.5 < kind_of(e).work(e).minutes < 60 for e in found)


def test_rounds_are_as_long_as_the_sheet_says(library):
    sheet = library.exercise("03/practice_in_threes")
    rounds = sheet.settings["minutes_each"] * len(sheet.settings["rounds"])
    assert kind_of(sheet).work(sheet).seconds == 60 * rounds


def test_addresses_are_not_read():
    assert count("[one word](https://example.org/a/b/c)", "") == 2
