"""Copies that leave the journal, and copies that come back."""

import csv
import errno
import os
import stat

import pytest

from workbook.errors import JournalError
from workbook.journal import Entry, Journal
from workbook.words import word

ID = "01/who_benefits"


@pytest.fixture
def journal(tmp_path):
    journal = Journal(tmp_path / "my-work" / "journal.jsonl")
    journal.learner()
    journal.save(ID, {"chosen": ["b", "c"], "rating": 0, "sure": True, "why": None}, "e1")
    journal.save(ID, {"text": '=HYPERLINK("x")\nsecond line, "quoted" \u2028 \U0001f642'})
    return journal


def refusal(action, *args):
    """Give the message of what is refused."""
    with pytest.raises(JournalError) as caught:
        action(*args)
    return caught.value.args[0]


def parts(message):
    """Give the names of the three sentences: what happened, what is safe, what to do."""
    assert message.identifier == "journal.refusal"
    return [message.values[name].name for name in ("happened", "safe", "todo")]


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
    safe = word("journal", "nothing_exported")
    there = word("journal", "already_there", path=target, safe=safe)
    assert refusal(journal.export, target) == there
    assert target.read_text() == "mine"
    journal.export(str(target), force=True)
    assert len(table(target)) == 3


@pytest.mark.parametrize("name", ["copy", "copy.txt", "copy.xlsx"])
def test_an_export_needs_a_known_ending(journal, tmp_path, name):
    assert refusal(journal.export, tmp_path / name).identifier == "journal.other_ending"
    assert not (tmp_path / name).exists()


def test_an_export_never_replaces_the_journal(journal, tmp_path):
    before = journal.path.read_bytes()
    (tmp_path / "link.jsonl").symlink_to(journal.path)
    for target in (journal.path, tmp_path / "link.jsonl"):
        message = refusal(lambda target=target: journal.export(target, force=True))
        assert message == word("journal", "is_the_journal", path=target)
    assert journal.path.read_bytes() == before


def test_a_failed_export_leaves_no_file_and_says_that_answers_are_safe(
    journal, tmp_path, monkeypatch
):
    def full(fd):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    full = ["disk_full", "nothing_exported", "free_space"]
    assert parts(refusal(journal.export, tmp_path / "copy.csv")) == full
    assert [path.name for path in tmp_path.iterdir()] == ["my-work"]
    message = refusal(journal.export, tmp_path / "no such folder" / "copy.csv")
    assert parts(message)[1] == "nothing_exported"


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
        (b"time,exercise\n2026,01/x\n", ("not_an_export", 1)),
        (b"\n\n[]\n", ("not_an_export", 3)),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ("not_an_export", 1)),
        (b'{"version": 2, "id": "a"}\n', ("newer_export", 1)),
    ],
)
def test_what_is_no_export_is_refused_with_its_line(journal, tmp_path, content, reason):
    copy, before = tmp_path / "copy.jsonl", journal.path.read_bytes()
    copy.write_bytes(content)
    name, line = reason
    expected = word("journal", name, name="copy.jsonl", line=line)
    assert refusal(journal.merge, copy) == expected
    assert word("journal", "nothing_imported") in expected
    assert journal.path.read_bytes() == before


def test_a_merge_of_nothing(journal, tmp_path):
    gone = refusal(journal.merge, tmp_path / "gone.jsonl")
    assert parts(gone) == ["not_there", "nothing_imported", "check_name"]
    assert gone.values["happened"].values["path"] == tmp_path / "gone.jsonl"
    assert parts(refusal(journal.merge, tmp_path))[0] == "is_folder"
    (tmp_path / "empty.jsonl").touch()
    assert journal.merge(tmp_path / "empty.jsonl") == 0


def test_a_merge_cut_short_is_finished_by_the_next(journal, tmp_path, monkeypatch):
    other = Journal(tmp_path / "other.jsonl")
    for n in range(5):
        other.save("01/other", {"n": n})
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, data[: len(data) // 2]))
    message = refusal(journal.merge, other.path)
    assert parts(message) == ["disk_full", "not_all_imported", "free_space"]
    monkeypatch.undo()
    assert journal.merge(other.path) == 3
    assert {entry.id for entry in journal.history("01/other")} == {e.id for e in other.entries()}
    assert journal.count() == 7
