"""A JupyterLab started by `workbook start` and a Chromium that may not leave this machine."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from workbook.unpack import unpack

REQUIRED = os.environ.get("WORKBOOK_REQUIRE_BROWSER") == "1"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
HOW = (
    "The browser tests need a Chromium. Install one (for example `apt install chromium`), or set "
    "CHROMIUM to its path. WORKBOOK_REQUIRE_BROWSER=1 makes this a failure."
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
)
LOCAL = {"127.0.0.1", "localhost", ""}
WORKBOOK = "import sys; from workbook.cli import main; sys.exit(main())"
PACKAGE = Path(__file__).resolve().parents[2]


@dataclass
class Lab:
    """A running JupyterLab: where it is, its token, its course folder."""

    url: str
    token: str
    course: Path
    process: subprocess.Popen
    printed: list = field(default_factory=list)

    def address(self, path="modules/00_start_here.ipynb"):
        return f"{self.url}/lab/tree/{path}?reset&token={self.token}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_workbook(course, *more, port=None):
    """Run `workbook start` until it has printed its address."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKBOOK, "start", "--no-browser", "--folder", str(course)]
        + ["--port", str(port or free_port()), *more],
        cwd=PACKAGE,
        env={name: value for name, value in os.environ.items() if name != "WORKBOOK_JOURNAL"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = []
    for line in process.stdout:
        printed.append(line)
        if "Ctrl+C" in line:
            break
    found = re.search(r"(http://[\d.]+:\d+)/\S*token=(\w+)", "".join(printed))
    assert found, f"workbook start gave no address: {''.join(printed)}"
    return Lab(*found.groups(), Path(course), process, printed)


def stop(lab):
    lab.process.send_signal(signal.SIGTERM)
    try:
        lab.process.wait(30)
    finally:
        if lab.process.poll() is None:
            lab.process.kill()
        lab.process.stdout.close()


def show_app_to_tests(course):
    """Let a test look at cells through `window.jupyterapp`; learners' starts do not have it."""
    config = Path(course) / "my-work" / ".lab" / "config"
    config.mkdir(parents=True, exist_ok=True)
    line = "c.LabApp.expose_app_in_browser = True\n"
    (config / "jupyter_lab_config.py").write_text(line, encoding="utf-8")


@pytest.fixture(scope="package")
def lab(tmp_path_factory):
    """One `workbook start` on a fresh copy of the course."""
    course = unpack(tmp_path_factory.mktemp("learner") / "solidarity-workbook")
    show_app_to_tests(course)
    running = start_workbook(course)
    yield running
    stop(running)


def chromium_path():
    named = os.environ.get("CHROMIUM")
    found = named or next((p for p in map(shutil.which, CHROMIUMS) if p), None)
    if found:
        return found
    if REQUIRED:
        pytest.fail(HOW)
    return pytest.skip(HOW)


@pytest.fixture(scope="package")
def chromium():
    path = chromium_path()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium):
    """Give browser pages; a request off the machine or an uncaught error fails the test."""
    contexts, outside, faults = [], [], []

    def watch(request):
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in LOCAL:
            outside.append(request.url)

    def make(width=1400, height=900, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        context.set_default_timeout(30_000)
        context.on("request", watch)
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        contexts.append(context)
        page = context.new_page()
        page.console_errors = []
        page.on("console", lambda m: m.type == "error" and page.console_errors.append(m.text))
        return page

    yield make
    for context in contexts:
        context.close()
    assert outside == [], "requests left the machine"
    assert faults == [], "the page raised errors"


@pytest.fixture
def page(new_page):
    return new_page()


def open_ready(page, lab, path="modules/00_start_here.ipynb", state="ready"):
    """Open a notebook of the course and wait until the extension has dealt with it."""
    page.goto(lab.address(path))
    page.wait_for_selector(f'.jp-NotebookPanel[data-sswp="{state}"]', timeout=60_000)
    return page


def cells_of(page):
    """Give the type and source of every cell of the open notebook, as its model has them."""
    return page.evaluate(
        """() => { const model = window.jupyterapp?.shell?.currentWidget?.content?.model;
          return Array.from({length: model.cells.length}, (_, i) => model.cells.get(i))
            .map((cell) => [cell.type, cell.sharedModel.getSource()]); }"""
    )


def kernel_processes(lab):
    """Give the kernel processes of this JupyterLab, by the ids it names itself."""
    import urllib.request

    import psutil

    request = urllib.request.Request(
        f"{lab.url}/api/kernels", headers={"Authorization": f"token {lab.token}"}
    )
    with urllib.request.urlopen(request) as answer:
        ids = [kernel["id"] for kernel in json.load(answer)]
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if any(f"kernel-{i}" in " ".join(process.info["cmdline"] or []) for i in ids)
    ]


def wait_until(condition, seconds=20):
    """Wait for a condition outside the browser."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


# A learner's visits, on a JupyterLab of their own


@pytest.fixture(scope="package")
def course_lab(tmp_path_factory):
    """One `workbook start` for the exercises; a kernel that was killed is soon started again."""
    course = unpack(tmp_path_factory.mktemp("visits") / "solidarity-workbook")
    show_app_to_tests(course)
    config = course / "my-work" / ".lab" / "config" / "jupyter_lab_config.py"
    with config.open("a", encoding="utf-8") as file:
        file.write("c.KernelRestarter.time_to_dead = 1\nc.KernelRestarter.restart_limit = 100\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WORKBOOK_JOURNAL", raising=False)  # here the answers go where a learner's go
        running = start_workbook(course)
    yield running
    stop(running)


@pytest.fixture
def visit(chromium, course_lab):
    """A page of a fresh browser, with an empty journal."""
    from learner import visitor

    with visitor(chromium, course_lab) as made:
        yield made


@pytest.fixture
def folder(lab, request):
    """A folder of this test's own inside the course folder."""
    made = lab.course / "scratch" / request.node.name.replace("[", "_").rstrip("]")[:60]
    made.mkdir(parents=True)
    return made


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep a picture of the page when a test fails."""
    report = yield
    if report.when == "call" and report.failed:
        for value in getattr(item, "funcargs", {}).values():
            page = getattr(value, "page", value)
            if hasattr(page, "screenshot") and not page.is_closed():
                name = re.sub(r"\W+", "_", item.name)
                page.screenshot(path=PACKAGE / "test-screens" / f"{name}.png")
    return report
