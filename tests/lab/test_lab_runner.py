"""Running a page: in order, without a jump, and again when its kernel has come back."""

import pytest
from bare_lab import stand_still

pytestmark = pytest.mark.browser

CELLS = [["markdown", "# One"], ["code", "first"], ["code", "second"], ["code", "third"]]
NEVER = "new Promise(() => {})"


@pytest.fixture(scope="module")
def one_page(own_page):
    """The page whose clock one of these tests stops."""
    return own_page


# `answer` is the JavaScript of what a kernel replies to a cell
RUN = """async ([cells, answer, before]) => {
  const CodeCell = fakes.codeCell();
  const panel = new fakes.Panel({ cells });
  let leave;
  const away = new Promise((_, reject) => { leave = reject; });
  away.catch(() => {});
  CodeCell.answer = new Function('cell', 'panel', 'leave', `return ${answer}`);
  const { answer: reply } = CodeCell;
  CodeCell.answer = (cell) => reply(cell, panel, leave);
  const late = new Promise((go) => setTimeout(() => go('still waiting'), 3000));
  const well = await Promise.race([runner.runPage(CodeCell, panel, away), late]);
  return [well, ...CodeCell.ran]; }"""
OK = "({ content: { status: 'ok' } })"
ERROR = "({ content: { status: 'error' } })"


def second(reply):
    """Give the reply to the second cell; all others run well."""
    return f"cell.model.sharedModel.getSource() === 'second' ? {reply} : {OK}"


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        (OK, [True, "first", "second", "third"]),
        ("undefined", [True, "first", "second", "third"]),
        (second(ERROR), [False, "first", "second"]),
        (second("({ content: { status: 'aborted' } })"), [False, "first", "second"]),
        (second("Promise.reject(new Error('canceled'))"), [False, "first", "second"]),
        (second("(panel.isDisposed = true, undefined)"), [False, "first", "second"]),
        (second(f"(setTimeout(() => leave(new Error()), 5), {NEVER})"), [False, "first", "second"]),
    ],
)
def test_cells_run_in_order_until_one_does_not_run_well(scripts, answer, result):
    assert scripts.evaluate(RUN, [CELLS, answer, None]) == result


ORDER = """async ([cells, begun, late]) => {
  const CodeCell = fakes.codeCell();
  const panel = new fakes.Panel({ cells: cells.map((source) => ['code', source]) });
  const touch = (source, state = 'pending') => {
    const node = panel.content.widgets[cells.indexOf(source)].node;
    const shown = `<section data-exercise="x" data-state="${state}"></section>`;
    node.insertAdjacentHTML('beforeend', shown);
  };
  cells.slice(1).forEach((source) => touch(source, 'untouched'));
  CodeCell.answer = (cell) => {
    begun.filter(([during]) => during === cell.model.sharedModel.getSource())
      .forEach(([, source]) => touch(source));
    return { content: { status: 'ok' } };
  };
  const never = new Promise(() => {});
  const needs = (source) => late.includes(source);
  await runner.runPage(CodeCell, panel, never, runner.loading('', panel, never, needs));
  return CodeCell.ran; }"""
PAGE = ["import", "wb.chart('01/x')", "a", "b", "c", "what if"]


@pytest.mark.parametrize(
    ("begun", "late", "ran"),
    [
        ([], [], "import a b c what if wb.chart('01/x')"),
        ([["import", "c"]], [], "import c a b what if wb.chart('01/x')"),
        ([["a", "c"]], [], "import a c b what if wb.chart('01/x')"),
        ([["import", "what if"]], ["what if"], "import a b c what if wb.chart('01/x')"),
        ([["a", "import"]], [], "import a b c what if wb.chart('01/x')"),
    ],
)
def test_a_begun_answer_comes_first_and_what_loads_large_packages_last(scripts, begun, late, ran):
    assert " ".join(scripts.evaluate(ORDER, [PAGE, begun, late])) == ran


LOADING = """async ([code, needed]) => {
  const panel = new fakes.Panel({ cells: [] });
  const ran = [];
  panel.sessionContext.session = { kernel: {
    requestExecute: (asked) => (ran.push(asked), { done: Promise.resolve() }) } };
  const never = new Promise(() => {});
  const { before } = runner.loading(code, panel, never, (source) => source === needed);
  const seen = [];
  for (const source of ['wb.start("01")', needed, 'wb.chart("01/x")', 'wb.chart("01/y")']) {
    await before(source);
    seen.push(ran.length);
  }
  return [seen, ran]; }"""


@pytest.mark.parametrize(
    ("code", "needed", "seen"),
    [
        ("import numpy", "wb.exercise('01/a')", [0, 1, 1, 1]),
        ("import numpy", "", [0, 1, 1, 1]),
        ("", "wb.exercise('01/a')", [0, 0, 0, 0]),
    ],
)
def test_large_packages_come_once_before_the_first_cell_that_needs_them(
    scripts, code, needed, seen
):
    found, ran = scripts.evaluate(LOADING, [code, needed])
    assert found == seen
    assert ran == [{"code": code, "silent": True, "store_history": False}] * max(seen)


def test_a_page_without_code_has_run(scripts):
    assert scripts.evaluate(RUN, [CELLS[:1], OK, None]) == [True]


# The output of a cell while it runs: JupyterLab clears it, then adds what the kernel sends.

WIDGET = {"data": {"application/vnd.jupyter.widget-view+json": {}}}
OUTPUT = """async ([sent, saved = ['old']]) => {
  const panel = new fakes.Panel({ cells: [['code', 'x']] });
  const { outputs } = panel.content.widgets[0].model;
  saved.forEach((output) => outputs.add(output));
  const seen = [];
  const CodeCell = fakes.codeCell();
  CodeCell.answer = async () => {
    outputs.clear();
    seen.push([...outputs.list]);
    for (const output of sent) { outputs.add(output); seen.push([...outputs.list]); }
    return { content: { status: 'ok' } };
  };
  await runner.runPage(CodeCell, panel, new Promise(() => {}));
  seen.push([...outputs.list]);
  outputs.add('later');
  return { seen, after: [...outputs.list], own: Object.keys(outputs) }; }"""


@pytest.mark.parametrize(
    ("sent", "seen", "after"),
    [
        (["new"], [["old"], ["new"], ["new"]], ["new", "later"]),
        (["a", "b"], [["old"], ["a"], ["a", "b"], ["a", "b"]], ["a", "b", "later"]),
        ([], [["old"], []], ["later"]),
    ],
)
def test_old_output_stays_until_the_first_new_one(scripts, sent, seen, after):
    found = scripts.evaluate(OUTPUT, [sent])
    assert found["seen"] == seen
    assert found["after"] == after
    assert sorted(found["own"]) == ["clearNext", "list"], "the model has its own ways back"


STAND_IN = {"data": {"text/plain": "It needs a package."}, "metadata": {"sswp": "without"}}


@pytest.mark.parametrize(
    ("saved", "shown"),
    [(["old", "table"], ["old", "table"]), ([], [STAND_IN]), ([WIDGET], [STAND_IN])],
)
def test_what_python_lacks_a_package_for_stays_as_it_was(scripts, saved, shown):
    found = scripts.evaluate(OUTPUT, [[STAND_IN], saved])
    assert found["seen"][-1] == shown
    assert found["after"] == [*shown, "later"]


# Charts that were saved as `before` while Python draws `after`: what the page then shows, which of
# it is what was there already, and whether JupyterLab could take away what was drawn.
CHARTS = """async ([before, after, widget]) => {
  const PNG = 'image/png';
  const panel = new fakes.Panel({ cells: [['code', 'x']] });
  const { model: { outputs }, outputArea } = panel.content.widgets[0];
  const draw = ([chart, picture]) => {
    const data = { chart, ...(picture && { [PNG]: picture }) };
    const output = { output_type: 'display_data', data, metadata: {} };
    return { ...output, toJSON: () => output };
  };
  outputs.list = before.map(draw);
  if (widget) outputs.list.push(fakes.WIDGET);
  const old = [...outputs.list];
  const CodeCell = fakes.codeCell();
  CodeCell.answer = async () => {
    outputs.clear();
    outputArea._clear();
    for (const chart of after) outputs.add(draw(chart));
    return { content: { status: 'ok' } };
  };
  await runner.runPage(CodeCell, panel, new Promise(() => {}));
  const kept = outputs.list.map((output) => old.includes(output));
  const shown = outputs.list.map(({ data: { chart } }) => chart.n);
  const drawn = outputArea.cleared === 0;
  outputArea._clear();
  return { shown, kept, drawn, back: outputArea.cleared > 0, waits: outputs.clearNext }; }"""
ONE, TWO, THREE = ([{"n": n, "marks": ["a", {"b": n}]}, ""] for n in (1, 2, 3))
OTHER_ORDER = [{"marks": ["a", {"b": 1}], "n": 1}, ""]
PICTURED, REPICTURED = ([ONE[0], picture] for picture in ("drawn", "drawn anew"))


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ([ONE, TWO], [ONE, TWO], [True, True]),
        ([ONE], [OTHER_ORDER], [True]),
        ([PICTURED], [ONE], [True]),
        ([PICTURED], [REPICTURED], [False]),
        ([ONE, TWO], [ONE, THREE], [True, False]),
        ([ONE, TWO], [ONE], [True]),
        ([ONE], [ONE, TWO, THREE], [True, False, False]),
        ([ONE, TWO], [TWO, ONE], [False, False]),
        ([ONE], [], []),
        ([], [ONE], [False]),
    ],
)
def test_a_chart_that_is_the_same_is_not_drawn_again(scripts, before, after, kept):
    found = scripts.evaluate(CHARTS, [before, after, False])
    assert found["shown"] == [chart["n"] for chart, _ in after]
    assert found["kept"] == kept
    assert found["drawn"]
    assert found["back"], "JupyterLab has its own way back"
    assert not found["waits"]


def test_beside_a_widget_all_is_drawn_again(scripts):
    found = scripts.evaluate(CHARTS, [[ONE], [ONE], True])
    assert found["kept"] == [False]
    assert not found["drawn"]


def test_cells_keep_their_height_while_they_are_drawn_again(page):
    stand_still(page)
    held = """async (cells) => {
      const panel = window.panel = new fakes.Panel({ cells });
      const heights = () => panel.content.widgets.map((c) => c.node.style.minHeight);
      const CodeCell = fakes.codeCell();
      CodeCell.answer = () => { window.during = heights(); };
      await runner.runPage(CodeCell, panel, new Promise(() => {}));
      return [during, heights()]; }"""
    cells = [["markdown", "# One", 70], ["code", "a", 50], ["code", "b", 30]]
    assert page.evaluate(held, cells) == [["", "50px", "30px"]] * 2
    page.clock.run_for(1600)
    after = "panel.content.widgets.map((c) => c.node.style.minHeight)"
    assert page.evaluate(after) == ["", "", ""]


def test_no_window_opens_about_a_kernel(page):
    found = page.evaluate(
        """async () => { const panel = new fakes.Panel();
          const told = [];
          panel.sessionContext._displayKernelError = () => told.push('window');
          runner.keepDialogAway(panel, () => told.push('failed'));
          panel._autorestarting = false;
          await panel.sessionContext._displayKernelError('What Python printed', '');
          const other = { };
          runner.keepDialogAway(other);
          return [panel._autorestarting, told, Object.keys(other)]; }"""
    )
    assert found == [True, ["failed"], []]
