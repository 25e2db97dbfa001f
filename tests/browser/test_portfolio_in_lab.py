"""The portfolio from the start page of a real JupyterLab, after the kernel has died three times."""

from itertools import groupby

import pytest
from behind import kernel_of, wait_until
from test_answers_survive import CHOICE, is_new

from workbook.journal.export import read_export
from workbook.words import words

pytestmark = [pytest.mark.browser, pytest.mark.lab]
DEATHS = 3


def die(visit):
    """Kill the kernel of the page, and wait for the next one."""
    kernel = kernel_of(visit.lab, visit.path)
    kernel.kill()
    wait_until(lambda: is_new(visit, kernel), 60)


def taken_home(visit):
    """Press the button as a person would: once more where the page says that nothing came of it."""
    from playwright.sync_api import TimeoutError

    panel = visit.page.locator("[data-panel=answers]")
    for _ in range(3):
        try:
            with visit.page.expect_download(timeout=25_000) as found:
                panel.locator("[data-act=portfolio]").click()
            return found.value
        except TimeoutError:
            assert words("safety")["unanswered"] in panel.inner_text()
    raise AssertionError("three presses, and nothing came of them")


def test_three_deaths_later_everything_is_in_the_portfolio(visit, tmp_path):
    exercise = visit.open("00").exercise(CHOICE)
    options, put = exercise.find("input"), []
    for turn in range(DEATHS):
        option = options.nth(turn % 4)
        put.append(option.get_attribute("value"))
        option.click()
        die(visit)
        exercise.until(
            lambda: exercise.latest().get("chosen") == put[-1:], f"answer {turn} is lost", 120
        )
        exercise.saved()
        visit.ready()
    entries, problems = read_export(taken_home(visit).path())
    assert problems == [] and entries == list(visit.journal.entries())
    chosen = (entry.response["chosen"] for entry in entries)
    assert [key for [key], _ in groupby(chosen)] == put  # one may be kept twice, none is lost
