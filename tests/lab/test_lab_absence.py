"""A kernel that goes away and comes back, by itself or because the page starts another."""

import pytest
from bare_lab import open_bare, stand_still

pytestmark = pytest.mark.browser

# The page before is closed and heard no more, whatever it is still waiting for.
WATCH = """() => {
  if (window.before) panel.dispose();
  window.before?.abort();
  window.before = new AbortController();
  const log = window.log = [];
  window.panel = new fakes.Panel();
  window.session = panel.sessionContext;
  window.kernel = session.session.kernel;
  document.addEventListener('sswp-kernel', ({ detail }) => log.push(detail.status),
    { signal: before.signal });
  window.away = absence.afterRestart(panel, {
    gone: () => log.push('GONE'),
    again: () => log.push('AGAIN'),
    never: () => log.push('NEVER') }); }"""


@pytest.fixture(scope="module")
def still(own_page, address):
    """One page whose clock stands still, for all these tests: each watches a kernel of its own."""
    stand_still(open_bare(own_page, address))
    return own_page


def after(page, *steps):
    """Let things happen to a kernel, a number being milliseconds that pass; give what followed."""
    page.evaluate(WATCH)
    for step in steps:
        if isinstance(step, int):
            page.clock.run_for(step)
            page.evaluate("new Promise((go) => queueMicrotask(go))")
        else:
            page.evaluate(step)
    return page.evaluate("log")


def status(name):
    return f"session.statusChanged.emit('{name}')"


REPLACED = "session.kernelChanged.emit({ oldValue: kernel, newValue: fakes.kernelOf() })"
FIRST = "session.kernelChanged.emit({ oldValue: null, newValue: kernel })"
SAME = "session.kernelChanged.emit({ oldValue: kernel, newValue: kernel })"
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
        ([SAME, IDLE], ["idle"]),
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
def test_a_page_runs_again_once_its_kernel_is_back(still, steps, log):
    assert after(still, *steps) == log


def test_a_closed_page_asks_no_more(still):
    after(still, SILENT, ENDED, 2100, CLOSED, 20_000)
    assert still.evaluate("kernel.asked") == 1


def test_a_kernel_that_is_back_is_asked_no_more(still):
    after(still, ENDED, IDLE, 20_000)
    assert still.evaluate("kernel.asked") == 0


# Another kernel in place of one that stays away

DEAD, STARTS = status("dead"), status("starting")
GONE_KERNEL, GONE_SESSION = "kernel.isDisposed = true", "session.session = null"
RESTARTED, ANOTHER = ["refreshed", "restarted"], ["refreshed", {"name": "python3"}]
TOUCH, NOBODY = "window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))", "void 0"
REFUSED = (
    "void (session.changeKernel = async () => { session.started.push('refused'); throw Error(); })"
)


def started(page, *steps):
    """Let things happen to a kernel that does not answer; give what was started in its place."""
    after(page, SILENT, "session.prevKernelName = 'python3'", *steps)
    return page.evaluate("session.started")


@pytest.mark.parametrize(
    ("steps", "begun"),
    [
        ([ENDED, 14_000], []),
        ([ENDED, 16_000], RESTARTED),
        ([ENDED, 16_000, 20_000], RESTARTED),
        ([ENDED, 16_000, 31_000], RESTARTED * 2),
        ([ENDED, STARTS, 4000], []),
        ([ENDED, STARTS, 6000], RESTARTED),
        ([ENDED, STARTS, BUSY, STARTS, 6000], RESTARTED),
        ([ENDED, 2000, STARTS, 3000, ENDED, 4000], []),
        ([STARTS, BUSY, 20_000], []),
        ([ENDED, SPEAKS, 20_000], []),
        ([ENDED, GONE_KERNEL, DEAD], ANOTHER),
        ([ENDED, GONE_SESSION, 16_000], ANOTHER),
        ([ENDED, CLOSED, 60_000], []),
        ([GONE_KERNEL, DEAD, 60_000], []),
        ([GONE_KERNEL, DEAD, 60_000, TOUCH], ANOTHER),
        ([GONE_KERNEL, DEAD, TOUCH, TOUCH, TOUCH], ANOTHER),
        ([GONE_KERNEL, DEAD, CLOSED, TOUCH], []),
        ([TOUCH, 290_000, GONE_KERNEL, DEAD], ANOTHER),
        ([TOUCH, 310_000, GONE_KERNEL, DEAD], []),
        ([status("terminating"), GONE_KERNEL, DEAD, TOUCH], []),
    ],
)
def test_another_kernel_is_started_where_none_comes_back(still, steps, begun):
    assert started(still, *steps) == begun


FOR_GOOD = [REFUSED, ENDED, GONE_KERNEL, 16_000, 31_000, 46_000]


def test_after_three_tries_the_learner_is_told_and_may_ask_again(still):
    assert started(still, *FOR_GOOD, 56_000) == ["refreshed", "refused"] * 3
    assert "NEVER" not in still.evaluate("log")
    still.clock.run_for(3000)
    assert still.evaluate("log.at(-1)") == "NEVER"
    still.clock.run_for(600_000)
    assert len(still.evaluate("session.started")) == 6, "a page that has given up is quiet"
    still.evaluate("away.retry()")
    still.wait_for_function("session.started.length === 8")
    assert still.evaluate("log.at(-1)") == "GONE"


def test_a_good_run_begins_the_count_anew(still):
    started(still, *FOR_GOOD, SPEAKS, IDLE, "away.settled()", SILENT, ENDED, 16_000, 31_000, 46_000)
    assert still.evaluate("session.started.length") == 12
    assert "NEVER" not in still.evaluate("log")


def test_a_kernel_that_fails_at_the_opening_is_tried_again(still):
    assert started(still, GONE_SESSION, "away.failed()", NOBODY) == ANOTHER
    still.evaluate("away.failed()")
    assert still.evaluate("session.started") == ANOTHER, "tries follow each other"


def test_where_nothing_can_be_started_the_page_only_asks(still):
    started(still, "away.revives = false", ENDED, 60_000, GONE_KERNEL, DEAD)
    assert still.evaluate("[session.started, kernel.asked]") == [[], 30]
