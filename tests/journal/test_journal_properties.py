"""Whatever is saved, in whatever order, and wherever the file is cut."""

import os
import re
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from examples import examples, is_whole_run
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from workbook.errors import JournalError
from workbook.journal import Entry, Journal

ID = "01/who_benefits"
NEWLINE = 10
QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# Every code point, halves of characters included (a browser can cut an emoji in two).
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
SCALARS = st.none() | st.booleans() | st.integers() | ANY_TEXT
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
RESPONSES = st.dictionaries(
    ANY_TEXT,
    st.recursive(
        SCALARS | NUMBERS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def joined(value):
    """Join the two halves of a character where they meet, as every JSON reader does."""
    if isinstance(value, dict):
        return {joined(key): joined(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [joined(inner) for inner in value]
    if isinstance(value, str):
        return PAIR.sub(
            lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), value
        )
    return value


@QUICK
@given(response=RESPONSES)
@example(response={"text": "line\u2028 end\u2029 next\x85 null\x00 \x1c \r\n \x7f"})
@example(response={"text": "half \ud83d and \ude00 apart", "both": "\ud83d\ude00"})
@example(response={"\u2028": "\ufeff\uffff\U0010ffff"})
def test_any_json_response_comes_back(tmp_path, response):
    journal = Journal(tmp_path / "journal.jsonl")
    before = journal.count()
    entry = journal.save(ID, response)
    assert entry.response == joined(response)
    for reader in (journal, Journal(journal.path)):
        assert reader.latest(ID) == entry
        assert (reader.count(), reader.problems()) == (before + 1, [])
    text = journal.path.read_text(encoding="utf-8")
    assert len(text.splitlines()) == before + 1  # one line for every tool


@QUICK
@given(exercise=ANY_TEXT.filter(lambda text: text not in ("", "_learner")), edition=ANY_TEXT)
def test_any_name_and_edition_come_back(tmp_path, exercise, edition):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.erase_all()
    entry = journal.save(exercise, {}, edition)
    assert next(journal.entries()) == entry
    assert journal.latest(entry.exercise) == entry
    assert entry.edition == joined(edition)
    assert journal.erase(entry.exercise) == 1


@QUICK
@given(moment=st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.timezones()))
def test_any_moment_is_kept_and_never_later_than_now(tmp_path, moment):
    entry = Journal(tmp_path / "journal.jsonl").save(ID, {}, time=moment)
    assert entry.when == moment.astimezone(UTC) or entry.when <= datetime.now(UTC) < moment


@pytest.mark.slow
def test_a_file_cut_at_any_byte_keeps_all_whole_entries(tmp_path):
    whole = Journal(tmp_path / "whole.jsonl")
    whole.learner()
    for text in ("first", "zweite \u00e9\u00e8 \U0001f642", "third \u2028 \ud83d"):
        whole.save(ID, {"text": text})
    entries = list(whole.entries())
    data = whole.path.read_bytes()
    ends = [data.index(entry.line()) + len(entry.line()) - 1 for entry in entries]
    watching = Journal(tmp_path / "cut.jsonl")
    for cut in range(len(data) + 1):
        watching.path.write_bytes(data[:cut])
        expected = [entry for entry, end in zip(entries, ends, strict=True) if end <= cut]
        assert watching.history(ID) == list(watching.entries()) == expected
        left_out = watching.problems()
        in_a_line = cut and data[cut - 1] != NEWLINE and cut < len(data) and data[cut] != NEWLINE
        assert len(left_out) == bool(in_a_line)
        after = watching.save("01/after", {"cut": cut})
        assert Journal(watching.path).history(ID) == expected
        assert Journal(watching.path).latest("01/after") == after
        assert len(watching.problems()) == len(left_out)


@QUICK
@given(junk=st.binary(max_size=200))
def test_any_bytes_in_the_file_never_hide_an_answer(tmp_path, junk):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.erase_all()
    first = journal.save(ID, {"n": 1})
    with journal.path.open("ab") as file:
        file.write(junk)
    second = journal.save(ID, {"n": 2})
    assert journal.history(ID) == Journal(journal.path).history(ID) == [first, second]
    assert list(journal.entries()) == [first, second]


def test_an_index_is_right_after_other_writers_replaced_the_file(tmp_path):
    reader, writer = (Journal(tmp_path / "journal.jsonl") for _ in range(2))
    kept = writer.save("01/kept", {"n": 0})
    for n in range(150):  # lines of one length; the system reuses the numbers of erased files
        for _ in range(n % 3):
            writer.save(ID, {"n": 100 + n})
            writer.erase(ID)
        entry = writer.save(ID, {"n": 100 + n})
        assert reader.latest(ID) == entry
        assert reader.latest("01/kept") == kept
        writer.erase(ID)
        assert n % 2 or reader.latest(ID) is None


def test_an_index_is_right_after_a_person_edited_the_file(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.save(ID, {"n": "one"})
    journal.save("01/other", {})
    data = journal.path.read_bytes()
    assert journal.exercises() == ["01/other", ID]
    journal.path.write_bytes(data.replace(b"who_benefits", b"who_was_here"))
    os.utime(journal.path, ns=(1, 1))
    assert journal.exercises() == ["01/other", "01/who_was_here"]
    journal.path.write_bytes(data.replace(b"one", b"a longer text"))
    assert journal.latest(ID).response == {"n": "a longer text"}
    assert journal.count() == 2
    journal.path.unlink()
    assert journal.count() == 0


def test_an_index_of_blank_lines_is_not_taken_for_a_newer_file(tmp_path):
    reader, writer = (Journal(tmp_path / "journal.jsonl") for _ in range(2))
    for _ in range(20):
        writer.path.write_bytes(b"\n\n")
        assert reader.count() == 0
        writer.erase_all()
        entry = writer.save(ID, {})  # often a file with the number of the erased one
        assert reader.history(ID) == [entry]
        assert reader.problems() == []


def test_a_reader_that_comes_in_the_middle_of_a_write(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    first, second = journal.save(ID, {"n": 1}), Entry.new(ID, {"n": 2})
    for part, seen in ((slice(50), first), (slice(50, -1), second), (slice(-1, None), second)):
        with journal.path.open("ab") as file:
            file.write(second.line()[part])
        assert journal.latest(ID) == seen
    assert journal.history(ID) == [first, second]
    assert journal.problems() == []


NAMES = st.sampled_from(["01/a", "01/b", "02/c"])
WHO = st.integers(0, 1)


class Interleavings(RuleBasedStateMachine):
    """Two journals on one file, and a list that says what must be in it."""

    @initialize()
    def start(self):
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "journal.jsonl"
        self.journals = [Journal(path), Journal(path)]
        self.expected, self.exported, self.junk = [], [], 0

    def teardown(self):
        shutil.rmtree(self.folder)

    @rule(who=WHO, name=NAMES, n=st.integers(0, 9))
    def save(self, who, name, n):
        self.expected.append(self.journals[who].save(name, {"n": n}))
        assert self.journals[who].latest(name) == self.expected[-1]

    @rule(who=WHO, name=NAMES, minutes=st.integers(-5, 5))
    def save_a_draft(self, who, name, minutes):
        moment = datetime.now(UTC) + timedelta(minutes=minutes)
        self.expected.append(self.journals[who].save(name, {"draft": minutes}, time=moment))

    @rule(who=WHO, name=NAMES)
    def erase(self, who, name):
        count = self.journals[who].erase(name)
        kept = [entry for entry in self.expected if entry.exercise != name]
        assert count == len(self.expected) - len(kept)
        self.expected = kept

    @rule(who=WHO, data=st.data())
    def erase_one(self, who, data):
        if self.expected:
            entry = data.draw(st.sampled_from(self.expected))
            assert self.journals[who].erase(entry.exercise, entry=entry) == 1
            self.expected.remove(entry)

    @rule(who=WHO)
    def erase_all(self, who):
        before = self.journals[1 - who].learner()
        assert self.journals[who].erase_all() == len(self.expected)
        self.expected, self.junk = [], 0
        assert before != self.journals[1 - who].learner()

    @rule(who=WHO)
    def export(self, who):
        self.journals[who].export(self.folder / "copy.jsonl", force=True)
        self.exported = list(self.expected)

    @rule(who=WHO)
    def merge(self, who):
        if (self.folder / "copy.jsonl").exists():
            known = {entry.id for entry in self.expected}
            added = [entry for entry in self.exported if entry.id not in known]
            assert self.journals[who].merge(self.folder / "copy.jsonl") == len(added)
            self.expected += added

    @rule(junk=st.sampled_from([b"junk\n", b"torn", b'{"version": 9}\n', b"\n"]))
    def disturb(self, junk):
        with (self.folder / "journal.jsonl").open("ab") as file:
            file.write(b"\n" + junk)
        self.junk += junk != b"\n"

    @rule(who=WHO)
    def ask_for_the_learner(self, who):
        learner = self.journals[who].learner()
        assert self.journals[1 - who].learner() == learner

    @invariant()
    def everyone_sees_the_same(self):
        for journal in [*self.journals, Journal(self.folder / "journal.jsonl")]:
            assert list(journal.entries()) == self.expected
            assert journal.count() == len(self.expected)
            assert len(journal.problems()) == self.junk
            for name in ("01/a", "01/b", "02/c"):
                mine = [entry for entry in self.expected if entry.exercise == name]
                mine.sort(key=lambda entry: entry.time)  # stable: of equal times the later line
                assert journal.history(name) == mine
                assert journal.latest(name) == (mine[-1] if mine else None)


Interleavings.TestCase.settings = settings(
    examples(80),
    stateful_step_count=25 if is_whole_run() else 10,
    suppress_health_check=list(HealthCheck),
)
TestInterleavings = Interleavings.TestCase


def test_refused_responses_leave_no_file(tmp_path):
    with pytest.raises(JournalError):
        Journal(tmp_path / "new" / "journal.jsonl").save(ID, {"n": object()})
    assert not (tmp_path / "new").exists()
