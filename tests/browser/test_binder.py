"""The course on Binder: its own page, its warning, an answer taken away and brought back."""

import urllib.request

import pytest
from binder import TOKEN, installed, launched, megabytes
from learner import LIBRARY, visitor
from running_lab import without_python

from workbook.words import words

pytestmark = [pytest.mark.build, pytest.mark.slow, pytest.mark.browser]

FIRST = "00/what_it_claims"
WORDS = words("safety")
MOST = 500  # MB of one learner, server and kernels


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A server as Binder starts it, in an environment of its own."""
    with launched(*installed(tmp_path_factory.mktemp("binder"))) as running:
        yield running


def test_a_learner_comes_and_leaves_with_their_answers(chromium, lab, tmp_path):
    with visitor(chromium, lab) as visit:
        opened_by_itself(visit, lab)
        first = visit.exercise(FIRST)
        first.answer()
        first.saved()
        answered = first.latest()
        copy = tmp_path / "copy.jsonl"
        download(visit.page, copy)
        assert FIRST in copy.read_text(encoding="utf-8")
        lab.journal.unlink()  # Binder stops, and forgets; a new one begins
        visit.reload()
        assert first.state() == "untouched"
        upload(visit.page, copy)
        first.in_state("restored", "saved", "feedback")
        first.until(lambda: first.latest() == answered, "the copy is not brought in")
        visit.open("01")
        assert megabytes(lab.process) < MOST


def opened_by_itself(visit, lab):
    """Open Binder's own address: the course comes, and its exercises before Python is there."""
    page = visit.page
    given = []
    page.on("response", lambda answer: given.append((answer.status, answer.url)))
    with without_python(page):
        page.goto(f"{lab.url}/lab?token={TOKEN}")
        page.locator(f'[data-exercise="{FIRST}"]').wait_for()
        page.locator(".sswp-here").first.wait_for()
    [status] = {status for status, url in given if "/sswp-pages/00.json" in url}
    assert status == 200
    visit.path = f"modules/{LIBRARY.module('00').notebook}"
    visit.ids = LIBRARY.exercise_ids("00")
    visit.ready()
    said = page.locator("[data-panel=start]").inner_text()
    assert WORDS["warns_temporary"] in said
    assert WORDS["lies_temporary"].partition("{")[0].strip() in said


def download(page, path):
    with page.expect_download() as loading:
        page.locator('[data-act="export"]:visible').first.click()
    loading.value.save_as(path)


def upload(page, path):
    with page.expect_file_chooser() as asking:
        page.locator('[data-act="import"]:visible').first.click()
    asking.value.set_files(path)


def test_nobody_without_the_token_gets_a_drawing(lab):
    with urllib.request.urlopen(f"{lab.url}/sswp-pages/00.json", timeout=10) as answer:
        assert "/login?" in answer.url
        assert FIRST not in answer.read().decode("utf-8")
