"""One page of the course from its opening on: it runs, waits, comes back, and keeps quiet."""

import pytest

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
OWN = [["code", "import workbook as wb"], ["code", "open('x', 'w')"]]
OPEN = """async ([panel, entries, ran]) => {
  window.kit = await fakes.openCourse({ panel, entries, ran });
  const { panel: opened, CodeCell } = kit;
  Object.assign(window, { panel: opened, session: opened.sessionContext, cells: CodeCell });
}"""


def open_course(page, panel=None, entries=(), ran="ok"):
    page.evaluate(OPEN, [panel or {}, list(entries), ran])


def state(page):
    return page.evaluate("panel.node.dataset.sswp")


def note(page):
    return page.locator(".sswp-note").text_content()


def ran(page):
    return page.evaluate("cells.ran")


def reach(page, name):
    page.wait_for_selector(f'[data-sswp="{name}"]', state="attached")


PLAIN = ["import workbook as wb", "wb.progress()"]


def test_a_plain_page_runs_by_itself(page):
    open_course(page)
    assert state(page) == "ready"
    assert ran(page) == PLAIN
    assert note(page) == ""
    assert not page.locator("[data-act=run]").is_visible()
    assert page.evaluate("panel.hasClass(guard.HIDDEN) && panel.toolbar.node.hidden")


@pytest.mark.parametrize(
    ("panel", "entries", "reason"),
    [
        ({"cells": OWN}, [], "other_code"),
        ({"kernel": "bash"}, [], "other_program"),
        ({}, [{"type": "file", "name": "json.py"}], "other_files"),
    ],
)
def test_a_strangers_page_waits_for_the_button(page, panel, entries, reason):
    open_course(page, panel, entries)
    assert state(page) == "waiting"
    assert ran(page) == []
    assert note(page) == WORDS[reason]
    page.locator("[data-act=run]").click()
    reach(page, "ready")
    assert len(ran(page)) == 2
    assert note(page) == ""
    assert not page.locator("[data-act=run]").is_visible()


def test_a_part_that_fails_is_said_in_one_sentence(page):
    open_course(page, ran="error")
    assert state(page) == "stopped"
    assert ran(page) == PLAIN[:1]
    assert note(page) == WORDS["part_failed"]


def test_nothing_runs_before_the_kernel_is_there(page):
    page.evaluate(
        """async () => { const kit = window.kit = await fakes.startCourse();
          const panel = window.panel = new fakes.Panel();
          window.cells = kit.CodeCell;
          panel.sessionContext.ready = new Promise((go) => { window.started = go; });
          panel.sessionContext.session.kernel.info = new Promise((go) => { window.known = go; });
          kit.tracker.add(panel);
          await fakes.until(() => panel.sswpPage); }"""
    )
    for step in ("started()", "known()"):
        page.wait_for_timeout(30)
        assert ran(page) == []
        assert page.locator(".sswp-bar").is_visible(), "the bar is there at once"
        page.evaluate(step)
    reach(page, "ready")
    assert ran(page) == PLAIN


def test_a_page_closed_before_its_kernel_came_does_not_run(page):
    page.evaluate(
        """async () => { const kit = window.kit = await fakes.startCourse();
          const panel = new fakes.Panel();
          window.cells = kit.CodeCell;
          panel.context.ready = new Promise((go) => { window.read = go; });
          kit.tracker.add(panel);
          panel.dispose();
          read(); }"""
    )
    page.wait_for_timeout(30)
    assert ran(page) == []
    assert page.locator(".sswp-bar").count() == 0


def test_code_is_shown_and_hidden(page):
    open_course(page)
    page.locator("[data-act=menu]").click()
    switch = page.locator("[data-act=code]")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert not page.evaluate("panel.hasClass(guard.HIDDEN) || panel.toolbar.node.hidden")
    folded = "panel.content.widgets.map((c) => [c.inputHidden, c.syncCollapse])"
    assert page.evaluate(folded) == [[False, True]] * 3, "unfolded on screen, not in the file"
    switch.click()
    assert page.evaluate("panel.hasClass(guard.HIDDEN) && panel.toolbar.node.hidden")


def test_unfolding_does_not_write_to_the_notebook(page):
    open_course(page)
    page.evaluate(
        """() => { window.synced = [];
          for (const cell of panel.content.widgets) Object.defineProperty(cell, 'inputHidden',
            { set() { synced.push(this.syncCollapse); } }); }"""
    )
    page.evaluate("panel.sswpPage.kit.quiet.showCode(true)")
    assert page.evaluate("synced") == [False] * 3


def test_saving_says_that_there_is_nothing_to_save(page):
    open_course(page)
    page.evaluate("panel.context.save()")
    assert note(page) == WORDS["save_itself"]
    assert page.evaluate("panel.context.log") == []


# The kernel goes and comes

ENDED, IDLE = (f"session.statusChanged.emit('{name}')" for name in ("autorestarting", "idle"))


def test_a_page_runs_once_more_when_its_kernel_is_back(page):
    open_course(page)
    page.evaluate(ENDED)
    assert note(page) == WORDS["starting_again"]
    assert ran(page) == PLAIN, "not before it is back"
    page.evaluate(IDLE)
    page.wait_for_function("cells.ran.length === 4")
    page.wait_for_function("document.querySelector('.sswp-note').textContent === ''")
    assert ran(page) == PLAIN * 2
    assert state(page) == "ready"


def test_a_page_without_a_kernel_says_that_it_starts_again(page):
    open_course(page)
    page.evaluate("session.session = null; panel.sswpPage.queue(() => panel.sswpPage.runIfPlain())")
    page.wait_for_function("session.started.length > 0")
    assert note(page) == WORDS["starting_again"]


def test_a_page_that_waits_still_waits_after_a_restart(page):
    open_course(page, {"cells": OWN})
    page.evaluate(ENDED)
    assert note(page) == WORDS["starting_again"]
    assert not page.locator("[data-act=run]").is_visible()
    page.evaluate(IDLE)
    page.locator("[data-act=run]").wait_for()
    assert note(page) == WORDS["other_code"]
    assert ran(page) == []


def test_a_kernel_that_goes_in_the_middle_of_a_run_is_not_waited_for(page):
    open_course(page)
    page.evaluate(
        """() => { cells.ran.length = 0; cells.answer = () => new Promise(() => {});
          panel.sswpPage.queue(() => panel.sswpPage.run()); }"""
    )
    page.wait_for_function("cells.ran.length === 1")
    assert state(page) == "running"
    page.evaluate(ENDED)
    page.wait_for_timeout(30)
    assert note(page) == WORDS["starting_again"], "a run that was cut short says nothing"
    assert state(page) == "running"
    page.evaluate("cells.answer = () => ({ content: { status: 'ok' } })")
    page.evaluate(IDLE)
    reach(page, "ready")
    assert ran(page) == [PLAIN[0], *PLAIN]
    assert note(page) == ""


def test_two_runs_never_overlap(page):
    open_course(page)
    most = page.evaluate(
        """async () => { let now = 0, most = 0;
          cells.answer = async () => { most = Math.max(most, now += 1);
            await new Promise((go) => setTimeout(go, 5)); now -= 1; };
          const { sswpPage } = panel;
          await Promise.all([1, 2, 3].map(() => sswpPage.queue(() => sswpPage.run())));
          return most; }"""
    )
    assert most == 1
    assert len(ran(page)) == 2 + 3 * 2


def test_a_run_that_breaks_does_not_stop_the_next(page):
    open_course(page)
    page.evaluate(
        """async () => { const { sswpPage } = panel;
          sswpPage.queue(() => { throw new Error('a trial'); });
          await sswpPage.queue(() => sswpPage.run()); }"""
    )
    assert ran(page) == PLAIN * 2


def test_the_window_about_a_restart_stays_away(page):
    open_course(page)
    assert page.evaluate("panel._autorestarting") is True


def test_the_notebooks_beside_the_page_are_named_until_python_speaks(page):
    entries = [{"type": "notebook", "name": name} for name in ("01_a.ipynb", "02_two_desks.ipynb")]
    open_course(page, entries=entries)
    titles = page.locator(".sswp-panel .sswp-module-title")
    titles.nth(1).wait_for()
    assert titles.all_text_contents() == ["A", "Two desks"]
    assert page.locator(".sswp-title").text_content() == "A"
