"""Where the reader was, and how high each part was: kept in this browser, for this page."""

import pytest

pytestmark = pytest.mark.browser

CELLS = [["markdown", f"# {n}", 700, f"m{n}"] for n in range(3)]
CELLS += [["code", "wb.progress()", 900, "code"]]
SETUP = """async (cells) => {
  const panel = window.panel = new fakes.Panel({ cells });
  panel.content.node.style.cssText = 'height: 500px; overflow: auto';
  panel.content.widgets.forEach((cell) => { cell.node.style.flex = 'none'; });
  place.watchPlace(panel); }"""
PATH = "modules/01_a.ipynb"


def open_page(page):
    page.evaluate("sessionStorage.clear()")
    page.evaluate(SETUP, CELLS)


def scroll(page, to):
    page.evaluate("(to) => { panel.content.node.scrollTop = to; }", to)


def test_the_place_is_kept_and_found_again(page):
    open_page(page)
    scroll(page, 900)
    page.wait_for_function("sessionStorage.getItem('sswp-places')")
    kept = page.evaluate("place.lastPlace(panel.context.path)")
    assert kept["cell"] == "m1"
    scroll(page, 0)
    assert page.evaluate("place.backTo(panel, place.lastPlace(panel.context.path))")
    assert page.evaluate("panel.content.node.scrollTop") == 900


def test_a_place_that_is_gone_moves_nothing(page):
    open_page(page)
    assert page.evaluate("place.backTo(panel, { cell: 'gone', by: 0 })") is False
    assert page.evaluate("panel.content.node.scrollTop") == 0


def test_a_page_that_goes_keeps_its_place(page):
    open_page(page)
    scroll(page, 100)
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("place.lastPlace(panel.context.path).cell") == "m0"


def test_a_page_that_is_not_in_front_does_not_speak_for_itself(page):
    open_page(page)
    page.evaluate("panel.isVisible = false; window.dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("place.lastPlace(panel.context.path)") is None


def test_parts_keep_the_height_of_the_last_visit(page):
    open_page(page)
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    page.evaluate("panel.content.widgets[3].node.style.height = '20px'")
    page.evaluate("void (window.release = place.reserve(panel))")
    assert page.evaluate("panel.content.widgets[3].node.offsetHeight") == 900
    page.evaluate("release()")
    assert page.evaluate("panel.content.widgets[3].node.offsetHeight") == 20


def test_another_width_has_other_heights(page):
    open_page(page)
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    page.set_viewport_size({"width": 500, "height": 700})
    page.evaluate("panel.content.widgets[3].node.style.height = '20px'; void place.reserve(panel)")
    assert page.evaluate("panel.content.widgets[3].node.offsetHeight") == 20


@pytest.mark.parametrize("kept", ["nonsense", "null", "[]", "{}"])
def test_what_cannot_be_read_is_as_good_as_nothing(page, kept):
    open_page(page)
    page.evaluate(
        """(kept) => { for (const store of [sessionStorage, localStorage])
            for (const key of ['sswp-places', 'sswp-heights']) store.setItem(key, kept);
          place.reserve(panel)(); }""",
        kept,
    )
    assert page.evaluate("place.lastPlace(panel.context.path)") is None
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("panel.context.path") == PATH
    assert page.evaluate("place.lastPlace(panel.context.path)")
