"""The course list: the modules, what is done, and its place beside the page."""

import pytest
from counted import ahead

from workbook.words import word, words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
MODULES = [
    {"file": "01_a.ipynb", "title": "Roots", "exists": True, "done": 3, "ahead": ahead(3, 8)},
    {"file": "02_b.ipynb", "title": "<b>Two</b>", "exists": True, "done": 6, "ahead": ahead(6, 6)},
    {"file": "03_c.ipynb", "title": "Three", "exists": False, "done": 0, "ahead": ahead(0, 7)},
]
SETUP = """(path) => {
  const kit = fakes.kitOf(english);
  kit.outline = new outline.Outline(kit.app);
  kit.went = [];
  kit.address = { go: (...place) => kit.went.push(place.join('#')) };
  const course = new panel.CoursePanel(kit);
  document.body.prepend(course.node);
  if (path) kit.tracker.add(new fakes.Panel({ path }));
  const redraw = (modules) => document.dispatchEvent(
    new CustomEvent('sswp-progress', { detail: { modules } }));
  Object.assign(window, { kit, course, redraw, shell: kit.app.shell }); }"""
CLOSED = "sswp-panel-closed"


def open_panel(page, path="modules/01_a.ipynb", modules=MODULES):
    page.evaluate(SETUP, path)
    page.evaluate("(modules) => redraw(modules)", modules)
    return page.get_by_role("navigation", name=WORDS["panel"])


def current(panel):
    return panel.locator("[aria-current=page] .sswp-module-title").all_text_contents()


def test_it_lists_the_modules_and_what_is_done(page):
    panel = open_panel(page)
    assert panel.get_by_role("heading", name=WORDS["panel"]).count() == 1
    assert panel.get_attribute("lang") == "en"
    assert panel.locator(".sswp-module-title").all_text_contents() == [
        "Roots",
        "<b>Two</b>",
        "Three",
    ]
    assert panel.locator(".sswp-module-done").all_text_contents() == [
        word("lab", "done", done=3, total=8),
        word("lab", "done", done=6, total=6),
        WORDS["coming"],
    ]
    assert panel.get_by_role("link").count() == 2, "what is not there cannot be opened"


def test_its_tab_has_a_name(page):
    open_panel(page)
    assert page.evaluate("[course.widget.id, course.widget.title.label]") == [
        "sswp-course-panel",
        WORDS["panel"],
    ]
    assert page.evaluate("course.widget.title.caption") == WORDS["panel_caption"]


def test_it_marks_the_page_that_is_open(page):
    panel = open_panel(page)
    assert current(panel) == ["Roots"]
    page.evaluate("kit.tracker.add(new fakes.Panel({ path: 'modules/02_b.ipynb' }))")
    assert current(panel) == ["<b>Two</b>"]
    page.evaluate("kit.tracker.show(null)")
    assert current(panel) == ["<b>Two</b>"], "the last page, while none is in front"
    page.evaluate("kit.tracker.add(new fakes.Panel({ path: 'modules/notes.ipynb' }))")
    assert current(panel) == []


def test_it_is_empty_until_something_is_known(page):
    panel = open_panel(page, path=None, modules=[])
    assert panel.locator("li").count() == 0
    page.evaluate("(modules) => redraw(modules)", MODULES)
    assert panel.locator("li").count() == 3
    assert current(panel) == []


@pytest.mark.parametrize(("width", "collapses"), [(1000, False), (999, True), (320, True)])
def test_a_module_opens_and_a_narrow_page_gets_its_room(page, width, collapses):
    page.set_viewport_size({"width": width, "height": 700})
    open_panel(page).get_by_role("link", name="<b>Two</b>").click()
    assert page.evaluate("kit.went") == ["modules/02_b.ipynb#"]
    assert ("collapse left" in page.evaluate("shell.log")) is collapses


def test_the_focus_stays_while_the_list_is_drawn_again(page):
    panel = open_panel(page)
    panel.get_by_role("link", name="<b>Two</b>").focus()
    page.evaluate(
        "(modules) => redraw(modules)",
        [{**m, "ahead": ahead(7, m["ahead"]["total"])} for m in MODULES],
    )
    assert page.evaluate("document.activeElement.innerText.startsWith('<b>Two</b>')")
    page.evaluate("document.activeElement.blur(); redraw(kit.outline.modules)")
    assert page.evaluate("document.activeElement === document.body")


SETTLE = """async (closed) => {
  if (closed) localStorage.setItem('sswp-panel-closed', '1');
  const restored = [];
  await course.settle(kit.app, { add: (widget, name) => restored.push(name) });
  return [restored, shell.log]; }"""
ADDED = ["add sswp-course-panel left", "collapse right"]


@pytest.mark.parametrize(
    ("width", "closed", "then"),
    [
        (1400, False, ["activate sswp-course-panel"]),
        (1000, False, ["activate sswp-course-panel"]),
        (1400, True, ["collapse left"]),
        (999, False, ["collapse left"]),
        (320, False, ["collapse left"]),
        (320, True, ["collapse left"]),
    ],
)
def test_it_settles_beside_a_wide_page_and_out_of_the_way_of_a_narrow_one(
    page, width, closed, then
):
    page.set_viewport_size({"width": width, "height": 700})
    open_panel(page)
    restored, log = page.evaluate(SETTLE, closed)
    assert restored == ["sswp-course-panel"]
    assert log == ADDED + then


def test_closing_it_is_remembered_and_opening_it_too(page):
    open_panel(page)
    page.evaluate(SETTLE, False)
    kept = f"localStorage.getItem('{CLOSED}')"
    for collapsed, remembered in ((True, "1"), (False, None)):
        page.evaluate(f"shell.leftCollapsed = {str(collapsed).lower()}")
        page.evaluate("shell.layoutModified.emit()")
        assert page.evaluate(kept) == remembered


def test_a_narrow_page_remembers_nothing(page):
    page.set_viewport_size({"width": 320, "height": 700})
    open_panel(page)
    page.evaluate(SETTLE, False)
    page.evaluate("shell.layoutModified.emit()")
    assert page.evaluate("localStorage.length") == 0


def test_a_page_that_is_zoomed_in_gets_the_room_of_the_list_and_gives_it_back(page):
    open_panel(page)
    page.evaluate(SETTLE, False)
    for width, log in ((320, "collapse left"), (1400, "activate sswp-course-panel")):
        page.set_viewport_size({"width": width, "height": 500})
        page.wait_for_function("(log) => shell.log.at(-1) === log", arg=log, timeout=60_000)
    settled = page.evaluate("shell.log")
    page.pdf(format="A5")
    assert page.evaluate("shell.log") == settled, "paper is no narrow window"
    page.evaluate("shell.leftCollapsed = true; shell.layoutModified.emit()")  # by the reader
    page.set_viewport_size({"width": 600, "height": 500})
    page.wait_for_function("shell.log.at(-1) === 'collapse left'", timeout=60_000)
    page.evaluate("course.toggle(true)")
    assert page.locator(".sswp-drawer").count() == 1
    page.set_viewport_size({"width": 1400, "height": 500})
    page.wait_for_function("!document.querySelector('.sswp-drawer')", timeout=60_000)
    assert page.evaluate("shell.log.filter((one) => one.startsWith('activate')).length") == 2


def test_it_waits_until_jupyterlab_has_put_back_what_was_open(page):
    open_panel(page)
    page.evaluate(
        """() => { kit.app.restored = new Promise((go) => { window.restore = go; });
          course.settle(kit.app, null); }"""
    )
    assert page.evaluate("shell.log") == ADDED[:1]
    page.evaluate("restore()")
    assert page.evaluate("shell.log") == [*ADDED, "activate sswp-course-panel"]


def test_a_shell_that_can_do_less_is_no_error(page):
    open_panel(page)
    page.evaluate(
        """async () => { const { add, activateById, log } = shell;
          kit.app.shell = { add, activateById, log };
          await course.settle(kit.app, null); }"""
    )
    assert page.evaluate("kit.app.shell.log") == [ADDED[0], "activate sswp-course-panel"]
