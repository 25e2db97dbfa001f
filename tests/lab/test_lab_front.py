"""The page is there before JupyterLab: to read, to answer, and handed over unnoticed."""

import pytest

from workbook.words import word

pytestmark = pytest.mark.browser

SOURCE = 'import workbook as wb\nwb.exercise("01/a")'
CELLS = [
    ["markdown", "# One", 900, "one"],
    ["code", SOURCE, 400, "a"],
    ["code", 'wb.chart("01/c")', 400, "c"],
    ["markdown", "## Two", 2000, "two"],
]
LINKS = '<a href="02_b.ipynb#in-it">on</a> <a href="#two">two</a>'
READING = [
    ["one", "markdown", f"<h1>One</h1><p>{LINKS}</p>"],
    ["a", "code", SOURCE],
    ["c", "code", 'wb.chart("01/c")'],
    ["two", "markdown", "<h2>Two</h2>" + "<p>More.</p>" * 60],
]
PAGE = {
    "exercise": {"01/a": {"kind": "rank", "id": "01/a"}},
    "modules": [{"id": "01", "file": "01_a.ipynb", "title": "Roots", "exists": True}],
    "reading": READING,
}
VIEW = """export default { render({ el }) {
  el.innerHTML = '<section data-exercise="01/a"><textarea></textarea><button>b</button></section>';
  el.sswpView = { leave: () => { el.dataset.left = ''; } };
} };"""
BEGIN = """async ([path, cells]) => {
  history.replaceState({}, '', path);
  window.cells = cells;
  window.kit = await fakes.startCourse({ options: { sswpCourse: '1', sswpPages: '7' } }); }"""
ARRIVE = """async (made) => {
  window.panel = new fakes.Panel({ cells, ...made });
  panel.sessionContext.ready = new Promise(() => {});
  kit.tracker.add(panel);
  await fakes.until(() => panel.sswpPage); }"""
ROOTS = "/lab/tree/modules/01_a.ipynb"


@pytest.fixture
def served(page):
    """Give what a start serves; a test may change it before it begins."""
    given = dict(PAGE)

    def answer(route):
        name = route.request.url.rpartition("/")[2].partition("?")[0]
        if name.endswith(".json"):
            return route.fulfill(json=given)
        if name.endswith(".js"):
            return route.fulfill(body=VIEW, content_type="text/javascript")
        return route.fulfill(body="", content_type="text/css")

    page.route("**/sswp-pages/**", answer)
    yield given
    page.unroute("**/sswp-pages/**")


def begin(page, path=ROOTS, cells=CELLS):
    page.evaluate(BEGIN, [path, cells])


def drawn(page):
    """Wait until all that can be drawn is; say whether a page came of it."""
    return page.evaluate(
        """async () => { const { front } = await kit.opened;
          await front?.drawn;
          return Boolean(front?.seen); }"""
    )


def arrive(page, **made):
    page.evaluate(ARRIVE, made)


def gone(page):
    page.wait_for_function("() => !document.querySelector('.sswp-opening')")
    page.evaluate("() => panel.sswpPage.shown")  # asks for nothing any more


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


@pytest.mark.parametrize("keeps", [True, False], ids=["browser keeps it", "browser loses it"])
def test_the_exercise_moves_with_focus_caret_and_words(page, served, keeps):
    if not keeps:
        page.evaluate("delete Element.prototype.moveBefore")
    begin(page)
    drawn(page)
    field = page.locator(".sswp-front textarea")
    field.fill("some words")
    field.evaluate("(f) => { f.setSelectionRange(2, 5); window.kept = f; }")
    arrive(page)
    gone(page)
    found = page.evaluate(
        """() => [document.activeElement === kept, kept.selectionStart, kept.selectionEnd,
          kept.value, Boolean(kept.closest('.jp-Cell > .sswp-here .jp-OutputArea-output')),
          'left' in kept.closest('.sswp-host').dataset]"""
    )
    assert found == [True, 2, 5, "some words", True, False]


def test_only_the_reader_takes_the_focus_away_afterwards(page, served):
    begin(page)
    drawn(page)
    page.locator(".sswp-front textarea").focus()
    arrive(page)
    gone(page)
    at = "document.activeElement.localName"
    page.evaluate("panel.content.widgets[0].node.focus()")
    assert page.evaluate(at) == "textarea", "JupyterLab asks late"
    page.locator(".jp-Cell button").evaluate("(b) => b.focus()")
    assert page.evaluate(at) == "button", "a key or a voice leads on within the exercise"
    page.evaluate("panel.content.widgets[0].node.focus()")
    assert page.evaluate(at) == "div", "the reader has gone on"


def test_what_was_read_stays_where_it_was(page, served):
    begin(page)
    drawn(page)
    page.evaluate("document.querySelector('.jp-Notebook')?.remove()")
    scroller = page.locator(".sswp-front-scroller")
    scroller.evaluate("(s) => { s.dispatchEvent(new WheelEvent('wheel')); s.scrollTop += 10000; }")
    at = "(q) => Math.round(document.querySelector(q).getBoundingClientRect().top)"
    before = page.evaluate(at, ".sswp-front-text:last-child")
    above = page.evaluate(at, ".sswp-front-scroller")
    assert before < above, "the second text reaches above the edge"
    page.add_style_tag(content=".jp-Notebook { height: 500px; overflow: auto; }")
    arrive(page)
    gone(page)
    found = page.evaluate(
        """() => [panel.content.widgets[3], panel.content].map(({ node }) =>
          node.getBoundingClientRect().top).reduce((cell, edge) => cell - edge)"""
    )
    assert abs(found - (before - above)) <= 1


def test_a_place_in_the_address_is_in_view_at_once(page, served):
    begin(page, ROOTS + "#two")
    drawn(page)
    edge, place = page.evaluate(
        """() => ['.sswp-front-scroller', '.sswp-front-text:last-child'].map((q) =>
          document.querySelector(q).getBoundingClientRect().top)"""
    )
    assert abs(place - edge - 8) <= 1


def test_nothing_moves_while_something_is_pressed_or_being_put_together(page, served):
    begin(page)
    drawn(page)
    button = page.locator(".sswp-front button")
    button.evaluate("(b) => { window.clicks = 0; b.onclick = () => { clicks += 1; }; }")
    button.hover()
    page.mouse.down()
    arrive(page)
    page.wait_for_timeout(300)  # long enough for a hand-over; at worst this shows nothing
    assert page.locator(".sswp-front button").count() == 1, "it waits"
    page.mouse.up()
    gone(page)
    assert page.evaluate("clicks") == 1


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


def test_another_page_of_jupyterlab_leaves_it_standing(page, served):
    begin(page)
    drawn(page)
    arrive(page, path="modules/02_b.ipynb", mark={"module": "02"})
    page.evaluate("() => panel.sswpPage.shown")
    assert page.locator(".sswp-front textarea").count() == 1
    arrive(page)
    gone(page)


def test_a_page_that_does_not_run_by_itself_takes_nothing_over(page, served):
    begin(page, cells=[*CELLS, ["code", "print(1)", 40, "x"]])
    drawn(page)
    page.evaluate("window.host = document.querySelector('.sswp-host')")
    arrive(page)
    gone(page)
    assert page.evaluate("['left' in host.dataset, host.isConnected]") == [True, False]


def test_a_cell_that_says_something_else_by_now_is_drawn_anew(page, served):
    served["exercise"] = {**PAGE["exercise"], "01/b": {"kind": "rank", "id": "01/b"}}
    begin(page, cells=[CELLS[0], ["code", 'wb.exercise("01/b")', 400, "a"]])
    drawn(page)
    page.evaluate("window.host = document.querySelector('.sswp-host')")
    arrive(page)
    gone(page)
    assert page.evaluate("['left' in host.dataset, host.isConnected]") == [True, False]
    assert page.locator(".jp-Cell .sswp-host").count() == 1


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
    page.route("**/lab/tree/modules/02_b.ipynb", lambda route: route.fulfill(body="there"))
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


def test_an_address_without_a_page_gives_way_to_the_one_that_jupyterlab_puts_back(page, served):
    served["modules"] = [{"id": "00", "file": "00_start_here.ipynb", "title": "S", "exists": True}]
    begin(page, "/lab")
    drawn(page)
    assert page.locator(".sswp-front").count() == 1
    arrive(page)
    gone(page)


def test_what_is_drawn_late_above_pushes_nothing_away_until_the_reader_goes_on(page, served):
    page.add_style_tag(content=".jp-Notebook { height: 500px; overflow: auto; }")
    begin(page, ROOTS + "#two")
    drawn(page)
    arrive(page)
    gone(page)
    at = """() => panel.content.widgets[3].node.getBoundingClientRect().top
      - panel.content.node.getBoundingClientRect().top"""
    grow = "(height) => { panel.content.widgets[2].node.style.height = height; }"
    frames = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
    page.evaluate("() => { panel.content.node.style.overflowAnchor = 'none'; }")
    page.evaluate(grow, "1400px")
    page.evaluate(frames)
    assert abs(page.evaluate(at) - 8) <= 1
    page.evaluate("window.dispatchEvent(new WheelEvent('wheel'))")
    page.evaluate(grow, "1900px")
    page.evaluate(frames)
    assert abs(page.evaluate(at) - 508) <= 1


def test_it_is_on_paper_too(page, served):
    begin(page)
    drawn(page)
    page.emulate_media(media="print")
    assert page.locator(".sswp-front h1").is_visible()
    page.emulate_media(media="screen")


def test_on_a_text_the_focus_goes_to_the_text_that_takes_its_place(page, served):
    begin(page)
    drawn(page)
    page.locator(".sswp-front a[href='#two']").click()
    assert page.evaluate("document.activeElement.textContent") == "Two"
    arrive(page)
    gone(page)
    assert page.evaluate("document.activeElement.closest('.jp-Cell h2')?.textContent") == "Two"


def test_who_turns_to_another_window_finds_the_caret_where_it_was(page, served):
    begin(page)
    drawn(page)
    page.locator(".sswp-front textarea").focus()
    page.evaluate(
        """() => { document.hasFocus = () => false;
          document.activeElement.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
          document.activeElement.blur(); }"""
    )
    arrive(page)
    gone(page)
    assert page.evaluate("document.activeElement.localName") == "textarea"


def test_a_page_behind_keeps_no_place_of_its_own(page, served):
    begin(page)
    drawn(page)
    page.locator(".sswp-front textarea").focus()
    arrive(page, path="modules/02_b.ipynb", mark={"module": "02"})
    page.evaluate("() => panel.sswpPage.shown")
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    kept = page.evaluate("JSON.parse(sessionStorage.getItem('sswp-places'))")
    assert kept["modules/01_a.ipynb"]["cell"] == "a"
    arrive(page)
    gone(page)


def test_a_page_put_back_beside_it_leaves_it_the_place_of_the_address(page, served):
    page.add_style_tag(content=".jp-Notebook { height: 500px; overflow: auto; }")
    begin(page, ROOTS + "#two")
    drawn(page)
    arrive(page, path="modules/02_b.ipynb", mark={"module": "02"})
    page.evaluate("() => panel.sswpPage.shown")
    page.evaluate("() => panel.node.remove()")
    arrive(page)
    gone(page)
    at = """() => panel.content.widgets[3].node.getBoundingClientRect().top
      - panel.content.node.getBoundingClientRect().top"""
    assert abs(page.evaluate(at) - 8) <= 1


def test_a_folder_with_a_space_leads_on_too(page, served):
    begin(page, "/lab/tree/my%20course/modules/01_a.ipynb")
    drawn(page)
    page.route("**/lab/tree/**", lambda route: route.fulfill(body="there"))
    page.evaluate(OPEN, {"path": "modules/02_b.ipynb"})
    page.wait_for_url("**/lab/tree/my%20course/modules/02_b.ipynb")
    page.unroute("**/lab/tree/**")
