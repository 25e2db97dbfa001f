"""The sections of a page, their exercises, their ticks, and where to go on."""

import pytest

from workbook.words import word, words

pytestmark = pytest.mark.browser

CELLS = [
    ["markdown", "# The page", 40, "page"],
    ["code", 'import workbook as wb\nwb.start("01")', 40, "start"],
    ["markdown", "Some words\n## See *this* and [that](x.md)", 40, "see"],
    ["code", 'wb.exercise("01/one")', 40, "one"],
    ["markdown", "More words without a heading", 40, "more"],
    ["code", "wb.exercise('01/two_parts')", 40, "two-parts"],
    ["markdown", "## Read on", 40, "read-on"],
]
SECTIONS = [
    {"cell": "page", "title": "The page", "exercises": []},
    {"cell": "see", "title": "See this and that", "exercises": ["01/one", "01/two_parts"]},
    {"cell": "read-on", "title": "Read on", "exercises": []},
]
PROGRESS = """([done, next]) => document.dispatchEvent(new CustomEvent('sswp-progress', { detail: {
  next, modules: [{ id: '01', file: '01_a.ipynb', title: 'Roots', exists: true, done: 1, total: 2,
    exercises: Object.entries(done).map(([id, done]) => ({ id, done })) }] } }))"""


def open_page(page):
    page.evaluate(
        "async (panel) => { window.kit = await fakes.openCourse({ panel }); }", {"cells": CELLS}
    )


def test_a_page_is_its_sections(scripts):
    found = scripts.evaluate(
        "(cells) => contents.sectionsOf(new fakes.Panel({ cells }).content.model)", CELLS
    )
    assert found == SECTIONS


def test_an_exercise_is_found_by_the_name_of_its_cell(scripts):
    assert scripts.evaluate("contents.cellOf('01/two_parts')") == "two-parts"


@pytest.mark.parametrize(
    ("source", "drawn"),
    [
        ('import workbook as wb\nwb.start("01")', {"call": "start", "name": "01"}),
        ('wb.exercise("01/one")', {"call": "exercise", "name": "01/one"}),
        ('wb.recall("01/one")', {"call": "recall", "name": "01/one"}),
        ("wb.progress()", {"call": "progress", "name": ""}),
        ('wb.chart("01/x")', {"call": None, "name": ""}),
        ('print(wb.exercise("01/one"))', {"call": None, "name": ""}),
    ],
)
def test_what_can_be_drawn_without_python(scripts, source, drawn):
    assert scripts.evaluate("(source) => contents.drawnBy(source)", source) == drawn


def test_a_section_has_its_tick_when_all_of_it_is_done(page):
    open_page(page)
    ticks = page.locator(".sswp-section .sswp-ticked")
    page.evaluate(PROGRESS, [{"01/one": True, "01/two_parts": False}, None])
    assert ticks.all_text_contents() == ["", ""]
    page.evaluate(PROGRESS, [{"01/one": True, "01/two_parts": True}, None])
    assert ticks.all_text_contents() == ["✓", ""]
    first = page.locator(".sswp-section").first
    assert words("lab")["section_done"] in first.text_content(), "a sign is said in words too"


def test_a_section_and_an_exercise_are_links_that_can_be_copied(page):
    open_page(page)
    page.evaluate(PROGRESS, [{}, None])
    link = page.locator(".sswp-section").nth(1)
    assert link.get_attribute("href").endswith("/lab/tree/modules/01_a.ipynb#read-on")
    link.click()
    assert page.evaluate("location.hash") == "#read-on"
    assert page.evaluate("document.activeElement.textContent") == "Read on"


def test_the_list_says_where_to_go_on(page):
    open_page(page)
    following = {"id": "01/two_parts", "title": "Two parts", "module": "Roots"}
    following |= {"number": 2, "total": 8}
    page.evaluate(PROGRESS, [{}, {**following, "file": "01_a.ipynb"}])
    link = page.locator(".sswp-go-on")
    assert link.text_content() == word("lab", "go_on", **following)
    link.click()
    assert page.evaluate("location.hash") == "#two-parts"
    page.evaluate(PROGRESS, [{}, None])
    assert link.count() == 0


def test_on_a_narrow_page_the_list_lies_over_it_and_escape_closes_it(page):
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page)
    opener = page.locator("[data-act=list]")
    opener.click()
    drawer = page.locator(".sswp-drawer")
    box = drawer.bounding_box()
    assert box["x"] == 0 and box["width"] <= 320 - 40
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert drawer.count() == 0
    assert page.evaluate("document.activeElement.dataset.act") == "list"


@pytest.mark.parametrize("way", ["button", "beside"])
def test_a_finger_closes_it_too(page, way):
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page)
    page.locator("[data-act=list]").click()
    if way == "button":
        page.get_by_role("button", name=words("lab")["close"]).click()
    else:
        page.mouse.click(310, 500)
    assert page.locator(".sswp-drawer").count() == 0
    page.locator("[data-act=list]").click()
    assert page.locator(".sswp-drawer").count() == 1


def test_no_name_means_no_cell(scripts):
    named = "(cells) => contents.cellNamed(new fakes.Panel({ cells }).content.model, '')"
    assert scripts.evaluate(named, CELLS) == ""
