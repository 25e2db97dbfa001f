"""The course extension in a real JupyterLab: what runs by itself, the bar and the panel."""

import signal
import subprocess
import sys
import time

import pytest
from playwright.sync_api import expect
from running_lab import LAB_WORDS, Lab, free_port, open_ready
from scratch import CONTRACT, prompts, where, write_notebook

pytestmark = pytest.mark.browser

HIDDEN_PARTS = ".jp-InputArea-editor, .jp-Placeholder, .jp-InputPrompt, .jp-Notebook-footer"


def writes(path):
    return f"open({str(path)!r}, 'w').write('ran')"


# What runs by itself, and what does not


def test_a_course_notebook_runs_by_itself_and_shows_no_code(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    open_ready(page, lab, where(lab, path))
    assert prompts(page) == ["[1]:", "[2]:"]
    assert page.locator(HIDDEN_PARTS).filter(visible=True).count() == 0
    assert page.get_by_role("region", name=LAB_WORDS["bar"]).is_visible()
    assert page.get_by_role("button", name=LAB_WORDS["run"]).count() == 0
    assert page.console_errors == []


def put_beside(folder, proof):
    """Write files that Python would import before its own, were a notebook's folder searched."""
    (folder / "workbook").mkdir()
    for name in ("workbook/__init__.py", "json.py", "ipykernel_launcher.py"):
        (folder / name).write_text(writes(proof))


WHY = {"own code": "other_code", "files beside": "other_files"}


@pytest.mark.parametrize("scheme", WHY)
def test_a_strangers_notebook_does_not_run(scheme, page, lab, folder, tmp_path):
    proof = tmp_path / "ran"
    cells = ["# Hello", "import workbook as wb"]
    if scheme == "own code":
        cells.append(writes(proof))
    else:
        put_beside(folder, proof)
    path = write_notebook(folder / "01_a.ipynb", *cells)
    open_ready(page, lab, where(lab, path), state="waiting")
    time.sleep(2)
    assert not proof.exists()
    assert set(prompts(page)) == {"[ ]:"}
    expect(page.locator(".sswp-note")).to_have_text(LAB_WORDS[WHY[scheme]])
    page.get_by_role("button", name=LAB_WORDS["run"]).click()
    page.wait_for_selector('.jp-NotebookPanel[data-sswp="ready"]')
    assert proof.exists() == (scheme == "own code")


@pytest.fixture
def other_lab(lab):
    """A person's own JupyterLab on the same folder, without the course flag."""
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--ServerApp.port={port}"]
    command += ["--allow-root", "--IdentityProvider.token=other", "--ServerApp.ip=127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--LabApp.news_url=None"],
        cwd=lab.course,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield Lab(f"http://127.0.0.1:{port}", "other", lab.course, process)
    process.send_signal(signal.SIGTERM)
    process.wait(20)


def goto_patiently(page, address):
    from playwright.sync_api import Error

    for _ in range(180):
        try:
            return page.goto(address)
        except Error:
            time.sleep(0.5)
    raise AssertionError(f"nothing answers at {address}")


def test_without_the_flag_the_extension_does_nothing(page, lab, other_lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    goto_patiently(page, other_lab.address(where(lab, path)))
    # a slow computer draws one first
    page.locator(".jp-CodeCell .jp-InputPrompt").nth(1).wait_for()
    time.sleep(4)
    assert prompts(page) == ["[ ]:", "[ ]:"]
    assert page.locator(".sswp-bar, .sswp-panel, .sswp-code-hidden").count() == 0
    assert page.locator(".jp-NotebookPanel-toolbar").is_visible()


# The bar and the panel

MODULES = [
    {"id": "01", "title": "Roots", "file": "01_a.ipynb", "exists": True},
    {"id": "02", "title": "Hierarchy", "file": "02_b.ipynb", "exists": True},
    {"id": "03", "title": "Equality", "file": "03_c.ipynb", "exists": False},
]
NUMBERS = [(3, 8, 25), (0, 6, 40), (0, 7, 60)]


def send_progress(page):
    modules = [
        {**m, "done": d, "ahead": {"way": "core", "done": d, "total": t, "minutes_left": left}}
        for m, (d, t, left) in zip(MODULES, NUMBERS, strict=True)
    ]
    page.evaluate(
        "(detail) => document.dispatchEvent(new CustomEvent('sswp-progress', { detail }))",
        {"module": "01", "modules": modules},
    )


def test_bar_and_panel_show_what_python_says(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    write_notebook(folder / "02_b.ipynb", *CONTRACT)
    open_ready(page, lab, where(lab, path))
    send_progress(page)
    bar = page.get_by_role("region", name=LAB_WORDS["bar"])
    expect(bar.locator(".sswp-title")).to_have_text("Roots")
    count = LAB_WORDS["done_and_left_core"].format(done=3, total=8, minutes=25)
    expect(bar.locator(".sswp-count")).to_have_text(count)
    panel = page.get_by_role("navigation", name=LAB_WORDS["panel"])
    here = panel.locator("[aria-current=page] .sswp-module-title")
    expect(here).to_have_text("Roots")
    assert panel.locator("a.sswp-module").count() == 2
    assert LAB_WORDS["coming"] in panel.locator("ol > li").nth(2).text_content()
    assert bar.get_by_role("button", name=LAB_WORDS["previous"]).is_disabled()
    bar.get_by_role("button", name=LAB_WORDS["next_to"].format(title="Hierarchy")).click()
    page.wait_for_selector(".sswp-title:text-is('Hierarchy')")
    expect(here).to_have_text("Hierarchy")
    expect(page.locator("[data-act=next]").filter(visible=True)).to_be_disabled()
    panel.get_by_role("link", name="Roots").click()
    page.wait_for_selector(".sswp-title:text-is('Roots') >> visible=true")
