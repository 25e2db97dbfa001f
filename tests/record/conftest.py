"""A small course with one exercise of every kind."""

import time

import pytest
from small_course import every_kind

from workbook.content.library import Library


@pytest.fixture(scope="session")
def every(tmp_path_factory):
    """The library of that course; nothing may be written there."""
    return Library(every_kind(tmp_path_factory.mktemp("every") / "course"))


@pytest.fixture
def far_east(monkeypatch):
    """A computer whose clock is nine hours ahead, so that an evening is the next day's morning."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system has one clock for all programs")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def target(tmp_path):
    return lambda ending: tmp_path / f"answers{ending}"


@pytest.fixture
def reflect(every, journal):
    """Save words to the reflection of the course."""
    [one] = [i for i in every.exercise_ids() if i.endswith("/reflection")]

    def save(text, part="moment"):
        return journal.save(one, {"texts": {part: text}}, every.exercise(one).edition)

    return save
