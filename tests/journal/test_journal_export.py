"""Copies that leave the journal, and copies that come back."""

import csv
import errno
import os
import stat

import pytest

from workbook.errors import JournalError
from workbook.journal import Entry, Journal

ID = "01/who_benefits"


@pytest.fixture
def journal(tmp_path):
    journal = Journal(tmp_path / "my-work" / "journal.jsonl")
    journal.learner()
    journal.save(ID, {"chosen": ["b", "c"], "rating": 0, "sure": True, "why": None}, "e1")
    journal.save(ID, {"text": '=HYPERLINK("x")\nsecond line, "quoted" \u2028 \U0001f642'})
    return journal


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_jsonl_export_is_the_entries_line_by_line(journal, tmp_path):
    target = tmp_path / "copy.jsonl"
    assert journal.export(target) == 2
    assert target.read_bytes() == b"".join(entry.line() for entry in journal.entries())
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_csv_export_reads_well_in_a_spreadsheet(journal, tmp_path):
    target = tmp_path / "copy.csv"
    assert journal.export(target) == 2
    head, first, second = table(target)
    assert head == ["time", "exercise", "edition", "response"]
    assert first[1:] == [ID, "e1", "chosen: b, c; rating: 0; sure: yes; why: "]
    assert second[3] == 'text: =HYPERLINK("x")\nsecond line, "quoted" \u2028 \U0001f642'


def test_a_spreadsheet_computes_nothing(journal, tmp_path):
    journal.erase(ID)
    journal.save("=1+1", {"=2+2": "@x"}, "-e")
    journal.export(tmp_path / "copy.csv")
    assert table(tmp_path / "copy.csv")[1][1:] == ["'=1+1", "'-e", "'=2+2: @x"]


def test_half_a_character_does_not_stop_an_export(journal, tmp_path):
    entry = journal.save("01/cut", {"text": "half \ud83d"})
    assert journal.export(tmp_path / "copy.csv") == journal.export(tmp_path / "copy.jsonl") == 3
    other = Journal(tmp_path / "other.jsonl")
    other.merge(tmp_path / "copy.jsonl")
    assert other.latest("01/cut") == entry


def test_an_export_overwrites_only_by_force(journal, tmp_path):
    target = tmp_path / "copy.csv"
    target.write_text("mine")
    with pytest.raises(JournalError, match="is there already.*--force"):
        journal.export(target)
    assert target.read_text() == "mine"
    journal.export(str(target), force=True)
    assert len(table(target)) == 3


@pytest.mark.parametrize("name", ["copy", "copy.txt", "copy.xlsx"])
def test_an_export_needs_a_known_ending(journal, tmp_path, name):
    with pytest.raises(JournalError, match="ends in .jsonl"):
        journal.export(tmp_path / name)
    assert not (tmp_path / name).exists()


def test_an_export_never_replaces_the_journal(journal, tmp_path):
    before = journal.path.read_bytes()
    (tmp_path / "link.jsonl").symlink_to(journal.path)
    for target in (journal.path, tmp_path / "link.jsonl"):
        with pytest.raises(JournalError, match="is the journal itself"):
            journal.export(target, force=True)
    assert journal.path.read_bytes() == before


def test_a_failed_export_leaves_no_file_and_says_that_answers_are_safe(
    journal, tmp_path, monkeypatch
):
    def full(fd):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JournalError, match="The disk is full.*answers are safe"):
        journal.export(tmp_path / "copy.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["my-work"]
    with pytest.raises(JournalError, match="answers are safe"):
        journal.export(tmp_path / "no such folder" / "copy.csv")


def test_a_merge_brings_back_what_is_missing_and_only_that(journal, tmp_path):
    copy = tmp_path / "copy.jsonl"
    journal.export(copy)
    entries = list(journal.entries())
    assert journal.merge(copy) == 0
    journal.erase(ID, entry=entries[0])
    assert journal.merge(copy) == 1
    assert journal.history(ID) == entries
    new = Journal(tmp_path / "other" / "journal.jsonl")
    copy.write_bytes(copy.read_bytes() * 2)
    assert new.merge(copy) == 2
    assert list(new.entries()) == entries
    assert new.merge(copy) == 0


def test_a_merge_of_another_journal_leaves_its_learner_out(journal, tmp_path):
    other = Journal(tmp_path / "other.jsonl")
    other.save("01/other", {})
    other.learner()
    mine = journal.learner()
    assert journal.merge(other.path) == 1
    assert journal.learner() == mine
    assert journal.path.read_bytes().count(b"_learner") == 1


def test_a_merge_into_a_file_with_a_torn_end(journal, tmp_path):
    other = Journal(tmp_path / "other.jsonl")
    other.save("01/other", {})
    with journal.path.open("ab") as file:
        file.write(b'{"version": 1, "id"')
    assert journal.merge(other.path) == 1
    assert journal.count() == 3
    assert len(journal.problems()) == 1


def test_a_damaged_export_gives_what_it_can(journal, tmp_path):
    copy = tmp_path / "copy.jsonl"
    good = Entry.new("01/other", {"n": 1})
    copy.write_bytes(b"torn\n" + good.line() + b'{"version": 2}\n')
    assert journal.merge(copy) == 1
    assert journal.latest("01/other") == good


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"time,exercise\n2026,01/x\n", "copy.jsonl is not an export.*line 1 is not an answer"),
        (b"\n\n[]\n", "line 3 is not an answer"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "line 1 is not an answer"),
        (b'{"version": 2, "id": "a"}\n', "newer version.*line 1.*Update the workbook"),
    ],
)
def test_what_is_no_export_is_refused_with_its_line(journal, tmp_path, content, reason):
    copy, before = tmp_path / "copy.jsonl", journal.path.read_bytes()
    copy.write_bytes(content)
    with pytest.raises(JournalError, match=reason) as caught:
        journal.merge(copy)
    assert "Nothing was imported." in str(caught.value)
    assert journal.path.read_bytes() == before


def test_a_merge_of_nothing(journal, tmp_path):
    with pytest.raises(JournalError, match=r"There is no .*gone.jsonl. Nothing was imported."):
        journal.merge(tmp_path / "gone.jsonl")
    with pytest.raises(JournalError, match="is a folder"):
        journal.merge(tmp_path)
    (tmp_path / "empty.jsonl").touch()
    assert journal.merge(tmp_path / "empty.jsonl") == 0


def test_a_merge_cut_short_is_finished_by_the_next(journal, tmp_path, monkeypatch):
    other = Journal(tmp_path / "other.jsonl")
    for n in range(5):
        other.save("01/other", {"n": n})
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, data[: len(data) // 2]))
    with pytest.raises(JournalError, match="The disk is full. Not all answers were imported"):
        journal.merge(other.path)
    monkeypatch.undo()
    assert journal.merge(other.path) == 3
    assert {entry.id for entry in journal.history("01/other")} == {e.id for e in other.entries()}
    assert journal.count() == 7
