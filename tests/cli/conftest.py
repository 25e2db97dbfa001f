"""A course of a few short files, and a language that lacks nearly everything."""

import shutil

import pytest
from small_course import FEW, make


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The small course as it was made: one module, three exercises, one short encounter."""
    return make(tmp_path_factory.mktemp("small") / "course", ("00_start", (*FEW, "encounter")))


@pytest.fixture
def small(made, tmp_path):
    """A copy of the small course that a test may break."""
    return shutil.copytree(made, tmp_path / "course")


@pytest.fixture
def no_charts(monkeypatch):
    """Leave out the charts, which take the longest and have tests of their own."""
    from workbook.cli import check

    monkeypatch.setattr(check, "_charts", lambda root: (0, 0, []))


@pytest.fixture
def spanish(tmp_path, monkeypatch):
    """A language that has two words, one of them with another value."""
    folder = tmp_path / "words" / "es"
    folder.mkdir(parents=True)
    text = "module:\n  minutes: Unos {minutes} minutos\n  left: Faltan {min}\nown:\n  x: y\n"
    (folder / "some.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(folder.parent))
    return "es"
