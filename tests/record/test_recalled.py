"""Ratings of the same lines at several times, read beside each other."""

from dataclasses import replace

import pytest
from the_course import COURSE

from workbook.content.reader import parse_exercise
from workbook.journal import Journal
from workbook.kinds import kind_of
from workbook.record.portfolio import gather
from workbook.record.recalled import recalled
from workbook.words import word

NOW, THEN, START = "05/start_line_now", "05/start_line_then", "00/start_line"


@pytest.fixture
def line():
    return COURSE.exercise(NOW)


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "journal.jsonl")


def test_each_line_says_what_was_put_at_each_time(journal, line):
    journal.save(START, {"ratings": {"facts": "4", "place": "1"}})
    journal.save(THEN, {"ratings": {"facts": "2"}})
    entry = journal.save(NOW, {"ratings": {"facts": "3", "place": "cannot_tell"}})
    said = recalled(journal, line, entry)
    scale, names = line.settings["scale"], line.settings["compared"]
    marks = {START: scale[3], THEN: scale[1], NOW: scale[2]}
    in_order = "\n".join(f"{names[key]}: {mark}" for key, mark in marks.items())
    assert len(said) == len(line.items)
    assert said[0].endswith(in_order)
    place = next(text for text in said if text.startswith(line.item("place").text))
    assert str(word("rating_said", "empty")) in place
    assert str(word("rating_said", "cannot_tell")) in place


def test_alone_it_is_said_as_any_rating(journal, line):
    entry = journal.save(NOW, {"ratings": {"facts": "3"}})
    kind = kind_of(line)
    assert recalled(journal, line, entry) == kind.say(line, kind.read(line, entry.response))


def test_the_portfolio_says_other_times_but_never_one_that_is_shared(journal, line, monkeypatch):
    journal.save(START, {"ratings": {"facts": "4"}})
    journal.save(NOW, {"ratings": {"facts": "3"}})
    shareable = replace(line, visibility="shareable")
    library, read = type(COURSE), COURSE.exercise
    monkeypatch.setattr(library, "exercise", lambda self, i: shareable if i == NOW else read(i))
    own, shared = (gather(COURSE, journal, without_private=w).parts[-1] for w in (False, True))
    at_start = str(
        word(
            "rating_said",
            "at",
            name=line.settings["compared"][START],
            said=line.settings["scale"][3],
        )
    )
    assert at_start in own.body
    assert line.settings["scale"][2] in shared.body
    assert line.settings["scale"][3] not in shared.body


def test_a_time_without_an_answer_is_left_out(journal, line):
    journal.save(START, {"ratings": {"facts": "4"}})
    entry = journal.save(NOW, {"ratings": {"facts": "3"}})
    said = " ".join(recalled(journal, line, entry))
    assert line.settings["compared"][THEN] not in said


def test_ratings_with_other_lines_cannot_be_compared(line):
    other = COURSE.exercise(START)
    text = line.file.read_text(encoding="utf-8").replace(START, "00/nothing")
    wrong = parse_exercise(text, NOW, path=line.file)
    then = COURSE.exercise(THEN)
    kind = kind_of(line)
    assert kind.problems_among([line, other, then]) == []
    [problem] = kind.problems_among([wrong, other, then])
    assert problem.identifier == "rating_check.compared"
