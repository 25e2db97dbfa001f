"""Every kind of exercise in the built site: answered, kept, back; handed in, and printed."""

from types import SimpleNamespace

import pytest
from every_kind import one_of_each
from learner import Exercise
from static_host import given_out
from visitor import visiting

from workbook.cohort.envelope import read_hand_in
from workbook.cohort.files import Source

pytestmark = [pytest.mark.slow, pytest.mark.browser]

LOG = "05/log"
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
            exercise.until(lambda e=exercise: e.latest().get("shown"), "not in the journal", LONG)
    before = {exercise.id: exercise.latest() for exercise in exercises}
    assert all(before.values()), before
    visitor.page.reload()
    assert visitor.ran() == "ready"
    for exercise in exercises:
        exercise.in_state(*ANSWERED, seconds=LONG)
    assert {exercise.id: exercise.latest() for exercise in exercises} == before


def test_a_line_of_the_log_is_kept(visitor):
    log = Exercise(SimpleNamespace(page=visitor.page, journal=visitor), LOG)
    log.find("[data-field='voice:shared']").check()
    log.find("[data-field=text]").fill("What I saw.")
    log.press("add")
    log.until(lambda: log.find("[data-line]").count() == 1, "no line is listed", LONG)
    log.until(log.history, "not in the journal", LONG)
    assert log.latest()["text"] == "What I saw."


def test_a_hand_in_is_what_was_shown(visitor, tmp_path):
    page = visitor.page
    page.locator("[data-panel-part=hand-in] > summary").click()
    page.locator("[data-panel-part=hand-in] [data-item]").first.check()
    page.locator("[data-act=hand-in-show]").click()
    shown = page.locator("[data-panel-part=hand-in] pre").text_content(timeout=LONG * 1000)
    with page.expect_download() as loading:
        page.locator("[data-act=hand-in-download]").click()
    loading.value.save_as(tmp_path / "mine.json")
    text = (tmp_path / "mine.json").read_text(encoding="utf-8")
    assert text.strip() == shown.strip()
    one = read_hand_in(Source("mine.json", len(text), text.encode))
    assert list(one.items)


def test_the_mirror_prints(visitor):
    page = visitor.page
    page.locator('[data-kind="instrument"] [data-act="print-cards"]').first.click()
    sheet = page.frame_locator("iframe[data-sswp-sheet]")
    sheet.locator("table, ol, ul").first.wait_for(state="attached")
