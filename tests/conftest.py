"""What all tests share: a journal that is not the checkout's, and courses to read or to break."""

import functools
import gc
import linecache
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from chromium import bare_chromium_path, launched
from hypothesis import settings
from once import made_once

from workbook.content import document

# What collecting makes stays until the end: it is not searched for garbage, then or in the tests.
gc.disable()

# No test, doctest or notebook kernel of this run writes answers into the checkout.
JOURNALS = tempfile.TemporaryDirectory(prefix="workbook-tests-")
os.environ["WORKBOOK_JOURNAL"] = str(Path(JOURNALS.name) / "journal.jsonl")

# What programs of the tests compile is kept, or each of hundreds would compile everything anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Doctests are looked for in every file; the conftests of several folders hold none, and their
# common name would be taken for one module.
collect_ignore_glob = ["conftest.py", "*/conftest.py"]

# A file is taken apart once for each text, not for each library: what comes of it is only read.
document._document = functools.cache(document._document)

# Each example of a docstring would ask the disk whether any file that was read has changed.
linecache.checkcache = lambda filename=None: None

# A busy machine must not fail a test that is only slow.
settings.register_profile("course", deadline=None, max_examples=50)
settings.register_profile("fast", deadline=None, max_examples=6)
settings.load_profile("course")

ROOT = Path(__file__).resolve().parents[1]
LAB = ROOT / "tests" / "browser"
# What takes longest comes first, or one process would end long after the others.
LONGEST = ("browser", "site", "hub", "light")
# The one notebook that the fast tests compare: each costs a kernel.
FAST_NOTEBOOK = "00_start_here.ipynb"
MEMORY_FOR_FILES = 2_000_000_000
# The examples in their docstrings build wheels.
BUILDERS = ("workbook/site/distribution.py", "workbook/site/wheels.py")


def pytest_configure(config):
    if config.option.markexpr == "fast":
        settings.load_profile("fast")
        os.fsync = no_wait
        lie_in_memory(config)


def no_wait(file):
    """Take the place of waiting for the disk, thousands of times; the whole run does wait."""


def lie_in_memory(config):
    """Write the thousands of files of a fast run to memory, where a machine has room for them."""
    memory = Path("/dev/shm")
    if "PYTEST_XDIST_WORKER" in os.environ or not os.access(memory, os.W_OK):
        return
    if shutil.disk_usage(memory).free > MEMORY_FOR_FILES:
        folder = tempfile.TemporaryDirectory(prefix="workbook-tests-", dir=memory)
        config.add_cleanup(folder.cleanup)
        Path(folder.name).chmod(0o755)  # as anyone's: some tests look at it as somebody else
        os.environ["TMPDIR"] = tempfile.tempdir = folder.name


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what `pytest -m fast` leaves out; every other test is fast without a mark of its own."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if LAB in item.path.parents:
            item.add_marker("lab")
        if item.path.suffix == ".ipynb" and item.path.name != FAST_NOTEBOOK:
            item.add_marker("slow")
        if item.nodeid.startswith(BUILDERS):
            item.add_marker("build")
        if not any(item.get_closest_marker(name) for name in ("lab", "build", "slow")):
            item.add_marker("fast")
    items.sort(key=lambda item: turn(item.path))


def turn(path):
    """Give the turn of a file by its folder."""
    folder = path.parent.name
    return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)


def pytest_collection_finish():
    gc.freeze()
    gc.enable()
    gc.set_threshold(100_000, 50, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Keep a file in one process, so that its fixtures are made once; JupyterLab's tests too."""
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid):
            file = super()._split_scope(nodeid)
            return "lab" if file.startswith("tests/browser/") else file

    config.option.loadscopereorder = False  # the order of `LONGEST` stays
    return ByFile(config, log)


@pytest.fixture(scope="session")
def playwright():
    """The one Playwright of this process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as made:
        yield made


@pytest.fixture(scope="session")
def chromium(request):
    """One Chromium for all bare pages of this process."""
    path = bare_chromium_path()
    with launched(request.getfixturevalue("playwright"), path) as browser:
        yield browser


@pytest.fixture(scope="session")
def root():
    """The checkout; nothing may be written there."""
    return ROOT


@pytest.fixture(scope="session")
def library():
    """The course as it is; none may change it."""
    from the_course import COURSE

    return COURSE


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


@pytest.fixture
def undrawn(monkeypatch):
    """Leave the pictures of a report empty: drawing takes the longest and has tests of its own."""
    from workbook.evaluation import html_parts, overview, pictures

    monkeypatch.setattr(html_parts, "svg", lambda chart, width: "<svg></svg>")
    monkeypatch.setattr(pictures, "phases_picture", lambda *_: {})
    monkeypatch.setattr(overview, "stacked_picture", lambda *_: {})


# In another language ----------------------------------------------------------------------------
@pytest.fixture(scope="module")
def course_of_nobody(tmp_path_factory):
    """The course in the language that nobody speaks, which is spoken meanwhile."""
    from language.pseudo import LANGUAGE, write_course, write_words

    def make(folder):
        write_words(ROOT / "workbook", folder / "words")
        write_course(ROOT, folder / "course")

    folder = made_once(tmp_path_factory, "nobody", make)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_WORDS", str(folder / "words"))
        patch.setenv("WORKBOOK_LANGUAGE", LANGUAGE)
        yield folder / "course"


@pytest.fixture(scope="session")
def table_cells():
    """What stands in the tables of the course, which stays as it is in every language."""
    from language.visible import cells

    return cells(ROOT / "datasets")
