"""Where the reader is in the list of contents, and which sections are on the full way alone."""

import pytest

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
MARK = words("module", "en")["full_mark"]
CELLS = [
    ["markdown", "# The page", 200, "page"],
    ["markdown", "## See", 40, "see"],
    ["code", 'wb.exercise("01/one")', 600, "one"],
    ["markdown", f"## Look up {MARK}", 40, "look-up"],
    ["code", 'wb.exercise("01/two")', 600, "two"],
    ["markdown", "## Key points", 100, "key-points"],
]
OPEN = """async (panel) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet'; link.href = '/lab/static/course.css';
  await new Promise((done) => { link.onload = done; document.head.append(link); });
  window.kit = await fakes.openCourse({ panel });
  kit.panel.content.node.style.cssText = 'height: 500px; overflow: auto';
  kit.panel.content.widgets.forEach((cell) => { cell.node.style.flex = 'none'; });
  const modules = [{ id: '01', file: '01_a.ipynb', title: 'Roots', exists: true, exercises: [] }];
  document.dispatchEvent(new CustomEvent('sswp-progress', { detail: { modules } })); }"""


@pytest.fixture
def opened(page):
    page.evaluate(OPEN, {"cells": CELLS})
    return page


def scroll(page, to):
    page.evaluate("(to) => { kit.panel.content.node.scrollTop = to; }", to)


def marked(page):
    return page.locator(".sswp-section[aria-current=location]")


@pytest.mark.parametrize(
    ("to", "cell"), [(150, "see"), (700, "see"), (800, "look-up"), (9999, "key-points")]
)
def test_the_section_that_is_read_is_marked(opened, to, cell):
    scroll(opened, to)
    opened.wait_for_selector(f".sswp-section[aria-current=location][data-cell={cell}]")
    assert marked(opened).count() == 1


def test_before_the_first_section_none_is_marked(opened):
    scroll(opened, 800)
    marked(opened).wait_for()
    scroll(opened, 0)
    marked(opened).wait_for(state="detached")


def test_the_mark_is_a_bar_that_others_do_not_have(opened):
    scroll(opened, 800)
    marked(opened).wait_for()
    edge = "(node) => getComputedStyle(node).borderLeftColor"
    clear = "rgba(0, 0, 0, 0)"
    assert marked(opened).evaluate(edge) != clear
    assert opened.locator(".sswp-section:not([aria-current])").first.evaluate(edge) == clear


def test_a_section_read_below_the_end_of_the_list_comes_into_view(opened):
    opened.evaluate("document.querySelector('.sswp-panel').style.height = '120px'")
    scroll(opened, 9999)
    marked(opened).wait_for()
    opened.wait_for_function("document.querySelector('.sswp-panel').scrollTop > 0")


def test_what_is_on_the_full_way_alone_has_a_sign_its_words_and_a_legend(opened):
    lines = opened.locator(".sswp-sections a")
    assert [MARK in text for text in lines.all_text_contents()] == [False, True, False]
    assert lines.locator(".sswp-full").all_text_contents() == ["\u00a0+"]
    assert opened.get_by_role("link", name=f"Look up {MARK}", exact=True).count() == 1
    assert opened.locator(".sswp-legend").text_content() == WORDS["full_legend"]


def test_a_page_with_one_way_has_no_legend(page):
    page.evaluate(OPEN, {"cells": CELLS[:3]})
    assert page.locator(".sswp-section").count() == 1
    assert page.locator(".sswp-legend").count() == 0


def test_the_list_knows_the_mark_of_the_headings():
    assert WORDS["full_mark"] == MARK


MANY = [
    *CELLS[:5],
    *(["markdown", f"## To read {n}", 300, f"read-{n}"] for n in range(3)),
    CELLS[5],
]
WAY = """(way) => document.dispatchEvent(new CustomEvent('sswp-progress', { detail: { modules: [
  { id: '01', file: '01_a.ipynb', title: 'Roots', exists: true, exercises: [],
    ahead: { way, done: 0, total: 2, minutes_left: 5 } }] } }))"""


def listed(page):
    return page.locator(".sswp-section:visible").evaluate_all(
        "(all) => all.map((n) => n.dataset.cell)"
    )


def test_many_sections_are_shown_by_what_there_is_to_do(page):
    page.evaluate(OPEN, {"cells": MANY})
    page.evaluate(WAY, "core")
    assert listed(page) == ["see"] and not page.locator(".sswp-legend").is_visible()
    scroll(page, 9999)
    marked(page).wait_for()
    assert listed(page) == ["see", "key-points"], "what is read is always among them"
    page.evaluate(WAY, "full")
    assert listed(page)[:2] == ["see", "look-up"] and page.locator(".sswp-legend").is_visible()


def test_all_sections_are_one_press_away_and_stay(page):
    page.evaluate(OPEN, {"cells": MANY})
    page.evaluate(WAY, "core")
    more = page.locator(".sswp-more")
    assert more.get_attribute("aria-expanded") == "false"
    more.press("Enter")
    assert len(listed(page)) == 6 and page.locator(".sswp-legend").is_visible()
    page.evaluate(WAY, "full")
    assert len(listed(page)) == 6
    assert more.evaluate("(node) => node === document.activeElement"), "and the focus with it"
    more.press("Enter")
    assert len(listed(page)) < 6


def test_few_sections_are_all_shown(opened):
    assert len(listed(opened)) == 3
    assert opened.locator(".sswp-more").count() == 0
