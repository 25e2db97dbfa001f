"""Opened notes in a copy to keep: each stands below what it is about."""

import pytest

from workbook.content.markup import labelled, plain_words
from workbook.kinds.keepsake import notes_opened
from workbook.words import words


def about(exercise, item, option, labels=None):
    """Give the words above a note."""
    note = {"item": item, "option": option, "html": "<p>A note.</p>"}
    found = notes_opened(exercise, {"notes": [note], "debrief": "", "hint": ""}, labels)
    return found.partition("<strong>")[2].partition("</strong>")[0]


@pytest.fixture
def sort(samples):
    return samples["sort"]


@pytest.fixture
def item(sort):
    return plain_words(sort.items[0].text).rstrip(": ")


def test_a_note_on_an_item_stands_below_its_words_alone(sort, item):
    assert about(sort, sort.items[0].key, "") == item


def test_a_note_on_a_choice_stands_below_its_words_alone(samples):
    option = samples["choice"].items[0].options[0]
    assert about(samples["choice"], "", option.key) == plain_words(option.text)


def test_a_note_on_both_stands_below_both(sort, item):
    assert about(sort, sort.items[0].key, "x", {"x": "A way"}) == labelled(item, "A way")


def test_a_note_on_neither_is_called_a_note(sort):
    assert about(sort, "", "") == words("exercise")["note"]
