"""The course in the browser: answered before Python is there, kept over a crash, used without a network."""

import json
import re

import pytest
from static_host import given_out
from visitor import KEPT, visiting

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FIRST = "00/agreements_and_exits"


def choose(visitor, exercise, n=0):
    visitor.page.locator(f'[data-exercise="{exercise}"] [data-choice]').nth(n).click()


def answers(visitor, exercise):
    return [line["response"] for line in visitor.journal() if line["exercise"] == exercise]


def test_an_answer_is_taken_at_once_and_kept_over_a_crash_and_without_a_network(site, tmp_path):
    with given_out(site) as address, visiting(tmp_path / "profile", address) as visitor:
        visitor.begin()
        page = visitor.page
        page.wait_for_selector(f'[data-exercise="{FIRST}"]')
        assert page.locator('[data-sswp="running"],[data-sswp="ready"]').count() == 0
        choose(visitor, FIRST)
        assert visitor.states()[FIRST] == "draft"
        assert visitor.ran() == "ready"
        visitor.saved(FIRST)
        choose(visitor, "00/what_it_claims")
        visitor.saved("00/what_it_claims")
        visitor.kill()
        visitor.begin()
        assert visitor.ran() == "ready"
        visitor.saved(FIRST)
        assert answers(visitor, FIRST) != []
        assert len(answers(visitor, "00/what_it_claims")) == 1
        wanted = len(json.loads(listed(site)))
        visitor.page.wait_for_function(
            f"async () => (await ({KEPT})()) === {wanted}", timeout=90_000
        )
        visitor.end()
        port = int(address.rsplit(":", 1)[1].strip("/"))
    assert_works_alone(tmp_path / "profile", address, port)


def listed(site):
    return re.match(r"const FILES = (\{.*?\});", (site / "service-worker.js").read_text(), re.S)[1]


def assert_works_alone(profile, address, port):
    """The server has gone; the course still opens, and the answers are there."""
    with visiting(profile, address) as visitor:
        visitor.begin("00_start_here.html")
        assert visitor.ran() == "ready"
        visitor.saved(FIRST)
