"""Every kind of exercise in the built site: answered, kept, back; handed in, and printed."""

from types import SimpleNamespace

import pytest
from every_kind import one_of_each
from learner import Exercise
from static_host import given_out
from visitor import visiting

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGE = "lab/index.html?path=modules/every_kind.ipynb"
LONG = 90  # seconds: Python in the browser is slow on a busy machine
ANSWERED = ("saved", "feedback", "restored")


@pytest.fixture(scope="module")
def visitor(chromium, site, tmp_path_factory):
    """A learner on the page that shows an exercise of every kind."""
    profile = tmp_path_factory.mktemp("every") / "profile"
    with given_out(site) as address, visiting(chromium, profile, address) as made:
        made.begin(PAGE)
        assert made.ran() == "ready"
        yield made


@pytest.fixture(scope="module")
def exercises(visitor):
    visit = SimpleNamespace(page=visitor.page, journal=visitor)
    return [Exercise(visit, exercise_id) for exercise_id in one_of_each()]


def test_answers_of_every_kind_are_saved_and_back_after_a_reload(visitor, exercises):
    for exercise in exercises:
        exercise.answer()
        exercise.in_state(*ANSWERED, seconds=LONG)
        exercise.until(lambda e=exercise: e.history(), "not in the journal", LONG)
        if exercise.find("[data-act=reveal]").count():
            exercise.press("reveal")
            exercise.in_state("feedback", seconds=LONG)
    before = {exercise.id: exercise.latest() for exercise in exercises}
    assert all(before.values()), before
    visitor.page.reload()
    assert visitor.ran() == "ready"
    for exercise in exercises:
        exercise.in_state(*ANSWERED, seconds=LONG)
    assert {exercise.id: exercise.latest() for exercise in exercises} == before
