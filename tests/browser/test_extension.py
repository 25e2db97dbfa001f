"""The course extension in a real JupyterLab: what runs by itself, the bar and the panel."""

import signal
import subprocess
import sys
import time

import pytest
from running_lab import Lab, free_port, open_ready
from scratch import CONTRACT, prompts, where, write_notebook

pytestmark = pytest.mark.browser

HIDDEN_PARTS = ".jp-InputArea-editor, .jp-Placeholder, .jp-InputPrompt, .jp-Notebook-footer"
STATIC = "/lab/extensions/sswp-course/static"


def writes(path):
    return f"open({str(path)!r}, 'w').write('ran')"


# What runs by itself, and what does not


def test_a_course_notebook_runs_by_itself_and_shows_no_code(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    open_ready(page, lab, where(lab, path))
    assert prompts(page) == ["[1]:", "[2]:"]
    assert page.locator(HIDDEN_PARTS).filter(visible=True).count() == 0
    assert page.get_by_role("region", name="Course bar").is_visible()
    assert page.get_by_role("button", name="Run this page").count() == 0
    assert page.console_errors == []


@pytest.mark.parametrize(
    "scheme", ["own code", "package beside", "module beside", "launcher beside"]
)
def test_a_strangers_notebook_does_not_run(scheme, page, lab, folder, tmp_path):
    proof = tmp_path / "ran"
    cells = ["# Hello", "import workbook as wb"]
    if scheme == "own code":
        cells.append(writes(proof))
    elif scheme == "package beside":
        (folder / "workbook").mkdir()
        (folder / "workbook" / "__init__.py").write_text(writes(proof))
    else:
        name = "json.py" if scheme == "module beside" else "ipykernel_launcher.py"
        (folder / name).write_text(writes(proof))
    path = write_notebook(folder / "01_a.ipynb", *cells)
    open_ready(page, lab, where(lab, path), state="waiting")
    time.sleep(2)
    assert not proof.exists()
    assert set(prompts(page)) == {"[ ]:"}
    assert "has not run yet" in page.locator(".sswp-note").text_content()
    page.get_by_role("button", name="Run this page").click()
    page.wait_for_selector('.jp-NotebookPanel[data-sswp="ready"]')
    assert proof.exists() == (scheme == "own code")


def test_a_notebook_without_the_course_mark_is_left_alone(page, lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT, sswp=False)
    page.goto(lab.address(where(lab, path)))
    page.wait_for_selector(".jp-CodeCell .jp-InputArea-editor")
    time.sleep(3)
    assert prompts(page) == ["[ ]:", "[ ]:"]
    assert page.locator(".sswp-bar").count() == 0
    assert page.locator(".jp-NotebookPanel-toolbar").is_visible()


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

    for _ in range(60):
        try:
            return page.goto(address)
        except Error:
            time.sleep(0.5)
    raise AssertionError(f"nothing answers at {address}")


def test_without_the_flag_the_extension_does_nothing(page, lab, other_lab, folder):
    path = write_notebook(folder / "01_a.ipynb", *CONTRACT)
    goto_patiently(page, other_lab.address(where(lab, path)))
    page.wait_for_selector(".jp-CodeCell .jp-InputArea-editor")
    time.sleep(4)
    assert prompts(page) == ["[ ]:", "[ ]:"]
    assert page.locator(".sswp-bar, .sswp-panel, .sswp-code-hidden").count() == 0
    assert page.locator(".jp-NotebookPanel-toolbar").is_visible()


GOOD_LINES = [
    "import workbook as wb",
    'wb.start("01")',
    "wb.exercise('01/who_benefits')",
    "wb.progress()",
    'wb.chart("01/exam_pass_rates", table=True)',
    "wb.recall('a', 2, -1.5, None, False)",
    "",
    "  \t",
]
BAD_LINES = [
    " import workbook as wb",
    "import workbook as wb; import os",
    "import workbook as wb # hello",
    "from workbook import *",
    "import os",
    'wb.start("01");',
    'wb.start("01") # hello',
    'wb.start(f"{1}")',
    'wb.start("a" + "b")',
    'wb.start("a" "b")',
    'wb.start("a\\x41")',
    'wb.start("""a""")',
    'wb.start("a',
    "wb.start(name)",
    "wb.start([1])",
    "wb.start(wb.start())",
    "wb.start(x=open('a'))",
    "wb.start().x",
    "wb.start('01')?",
    "wb.erase_all()",
    "wb._desk()",
    "wb .start()",
    "!ls",
    "%run x",
    "%%bash",
    "wb.start('a\u2028!ls')",
    "wb.start('a\x0c!ls')",
    "wb.start('a\r!ls')",
    "wb.start('a\u00e9')",
    "\u00a0",
    "\x0c",
]


@pytest.fixture
def bare(page, lab):
    """A page of the server's address without a JupyterLab in it, which can import our scripts."""
    page.goto(f"{lab.url}{STATIC}/contract.js?token={lab.token}")
    return page


def test_only_plain_contract_calls_count_as_plain(bare):
    page = bare
    judge = (
        "async ([url, lines]) => { const c = await import(url + '/contract.js');"
        " return lines.map((line) => c.isPlainCode(line)); }"
    )
    verdicts = page.evaluate(judge, [STATIC, GOOD_LINES])
    assert [line for line, plain in zip(GOOD_LINES, verdicts, strict=True) if not plain] == []
    verdicts = page.evaluate(judge, [STATIC, BAD_LINES])
    assert [line for line, plain in zip(BAD_LINES, verdicts, strict=True) if plain] == []


def test_files_that_python_would_import_count_as_strange(bare):
    page = bare
    judge = (
        "async ([url, entries]) => { const c = await import(url + '/contract.js');"
        " return entries.map(([type, name]) => c.isPlainEntry({type, name})); }"
    )
    fine = [["directory", "exercises"], ["notebook", "01_a.ipynb"], ["file", "README.md"]]
    odd = [["directory", n] for n in ("workbook", "json", "IPython", "exercises2")]
    odd += [["file", f"json.{e}"] for e in ("py", "PY", "pyc", "pyw", "so", "pyd", "pth", "zip")]
    odd += [["file", "json.cpython-311-x86_64-linux-gnu.so"], ["file", "x.egg"]]
    assert page.evaluate(judge, [STATIC, fine]) == [True] * len(fine)
    assert page.evaluate(judge, [STATIC, odd]) == [False] * len(odd)


def test_another_program_than_python_waits(bare):
    page = bare
    ask = """async (url) => { const c = await import(url + '/contract.js');
      const cell = { type: 'code', sharedModel: { getSource: () => 'import workbook as wb' } };
      const panel = (name) => ({ context: { path: 'modules/x.ipynb' },
        content: { model: { cells: { length: 1, get: () => cell } } },
        sessionContext: { session: { kernel: { name } } } });
      const contents = { get: async () => ({ content: [] }) };
      const broken = { get: async () => { throw new Error('gone'); } };
      return [await c.reasonToWait(panel('python3'), contents),
        await c.reasonToWait(panel('bash'), contents),
        await c.reasonToWait(panel('python3'), broken)]; }"""
    free, other, unlisted = page.evaluate(ask, STATIC)
    assert free == ""
    assert "has not run yet" in other
    assert "has not run yet" in unlisted


# The bar and the panel

MODULES = [
    {"id": "01", "title": "Roots", "file": "01_a.ipynb", "exists": True},
    {"id": "02", "title": "Hierarchy", "file": "02_b.ipynb", "exists": True},
    {"id": "03", "title": "Equality", "file": "03_c.ipynb", "exists": False},
]
NUMBERS = [(3, 8, 25), (0, 6, 40), (0, 7, 60)]


def send_progress(page):
    modules = [
        {**m, "done": d, "total": t, "minutes_left": left}
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
    bar = page.get_by_role("region", name="Course bar")
    assert bar.locator(".sswp-title").text_content() == "Roots"
    assert bar.locator(".sswp-count").text_content() == "3 of 8 done · about 25 min left"
    panel = page.get_by_role("navigation", name="Course")
    assert panel.locator("[aria-current=page] .sswp-module-title").text_content() == "Roots"
    assert panel.get_by_role("button").count() == 2
    assert "Not in this edition yet" in panel.locator("li").nth(2).text_content()
    assert bar.get_by_role("button", name="Previous").is_disabled()
    bar.get_by_role("button", name="Next: Hierarchy").click()
    page.wait_for_selector(".sswp-title:text-is('Hierarchy')")
    assert panel.locator("[aria-current=page] .sswp-module-title").text_content() == "Hierarchy"
    assert page.locator("[data-act=next]").filter(visible=True).is_disabled()
    panel.get_by_role("button", name="Roots").click()
    page.wait_for_selector(".sswp-title:text-is('Roots') >> visible=true")


def test_a_page_opens_another_place_of_the_course(page, lab, folder):
    path = write_notebook(folder / "modules" / "01_a.ipynb", *CONTRACT)
    write_notebook(folder / "edition-9" / "modules" / "01_a.ipynb", "# The new edition")
    open_ready(page, lab, where(lab, path))
    page.evaluate(
        """() => document.dispatchEvent(new CustomEvent('sswp-open',
             { detail: { path: 'edition-9/modules/01_a.ipynb' } }))"""
    )
    page.get_by_role("heading", name="The new edition").wait_for()
