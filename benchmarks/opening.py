"""How a module opens, against the same server's page with one trivial cell: time, shifts, bytes."""

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
FIRST = "[data-exercise][data-state='untouched'] input:enabled"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# What moves under the reader, with what moved; what follows a key or a click is not counted.
WATCH = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const { startTime, value, hadRecentInput } of list.getEntries())
    if (!hadRecentInput) window.shifts.push([startTime, value]);
}).observe({ type: 'layout-shift', buffered: true });"""
# JupyterLab itself is the same for both pages; what a page asks for besides is its own.
BYTES = """() => ['resource', 'navigation']
  .flatMap((sort) => performance.getEntriesByType(sort))
  .reduce((sum, { transferSize }) => sum + transferSize, 0)"""


def measure() -> list[dict]:
    """Return rows for both pages and their ratios; none when there is no Chromium."""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not chromium:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        course = unpack(Path(scratch) / "course")
        _write_trivial(course / "modules")
        server = Server(course, _free_port())
        try:
            found = _runs(server.start().wait(), chromium)
        finally:
            server.stop()
    module, plain = (
        {key: statistics.median(run[key] for run in runs) for key in runs[0]} for runs in found
    )
    return [
        row("opening a page with one trivial cell", plain["ready"], unit="s"),
        row("opening the start page to its first usable exercise", module["first"], unit="s"),
        row(
            "opening to the first exercise against one trivial cell",
            module["first"] / plain["ready"],
            bar=0.7,
        ),
        row("opening to all answers against one trivial cell", module["ready"] / plain["ready"]),
        row("what shifts after the first exercise shows", module["shift"], bar=0.05),
        row("bytes that the start page brings", module["bytes"], unit="bytes"),
        row("bytes of it against the page with one trivial cell", module["bytes"] / plain["bytes"]),
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


def _runs(server: Server, chromium: str) -> list[list[dict]]:
    """Open both pages in turns; give what was measured of each."""
    from playwright.sync_api import sync_playwright

    pages = {MODULE: [], PLAIN: []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for number in range(RUNS + 1):
            for name, runs in pages.items():
                place = f"lab/workspaces/{name[:2]}-{number}/tree/modules/{name}"
                found = _open(browser, server, place, FIRST if name == MODULE else READY)
                if number:  # the first round only warms the machine
                    runs.append(found)
        browser.close()
    return list(pages.values())


def _open(browser, server: Server, path: str, first: str) -> dict:
    """Open one page in a fresh browser context and with a fresh kernel; give what it took."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        start = time.perf_counter()
        page.goto(f"{server.url}{path}?token={server.token}", wait_until="commit")
        page.wait_for_selector(first, timeout=120_000)
        shown, at = time.perf_counter() - start, page.evaluate("() => performance.now()")
        page.wait_for_selector(READY, timeout=120_000)
        ready = time.perf_counter() - start
        page.wait_for_timeout(1500)  # what comes late shifts as well
        moved = page.evaluate("(at) => window.shifts.filter(([time]) => time > at)", at)
        shift = sum(value for _, value in moved)
        return {"first": shown, "ready": ready, "shift": shift, "bytes": page.evaluate(BYTES)}
    finally:
        context.close()
        for session in json.loads(fetch(server.url, server.token, "api/sessions")):
            fetch(server.url, server.token, f"api/sessions/{session['id']}", method="DELETE")
