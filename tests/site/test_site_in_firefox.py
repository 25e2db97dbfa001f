"""The browser edition in Firefox: an answer before Python is there, saved by it, and back."""

import pytest
from firefox import one_firefox
from static_host import given_out

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FIRST = "00/agreements_and_exits"
HERE = f'[data-exercise="{FIRST}"]'
STATE = f"(states) => states.includes(document.querySelector('{HERE}')?.dataset.state)"
CHOSEN = f"""() => [...document.querySelectorAll('{HERE} input:checked')].map((one) => one.value)"""
READY = """() => document.querySelector('[data-sswp="ready"]') !== null"""
KEPT = ["saved", "feedback", "restored"]


@pytest.fixture(scope="module")
def firefox():
    with one_firefox() as browser:
        yield browser


def test_an_answer_before_python_is_saved_and_back_after_a_reload(firefox, site):
    page = firefox.new_page()
    page.size(1280, 900)
    with given_out(site) as address:
        page.goto(f"{address}index.html")
        page.until(f"() => document.querySelector('{HERE} [data-choice]') !== null", seconds=120)
        page.until("() => document.querySelector('.sswp-opening') === null")
        assert not page.evaluate(READY)
        page.click(f"{HERE} .sswp-option label > span")
        assert page.until(STATE, ["draft"])
        page.until(STATE, KEPT, seconds=180)
        chosen = page.evaluate(CHOSEN)
        assert len(chosen) == 1
        assert page.faults() == []
        page.reload()
        left = len(page.faults())  # Python of the page that was left may be cut off in a request
        page.until(READY, seconds=180)
        page.until(STATE, KEPT)
        assert page.evaluate(CHOSEN) == chosen
        assert page.faults()[left:] == []  # asked while the site is still given out
    assert page.outside() == []
