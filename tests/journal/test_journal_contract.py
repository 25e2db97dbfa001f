"""What other parts of the workbook may rely on when they use the journal."""

import json
import os
import stat
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbook.errors import JournalError
from workbook.journal import Entry, Journal, journal_path

ID = "01/who_benefits"
HOUR = timedelta(hours=1)


def lines(journal):
    return [json.loads(raw) for raw in journal.path.read_bytes().split(b"\n") if raw]


def test_nothing_is_written_before_the_first_save(journal):
    assert journal.latest(ID) is None
    assert journal.history(ID) == list(journal.entries()) == journal.problems() == []
    assert journal.count() == 0
    assert not journal.path.parent.exists()


def test_a_line_has_the_fields_of_the_contract(journal):
    entry = journal.save(ID, {"chosen": ["b"]}, "2026-11")
    assert list(lines(journal)[0]) == ["version", "id", "time", "exercise", "edition", "response"]
    assert lines(journal)[0] == {
        "version": 1,
        "id": str(uuid.UUID(entry.id, version=4)),
        "time": entry.time,
        "exercise": ID,
        "edition": "2026-11",
        "response": {"chosen": ["b"]},
    }
    assert entry.time.endswith("+00:00") and len(entry.time) == 32
    assert abs(datetime.now(UTC) - entry.when) < HOUR


def test_latest_and_history(journal):
    first = journal.save(ID, {"n": 1})
    other = journal.save("01/other", {"n": 2})
    second = journal.save(ID, {"n": 3})
    assert journal.latest(ID) == second
    assert journal.history(ID) == [first, second]
    assert list(journal.entries()) == [first, other, second]
    assert journal.exercises() == ["01/other", ID]
    assert journal.count() == 3


def test_a_recovered_draft_is_placed_by_the_time_it_was_typed(journal):
    first = journal.save(ID, {"n": 1})
    draft = journal.save(ID, {"n": 2}, time=first.when - HOUR)
    assert journal.latest(ID) == first
    assert journal.history(ID) == [draft, first]
    assert list(journal.entries()) == [first, draft]


def test_of_equal_times_the_later_line_wins(journal):
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    saved = [journal.save(ID, {"n": n}, time=moment) for n in range(3)]
    assert journal.latest(ID) == saved[-1]


def test_a_time_in_the_future_becomes_now(journal):
    entry = journal.save(ID, {}, time=datetime.now(UTC) + HOUR)
    assert entry.when <= datetime.now(UTC)


def test_a_time_without_zone_is_refused(journal):
    with pytest.raises(ValueError, match="time zone"):
        journal.save(ID, {}, time=datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_new_answer_is_the_latest_even_if_the_clock_was_set_back(journal):
    future = Entry.new(ID, {"n": 1}, time="2199-01-01T00:00:00.000000+00:00")
    journal.save("01/other", {})
    journal.path.write_bytes(future.line())
    entry = journal.save(ID, {"n": 2})
    assert journal.latest(ID) == entry == Journal(journal.path).latest(ID)


def test_times_of_other_zones_are_compared_as_moments(journal):
    early = Entry.new(ID, {"n": 1}, time="2026-01-01T10:00:00+09:00")
    late = Entry.new(ID, {"n": 2}, time="2026-01-01T02:00:00Z")
    journal.path.parent.mkdir()
    journal.path.write_bytes(late.line() + early.line())
    assert journal.latest(ID).response == {"n": 2}
    assert journal.latest(ID).time == "2026-01-01T02:00:00.000000+00:00"


def test_what_a_caller_does_to_a_response_changes_nothing_in_the_journal(journal):
    given = {"chosen": ["a"]}
    saved = journal.save(ID, given)
    given["chosen"].append("b")
    journal.latest(ID).response["chosen"].append("c")
    assert journal.latest(ID).response == saved.response == {"chosen": ["a"]}


def test_the_words_are_in_no_repr(journal):
    entry = journal.save(ID, {"text": "a secret"})
    assert "secret" not in repr(entry) + repr(journal) + repr(journal.history(ID))


def test_file_and_folder_are_private(journal):
    journal.save(ID, {})
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.path.parent.stat().st_mode) == 0o700
    journal.save("01/other", {})
    journal.erase(ID)
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600


def test_one_save_is_one_write_of_a_whole_line_and_then_a_sync(journal, monkeypatch):
    journal.save(ID, {})
    calls, real = [], {name: getattr(os, name) for name in ("open", "write", "fsync")}

    def spy(name):
        def call(*args, **kwargs):
            result = real[name](*args, **kwargs)
            calls.append((name, args, result))
            return result

        monkeypatch.setattr(os, name, call)

    for name in real:
        spy(name)
    entry = journal.save(ID, {"text": "one"})
    monkeypatch.undo()
    opened = [call for call in calls if call[0] == "open" and Path(call[1][0]) == journal.path]
    assert [call[1][1] & os.O_APPEND for call in opened] == [os.O_APPEND]
    fd = opened[0][2]
    assert [call[:2] for call in calls if call[0] != "open"] == [
        ("write", (fd, entry.line())),
        ("fsync", (fd,)),
    ]


def test_a_file_without_final_newline_gets_one_first(journal):
    first = journal.save(ID, {"n": 1})
    journal.path.write_bytes(journal.path.read_bytes()[:-1])
    second = journal.save(ID, {"n": 2})
    assert journal.history(ID) == Journal(journal.path).history(ID) == [first, second]
    assert journal.problems() == []


def test_undo_is_a_save_of_the_earlier_response(journal):
    first = journal.save(ID, {"n": 1})
    journal.save(ID, {"n": 2})
    journal.save(ID, first.response)
    assert journal.latest(ID).response == {"n": 1}
    assert journal.count() == 3


def test_the_learner_line_is_left_out_of_everything(journal, tmp_path):
    learner = journal.learner()
    entry = journal.save(ID, {})
    assert [line["exercise"] for line in lines(journal)] == ["_learner", ID]
    assert list(journal.entries()) == [entry]
    assert (journal.count(), journal.exercises()) == (1, [ID])
    journal.export(tmp_path / "copy.jsonl")
    assert b"_learner" not in (tmp_path / "copy.jsonl").read_bytes()
    assert learner == journal.learner() == Journal(journal.path).learner()
    assert 0 <= learner.seed < 2**32


@pytest.mark.parametrize("act", ["save", "erase"])
@pytest.mark.parametrize("name", ["_learner", "", None])
def test_no_exercise_has_a_reserved_name(journal, act, name):
    learner = journal.learner()
    with pytest.raises(JournalError) as caught:
        journal.save(name, {}) if act == "save" else journal.erase(name)
    said = caught.value.args[0]
    assert (said.identifier, said.values) == ("journal.no_exercise", {"exercise": repr(name)})
    assert journal.learner() == learner


def test_a_linked_journal_stays_a_link(tmp_path):
    (tmp_path / "drive").mkdir()
    (tmp_path / "journal.jsonl").symlink_to(tmp_path / "drive" / "real.jsonl")
    journal = Journal(tmp_path / "journal.jsonl")
    journal.save(ID, {})
    journal.save("01/other", {})
    journal.erase(ID)
    assert (tmp_path / "journal.jsonl").is_symlink()
    assert Journal(tmp_path / "drive" / "real.jsonl").count() == 1


def test_a_relative_path_stays_the_same_file_when_the_folder_changes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    journal = Journal("journal.jsonl")
    journal.save(ID, {})
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert journal.count() == 1


@pytest.mark.parametrize(
    ("root", "named", "expected"),
    [
        ("/course", "", "/course/my-work/journal.jsonl"),
        ("/course/edition-2027", "", "/course/my-work/journal.jsonl"),
        ("/course", "/elsewhere/j.jsonl", "/elsewhere/j.jsonl"),
        ("/course", "j.jsonl", "/course/j.jsonl"),
    ],
)
def test_where_the_journal_is(monkeypatch, root, named, expected):
    monkeypatch.setenv("WORKBOOK_JOURNAL", named)
    assert journal_path(root) == Path(expected)
    assert journal_path(Path(root)) == Path(expected)
