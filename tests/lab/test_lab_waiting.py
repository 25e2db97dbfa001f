"""Python in the browser that does not come: the page says it, and what can be done."""

import pytest
from bare_lab import open_bare, stand_still

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
IN_BROWSER = {"sswpCourse": "1", "sswpKernel": "python"}
OPEN = """async (options) => {
  const kit = await fakes.startCourse({ options });
  window.panel = new fakes.Panel({ kernel: options.sswpKernel });
  window.session = panel.sessionContext;
  session.ready = new Promise((go) => { window.comes = go; });
  kit.CodeCell.answer = () => new Promise((go) => {
    window.ran = () => go({ content: { status: 'ok' } }); });
  kit.tracker.add(panel); }"""
BUSY = "session.statusChanged.emit('busy')"
ANSWERED = "(async () => { for (let n = 0; n < 50; n += 1) await 0; })()"


@pytest.fixture
def opened(own_page, address):
    """Give what opens a page whose Python does not come, on a clock that only `after` moves."""

    def opened(options):
        stand_still(open_bare(own_page, address))
        own_page.evaluate(OPEN, options)
        own_page.wait_for_selector(".sswp-note", state="attached")
        after(own_page, 1)
        return own_page

    return opened


def after(page, *steps):
    """Let things happen, a number being seconds that pass; give what the bar says then."""
    for step in steps:
        if isinstance(step, int):
            page.clock.run_for(step * 1000)
        else:
            page.evaluate(step)
        page.evaluate(ANSWERED)
    return page.locator(".sswp-note").text_content()


def test_it_is_told_after_a_long_time_in_which_nothing_happened(opened):
    page = opened(IN_BROWSER)
    reload = page.locator("[data-act=reload]")
    assert after(page, 88) == ""
    assert not reload.is_visible()
    assert after(page, 3) == WORDS["no_python_yet"].strip()
    assert reload.is_visible()
    assert not page.locator("[data-act=run]").is_visible()
    assert after(page, BUSY) == ""
    assert not reload.is_visible()


def test_a_start_that_goes_on_is_left_alone(opened):
    page = opened(IN_BROWSER)
    assert after(page, 80, BUSY, 80, BUSY, 80) == ""
    assert after(page, 11) == WORDS["no_python_yet"].strip()


def test_a_page_that_stands_still_in_the_middle_tells_it_too(opened):
    page = opened(IN_BROWSER)
    assert after(page, 60, "comes()", 80, "ran()", 80) == ""
    assert page.get_attribute("[data-sswp]", "data-sswp") == "running"
    assert after(page, 11) == WORDS["no_python_yet"].strip()
    assert after(page, "ran()", 1) == ""
    assert page.get_attribute("[data-sswp]", "data-sswp") == "ready"
    assert after(page, 600) == ""


def test_python_that_went_and_does_not_come_back_is_told(opened):
    page = opened(IN_BROWSER)
    after(page, "comes()", "ran()", "ran()", 1)
    assert page.get_attribute("[data-sswp]", "data-sswp") == "ready"
    page.evaluate("session.session.kernel.answers = false")
    gone = "session.statusChanged.emit('restarting')"
    assert after(page, gone) == WORDS["starting_again"]
    assert after(page, 91) == WORDS["no_python_yet"].strip()


def test_a_server_is_waited_for_in_another_way(opened):
    page = opened({"sswpCourse": "1"})
    assert after(page, 600) == ""


def test_the_button_loads_the_page_again(opened):
    page = opened(IN_BROWSER)
    after(page, 91)
    with page.expect_navigation():
        page.locator("[data-act=reload]").click()
