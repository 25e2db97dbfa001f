"""A new edition of the light pages: said, opened when the reader wants, answers kept."""

import pytest
from kept import NOTICE, port_of, until_kept
from static_host import given_out

from workbook.words import words

pytestmark = pytest.mark.slow  # the whole site is built first

READY = "html[data-ready]"
CHOICE = "[data-exercise='00/what_it_claims']"
PAGE = "00_start_here.html"


@pytest.fixture
def context(chromium):
    made = chromium.new_context()
    made.set_default_timeout(60_000)
    yield made
    made.close()


def answered_before(context, site):
    """Visit the first edition and answer; give its address and the open page."""
    with given_out(site) as address:
        page = context.new_page()
        page.goto(f"{address}{PAGE}")
        page.wait_for_selector(READY)
        page.locator(f"{CHOICE} input").first.check()
        page.wait_for_selector(f"{CHOICE}[data-state=feedback]")
        until_kept(page)
    return address, page


def assert_newer_with_answers(page):
    page.wait_for_function("() => document.title.startsWith('Newer: ')")
    page.wait_for_selector(f"{CHOICE}[data-state=restored]")
    assert page.locator(f"{CHOICE} input:checked").count() == 1


def test_a_reader_is_told_and_opens_it(context, light_site, next_site):
    address, page = answered_before(context, light_site)
    with given_out(next_site, port_of(address)):
        page.reload()
        page.wait_for_selector(READY)
        assert not page.title().startswith("Newer"), "nothing changes while somebody reads"
        said = words("lab")
        assert said["new_edition"] in page.locator(NOTICE).inner_text()
        page.locator(NOTICE).get_by_text(said["open_edition"]).click()
        assert_newer_with_answers(page)
        until_kept(page)
    page.goto(f"{address}02_hierarchy.html")  # no server is there now
    assert page.title().startswith("Newer: ")


def test_a_reader_who_has_closed_all_windows_has_it_at_the_next_visit(
    context, light_site, next_site
):
    address, page = answered_before(context, light_site)
    with given_out(next_site, port_of(address)):
        page.reload()
        page.wait_for_selector(NOTICE)
        page.close()
        again = context.new_page()
        again.goto(f"{address}{PAGE}")
        assert_newer_with_answers(again)
        assert again.locator(NOTICE).count() == 0


def test_a_first_visit_knows_of_no_new_edition(context, light_site):
    _, page = answered_before(context, light_site)
    assert page.locator(NOTICE).count() == 0
