"""Clocks that are ahead, behind or corrected: what was answered later stays the later answer."""

import itertools
import json
from datetime import UTC, datetime, timedelta

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from the_course import COURSE

from workbook.journal import Entry, Journal, store
from workbook.journal.moment import believed, just_before
from workbook.record.answers import answered, local_date
from workbook.words import word

ID = "01/who_benefits"
DAY = timedelta(days=1)
FUTURE = "2199-01-01T00:00:00.000000+00:00"
END = "9999-12-31T23:59:59.999999+00:00"


class Clock(datetime):
    """A clock that is wrong by as much as a test says."""

    wrong = timedelta()

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + cls.wrong


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(store, "datetime", Clock)
    monkeypatch.setattr(Clock, "wrong", timedelta())
    return Clock


def machines(folder, count=2):
    return [Journal(folder / str(n) / "journal.jsonl") for n in range(count)]


def numbers(journal):
    return [entry.response["n"] for entry in journal.history(ID)]


def meet(folder, one, other):
    """Bring the answers of each to the other."""
    for n, (giver, taker) in enumerate(((one, other), (other, one))):
        copy = folder / f"copy{n}.jsonl"
        giver.export(copy, force=True)
        taker.merge(copy)


@pytest.mark.parametrize("date", [FUTURE, END])
def test_answers_after_one_of_the_future_keep_their_order(tmp_path, date):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.path.write_bytes(Entry.new(ID, {"n": 0}, time=date).line())
    for n in (1, 2, 3):
        assert journal.latest(ID).response == {"n": n - 1}
        journal.save(ID, {"n": n})
    assert numbers(journal) == numbers(Journal(journal.path)) == [0, 1, 2, 3]


def test_the_order_does_not_hang_on_the_order_of_the_lines(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.path.write_bytes(Entry.new(ID, {"n": 0}, time=FUTURE).line())
    for n in (1, 2):
        journal.save(ID, {"n": n})
    lines = journal.path.read_bytes().splitlines(keepends=True)
    for order in itertools.permutations(lines):
        journal.path.write_bytes(b"".join(order))
        assert numbers(Journal(journal.path)) == [0, 1, 2]


def test_an_answer_to_one_that_was_brought_in_is_later_on_both_machines(tmp_path, clock):
    ahead, right = machines(tmp_path)
    clock.wrong = 400 * DAY
    ahead.save(ID, {"n": 1})
    clock.wrong = timedelta()
    meet(tmp_path, ahead, right)
    right.save(ID, {"n": 2})
    meet(tmp_path, ahead, right)
    assert numbers(ahead) == numbers(right) == [1, 2]
    clock.wrong = -400 * DAY
    ahead.save(ID, {"n": 3})
    clock.wrong = timedelta()
    meet(tmp_path, ahead, right)
    assert numbers(ahead) == numbers(right) == [1, 2, 3]


@examples(40)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(-800, 800)), max_size=8))
def test_machines_that_always_meet_agree_and_keep_the_order(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("machines")
    journals = machines(folder, 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "datetime", Clock)
        for n, (who, days) in enumerate(steps):
            patch.setattr(Clock, "wrong", days * DAY)
            journals[who].save(ID, {"n": n})
            for other in {0, 1, 2} - {who}:
                meet(folder, journals[who], journals[other])
    assert all(numbers(journal) == list(range(len(steps))) for journal in journals)


def test_a_corrected_clock_is_written_down_and_the_date_is_true(tmp_path, clock):
    journal = Journal(tmp_path / "journal.jsonl")
    clock.wrong = 300 * DAY
    wrong = journal.save(ID, {"n": 1})
    clock.wrong = timedelta()
    right = journal.save(ID, {"n": 2})
    assert right.when > wrong.when and Entry.read(right.line()) == right
    assert believed(wrong) is None
    assert abs(believed(right) - datetime.now(UTC)) < timedelta(minutes=5)
    [exercise] = answered(COURSE, journal)
    assert [answer.when is None for answer in exercise.answers] == [False, True]
    assert local_date(None) == word("record", "no_date")
    journal.export(tmp_path / "copy.jsonl")
    other = Journal(tmp_path / "other.jsonl")
    other.merge(tmp_path / "copy.jsonl")
    assert other.latest(ID) == right


def test_a_clock_that_is_right_leaves_the_line_as_it_was(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    for n in range(20):
        journal.save(ID, {"n": n})
    keys = ["version", "id", "time", "exercise", "edition", "response"]
    lines = [json.loads(line) for line in journal.path.read_bytes().splitlines()]
    assert all(list(line) == keys for line in lines)
    assert len({line["time"] for line in lines}) == len(lines)


@pytest.mark.parametrize("clock", ["yesterday", 7, None, [], ""])
def test_a_clock_that_is_none_spoils_no_answer(clock):
    line = json.dumps({**json.loads(Entry.new(ID, {}).line()), "clock": clock})
    assert Entry.read(line.encode()).clock == ""


def test_what_is_filed_as_older_is_never_the_latest(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    latest = journal.save(ID, {"n": 1})
    for moment in (latest.when + DAY, latest.when, latest.when - DAY):
        journal.save(ID, {"n": 0}, time=just_before(moment, journal.latest(ID)))
    assert journal.latest(ID) == latest
    assert just_before(latest.when, None) == latest.when


def test_a_save_that_is_sent_again_is_written_once(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    name = "3d1f5a0e-6b0a-4a43-9a52-0d9d8b4a7c11"
    first = journal.save(ID, {"n": 1}, id=name)
    assert first.id == name
    assert Journal(journal.path).save(ID, {"n": 1}, id=name) == first
    assert journal.count() == 1 and journal.save(ID, {"n": 2}).id != name


def test_a_save_reads_no_earlier_answer_again(tmp_path, monkeypatch):
    journal, name = Journal(tmp_path / "journal.jsonl"), "3d1f5a0e-6b0a-4a43-9a52-0d9d8b4a7c11"
    first = journal.save(ID, {"n": 0}, id=name)
    later = [journal.save(ID, {"n": n}).id for n in range(1, 50)]
    read = []
    monkeypatch.setattr(Entry, "read", lambda raw, real=Entry.read: read.append(raw) or real(raw))
    journal.save("01/other", {"n": 1})
    assert journal.save(ID, {"n": 0}, id=name) == first and len(read) == 1
    journal.save(ID, {"n": 50}, id="5a0e6b0a-3d1f-4a43-9a52-0d9d8b4a7c11")
    assert len(read) == 1 and journal.count() == len(later) + 3
