"""A page that is there before JupyterLab: what a start serves for it, and how it is opened."""

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
