"""The page is there before JupyterLab: to read, to answer, to go about in."""

import pytest
from front_page import LINKS, READING, ROOTS, begin, drawn

from workbook.words import word

pytestmark = pytest.mark.browser


def test_it_can_be_read_and_answered_before_jupyterlab_is_there(page, served):
    begin(page)
    assert drawn(page)
    assert page.locator(".sswp-front h1").text_content() == "One"
    page.locator(".sswp-front textarea").fill("mine")
    assert page.locator(".sswp-front-bar strong").text_content() == "Roots"
    assert page.locator(".sswp-front [role=status]").all_text_contents() == [
        word("lab", "opening_readable")
    ]
    assert page.locator(".sswp-front[role=main]").get_attribute("aria-label") == "Roots"
    cell = page.locator(".sswp-front-cell").nth(1)
    assert cell.evaluate("(c) => c.offsetHeight") > 300, "a chart has its place"


def test_a_place_in_the_address_is_in_view_at_once(page, served):
    begin(page, ROOTS + "#two")
    drawn(page)
    edge, place = page.evaluate(
        """() => ['.sswp-front-scroller', '.sswp-front-text:last-child'].map((q) =>
          document.querySelector(q).getBoundingClientRect().top)"""
    )
    assert abs(place - edge - 8) <= 1


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("/lab/tree/modules/notes.md", {}),
        ("/lab/tree/notes/two.ipynb", {}),
        ("/lab/tree/mine/01_mine.ipynb", {}),
        ("/lab/tree/modules/01_a.ipynb", {"reading": [*READING, ["x", "code", "print(1)"]]}),
        ("/lab/tree/modules/01_a.ipynb", {"reading": []}),
    ],
    ids=["a text", "no module", "another file", "code of another kind", "nothing to read"],
)
def test_what_is_no_page_of_the_course_waits_for_jupyterlab(page, served, path, change):
    served.update(change)
    begin(page, path)
    assert not drawn(page)
    assert page.locator(".sswp-front").count() == 0


def test_its_links_lead_where_those_of_the_page_lead(page, served):
    begin(page)
    drawn(page)
    links = page.locator(".sswp-front a")
    found = links.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert found == ["/lab/tree/modules/02_b.ipynb#in-it", "#two"]


@pytest.mark.parametrize(("scheme", "light"), [("dark", "false"), ("light", "true")])
def test_it_is_as_light_or_dark_as_the_reader_has_chosen(page, served, scheme, light):
    page.evaluate("(scheme) => localStorage.setItem('sswp-scheme', scheme)", scheme)
    begin(page)
    drawn(page)
    assert page.locator(".sswp-front").get_attribute("data-jp-theme-light") == light


OPEN = "(detail) => document.dispatchEvent(new CustomEvent('sswp-open', { detail }))"


@pytest.mark.parametrize(
    "go",
    [
        lambda page: page.evaluate(OPEN, {"path": "modules/01_a.ipynb", "cell": "two"}),
        lambda page: page.locator(".sswp-front a[href='#two']").click(),
        lambda page: page.locator(".sswp-front a[href='#Two']").click(),
    ],
    ids=["a button", "a link to a cell", "a link to a heading"],
)
def test_what_leads_to_a_place_in_the_page_leads_there(page, served, go):
    served["reading"] = [*READING, ["end", "markdown", '<p style="height: 3000px"></p>']]
    served["reading"][0] = ["one", "markdown", f"<p>{LINKS} <a href='#Two'>Two</a></p>"]
    begin(page)
    drawn(page)
    go(page)
    top = page.locator(".sswp-front h2").evaluate(
        "(h) => h.parentNode.getBoundingClientRect().top - "
        "document.querySelector('.sswp-front-scroller').getBoundingClientRect().top"
    )
    assert abs(top - 8) <= 1
    assert page.evaluate("document.activeElement.textContent") == "Two"


def test_a_button_that_leads_to_another_page_opens_it_by_its_address(page, served):
    begin(page)
    drawn(page)
    page.evaluate(OPEN, {"path": "modules/02_b.ipynb", "cell": "x"})
    page.wait_for_url("**/lab/tree/modules/02_b.ipynb#x")


def test_keys_scroll_it(page, served):
    begin(page)
    drawn(page)
    at = "document.querySelector('.sswp-front-scroller').scrollTop"
    page.keyboard.press("End")
    end = page.evaluate(at)
    page.keyboard.press("PageUp")
    assert 0 < page.evaluate(at) < end
    page.keyboard.press("Home")
    assert page.evaluate(at) == 0


def test_it_is_on_paper_too(page, served):
    begin(page)
    drawn(page)
    page.emulate_media(media="print")
    assert page.locator(".sswp-front h1").is_visible()
    page.emulate_media(media="screen")


def test_a_folder_with_a_space_leads_on_too(page, served):
    begin(page, "/lab/tree/my%20course/modules/01_a.ipynb")
    drawn(page)
    page.evaluate(OPEN, {"path": "modules/02_b.ipynb"})
    page.wait_for_url("**/lab/tree/my%20course/modules/02_b.ipynb")
