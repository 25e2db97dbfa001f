"""Where the journal lies, and the copies that other programs have left beside it."""

import shutil
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from workbook.journal import Journal
from workbook.journal.copies import copies
from workbook.journal.place import place, sync_service

ID = "01/who_benefits"
HUB = {"JUPYTERHUB_USER": "jo", "JUPYTERHUB_API_URL": "http://hub"}
PLACES = [
    ({}, "linux", "computer"),
    ({}, "win32", "computer"),
    ({"JUPYTERHUB_USER": ""}, "darwin", "computer"),
    (HUB, "linux", "organization"),
    ({"JUPYTERHUB_SERVICE_PREFIX": "/user/jo/"}, "linux", "organization"),
    (HUB | {"BINDER_LAUNCH_HOST": "https://mybinder.org/"}, "linux", "temporary"),
    ({"BINDER_SERVICE_HOST": "10.0.0.1"}, "linux", "temporary"),
    ({"COLAB_RELEASE_TAG": "release"}, "linux", "temporary"),
    ({}, "emscripten", "browser"),
    (HUB, "emscripten", "browser"),
]
NAMES = [
    "journal-DESKTOP-1.jsonl",
    "journal (1).jsonl",
    "journal 2.jsonl",
    "journal copy.jsonl",
    "journal - Copy.jsonl",
    "Copy of journal.jsonl",
    "journal (Jane's conflicted copy 2026-11-04).jsonl",
    "journal.sync-conflict-20261104-101112-ABCDEFG.jsonl",
    "journal__20221104104101.jsonl",
    "journal-Copy1.jsonl",
    "journal.jsonl.orig",
    "../my-work (1)/journal.jsonl",
    "../my-work-DESKTOP-1/journal.jsonl",
    "../my-work (1)/journal (1).jsonl",
    "../My-Work-PC7/journal.jsonl",
    "Journal-DESKTOP-1.jsonl",
]


@pytest.mark.parametrize(("environ", "platform", "expected"), PLACES)
def test_where_answers_lie_is_read_from_the_surroundings(environ, platform, expected):
    assert place(environ, platform) == expected


def test_it_is_asked_anew_each_time(monkeypatch):
    for name in (*HUB, "BINDER_LAUNCH_HOST"):
        monkeypatch.delenv(name, raising=False)
    assert place() == "computer"
    monkeypatch.setenv("JUPYTERHUB_USER", "jo")
    assert place() == "organization"


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PurePosixPath("/Users/jo/Dropbox/course/my-work/journal.jsonl"), "Dropbox"),
        (PurePosixPath("/Users/jo/Dropbox (Personal)/journal.jsonl"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\jo\OneDrive - Agency\course\journal.jsonl"), "OneDrive"),
        (
            PurePosixPath("/Users/jo/Library/Mobile Documents/com~apple~CloudDocs/journal.jsonl"),
            "iCloud",
        ),
        (
            PurePosixPath("/Users/jo/Library/CloudStorage/GoogleDrive-jo@example.org/j.jsonl"),
            "Google Drive",
        ),
        (PurePosixPath("/Users/jo/toolbox/course/my-work/journal.jsonl"), ""),
        (PurePosixPath("/Users/jo/course/dropbox.jsonl"), ""),
    ],
)
def test_a_folder_that_is_copied_to_a_service_is_known(path, service):
    assert sync_service(path) == service


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "course" / "my-work" / "journal.jsonl")
    made.save(ID, {"n": 1})
    return made


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_with_answers_of_its_own_is_found_and_brought_in(journal, name):
    path = journal.path.parent / name
    path.parent.mkdir(exist_ok=True)
    shutil.copy(journal.path, path)
    assert copies(journal) == []
    other = Journal(path)
    newest = [other.save(ID, {"n": 2}), other.save(ID, {"n": 3}), other.save("01/x", {"n": 4})]
    [found] = copies(journal)
    assert found.path.samefile(path)
    assert (found.entries, found.exercises) == (3, 2)
    assert found.name.endswith(path.name) and ".." not in found.name
    assert journal.merge(found.path) == 3
    assert journal.latest("01/x") == newest[-1] and copies(journal) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.jsonl", None),
        ("journal.jsonl.lock", None),
        ("journal.jsonl.part", None),
        (".journal.jsonl.icloud", None),
        ("journal notes.txt", b"What I think of the journal.\n"),
        ("journal.xlsx", bytes(range(256))),
        ("journal-empty.jsonl", b""),
    ],
)
def test_what_is_no_copy_is_not_offered(journal, tmp_path, name, data):
    other = Journal(tmp_path / "other.jsonl")
    other.save(ID, {"n": 2})
    (journal.path.parent / name).write_bytes(other.path.read_bytes() if data is None else data)
    assert copies(journal) == []


def test_a_folder_of_others_is_not_looked_at(tmp_path):
    for name in ("jo", "jo2"):
        Journal(tmp_path / name / "journal.jsonl").save(ID, {"n": name})
    assert copies(Journal(tmp_path / "jo" / "journal.jsonl")) == []
