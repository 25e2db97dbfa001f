"""Hidden code stays out of reach: no key and no click changes a cell by accident."""

import time

import pytest
from playwright.sync_api import expect
from running_lab import LAB_WORDS, cells_of, open_ready, switch_code
from scratch import CONTRACT, where, write_notebook

pytestmark = pytest.mark.browser

SHORTCUTS = ["b", "a", "d", "d", "x", "c", "v", "y", "m", "r", "z", "1", "l", "o", "j", "k"]
MORE = ["Shift+M", "Shift+A", "Shift+L", "ArrowDown", "ArrowUp", "Enter", "Shift+Enter"]
CHORDS = ["Control+Backspace", "Control+Shift+M", "Control+Enter", "Alt+Enter"]
CONTROLS = """import ipywidgets as w
from IPython.display import display
display(w.RadioButtons(options=["one", "two", "three"]), w.Button(description="Press"))
display(w.IntSlider(value=5), w.Checkbox(value=False), w.Textarea(), w.Text(), w.Dropdown(
    options=["x", "y"]))"""


def press_all(page, keys):
    for key in keys:
        page.keyboard.press(key)


def test_no_shortcut_changes_a_page_with_hidden_code(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    open_ready(page, lab, where(lab, path))
    before = cells_of(page)
    page.locator(".jp-MarkdownCell").first.click()
    press_all(page, SHORTCUTS + MORE + CHORDS)
    page.locator(".jp-MarkdownCell").nth(1).dblclick()
    press_all(page, SHORTCUTS + MORE + CHORDS)
    time.sleep(0.5)
    assert cells_of(page) == before
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0
    assert page.locator(".jp-Dialog").count() == 0


def open_controls(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", "# Controls", CONTROLS, "# The end")
    open_ready(page, lab, where(lab, path), state="waiting")
    page.get_by_role("button", name=LAB_WORDS["run"]).click()
    page.wait_for_selector('.jp-NotebookPanel[data-sswp="ready"]')
    page.wait_for_selector(".jp-OutputArea textarea")


CONTROL_SELECTORS = (
    "input[type=radio]",
    "button",
    ".noUi-handle",
    "input[type=checkbox]",
    "textarea",
    "input[type=text]",
    "select",
)


def test_no_shortcut_reaches_the_notebook_from_an_output(page, lab, folder):
    """Not while the code is hidden, and not when it is shown."""
    open_controls(page, lab, folder)
    before = cells_of(page)
    press_in_every_control(page)
    switch_code(page)
    press_in_every_control(page)
    time.sleep(0.5)
    assert cells_of(page) == before
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0


def press_in_every_control(page):
    for selector in CONTROL_SELECTORS:
        page.locator(f".jp-OutputArea {selector}").first.focus()
        press_all(page, SHORTCUTS + ["Shift+M", "ArrowDown", "Enter"] + CHORDS[:2])


def test_controls_keep_their_own_keys(page, lab, folder):
    open_controls(page, lab, folder)
    output = page.locator(".jp-OutputArea")
    text = output.locator("textarea").first
    text.focus()
    page.keyboard.type("bad days ahead")
    page.keyboard.press("Enter")
    page.keyboard.type("z")
    assert text.input_value() == "bad days ahead\nz"
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    assert text.input_value() == ""
    box = output.locator("input[type=checkbox]").first
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    slider = output.locator(".noUi-handle").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert float(slider.get_attribute("aria-valuenow")) == 6
    page.keyboard.press("Tab")
    assert not slider.evaluate("(node) => node === document.activeElement"), "Tab moves on"


def test_show_code_gives_the_notebook_back(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    open_ready(page, lab, where(lab, path))
    bars = page.locator("#jp-top-panel, #jp-menu-panel, .jp-SideBar.jp-mod-left")
    expect(bars.filter(visible=True)).to_have_count(0)
    switch_code(page)
    expect(bars.filter(visible=True)).to_have_count(3)  # JupyterLab's own parts are back
    code = page.locator(".jp-CodeCell .jp-InputArea-editor").filter(visible=True)
    expect(code).to_have_count(2)
    page.locator(".jp-MarkdownCell").first.click()
    page.keyboard.press("b")
    assert len(cells_of(page)) == len(CONTRACT) + 1
    page.keyboard.press("z")
    switch_code(page)
    expect(code).to_have_count(0)
    expect(bars.filter(visible=True)).to_have_count(0)
