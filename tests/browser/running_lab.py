"""A JupyterLab started by `workbook start`: where it is, its token, its course folder."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workbook.words import words

LAB_WORDS = words("lab")
WORKBOOK = "import sys; from workbook.cli import main; sys.exit(main())"
PACKAGE = Path(__file__).resolve().parents[2]
READY = '.jp-NotebookPanel[data-sswp="{state}"]'
SESSIONS = re.compile(r"/api/sessions\b")
# Tests look at cells through `window.jupyterapp`, which learners' starts do not have, and kill
# kernels, which are soon started again.
CONFIGURATION = """
c.LabApp.expose_app_in_browser = True
c.KernelRestarter.time_to_dead = 1
c.KernelRestarter.restart_limit = 100
"""


@dataclass
class Lab:
    """A running JupyterLab."""

    url: str
    token: str
    course: Path
    process: subprocess.Popen
    printed: list = field(default_factory=list)

    @property
    def journal(self):
        return self.course / "my-work" / "journal.jsonl"

    def address(self, path="modules/00_start_here.ipynb"):
        return f"{self.url}/lab/tree/{path}?reset&token={self.token}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def surroundings():
    """Give the environment of a start; a kernel on a full disk keeps no module that is cut off."""
    others = {name: value for name, value in os.environ.items() if name != "WORKBOOK_JOURNAL"}
    return {**others, "PYTHONDONTWRITEBYTECODE": "1"}


def start_workbook(course, *more):
    """Run `workbook start` until it has printed its address; answers go where a learner's go."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKBOOK, "start", "--no-browser", "--folder", str(course)]
        + ["--port", str(free_port()), *more],
        cwd=PACKAGE,
        env=surroundings(),
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


def configure(course):
    """Write what the tests need of a JupyterLab into a course folder."""
    folder = Path(course) / "my-work" / ".lab" / "config"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "jupyter_lab_config.py").write_text(CONFIGURATION, encoding="utf-8")
    return course


def open_ready(page, lab, path="modules/00_start_here.ipynb", state="ready"):
    """Open a notebook of the course and wait until the extension has dealt with it."""
    page.goto(lab.address(path))
    page.wait_for_selector(READY.format(state=state), timeout=60_000)
    return page


@contextmanager
def held(page, addresses, method=""):
    """Let a page wait for what it asks for there; it has it afterwards."""
    waiting, over = [], False

    def hold(route):
        other = method not in ("", route.request.method)
        route.continue_() if over or other else waiting.append(route)

    page.route(addresses, hold)
    yield
    over = True
    for route in waiting:
        route.continue_()
    page.unroute(addresses, hold)


def without_python(page):
    """Let no kernel begin for a page; what it asks for meanwhile is answered afterwards."""
    return held(page, SESSIONS, "POST")


def switch_code(page):
    """Press "Show code" in the menu of the course."""
    page.locator(".sswp-bar [data-act=menu]").filter(visible=True).click()
    page.locator(".sswp-menu:popover-open [data-act=code]").click()
    page.keyboard.press("Escape")


def cells_of(page):
    """Give the type and source of every cell of the open notebook, as its model has them."""
    return page.evaluate(
        """() => { const model = window.jupyterapp?.shell?.currentWidget?.content?.model;
          return Array.from({length: model.cells.length}, (_, i) => model.cells.get(i))
            .map((cell) => [cell.type, cell.sharedModel.getSource()]); }"""
    )
