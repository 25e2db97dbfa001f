"""Running a page: in order, without a jump, and again when its kernel has come back."""

import pytest

pytestmark = pytest.mark.browser

CELLS = [["markdown", "# One"], ["code", "first"], ["code", "second"], ["code", "third"]]
NEVER = "new Promise(() => {})"

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


LOADING = """async ([code, needed]) => {
  const panel = new fakes.Panel({ cells: [] });
  const ran = [];
  panel.sessionContext.session = { kernel: {
    requestExecute: (asked) => (ran.push(asked), { done: Promise.resolve() }) } };
  const never = new Promise(() => {});
  const before = runner.loading(code, panel, never, (source) => source === needed);
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

OUTPUT = """async (sent) => {
  const panel = new fakes.Panel({ cells: [['code', 'x']] });
  const { outputs } = panel.content.widgets[0].model;
  outputs.add('old');
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
    found = scripts.evaluate(OUTPUT, sent)
    assert found["seen"] == seen
    assert found["after"] == after
    assert sorted(found["own"]) == ["clearNext", "list"], "the model has its own ways back"


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


# A kernel that goes away and comes back

WATCH = """() => {
  window.log = [];
  window.panel = new fakes.Panel();
  window.session = panel.sessionContext;
  window.kernel = session.session.kernel;
  document.addEventListener('sswp-kernel', ({ detail }) => log.push(detail.status));
  runner.afterRestart(panel, () => log.push('GONE'), () => log.push('AGAIN')); }"""


def after(page, *steps):
    """Let things happen to a kernel, a number being milliseconds that pass; give what followed."""
    stand_still(page)
    page.evaluate(WATCH)
    for step in steps:
        if isinstance(step, int):
            page.clock.run_for(step)
            page.evaluate("new Promise((go) => queueMicrotask(go))")
        else:
            page.evaluate(step)
    return page.evaluate("log")


def stand_still(page):
    """Let the page's clock stand, so that a busy machine moves nothing: only `run_for` does."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def status(name):
    return f"session.statusChanged.emit('{name}')"


REPLACED = "session.kernelChanged.emit({ oldValue: kernel, newValue: fakes.kernelOf() })"
FIRST = "session.kernelChanged.emit({ oldValue: null, newValue: kernel })"
LAST = "session.kernelChanged.emit({ oldValue: kernel, newValue: null })"
SILENT, SPEAKS = "kernel.answers = false", "kernel.answers = true"
NONE, CLOSED = "session.session = null", "panel.isDisposed = true"
ENDED, BUSY, IDLE = status("autorestarting"), status("busy"), status("idle")


@pytest.mark.parametrize(
    ("steps", "log"),
    [
        ([IDLE, BUSY, IDLE], ["idle", "busy", "idle"]),
        ([ENDED, IDLE], ["autorestarting", "GONE", "idle", "AGAIN"]),
        ([status("restarting"), IDLE], ["restarting", "GONE", "idle", "AGAIN"]),
        ([ENDED, IDLE, IDLE], ["autorestarting", "GONE", "idle", "AGAIN", "idle"]),
        ([ENDED, BUSY], ["autorestarting", "GONE", "busy"]),
        ([status("dead"), status("unknown")], ["dead", "unknown"]),
        ([REPLACED, IDLE], ["GONE", "idle", "AGAIN"]),
        ([FIRST, IDLE], ["idle"]),
        ([LAST, IDLE], ["idle"]),
        ([ENDED, 1900], ["autorestarting", "GONE"]),
        ([ENDED, 2100], ["autorestarting", "GONE", "AGAIN"]),
        ([ENDED, 2100, 9000], ["autorestarting", "GONE", "AGAIN"]),
        ([ENDED, 2100, IDLE], ["autorestarting", "GONE", "AGAIN", "idle"]),
        ([SILENT, ENDED, 7000], ["autorestarting", "GONE"]),
        ([SILENT, ENDED, 7000, SPEAKS, 2100], ["autorestarting", "GONE", "AGAIN"]),
        ([NONE, ENDED, 7000], ["autorestarting", "GONE"]),
        ([ENDED, CLOSED, 7000], ["autorestarting", "GONE"]),
        ([ENDED, ENDED, IDLE], ["autorestarting", "GONE"] * 2 + ["idle", "AGAIN"]),
        ([ENDED, IDLE, ENDED, IDLE], ["autorestarting", "GONE", "idle", "AGAIN"] * 2),
        ([ENDED, 1500, ENDED, 1500], ["autorestarting", "GONE"] * 2),
    ],
)
def test_a_page_runs_again_once_its_kernel_is_back(page, steps, log):
    assert after(page, *steps) == log


def test_a_closed_page_asks_no_more(page):
    after(page, SILENT, ENDED, 2100, CLOSED, 20_000)
    assert page.evaluate("kernel.asked") == 1


def test_a_kernel_that_is_back_is_asked_no_more(page):
    after(page, ENDED, IDLE, 20_000)
    assert page.evaluate("kernel.asked") == 0


def test_the_window_about_a_restart_stays_away(page):
    found = page.evaluate(
        """() => { const panel = new fakes.Panel();
          runner.keepDialogAway(panel);
          panel._autorestarting = false;
          const other = { };
          runner.keepDialogAway(other);
          return [panel._autorestarting, '_autorestarting' in other]; }"""
    )
    assert found == [True, False]
