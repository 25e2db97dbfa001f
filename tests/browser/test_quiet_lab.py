"""JupyterLab steps back: what only a real one shows of it."""

import re

import pytest
from playwright.sync_api import expect
from running_lab import LAB_WORDS, READY, held, open_ready, without_python

from workbook.words import word, words

pytestmark = [pytest.mark.browser, pytest.mark.lab]

MODULE = "modules/01_colonial_roots.ipynb"
WRITTEN = "01/where_i_stand"
LAB_PARTS = (
    "#jp-top-panel, #jp-menu-panel, .jp-SideBar, .jp-NotebookPanel-toolbar, #jp-main-statusbar, "
    ".jp-InputPrompt, .jp-OutputPrompt, .lm-DockPanel-tabBar, .jp-FileBrowser"
)
DRAWINGS = re.compile(r"/sswp-pages/")
ENGINE = re.compile(r"/jlab_core\.")  # all of JupyterLab's own parts
WATCH = """window.shifts = [];
new PerformanceObserver((list) => { for (const one of list.getEntries())
  if (document.querySelector('[data-exercise]')) shifts.push(one.value); })
  .observe({ type: 'layout-shift', buffered: true });"""


def open_drawn(page, lab, path=MODULE):
    """Open a page and go on as soon as its exercises are drawn, whether Python is there or not."""
    page.goto(lab.address(path), wait_until="commit")
    page.wait_for_selector("[data-exercise]", state="visible", timeout=60_000)


def until_ready(page):
    page.wait_for_selector(READY.format(state="ready") + ":visible", timeout=60_000)


def test_words_typed_before_jupyterlab_and_python_are_saved_and_the_caret_stays(page, lab):
    page.add_init_script(WATCH)
    with without_python(page):
        with held(page, ENGINE):
            open_drawn(page, lab)
            area = page.locator(f"[data-exercise='{WRITTEN}'] textarea").first
            area.click()
            page.keyboard.type("typed first ")
            place = area.evaluate("(a) => a.getBoundingClientRect().top")
            assert page.locator(".jp-LabShell").count() == 0, "nothing of JupyterLab is there"
        page.wait_for_selector(".sswp-opening", state="detached")
        assert abs(area.evaluate("(a) => a.getBoundingClientRect().top") - place) < 20
        page.keyboard.type("typed early ")
        state = page.evaluate("document.querySelector('.jp-NotebookPanel').dataset.sswp")
        assert state in ("shown", "running"), "the page was answered before it had run"
    until_ready(page)
    page.keyboard.type("and late")
    root = page.locator(f"[data-exercise='{WRITTEN}']")
    page.wait_for_function(
        "(id) => /saved|feedback/.test(document.querySelector(`[data-exercise='${id}']`)"
        ".dataset.state)",
        arg=WRITTEN,
    )
    assert area.input_value() == "typed first typed early and late"
    assert root.count() == 1
    assert "typed first typed early and late" in lab.journal.read_text(encoding="utf-8")
    page.keyboard.press("Control+z")
    assert area.input_value() != "typed first typed early and late"
    page.keyboard.press("Control+Shift+z")
    assert area.input_value() == "typed first typed early and late"


def test_nothing_moves_under_the_reader_once_the_first_exercise_shows(page, lab):
    page.add_init_script(WATCH)
    open_drawn(page, lab)
    until_ready(page)
    page.wait_for_timeout(2000)
    assert sum(page.evaluate("shifts")) < 0.05


def test_nothing_of_jupyterlab_is_seen_and_no_key_calls_it(page, lab):
    open_ready(page, lab, MODULE)
    assert page.locator(LAB_PARTS).filter(visible=True).count() == 0
    assert "ipykernel" not in page.locator("body").inner_text()
    title = page.locator(".sswp-bar .sswp-title").filter(visible=True).text_content()
    assert page.title() == word("lab", "window", title=title)
    area = page.locator(f"[data-exercise='{WRITTEN}'] textarea").first
    area.click()
    before = page.evaluate("jupyterapp.shell.leftCollapsed")
    for keys in ("i", "b", "h", "f", "s", "Shift+C", "Shift+D", "Shift+L"):
        page.keyboard.press(f"Control+{keys}")
    page.wait_for_timeout(300)
    called = ".lm-CommandPalette, .jp-DocumentSearch-overlay, .jp-Dialog, .jp-Inspector"
    assert page.locator(called).filter(visible=True).count() == 0
    assert page.evaluate("[jupyterapp.shell.leftCollapsed, jupyterapp.shell.mode]") == [
        before,
        "single-document",
    ]


def test_back_forward_and_a_link_lead_where_they_say(page, lab):
    open_ready(page, lab, MODULE)
    page.locator(".sswp-section:visible").nth(2).click()
    page.wait_for_url(re.compile(r"01_colonial_roots\.ipynb#[a-z-]+$"))
    there = page.url
    page.wait_for_function("document.activeElement.matches('h1, h2, h3, h4')")
    heading = page.evaluate("document.activeElement.textContent")
    page.locator("a.sswp-module").nth(2).click()
    page.wait_for_function("location.pathname.endsWith('02_hierarchy.ipynb')")
    until_ready(page)
    page.go_back()
    page.wait_for_function("(url) => location.href === url", arg=there)
    page.go_forward()
    page.wait_for_function("location.pathname.endsWith('02_hierarchy.ipynb')")
    page.goto(there.replace("/doc/", "/lab/"))
    until_ready(page)
    page.wait_for_function("(h) => document.activeElement.textContent === h", arg=heading)


def test_a_reload_brings_the_reader_back_to_the_place(page, lab):
    open_ready(page, lab, MODULE)
    find = "document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer')"
    page.evaluate(f"sessionStorage.removeItem('sswp-places'); {find}.scrollTop = 2500")
    page.wait_for_function("sessionStorage.getItem('sswp-places')")
    page.reload()
    until_ready(page)
    page.wait_for_function(f"Math.abs({find}.scrollTop - 2500) < 150")


def test_a_module_prints_whole_and_without_controls(page, lab):
    open_ready(page, lab, MODULE)
    page.emulate_media(media="print")
    texts = page.evaluate(
        """() => [...document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell')]
          .map((cell) => cell.getBoundingClientRect()).filter((box) => box.height).length"""
    )
    assert texts == len(
        page.evaluate("jupyterapp.shell.currentWidget.content.widgets.map(() => 1)")
    )
    assert page.evaluate("document.documentElement.scrollHeight") > 5000, "not one screen of it"
    buttons = page.locator(".sswp-button, .sswp-bar, .sswp-panel, .sswp-status")
    assert buttons.filter(visible=True).count() == 0
    page.emulate_media(media="null")
    pdf = page.pdf()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 8


def test_the_words_while_it_opens_are_words(page, lab):
    line = page.locator(".sswp-opening")
    start = words("lab")["opening"].partition("{")[0]
    with held(page, DRAWINGS):
        page.goto(lab.address(MODULE), wait_until="commit")
        line.wait_for(timeout=60_000)
        assert line.text_content().startswith(start)
        assert LAB_WORDS["course"] in page.title()
    until_ready(page)
    expect(line).to_have_count(0)
