"""Drives that know no locks, or know them only half: no save waits for them or fails by them."""

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from workbook.journal import Journal

ID = "01/who_benefits"
ODD = "EIO EBADF ENOTTY EREMOTEIO EPERM EACCES ENOLCK ENOSYS EOPNOTSUPP EINVAL ESTALE ENODEV"
CODES = [getattr(errno, name) for name in ODD.split() if hasattr(errno, name)]
NAMES = [errno.errorcode[code] for code in CODES]


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "journal.jsonl")
    made.save(ID, {"n": 1})
    return made


def saves_at_once(journal):
    """See that saving, erasing and bringing in work, and that none of them waits."""
    begun = time.monotonic()
    other = Journal(journal.path.with_name("other.jsonl"))
    brought = other.save("01/other", {"n": 3})
    entry = journal.save(ID, {"n": 2})
    assert journal.latest(ID) == entry
    assert journal.merge(other.path) == 1 and journal.latest("01/other") == brought
    assert journal.erase(ID) == 2
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("code", CODES, ids=NAMES)
def test_a_lock_that_a_drive_cannot_do_stops_no_save(journal, monkeypatch, code):
    fcntl = pytest.importorskip("fcntl", reason="stands in for a drive without locks")

    def none_here(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", none_here)
    saves_at_once(journal)


def test_a_drive_on_which_an_open_file_never_is_the_one_in_the_folder(journal, monkeypatch):
    """Some network drives number a file anew each time it is asked for."""
    monkeypatch.setattr(os.path, "samestat", lambda one, other: False)
    saves_at_once(journal)


@pytest.mark.parametrize("code", [*CODES, errno.EROFS, errno.ENAMETOOLONG])
def test_a_lock_file_that_cannot_be_made_stops_no_save(journal, monkeypatch, code):
    real = os.open

    def no_lock_file(path, *more, **named):
        if str(path).endswith(".lock"):
            raise OSError(code, os.strerror(code))
        return real(path, *more, **named)

    monkeypatch.setattr(os, "open", no_lock_file)
    saves_at_once(journal)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_drive_that_cannot_be_told_to_sync_stops_no_save(journal, monkeypatch, code):
    def cannot(_fd):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", cannot)
    entry = journal.save(ID, {"n": 2})
    assert Journal(journal.path).latest(ID) == entry


def test_the_browser_has_no_locks(journal, monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    Path(f"{journal.path}.lock").unlink()
    journal.save(ID, {"n": 3})
    assert journal.latest(ID).response == {"n": 3}
    assert not Path(f"{journal.path}.lock").exists()
