"""Lists inside lists: a line nested deeper than any answer neither comes in nor breaks a copy."""

import pytest

from workbook.errors import JournalError
from workbook.journal import Entry, Journal
from workbook.journal.response import DEEPEST, too_deep
from workbook.words import word

ID = "01/who_benefits"


@pytest.fixture
def journal(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.save(ID, {"n": 1})
    return journal


def nested(depth):
    """Give the line of an answer that lies as deep as no answer of the course."""
    head, _, tail = Entry.new("01/deep", {"n": 0}).line()[:-1].rpartition(b"0")
    return head + b"[" * depth + b"]" * depth + tail


@pytest.mark.parametrize("depth", [101, 400, 900, 990, 3000, 100_000])
def test_a_line_nested_too_deep_is_left_out_of_everything(journal, tmp_path, depth):
    first = journal.latest(ID)
    with journal.path.open("ab") as file:
        file.write(nested(depth) + b"\n")
    assert journal.exercises() == [ID] and len(journal.problems()) == 1
    for name in ("copy.jsonl", "copy.csv"):
        assert journal.export(tmp_path / name) == 1
    (tmp_path / "other.jsonl").write_bytes(nested(depth) + b"\n" + first.line())
    other = Journal(tmp_path / "there.jsonl")
    assert other.merge(tmp_path / "other.jsonl") == 1
    assert list(other.entries()) == [first]


def test_a_response_nested_too_deep_is_refused(journal):
    deep = {}
    for _ in range(300):
        deep = {"deep": [deep]}
    with pytest.raises(JournalError) as caught:
        journal.save(ID, deep)
    assert caught.value.args[0] == word("journal", "no_form")
    journal.save(ID, {"deep": [[[[["as deep as this is fine"]]]]]})


def test_just_as_deep_as_is_allowed_is_not_too_deep():
    value: list = []
    for _ in range(DEEPEST):
        value = [value]
    assert (too_deep(value), too_deep([value])) == (False, True)
