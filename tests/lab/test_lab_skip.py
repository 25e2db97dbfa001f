"""Skip links: the first stops of the Tab key, each lands where it says."""

import pytest

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
CELLS = [
    ["markdown", "# One", 40, "title"],
    ["code", 'import workbook as wb\nwb.start("01")', 40, "start"],
    ["markdown", "## Read it", 40, "read-it"],
    ["code", 'wb.exercise("01/a")', 40, "a"],
    ["code", 'wb.exercise("01/b")', 40, "b"],
]
SETUP = """(cells) => {
  const kit = fakes.kitOf(english);
  kit.list = { toggle: (show) => went.push(`list ${show}`) };
  window.went = [];
  window.made = new skip.SkipLinks(kit);
  if (!cells) return;
  const panel = new fakes.Panel({ cells });
  panel.sswpPage = { goTo: (name) => went.push(name) };
  kit.tracker.add(panel); }"""


@pytest.mark.parametrize(
    ("presses", "name", "expected"),
    [
        (1, "skip_exercise", "a"),
        (2, "skip_contents", "list true"),
        (3, "skip_reading", "title"),
    ],
)
def test_each_lands_where_it_says(page, presses, name, expected):
    page.evaluate(SETUP, CELLS)
    page.add_style_tag(url="/lab/static/skip.css")
    for _ in range(presses):
        page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == WORDS[name]
    assert focused.bounding_box()["height"] >= 40
    others = page.locator(".sswp-skip button:not(:focus)")
    assert all(node.bounding_box()["height"] <= 1 for node in others.all())
    page.keyboard.press("Enter")
    assert page.evaluate("went") == [expected]


@pytest.mark.parametrize("cells", [None, [["code", "wb.progress()"]]])
def test_a_page_that_has_no_such_place_stays_as_it_is(page, cells):
    page.evaluate(SETUP, cells)
    for name in ("skip_exercise", "skip_reading"):
        page.get_by_role("button", name=WORDS[name]).dispatch_event("click")
    assert page.evaluate("went") == []
