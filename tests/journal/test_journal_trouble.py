"""Bad surroundings: each has its sentence, and no answer that was there gets lost."""

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from workbook.errors import JournalError
from workbook.journal import Entry, Journal
from workbook.words import word

ID = "01/who_benefits"
KEPT = "still_in_browser"


@pytest.fixture
def journal(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    journal.save(ID, {"n": 1})
    return journal


def refusal(action, *args, **kwargs):
    with pytest.raises(JournalError) as caught:
        action(*args, **kwargs)
    message = caught.value.args[0]
    assert len(message) < 400 and "Errno" not in message
    return message


def parts(message):
    """Give the names of the three sentences: what happened, what is safe, what to do."""
    assert message.identifier == "journal.refusal"
    return [message.values[name].name for name in ("happened", "safe", "todo")]


def full(safe):
    """Give the sentence about a full disk."""
    said = (("happened", "disk_full"), ("safe", safe), ("todo", "free_space"))
    return word("journal", "refusal", **{part: word("journal", name) for part, name in said})


def failing(monkeypatch, name, code, when=lambda *args: True):
    real = getattr(os, name)

    def call(*args, **kwargs):
        if when(*args):
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    monkeypatch.setattr(os, name, call)


def writes(path, flags, *mode):
    return bool(flags & (os.O_RDWR | os.O_WRONLY))


CLOSED = {errno.EROFS: ("read_only", "ask_or_move")}
CLOSED |= dict.fromkeys((errno.EACCES, errno.EPERM), ("kept_out", "ask_or_wait"))


@pytest.mark.parametrize("code", CLOSED)
def test_a_file_that_cannot_be_written_is_called_read_only_only_if_it_is(
    journal, monkeypatch, code
):
    before = journal.path.read_bytes()
    failing(monkeypatch, "open", code, writes)
    happened, todo = CLOSED[code]
    closed = [happened, KEPT, todo]
    assert parts(refusal(journal.save, ID, {"n": 2})) == closed
    closed[1] = "nothing_erased"
    assert parts(refusal(journal.erase, ID)) == closed
    assert journal.latest(ID).response == {"n": 1}
    assert journal.path.read_bytes() == before


def run_without_rights(action):
    """Run in a child that is not the superuser, for whom read-only means nothing."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            text = action()
        except BaseException as error:
            text = f"{type(error).__name__}: {error}"
        os.write(write, text.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        return pipe.read()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs the rights of a Unix system")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("made", [True, False], ids=["journal there", "no journal yet"])
def test_a_folder_that_is_really_read_only(made):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal = Journal(folder / "journal.jsonl")
        if made:
            journal.save(ID, {"n": 1})
            journal.path.chmod(0o444)
        folder.chmod(0o555)
        said = run_without_rights(lambda: journal.save(ID, {"n": 2}).id)
        about = {"path": os.path.realpath(folder / "journal.jsonl")}
        assert said.startswith(f"JournalError: {word('journal', 'read_only', **about)}")
        assert word("journal", KEPT) in said
        twice = run_without_rights(lambda: str(journal.learner() == journal.learner()))
        assert twice == "True"
        assert run_without_rights(lambda: str(journal.count())) == str(int(made))
        folder.chmod(0o755)
        assert journal.count() == int(made)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_disk_full(journal, monkeypatch, code):
    failing(monkeypatch, "write", code)
    assert refusal(journal.save, ID, {"n": 2}) == full(KEPT)
    monkeypatch.undo()
    assert [entry.response["n"] for entry in journal.history(ID)] == [1]


def test_a_sync_that_fails_is_a_failed_save(journal, monkeypatch):
    failing(monkeypatch, "fsync", errno.EIO)
    assert parts(refusal(journal.save, ID, {"n": 2}))[1] == KEPT


def test_a_short_write_is_a_failure_and_swallows_nothing(journal, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, data[: len(data) // 2]))
    assert refusal(journal.save, ID, {"n": 2}) == full(KEPT)
    monkeypatch.undo()
    assert journal.problems() == [word("journal", "line_torn", line=2, name="journal.jsonl")]
    journal.save(ID, {"n": 3})
    for reader in (journal, Journal(journal.path)):
        assert [entry.response["n"] for entry in reader.history(ID)] == [1, 3]
        assert len(reader.problems()) == 1


FULL = """
import resource, sys
from workbook.errors import JournalError
from workbook.journal import Journal
journal = Journal(sys.argv[1])
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
sys.dont_write_bytecode = True  # or what is imported only now is kept cut off, for every program
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
saved = []
try:
    while True:
        saved.append(journal.save("01/x", {"n": len(saved)}).id)
except JournalError as error:
    print(error)
try:
    journal.save("01/x", {"n": "again"})
except JournalError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
saved.append(journal.save("01/x", {"n": "last"}).id)
print(saved == [entry.id for entry in Journal(sys.argv[1]).history("01/x")], len(saved))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit on the size of a file")
def test_a_real_limit_in_the_middle_of_a_line(tmp_path):
    command = [sys.executable, "-c", FULL, str(tmp_path / "journal.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    first, second, last = done.stdout.splitlines()
    assert first == second == full(KEPT)
    assert last.startswith("True ") and int(last.split()[1]) > 2


def test_erase_on_a_full_disk_changes_nothing(journal, monkeypatch):
    before = journal.path.read_bytes()
    failing(monkeypatch, "fsync", errno.ENOSPC)
    assert refusal(journal.erase, ID) == full("nothing_erased")
    monkeypatch.undo()
    assert journal.path.read_bytes() == before
    assert {file.name for file in journal.path.parent.iterdir()} == {
        "journal.jsonl",
        "journal.jsonl.lock",
    }


def test_the_path_is_a_folder(tmp_path):
    journal = Journal(tmp_path)
    assert parts(refusal(journal.save, ID, {}))[0] == "is_folder"
    for read in (journal.count, journal.problems, lambda: list(journal.entries())):
        assert parts(refusal(read)) == ["is_folder", "untouched", "name_a_file"]
    assert journal.learner() == journal.learner()


def test_the_folder_is_a_file(tmp_path):
    (tmp_path / "my-work").write_text("a note")
    journal = Journal(tmp_path / "my-work" / "journal.jsonl")
    message = refusal(journal.save, ID, {})
    assert parts(message) == ["no_folder", KEPT, "move_the_file"]
    assert message.values["happened"].values["folder"] == tmp_path / "my-work"
    deeper = Journal(tmp_path / "my-work" / "more" / "journal.jsonl")
    assert parts(refusal(deeper.save, ID, {}))[1] == KEPT
    assert (tmp_path / "my-work").read_text() == "a note"


@pytest.mark.parametrize(
    "response",
    [
        {"n": {1, 2}},
        {"n": float("nan")},
        {"n": float("inf")},
        {1: "a key that is no text"},
        {"deep": [{"n": 1, 2: 3}]},
        ["no dict"],
        "text",
        None,
        b"bytes",
    ],
    ids=repr,
)
def test_a_response_that_json_cannot_hold(journal, response):
    before = journal.path.read_bytes()
    assert refusal(journal.save, ID, response) == word("journal", "no_form")
    assert journal.path.read_bytes() == before


def test_a_response_that_contains_itself(journal):
    endless = {}
    endless["again"] = endless
    assert refusal(journal.save, ID, endless) == word("journal", "no_form")


BAD = {
    "not JSON": (b"what is this", "line_broken"),
    "no object": (b"[1, 2, 3]", "line_foreign"),
    "half a character": (b'{"version": 1, "id": "\xff"}', "line_broken"),
    "zero bytes": (b"\x00" * 40, "line_broken"),
    "too deep": (b"[" * 100_000, "line_broken"),
    "a field is missing": (b'{"version": 1, "id": "a", "response": {}}', "line_foreign"),
    "no moment": (Entry.new(ID, {}, time="yesterday").line()[:-1], "line_foreign"),
    "no version": (b'{"id": "a"}', "line_foreign"),
    "newer": (b'{"version": 2, "id": "a", "answer": "b"}', "line_newer"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_left_out_reported_and_kept(journal, name):
    raw, reason = BAD[name]
    first = journal.latest(ID)
    with journal.path.open("ab") as file:
        file.write(raw + b"\n")
    second = journal.save(ID, {"n": 2})
    for reader in (journal, Journal(journal.path)):
        assert reader.history(ID) == list(reader.entries()) == [first, second]
        assert reader.problems() == [word("journal", reason, line=2, name="journal.jsonl")]
    assert raw in journal.path.read_bytes()


def test_blank_lines_and_windows_line_ends_are_no_problem(journal):
    entry = journal.latest(ID)
    raw = journal.path.read_bytes()
    journal.path.write_bytes(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n") + b"\r\n  \n")
    assert journal.history(ID) == [entry]
    assert journal.problems() == []


def test_a_journal_that_cannot_be_written_gives_its_id_to_the_file_later(tmp_path, monkeypatch):
    path = tmp_path / "journal.jsonl"
    failing(monkeypatch, "open", errno.EROFS, writes)
    learner = Journal(path).learner()
    assert learner == Journal(path).learner()
    monkeypatch.undo()
    assert Journal(path).learner() == learner


def test_an_id_that_was_never_written_is_erased_too(tmp_path, monkeypatch):
    journal = Journal(tmp_path / "journal.jsonl")
    failing(monkeypatch, "open", errno.EROFS, writes)
    learner = journal.learner()
    monkeypatch.undo()
    journal.erase_all()
    assert journal.learner() != learner


def test_another_program_that_holds_the_lock_too_long(journal, monkeypatch):
    fcntl = pytest.importorskip("fcntl", reason="the lock is held with fcntl here")
    monkeypatch.setattr("workbook.journal.lock.WAIT", 0.05)
    with open(f"{journal.path}.lock") as file:  # noqa: PTH123
        fcntl.flock(file, fcntl.LOCK_EX)
        message = refusal(journal.save, ID, {"n": 2})
    assert parts(message) == ["busy", KEPT, "try_again"]
    assert journal.save(ID, {"n": 3})
