"""The light edition in Firefox: an answer is saved in that browser and back after a reload."""

import pytest
from firefox import one_firefox

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HERE = "[data-exercise='00/what_it_claims']"
READY = "() => document.documentElement.dataset.ready === ''"
STATE = f'(states) => states.includes(document.querySelector("{HERE}")?.dataset.state)'
CHOSEN = f'() => document.querySelectorAll("{HERE} input:checked").length'


def test_an_answer_is_noted_and_back_after_a_reload(light_address):
    with one_firefox() as firefox:
        page = firefox.new_page()
        for state, chosen in (("feedback", 1), ("restored", 1)):
            page.goto(f"{light_address}00_start_here.html")
            page.until(READY, seconds=60)
            if state == "feedback":
                page.click(f"{HERE} .sswp-option label > span")
            page.until(STATE, [state])
            assert page.evaluate(CHOSEN) == chosen
        assert page.faults() == []
