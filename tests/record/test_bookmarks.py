"""Bookmarks and private notes on sections: kept, listed, exported, erased like any answer."""

import pytest
from the_course import COURSE

from workbook.journal import Journal
from workbook.record.answers import answered
from workbook.record.bookmarks import bookmark, bookmark_ids, bookmarks, is_bookmark
from workbook.record.desk import Desk
from workbook.record.export import export_answers
from workbook.record.resume import go_on

ID, GONE = "00/section:use-it", "02/section:no-longer-there"
NOTE = {"marked": [], "texts": {"note": "Ask about \u201cthe pen\u201d."}}


@pytest.fixture(scope="module")
def course():
    return COURSE


@pytest.fixture
def bench(course, tmp_path):
    return Desk(course, Journal(tmp_path / "journal.jsonl"))


def test_every_section_of_the_course_can_be_marked(course):
    ids = bookmark_ids(course)
    assert len(ids) == len(set(ids)) > 30
    assert all(map(is_bookmark, ids)) and not any(map(is_bookmark, course.exercise_ids()))
    assert all(bookmark(course, one).visibility == "private" for one in ids)


def test_they_are_listed_in_the_order_of_the_course_without_their_words(bench):
    bench.journal.save(GONE, NOTE)
    bench.journal.save("01/section:title", {"marked": ["here"]})
    bench.journal.save(ID, NOTE)
    found = bookmarks(bench)
    assert [one["id"] for one in found] == [ID, "01/section:title", GONE]
    assert [(one["marked"], one["noted"]) for one in found[:2]] == [(False, True), (True, False)]
    assert "pen" not in str(found)
    assert found[2]["title"] == "No longer there"


@pytest.mark.parametrize("response", [{}, {"marked": [], "texts": {}}, {"marked": "x"}])
def test_one_that_was_taken_away_is_listed_no_more(bench, response):
    bench.journal.save(ID, NOTE)
    bench.journal.save(ID, response)
    assert bookmarks(bench) == []


def test_they_stand_in_every_copy_and_are_marked_private(bench, tmp_path):
    bench.journal.save("00/start_line", {"ratings": {}})
    bench.journal.save(ID, NOTE)
    bench.journal.save(GONE, NOTE)
    found = {one.id: one for one in answered(bench.library, bench.journal)}
    assert list(found) == ["00/start_line", ID, GONE]
    assert found[ID].private and found[GONE].private
    assert found[ID].answers[0].lines == (NOTE["texts"]["note"],)
    assert found[ID].answers[0].wording == "unstated"
    for ending in ("csv", "html", "md", "jsonl"):
        path = tmp_path / f"copy.{ending}"
        assert export_answers(bench.library, bench.journal, path) == 3
        assert "the pen" in path.read_text("utf-8-sig")
    other = Journal(tmp_path / "other.jsonl")
    assert other.merge(tmp_path / "copy.jsonl") == 3
    assert other.latest(ID).response == NOTE


def test_they_are_erased_one_by_one_and_with_the_rest(bench):
    bench.journal.save(ID, NOTE)
    bench.journal.save(GONE, NOTE)
    bench.journal.erase(ID)
    assert [one["id"] for one in bookmarks(bench)] == [GONE]
    bench.journal.erase_all()
    assert bookmarks(bench) == []


def test_they_count_nothing_as_done_and_lead_nowhere(bench):
    before = bench.progress()
    bench.journal.save("01/section:title", NOTE)
    assert bench.progress() == before and go_on(bench) is None
