"""The portfolio from the start page of a real JupyterLab, after the kernel has died five times."""

from itertools import groupby

import pytest
from behind import kernel_of, wait_until
from test_answers_survive import CHOICE, is_new

from workbook.journal.export import read_export

pytestmark = [pytest.mark.browser, pytest.mark.lab]
DEATHS = 5
LISTEN = """() => document.addEventListener('sswp-kernel',
  ({ detail }) => { window.left ||= detail.status === 'autorestarting'; })"""
BACK = """() => document.querySelector('.sswp-note').textContent === ''
  && document.querySelector('.jp-NotebookPanel').dataset.sswp === 'ready'"""


def die(visit, more):
    """Kill the kernel of the page, and the next ones as soon as they begin."""
    visit.page.evaluate("window.left = false")
    for _ in range(1 + more):
        kernel = kernel_of(visit.lab, visit.path)
        kernel.kill()
        assert wait_until(lambda was=kernel: is_new(visit, was))
    visit.page.wait_for_function("window.left")


def taken_home(visit):
    """Press the button, once."""
    with visit.page.expect_download(timeout=60_000) as found:
        visit.page.locator("[data-panel=answers] [data-act=portfolio]").click()
    return found.value


def test_five_deaths_later_everything_is_in_the_portfolio(visit):
    exercise = visit.open("00").exercise(CHOICE)
    options, put = exercise.find("input"), []
    visit.page.evaluate(LISTEN)
    for turn in range(DEATHS):
        option = options.nth(turn % 4)
        put.append(option.get_attribute("value"))
        option.click()
        die(visit, more=turn % 2)
        exercise.until(
            lambda: exercise.latest().get("chosen") == put[-1:], f"answer {turn} is lost"
        )
        visit.page.wait_for_function(BACK, timeout=60_000)
        exercise.saved()
    entries, problems = read_export(taken_home(visit).path())
    assert problems == [] and entries == list(visit.journal.entries())
    chosen = (entry.response["chosen"] for entry in entries)
    assert [key for [key], _ in groupby(chosen)] == put  # one may be kept twice, none is lost
