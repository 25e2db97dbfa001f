"""The line in words while the course opens, the window's name, a start without an address."""

import pytest

from workbook.words import word

pytestmark = pytest.mark.browser

BEGIN = """async (options) => { window.kit = await fakes.startCourse({ options }); }"""
COURSE = {"sswpCourse": "1"}


def opening(page):
    return page.locator(".sswp-opening")


def begin(page, options=None):
    page.evaluate("history.replaceState({}, '', '/lab/tree/modules/01_a.ipynb')")
    page.evaluate(BEGIN, options or COURSE)


def add(page):
    page.evaluate(
        """async () => { window.panel = new fakes.Panel();
          kit.tracker.add(panel);
          await fakes.until(() => panel.sswpPage);
          await fakes.settled(panel); }"""
    )


def test_it_is_said_in_words_until_the_page_is_there(page):
    begin(page)
    assert opening(page).text_content() == word("lab", "opening", seconds=5)
    assert opening(page).get_attribute("role") == "status"
    add(page)
    assert opening(page).count() == 0


def test_it_says_how_long_it_took_the_last_time(page):
    page.evaluate("localStorage.setItem('sswp-opened-in', '8.4')")
    begin(page)
    assert opening(page).text_content() == word("lab", "opening", seconds=8)
    add(page)
    assert float(page.evaluate("localStorage.getItem('sswp-opened-in')")) > 0


def test_another_jupyterlab_says_nothing(page):
    begin(page, {"sswpCourse": "0"})
    assert opening(page).count() == 0
    assert page.evaluate("document.documentElement.className") == ""


def test_it_gives_way_when_there_is_no_course_to_open(page):
    page.evaluate("history.replaceState({}, '', '/lab/tree/notes.txt')")
    page.evaluate(BEGIN, COURSE)
    opening(page).wait_for(state="detached")


def test_the_window_is_called_by_the_module_and_the_course(page):
    begin(page)
    assert page.title() == word("lab", "course")
    add(page)
    page.evaluate(
        """() => document.dispatchEvent(new CustomEvent('sswp-progress',
          { detail: { modules: [{ file: '01_a.ipynb', title: 'Roots', exists: true }] } }))"""
    )
    assert page.title() == word("lab", "window", title="Roots")
    page.evaluate("document.title = '01_a.ipynb - JupyterLab'")
    page.wait_for_function(
        "(name) => document.title === name", arg=word("lab", "window", title="Roots")
    )
    assert page.evaluate("panel.title.label") is None, "JupyterLab would rename the file"


@pytest.mark.parametrize(
    ("there", "opened"),
    [
        (["modules/00_start_here.ipynb"], ["modules/00_start_here.ipynb"]),
        (
            ["solidarity-workbook/modules/00_start_here.ipynb"],
            ["solidarity-workbook/modules/00_start_here.ipynb"],
        ),
        ([], []),
    ],
)
def test_lab_without_an_address_opens_the_course(page, there, opened):
    found = page.evaluate(
        """async (there) => { const opened = [];
          history.replaceState({}, '', '/lab');
          const app = { commands: { execute: async (_, { path }) => opened.push(path) },
            serviceManager: { contents: { get: async (path) => {
              if (!there.includes(path)) throw new Error(path); } } } };
          await start_page.openStart(app, { currentWidget: null }, () => opened.push('shown'));
          return opened; }""",
        there,
    )
    assert found == (opened or ["shown"])


def test_a_page_that_is_open_already_stays(page):
    asked = page.evaluate(
        """async () => { const asked = [];
          await start_page.openStart({ commands: { execute: () => asked.push(1) } },
            { currentWidget: {} }, () => asked.push(2));
          return asked; }"""
    )
    assert asked == []
