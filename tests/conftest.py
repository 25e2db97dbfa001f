"""What all tests share: a journal that is not the checkout's, and courses to read or to break."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# No test, doctest or notebook kernel of this run writes answers into the checkout.
JOURNALS = tempfile.TemporaryDirectory(prefix="workbook-tests-")
os.environ["WORKBOOK_JOURNAL"] = str(Path(JOURNALS.name) / "journal.jsonl")

# Doctests are looked for in every file; the conftests of several folders hold none, and their
# common name would be taken for one module.
collect_ignore_glob = ["conftest.py", "*/conftest.py"]

# A busy machine must not fail a test that is only slow.
settings.register_profile("course", deadline=None, max_examples=50)
settings.load_profile("course")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root():
    """The checkout; nothing may be written there."""
    return ROOT


@pytest.fixture(scope="session")
def library():
    from workbook.content.library import Library

    return Library(ROOT)


@pytest.fixture
def course(tmp_path):
    """A copy of the course that a test may break."""
    folder = tmp_path / "course"
    shutil.copytree(ROOT / "modules", folder / "modules")
    shutil.copytree(ROOT / "datasets", folder / "datasets")
    return folder


@pytest.fixture
def journal(tmp_path):
    from workbook.journal import Journal

    return Journal(tmp_path / "my-work" / "journal.jsonl")


@pytest.fixture
def desk(library, journal):
    from workbook.record.desk import Desk

    return Desk(library, journal)
