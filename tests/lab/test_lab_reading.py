"""A page to read, such as the glossary: the course bar, its name, the way back to the module."""

import pytest
from counted import ahead

from workbook.words import word, words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
MODULES = [
    {"file": "02_b.ipynb", "title": "<b>Two</b>", "exists": True, "done": 0, "ahead": ahead(0, 6)}
]
SETUP = """async ([last, modules]) => {
  const kit = fakes.kitOf(english);
  const made = new outline.Outline(kit.app);
  made.last = last;
  const log = [];
  made.go = (path) => log.push(path);
  const list = { watchers: new Set(), isOpen: () => false, toggle: () => log.push('list') };
  const page = new fakes.Panel({ path: 'course/modules/learners/glossary.md' });
  page.content.node.innerHTML =
    '<div class="jp-RenderedMarkdown"><h1>Look up<a>¶</a></h1></div>';
  const look = { size: 100, scheme: 'light', step() {}, choose() {} };
  const quiet = { watchers: new Set(), call: (title) => log.push(title) };
  Object.assign(kit, { outline: made, list, look, quiet, languages: [], option: () => '',
    tracker: { currentWidget: null }, named: () => log.push('named'),
    drawings: { modules: async () => modules } });
  kit.app.shell.currentWidget = page;
  kit.app.shell.currentChanged = new fakes.Signal();
  reading.watchReading(kit.app, kit);
  Object.assign(window, { kit, page, log }); }"""


@pytest.fixture
def bar(page):
    def open_reading(last="course/modules/02_b.ipynb", modules=MODULES):
        page.evaluate(SETUP, [last, modules])
        return page.locator(".sswp-bar-reading")

    return open_reading


def test_it_is_called_by_its_heading_and_leads_back_to_the_module(page, bar):
    shown = bar()
    back = shown.locator("[data-act=back]")
    page.wait_for_function("() => window.log.includes('Look up')")
    assert shown.locator(".sswp-title").text_content() == "Look up"
    page.wait_for_function(
        "() => document.querySelector('[data-act=back]').textContent.includes('Two')"
    )
    assert back.text_content() == word("lab", "back_to", title="<b>Two</b>")
    back.click()
    assert page.evaluate("log.at(-1)") == "course/modules/02_b.ipynb"


def test_opened_by_its_address_it_leads_to_the_start_of_the_course(page, bar):
    shown = bar(last="", modules=[])
    assert shown.locator("[data-act=back]").text_content() == WORDS["back_to_course"]
    shown.locator("[data-act=back]").click()
    assert page.evaluate("log.at(-1)") == "course/modules/00_start_here.ipynb"


def test_it_has_one_bar_however_often_it_is_looked_at(page, bar):
    shown = bar()
    page.evaluate("kit.app.shell.currentChanged.emit()")
    assert shown.count() == 1
    shown.locator("[data-act=list]").click()
    assert page.evaluate("log.at(-1)") == "list"


def test_its_menu_offers_no_hand_out(page, bar):
    bar()
    assert page.locator(".sswp-menu [data-act=print]").count() == 1
    assert page.locator(".sswp-menu [data-act=handout]").count() == 0
