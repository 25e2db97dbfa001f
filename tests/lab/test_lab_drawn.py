"""Before Python is there: exercises are drawn, keep what is typed, and are handed over."""

import pytest

pytestmark = pytest.mark.browser

CELLS = [
    ["markdown", "# One", 40, "one"],
    ["code", 'import workbook as wb\nwb.exercise("01/a")', 40, "a"],
    ["code", 'wb.exercise("01/gone")', 40, "gone"],
    ["code", "wb.progress()", 40, "progress"],
]
PAGE = {
    "exercise": {"01/a": {"kind": "rank", "id": "01/a"}},
    "progress": {"": {}},
    "modules": [{"id": "01", "file": "01_a.ipynb", "title": "Roots", "exists": True}],
}
# What a start serves: specs, one script for all kinds that writes down what it is asked.
VIEW = """export default { render({ model, el }) {
  const spec = model.get('spec');
  const id = spec.id ?? 'progress';
  el.innerHTML = `<section data-exercise="${id}"><textarea></textarea></section>`;
  el.dataset.journal = spec.journal ?? '';
  el.sswpView = { model, leave: () => { el.dataset.left = ''; } };
  return el.sswpView.leave;
} };"""
START = """async ([options, cells, outputs]) => {
  history.replaceState({}, '', '/lab/tree/modules/01_a.ipynb');
  window.kit = await fakes.startCourse({ options });
  const panel = window.panel = new fakes.Panel({ cells });
  panel.sessionContext.ready = new Promise((go) => { window.python = go; });
  kit.CodeCell.answer = (cell) => {
    if (outputs) cell.model.outputs.list = [fakes.WIDGET];
    return { content: { status: 'ok' } }; };
  kit.tracker.add(panel);
  await fakes.until(() => panel.sswpPage);
  await panel.sswpPage.shown; }"""


@pytest.fixture
def served(page, start):
    start.page, start.view = PAGE, VIEW
    return start.asked


def open_page(page, stamp="7", outputs=True, cells=CELLS):
    options = {"sswpCourse": "1", "sswpPages": stamp}
    page.evaluate(START, [options, cells, outputs])


def drawn(page):
    found = "(all) => all.map((node) => node.dataset.exercise)"
    return page.locator(".sswp-host [data-exercise]").evaluate_all(found)


def test_it_is_drawn_before_the_kernel_is_there(page, served):
    open_page(page)
    assert drawn(page) == ["01/a", "progress"], "what is not known waits for Python"
    assert page.evaluate("kit.CodeCell.ran") == []
    assert page.locator(".sswp-opening").count() == 0, "it can be read and answered"
    assert page.locator(".sswp-title").text_content() == "Roots"


def test_the_drawing_stays_where_it_is_when_the_widget_has_come(page, served):
    open_page(page)
    field = page.locator(".sswp-host textarea").first
    field.focus()
    page.keyboard.type("early")
    page.evaluate("window.kept = document.activeElement; python()")
    page.wait_for_selector("[data-sswp=ready]")
    assert page.evaluate("document.activeElement === kept"), "the focus stays"
    assert field.input_value() == "early"
    assert page.locator(".sswp-host[data-left]").count() == 0


def test_a_cell_that_brings_no_widget_shows_its_own_output(page, served):
    open_page(page, outputs=False)
    page.evaluate("window.host = document.querySelector('.sswp-host'); python()")
    page.wait_for_selector("[data-sswp=ready]")
    assert page.locator(".sswp-here, .sswp-drawn").count() == 0
    assert page.evaluate("'left' in host.dataset"), "what was typed is kept as a draft"


def test_a_page_that_does_not_run_by_itself_is_not_drawn(page, served):
    open_page(page, cells=[*CELLS, ["code", "print(1)"]])
    assert drawn(page) == []


def test_a_start_that_serves_no_drawings_is_asked_for_none(page, served):
    open_page(page, stamp="")
    assert drawn(page) == [] and served == []


def test_a_drawing_that_cannot_be_had_leaves_the_page_as_it_is(page, start):
    start.page = "{"
    open_page(page)
    assert drawn(page) == []
    page.evaluate("python()")
    page.wait_for_selector("[data-sswp=ready]")


def test_the_addresses_carry_the_stamp_of_the_start(scripts):
    made = scripts.evaluate(
        "() => new drawn.Drawings(new URL('http://x/lab/extensions/c/static/'), '9').at('01.json')"
    )
    assert made == "http://x/lab/extensions/sswp-pages/01.json?9"
    made = scripts.evaluate(
        "() => new drawn.Drawings('http://x/', 's', new URL('http://x/u/p/')).at('01.json')"
    )
    assert made == "http://x/u/p/01.json?s", "a server's own part has a place of its own"


# On paper

PRINT = """async (handout) => {
  const blank = '.sswp-blank [data-exercise]';
  window.print = () => { window.onPaper = [...document.querySelectorAll(blank)]
    .map((node) => [node.dataset.exercise, node.querySelector('textarea').value]);
    window.asHandout = document.documentElement.classList.contains('sswp-handout'); };
  await paper.printPage(panel, panel.sswpPage.kit.drawings, '01', { handout }); }"""


def test_print_prints_the_page_as_it_is(page, served):
    open_page(page)
    page.evaluate(PRINT, False)
    assert page.evaluate("[onPaper, asHandout]") == [[], False]


def test_a_hand_out_shows_the_exercises_without_answers(page, served):
    open_page(page)
    page.locator(".sswp-host textarea").first.fill("mine")
    page.evaluate(
        """() => { panel.content.widgets[2].model.outputs.list =
          [{ data: { 'text/plain': 'The gone one, in words' } }]; }"""
    )
    page.evaluate(PRINT, True)
    assert page.evaluate("[onPaper, asHandout]") == [[["01/a", ""]], True]
    assert page.locator(".sswp-in-words").text_content() == "The gone one, in words"
    journal = page.locator(".sswp-blank").first.get_attribute("data-journal")
    assert journal.startswith("paper-"), "no draft of anyone's is found under this name"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sswp-blank").count() == 0
    assert page.locator(".sswp-host textarea").first.input_value() == "mine"


def test_a_long_answer_is_whole_on_paper(page, served):
    open_page(page)
    page.locator(".sswp-host textarea").first.fill("line\n" * 60)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    area = page.locator(".sswp-host textarea").first
    assert area.evaluate("(a) => a.clientHeight >= a.scrollHeight - 1")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert area.evaluate("(a) => a.style.height") == ""


def test_only_what_is_higher_than_a_page_is_cut_on_paper(page, served):
    open_page(page)
    cells = page.locator(".jp-Cell:has(.sswp-host)")
    cells.first.evaluate("(cell) => { cell.style.minHeight = '3000px'; }")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    long = [cell.evaluate("(c) => c.matches('.sswp-long')") for cell in cells.all()]
    assert long[0] and not any(long[1:])
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sswp-long").count() == 0
