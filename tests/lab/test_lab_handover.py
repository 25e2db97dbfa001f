"""The page that was there before JupyterLab is handed over unnoticed."""

import pytest
from front_page import CELLS, PAGE, ROOTS, arrive, begin, drawn, gone

pytestmark = pytest.mark.browser


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
