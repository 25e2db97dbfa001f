"""Addresses: of a module, a section and an exercise; the browser's Back and Forward."""

import pytest

pytestmark = pytest.mark.browser

CELLS = [
    ["markdown", "# One", 300, "one"],
    ["code", "import workbook as wb", 40, "start"],
    ["markdown", "## Two", 900, "two"],
    ["code", "wb.progress()", 1500, "three"],
    ["markdown", "## Four, and *why*?\n\ntext", 900, "four"],
    ["code", 'wb.exercise("01/the_fifth")', 900, "the-fifth"],
]
# A JupyterLab that writes the open notebook into the address bar, as the real one does.
SETUP = """async ([first, cells]) => {
  history.replaceState({}, '', first);
  window.before = history.length;
  const kit = window.kit = await fakes.startCourse({});
  kit.app.commands.execute = async (id, { path }) => {
    kit.app.opened.push(path);
    const known = kit.tracker.panels.find((one) => one.context.path === path);
    if (known) kit.tracker.show(known);
    else kit.tracker.add(new fakes.Panel({ path, cells }));
    history.pushState({}, '', `/doc/tree/${path}`);
    await fakes.until(() => kit.tracker.currentWidget.sswpPage);
    await fakes.settled(kit.tracker.currentWidget);
  };
}"""
OPEN = """async ([path, cells]) => { const panel = new fakes.Panel({ path, cells });
  kit.tracker.add(panel);
  await fakes.until(() => panel.sswpPage);
  await fakes.settled(panel);
  window.panel = panel; window.address_ = panel.sswpPage.kit.address; }"""
HERE = "location.pathname + location.hash"


def begin(page, first="/lab/tree/modules/01_a.ipynb", path="modules/01_a.ipynb"):
    page.evaluate(SETUP, [first, CELLS])
    page.evaluate(OPEN, [path, CELLS])


def focused(page):
    return page.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize(
    ("pathname", "path"),
    [
        ("/lab/tree/modules/01_a.ipynb", "modules/01_a.ipynb"),
        ("/user/x/doc/tree/my%20own/01_a.ipynb", "my own/01_a.ipynb"),
        ("/lab/workspaces/auto-X/tree/a.ipynb", "a.ipynb"),
        ("/lab", ""),
        ("/doc/", ""),
        ("/lab/tree/%E0%A4%A", "%E0%A4%A"),
    ],
)
def test_an_address_names_a_notebook(scripts, pathname, path):
    assert scripts.evaluate("(name) => address.pathIn(name)", pathname) == path


def test_a_page_opens_at_the_place_that_its_address_names(page):
    begin(page, "/lab/tree/modules/01_a.ipynb#two")
    assert focused(page) == "Two"


RELOADED = """(kept) => {
  performance.getEntriesByType = () => [{ type: 'reload' }];
  sessionStorage.setItem('sswp-places', JSON.stringify(kept));
}"""


@pytest.mark.parametrize(
    ("kept", "focus"), [({"modules/01_a.ipynb": {"cell": "three", "by": 0}}, "BODY"), ({}, "H2")]
)
def test_loaded_again_a_page_is_where_the_reader_was_and_not_where_a_link_led(page, kept, focus):
    page.evaluate(RELOADED, kept)
    begin(page, "/lab/tree/modules/01_a.ipynb#two")
    assert page.evaluate("document.activeElement.tagName") == focus
    page.evaluate("address_.go('modules/02_b.ipynb', 'two')")
    page.wait_for_function("kit.tracker.currentWidget.context.path === 'modules/02_b.ipynb'")
    page.wait_for_function("document.activeElement.tagName === 'H2'")


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("Two", "Two"),
        ("four,-and-why?", "Four, and *why*?"),  # the link of a heading, as JupyterLab writes it
        ("Four,-and-why%3F", "Four, and *why*?"),
        ("01/the_fifth", "x"),
        ("01%2Fthe_fifth", "x"),
        ("the_fifth", "x"),
    ],
)
def test_a_heading_and_an_exercise_lead_to_their_place_too(page, place, shown):
    begin(page, f"/lab/tree/modules/01_a.ipynb#{place}")
    assert shown in focused(page).splitlines()[0]
    page.evaluate("location.hash = 'one'")
    page.wait_for_function("document.activeElement.textContent === 'One'")
    page.evaluate("(place) => { location.hash = place; }", place)
    page.wait_for_function("document.activeElement.textContent !== 'One'")
    assert shown in focused(page).splitlines()[0]


def test_a_place_that_is_not_there_leaves_the_page_at_its_start(page):
    begin(page, "/lab/tree/modules/01_a.ipynb#nothing")
    assert page.evaluate("document.activeElement === document.body")


def test_what_jupyterlab_writes_keeps_the_place_and_adds_no_step(page):
    begin(page, "/lab/tree/modules/01_a.ipynb#two")
    page.evaluate("history.pushState({}, '', '/doc/tree/modules/01_a.ipynb')")
    assert page.evaluate(HERE) == "/doc/tree/modules/01_a.ipynb#two"
    page.evaluate("history.pushState({}, '', '/doc/tree/modules')")
    assert page.evaluate(HERE) == "/doc/tree/modules/01_a.ipynb#two", "no folder instead of a page"
    assert page.evaluate("history.length === before")


def test_an_address_without_a_page_gets_the_name_of_the_one_that_opens(page):
    begin(page, "/lab")
    assert page.evaluate("location.pathname").endswith("/tree/modules/00_start_here.ipynb")
    assert page.evaluate("history.length === before"), "it is no step of its own"


def test_back_and_forward_go_from_place_to_place_and_from_page_to_page(page):
    begin(page)
    page.evaluate("address_.go('modules/01_a.ipynb', 'two')")
    assert page.evaluate(HERE) == "/lab/tree/modules/01_a.ipynb#two"
    page.evaluate("address_.go('modules/02_b.ipynb', 'three')")
    page.wait_for_function("location.pathname.endsWith('02_b.ipynb')")
    open_now = "kit.tracker.currentWidget.context.path"
    page.go_back()
    page.wait_for_function(f"{open_now} === 'modules/01_a.ipynb'")
    assert page.evaluate("location.hash") == "#two"
    page.go_back()
    page.wait_for_function("location.hash === ''")
    page.go_forward()
    page.go_forward()
    page.wait_for_function(f"{open_now} === 'modules/02_b.ipynb'")


def test_an_address_to_share_leads_back_to_the_page(scripts):
    made = scripts.evaluate("() => address.addressOf('my own/01_a.ipynb', 'power-map')")
    assert made.endswith("/lab/tree/my%20own/01_a.ipynb#power-map")
    assert scripts.evaluate("(a) => address.pathIn(a.split('#')[0])", made) == "my own/01_a.ipynb"


# JupyterLite has no server that knows a path below `lab/tree`, and a page must load again.
LITE = """(address_) => {
  const mark = document.head.appendChild(document.createElement('script'));
  Object.assign(mark, { type: 'application/json' });
  mark.dataset.jupyterLiteRoot = '..';
  history.replaceState({}, '', address_);
}"""


@pytest.mark.parametrize("site", ["", "/my/course"])
def test_in_the_browser_edition_the_path_stands_behind_a_question_mark(scripts, site):
    here = f"{site}/lab/index.html?path=modules%2F00_a.ipynb"
    scripts.evaluate(LITE, here)
    assert scripts.evaluate("address.pathIn(location.pathname)") == "modules/00_a.ipynb"
    made = scripts.evaluate("address.addressOf('modules/01 b.ipynb', 'power-map')")
    assert made == f"{site}/lab/index.html?path=modules%2F01+b.ipynb#power-map"
    scripts.evaluate("address.keepPlaceInAddress()")
    scripts.evaluate(
        "(tree) => history.pushState({}, '', tree)", f"{site}/lab/tree/modules/c.ipynb"
    )
    assert scripts.evaluate("location.pathname + location.search") == (
        f"{site}/lab/index.html?path=modules%2Fc.ipynb"
    )
