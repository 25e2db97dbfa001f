"""A line of the log that was erased for good does not come back with another computer's copy."""

import pytest

from workbook.journal import Journal
from workbook.record.erased import bring_in

LOG = "05/log"
LINE = {"line": "a", "week": "2026-W48", "did": "yes", "text": "Words to leave the file."}
GONE = {"line": "a", "gone": True, "erased": True}


@pytest.fixture
def two(journal, tmp_path):
    """Two computers with the same log: a line, and another one."""
    journal.save(LOG, LINE)
    journal.save(LOG, {**LINE, "line": "b", "text": "This one stays."})
    other = Journal(tmp_path / "other.jsonl")
    other.merge(journal.path)
    return journal, other


def erase(journal):
    """Erase a line as its page does: it says so, and the earlier words leave the file."""
    first = journal.history(LOG)[0]
    journal.save(LOG, GONE)
    journal.erase(LOG, entry=first)


def test_erased_here_then_a_copy_with_the_line_is_brought_in(library, two):
    home, other = two
    erase(home)
    assert bring_in(library, home, other.path) == 0
    text = home.path.read_text("utf-8")
    assert LINE["text"] not in text and "This one stays." in text


def test_erased_there_then_that_copy_is_brought_in_here(library, two):
    home, other = two
    erase(other)
    bring_in(library, home, other.path)
    assert LINE["text"] not in home.path.read_text("utf-8")
    assert {"line": "a", "gone": True, "erased": True} in [e.response for e in home.history(LOG)]


def test_erased_on_both_the_asking_stays_on_both(library, two):
    home, other = two
    erase(home)
    erase(other)
    bring_in(library, home, other.path)
    assert [e.response for e in home.history(LOG)].count(GONE) == 2
    assert bring_in(library, home, other.path) == 0


def test_what_was_erased_whole_comes_back_when_a_copy_is_brought_in(library, two):
    home, other = two
    home.erase(LOG)
    assert bring_in(library, home, other.path) == 2
