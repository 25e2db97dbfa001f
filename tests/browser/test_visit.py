"""A kernel that dies takes nothing along, and a visit never writes a notebook."""

import time

import pytest
from behind import kernel_of, wait_until
from running_lab import LAB_WORDS, open_ready, switch_code
from scratch import CONTRACT, prompts, where, write_notebook

pytestmark = pytest.mark.browser


def test_a_killed_kernel_comes_back_and_the_page_runs_once_more(page, lab, folder):
    page_text = [f"# Part {i}\n\n" + "Words to read.\n\n" * 30 for i in range(3)]
    path = write_notebook(folder / "01_a.ipynb", *page_text, *CONTRACT[1:])
    open_ready(page, lab, where(lab, path))
    kernel = kernel_of(lab, where(lab, path))
    scroller = page.locator(".jp-WindowedPanel-outer").first
    scroller.evaluate("(node) => { node.scrollTop = 700; }")
    page.get_by_role("button", name=LAB_WORDS["menu"]).focus()
    page.evaluate(
        """() => { window.statuses = []; document.addEventListener('sswp-kernel',
             ({ detail }) => window.statuses.push(detail.status)); }"""
    )
    places = scroller.evaluate("(node) => node.scrollTop")
    assert places == 700
    kernel.kill()
    page.wait_for_selector(f".sswp-note:text-is('{LAB_WORDS['starting_again']}')")
    page.wait_for_function("document.querySelector('.sswp-note').textContent === ''")
    time.sleep(2.5)
    assert page.evaluate("window.statuses").count("autorestarting") == 1
    assert prompts(page) == ["[1]:", "[2]:"], "the page ran once, on the new kernel"
    assert page.locator(".jp-OutputArea-output").count() == 1, "old output is replaced"
    assert page.locator(".jp-Dialog").count() == 0
    assert page.evaluate("document.activeElement.dataset.act") == "menu"
    assert abs(scroller.evaluate("(node) => node.scrollTop") - places) < 3


def test_a_visit_never_writes_the_notebook(page, lab):
    folder = lab.course / "modules"
    path = folder / "00_start_here.ipynb"
    before, beside = path.read_bytes(), sorted(p.name for p in folder.iterdir() if p.name[0] != ".")
    open_ready(page, lab, where(lab, path))
    exercise = page.locator('[data-exercise="00/what_it_claims"]')
    exercise.locator("[data-choice]").first.check()
    page.wait_for_selector('[data-exercise="00/what_it_claims"]:not([data-state=untouched])')
    page.locator(".jp-MarkdownCell").first.click()
    page.evaluate("void window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_selector(f".sswp-note:text-is('{LAB_WORDS['save_itself']}')")
    # This is what JupyterLab's own timer would do after two minutes, were it on.
    page.evaluate("window.jupyterapp.shell.currentWidget.context.save()")  # waits for its end
    assert page.evaluate("window.jupyterapp.shell.currentWidget.context.model.dirty") is False
    page.evaluate("window.jupyterapp.commands.execute('application:close')")
    page.wait_for_selector(".jp-NotebookPanel", state="detached")
    assert page.locator(".jp-Dialog").count() == 0
    assert path.read_bytes() == before
    assert sorted(p.name for p in folder.iterdir() if p.name[0] != ".") == beside


def test_a_persons_own_edit_can_be_saved(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    open_ready(page, lab, where(lab, path))
    switch_code(page)
    page.locator(".jp-MarkdownCell").first.dblclick()
    page.locator(".jp-MarkdownCell .cm-content").first.click()
    page.wait_for_selector(".jp-Notebook.jp-mod-editMode")
    page.keyboard.press("Control+End")
    page.keyboard.type(" and my own words")
    assert page.evaluate("window.jupyterapp.shell.currentWidget.context.model.dirty") is True
    page.keyboard.press("Control+s")
    assert wait_until(lambda: "and my own words" in path.read_text(encoding="utf-8"))
