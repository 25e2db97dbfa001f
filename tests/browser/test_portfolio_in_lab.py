"""The portfolio from the start page of a real JupyterLab, after the kernel has died five times."""

import pytest
from behind import kernel_of, wait_until
from test_answers_survive import CHOICE, is_new

from workbook.journal.export import read_export

pytestmark = [pytest.mark.browser, pytest.mark.lab]
DEATHS = 5


def die(visit):
    """Kill the kernel of the page, and wait for the next one."""
    kernel = kernel_of(visit.lab, visit.path)
    kernel.kill()
    wait_until(lambda: is_new(visit, kernel), 60)


def test_five_deaths_later_everything_is_in_the_portfolio(visit, tmp_path):
    exercise = visit.open("00").exercise(CHOICE)
    options, put = exercise.find("input"), []
    for turn in range(DEATHS):
        option = options.nth(turn % 4)
        put.append(option.get_attribute("value"))
        option.click()
        die(visit)
        exercise.until(
            lambda: exercise.latest().get("chosen") == put[-1:], f"answer {turn} is lost", 60
        )
    exercise.saved()
    visit.ready()
    panel = visit.page.locator("[data-panel=answers]")
    with visit.page.expect_download(timeout=60_000) as found:
        panel.locator("[data-act=portfolio]").click()
    entries, problems = read_export(found.value.path())
    assert problems == [] and entries == list(visit.journal.entries())
    assert [entry.response["chosen"] for entry in entries] == [[key] for key in put]
