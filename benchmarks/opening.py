"""How long a module takes to open, against the same page with one trivial cell."""

import json
import os
import shutil
import socket
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.table import row
from workbook.cli.server import HOST, Server, fetch
from workbook.unpack import unpack

RUNS = 3
MODULE = "00_start_here.ipynb"
PLAIN = "09_trivial.ipynb"
READY = '.jp-NotebookPanel[data-sswp="ready"]'
FIRST = ".jp-NotebookPanel [data-exercise][data-state='untouched'] input:enabled"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


def measure() -> list[dict]:
    """Return rows for both in seconds and their ratio; none when there is no Chromium."""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not chromium:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        course = unpack(Path(scratch) / "course")
        _write_trivial(course / "modules")
        server = Server(course, _free_port())
        try:
            module, trivial = _times(server.start().wait(), chromium)
        finally:
            server.stop()
    return [
        row("opening a page with one trivial cell", trivial, unit="s"),
        row("opening the start page to its first usable exercise", module, unit="s"),
        row("opening to the first exercise against one trivial cell", module / trivial),
    ]


def _write_trivial(folder: Path) -> None:
    """Write the same words with one code cell that does next to nothing."""
    book = json.loads((folder / MODULE).read_text(encoding="utf-8"))
    first = next(cell for cell in book["cells"] if cell["cell_type"] == "code")
    trivial = first | {"source": ["import workbook as wb"], "outputs": []}
    book["cells"] = [c for c in book["cells"] if c["cell_type"] == "markdown"] + [trivial]
    (folder / PLAIN).write_text(json.dumps(book), encoding="utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _times(server: Server, chromium: str) -> tuple[float, float]:
    from playwright.sync_api import sync_playwright

    found = {MODULE: [], PLAIN: []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for number in range(RUNS + 1):
            for name, ready in ((MODULE, FIRST), (PLAIN, READY)):
                place = f"lab/workspaces/{name[:2]}-{number}/tree/modules/{name}"
                seconds = _open(browser, server, place, ready)
                if number:  # the first round only warms the machine
                    found[name].append(seconds)
        browser.close()
    return statistics.median(found[MODULE]), statistics.median(found[PLAIN])


def _open(browser, server: Server, path: str, ready: str) -> float:
    """Open one page in a fresh browser context and with a fresh kernel; give the seconds."""
    context = browser.new_context()
    try:
        page = context.new_page()
        start = time.perf_counter()
        page.goto(f"{server.url}{path}?token={server.token}")
        page.wait_for_selector(ready, timeout=120_000)
        return time.perf_counter() - start
    finally:
        context.close()
        for session in json.loads(fetch(server.url, server.token, "api/sessions")):
            fetch(server.url, server.token, f"api/sessions/{session['id']}", method="DELETE")
