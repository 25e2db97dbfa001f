"""A kernel that dies takes nothing along, and a visit never writes a notebook."""

import os
import signal
import time

import pytest
from conftest import REQUIRED, kernel_processes, open_ready, wait_until
from scratch import CONTRACT, prompts, where, write_notebook

pytestmark = pytest.mark.browser


def test_a_killed_kernel_comes_back_and_the_page_runs_once_more(page, lab, folder):
    page_text = [f"# Part {i}\n\n" + "Words to read.\n\n" * 30 for i in range(3)]
    path = write_notebook(folder / "01_a.ipynb", *page_text, *CONTRACT[1:])
    before = {process.pid for process in kernel_processes(lab)}
    open_ready(page, lab, where(lab, path))
    (kernel,) = [p for p in kernel_processes(lab) if p.pid not in before]
    scroller = page.locator(".jp-WindowedPanel-outer, .jp-Notebook").first
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 700)
    time.sleep(0.5)
    page.get_by_role("button", name="Show code").focus()
    page.evaluate(
        """() => { window.statuses = []; document.addEventListener('sswp-kernel',
             ({ detail }) => window.statuses.push(detail.status)); }"""
    )
    places = scroller.evaluate("(node) => node.scrollTop")
    os.kill(kernel.pid, signal.SIGKILL)
    page.wait_for_selector(".sswp-note:has-text('starting again')")
    page.wait_for_function("document.querySelector('.sswp-note').textContent === ''")
    time.sleep(2.5)
    assert page.evaluate("window.statuses").count("autorestarting") == 1
    assert prompts(page) == ["[1]:", "[2]:"], "the page ran once, on the new kernel"
    assert page.locator(".jp-OutputArea-output").count() == 1, "old output is replaced"
    assert page.locator(".jp-Dialog").count() == 0
    assert page.evaluate("document.activeElement.dataset.act") == "code"
    assert abs(scroller.evaluate("(node) => node.scrollTop") - places) < 3


def test_typing_goes_on_while_the_kernel_dies_and_comes_back(page, lab):
    open_ready(page, lab, "modules/01_colonial_roots.ipynb")
    field = page.locator('[data-exercise="01/where_i_stand"] textarea').first
    field.click()
    kernels = kernel_processes(lab)
    scroller = page.locator(".jp-WindowedPanel-outer").first
    place = scroller.evaluate("(node) => node.scrollTop")
    page.keyboard.type("Before it dies, ", delay=20)
    for kernel in kernels:
        os.kill(kernel.pid, signal.SIGKILL)
    said = "and on I write, letter after letter, while it is away. " * 4
    page.keyboard.type(said, delay=50)
    page.wait_for_function("document.querySelector('.sswp-note').textContent === ''")
    page.keyboard.type("The end.", delay=20)
    assert field.input_value() == f"Before it dies, {said}The end."
    assert field.evaluate("(node) => node === document.activeElement")
    assert page.locator(".jp-Dialog").count() == 0
    assert abs(scroller.evaluate("(node) => node.scrollTop") - place) < 40
    journal = lab.course / "my-work" / "journal.jsonl"
    assert wait_until(lambda: journal.exists() and "The end." in journal.read_text("utf-8"))


def test_a_visit_never_writes_the_notebook(page, lab):
    folder = lab.course / "modules"
    path = folder / "00_start_here.ipynb"
    before, beside = path.read_bytes(), sorted(p.name for p in folder.iterdir() if p.name[0] != ".")
    open_ready(page, lab, where(lab, path))
    exercise = page.locator('[data-exercise="00/what_it_claims"]')
    exercise.locator("[data-choice]").first.check()
    page.wait_for_selector('[data-exercise="00/what_it_claims"]:not([data-state=untouched])')
    page.locator(".jp-MarkdownCell").first.click()
    page.keyboard.press("Control+s")
    page.wait_for_selector(".sswp-note:has-text('save themselves')")
    # Lab's own autosave would come after 120 seconds; outside CI a shorter look must do.
    time.sleep(130 if REQUIRED else 5)
    assert page.evaluate("window.jupyterapp.shell.currentWidget.context.model.dirty") is False
    page.evaluate("window.jupyterapp.commands.execute('application:close')")
    page.wait_for_selector(".jp-NotebookPanel", state="detached")
    assert page.locator(".jp-Dialog").count() == 0
    assert path.read_bytes() == before
    assert sorted(p.name for p in folder.iterdir() if p.name[0] != ".") == beside


def test_a_persons_own_edit_can_be_saved(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    open_ready(page, lab, where(lab, path))
    page.get_by_role("button", name="Show code").click()
    page.locator(".jp-MarkdownCell").first.dblclick()
    page.locator(".jp-MarkdownCell .cm-content").first.click()
    page.wait_for_selector(".jp-Notebook.jp-mod-editMode")
    page.keyboard.press("Control+End")
    page.keyboard.type(" and my own words")
    assert page.evaluate("window.jupyterapp.shell.currentWidget.context.model.dirty") is True
    page.keyboard.press("Control+s")
    assert wait_until(lambda: "and my own words" in path.read_text(encoding="utf-8"))
