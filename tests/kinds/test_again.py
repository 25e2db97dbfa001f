"""Questions that are taken up again from earlier exercises."""

import pytest

from workbook.content.library import Library
from workbook.errors import ContentError, WorkbookError
from workbook.kinds import Learner, kind_of
from workbook.words import word

FRONT = """---
kind: again
title: Again
draft: m9-e9
objective: Recall it.
minutes: 3
seed: [S01]
competencies: [1]
values: [integrity]
visibility: none
purpose: Recall.
again: {again}
---
From before.

"""
CHOICE, ITEM = "01/leaning_too_hard", "01/who_does_it_protect#license"


@pytest.fixture
def asked(course):
    """Give a function that writes an exercise with these references, and reads it."""

    def ask(again, parts):
        text = FRONT.replace("{again}", again)
        path = course / "modules" / "exercises" / "02_hierarchy" / "twice.md"
        path.write_text(text + parts, encoding="utf-8")
        return Library(course).exercise("02/twice")

    return ask


def test_options_and_notes_come_from_the_earlier_files(asked, course):
    found = asked(f"{{one: {CHOICE}, two: {ITEM}}}", "## one\n\n## two\nWhom?\n")
    before = Library(course).exercise(CHOICE)
    one, two = found.items
    assert one.options == before.items[0].options
    assert one.text == before.prompt
    assert two.text.startswith("Whom?\n\n")
    assert all(option.text and option.feedback for option in two.options)


def test_a_change_of_the_earlier_file_is_seen_at_once(asked, course):
    found = asked(f"{{one: {CHOICE}}}", "## one\n")
    path = Library(course).path(CHOICE)
    text = path.read_text(encoding="utf-8").replace("Mr. Tran", "Mr. Le")
    library = Library(course)
    library.exercise("02/twice")
    path.write_text(text, encoding="utf-8")
    again = library.exercise("02/twice")
    assert "Mr. Le" in again.items[0].text
    assert again.edition != found.edition


def test_the_page_leads_back_to_the_place(asked):
    found = asked(f"{{one: {CHOICE}}}", "## one\n")
    place = kind_of(found).spec(found, Learner())["places"]["one"]
    assert place["path"] == "modules/01_colonial_roots.ipynb"
    assert place["cell"] == "leaning-too-hard"


@pytest.mark.parametrize(
    ("again", "parts", "name"),
    [
        ("{one: 00/start_line}", "## one\n", "no_question"),
        ("{one: 00/agreements_and_exits}", "## one\n", "no_question"),
        ("{one: 01/who_does_it_protect}", "## one\n", "no_question"),
        (f"{{one: {CHOICE}, two: {CHOICE}}}", "## one\n", "no_part"),
        (f"{{one: {CHOICE}}}", "## one\n\n- [x] A\n  > Why.\n- [ ] B\n  > Why.\n", "twice"),
    ],
)
def test_what_cannot_be_taken_up_is_told_with_its_file(asked, again, parts, name):
    with pytest.raises(ContentError) as caught:
        asked(again, parts)
    text = str(caught.value)
    assert text.startswith("modules/exercises/02_hierarchy/twice.md")
    start = str(word("again_file", name, name="\0")).partition("\0")[2][:20]
    assert start in text


def test_an_earlier_exercise_that_is_not_there_is_told(asked):
    with pytest.raises(WorkbookError):
        asked("{one: 01/no_such}", "## one\n")


def test_an_exercise_does_not_borrow_from_itself(asked):
    with pytest.raises(ContentError) as caught:
        asked("{one: 02/twice}", "## one\n")
    assert word("library", "borrows_itself") in str(caught.value)
