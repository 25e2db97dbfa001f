"""The light edition in Firefox: answers kept, pages there without a network, a new edition."""

import pytest
from firefox import one_firefox
from kept import NOTICE, WHOLE, port_of
from static_host import given_out

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGE = "00_start_here.html"
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


TITLE = "() => document.title"
TOLD = f"() => document.querySelector('{NOTICE}') !== null"
OPEN = f"() => document.querySelector('{NOTICE} button').click()"


def test_pages_are_there_without_a_server_and_a_new_edition_is_told(light_site, next_site):
    with one_firefox() as firefox:
        page = firefox.new_page()
        with given_out(light_site) as address:
            page.goto(f"{address}{PAGE}")
            page.until(READY)
            page.click(f"{HERE} .sswp-option label > span")
            page.until(STATE, ["feedback"])
            page.until(WHOLE, seconds=180)
        page.goto(f"{address}02_hierarchy.html")  # no server is there now
        page.until(READY)
        with given_out(next_site, port_of(address)):
            page.goto(f"{address}{PAGE}")
            page.until(TOLD, seconds=180)
            assert not page.evaluate(TITLE).startswith("Newer: "), "nothing changes while one reads"
            page.leave(OPEN)
            page.until(READY)
            assert page.evaluate(TITLE).startswith("Newer: ")
            page.until(STATE, ["restored"])
        assert page.faults() == []
