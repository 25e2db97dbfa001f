"""The browser edition against the empty application around it, in one run.

``python -m benchmarks.site public/`` takes a site that `workbook site --pyodide` has built. Its
files without the course's own part are the empty application: its notebook has one cell, which
imports what a page of the course imports.
"""

import argparse
import json
import os
import shutil
import statistics
import tempfile
import threading
import time
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.opening import CHROMIUMS
from benchmarks.table import as_markdown, missed, row

RUNS = 3
LONGEST = 240_000
PLAIN = "files/modules/00_start_here.ipynb"  # a name that the list of files has
IMPORTS = "import workbook.lesson, workbook.widgets.exercise, ipywidgets; print('all ' + 'there')"
COURSE, BARE = "lab/index.html?path=modules/00_start_here.ipynb", f"lab/index.html?path={PLAIN[6:]}"
FIRST = "[data-exercise][data-state='untouched'] input:enabled"
NOTES = "[data-exercise][data-state='feedback'], [data-exercise][data-state='saved']"
SHOWN = ".jp-Notebook .jp-CodeCell .cm-content"
BYTES = """() => ['resource', 'navigation'].flatMap((sort) => performance.getEntriesByType(sort))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)"""


class Files(SimpleHTTPRequestHandler):
    """Give out a folder without a word."""

    protocol_version = "HTTP/1.1"
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".mjs": "text/javascript",
    }

    def log_message(self, *args):
        pass


@contextmanager
def served(folder: Path):
    """Serve a folder on this machine; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def empty_application(site: Path, folder: Path) -> Path:
    """Copy a site without the course's own part, with one page that only imports."""
    shutil.copytree(site, folder, copy_function=os.link, ignore=shutil.ignore_patterns("sswp-*"))
    settings = json.loads((site / "jupyter-lite.json").read_text(encoding="utf-8"))
    config = settings["jupyter-config-data"]
    settings["jupyter-config-data"] = {
        key: value for key, value in config.items() if not key.startswith("sswp")
    }
    extensions = settings["jupyter-config-data"].get("federated_extensions", [])
    extensions[:] = [one for one in extensions if not one["name"].startswith("sswp")]
    _put(folder / "jupyter-lite.json", settings)
    cell = {"cell_type": "code", "id": "one", "metadata": {}, "outputs": [], "source": IMPORTS}
    kernel = {"name": "python", "display_name": "Python", "language": "python"}
    book = {"cells": [cell | {"execution_count": None}], "metadata": {"kernelspec": kernel}}
    _put(folder / PLAIN, book | {"nbformat": 4, "nbformat_minor": 5})
    return folder


def _put(path: Path, data: dict) -> None:
    path.unlink(missing_ok=True)  # never through a link into the site itself
    path.write_text(json.dumps(data), encoding="utf-8")


def course_times(page, address: str) -> dict[str, float]:
    """Open the course: seconds and bytes to an exercise that takes an answer, and to its notes."""
    begun = time.perf_counter()
    page.goto(address + COURSE)
    page.wait_for_selector(FIRST, timeout=LONGEST)
    found = {"first": time.perf_counter() - begun, "bytes": page.evaluate(BYTES)}
    page.locator("[data-exercise] [data-choice]").first.click()
    page.wait_for_selector(NOTES, timeout=LONGEST)
    return found | {"notes": time.perf_counter() - begun}


def bare_times(page, address: str) -> dict[str, float]:
    """Open the empty application: seconds and bytes to its notebook, and to the end of its cell."""
    begun = time.perf_counter()
    page.goto(address + BARE)
    page.wait_for_selector(SHOWN, timeout=LONGEST)
    found = {"first": time.perf_counter() - begun, "bytes": page.evaluate(BYTES)}
    page.locator(SHOWN).first.click()
    page.keyboard.press("Shift+Enter")
    page.get_by_text("all there", exact=True).wait_for(timeout=LONGEST)
    return found | {"notes": time.perf_counter() - begun}


def measure(site: Path) -> list[dict]:
    """Return the rows; medians of runs in turns, each in a fresh browser."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)))
    course, bare = [], []
    with tempfile.TemporaryDirectory(dir=site.parent) as scratch, sync_playwright() as playwright:
        empty = empty_application(site, Path(scratch) / "empty")
        with served(site) as ours, served(empty) as plain:
            for _ in range(RUNS):
                for runs, times, address in (
                    (course, course_times, ours),
                    (bare, bare_times, plain),
                ):
                    browser = playwright.chromium.launch(
                        executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
                    )
                    runs.append(times(browser.new_page(), address))
                    browser.close()
    mine, other = ({key: statistics.median(run[key] for run in runs) for key in runs[0]}
                   for runs in (course, bare))  # fmt: skip
    return rows(mine, other)


def rows(mine: dict[str, float], other: dict[str, float]) -> list[dict]:
    """Put both beside each other."""
    first, notes = (mine[part] / other[part] for part in ("first", "notes"))
    return [
        row("the empty application shows a notebook", other["first"], unit="s"),
        row("an exercise of the course takes an answer", mine["first"], unit="s"),
        row("the first exercise against the empty application", first, 1.3),
        row("a trivial notebook with the same imports has run", other["notes"], unit="s"),
        row("notes of the first answer against it", notes, 1.2),
        row("bytes to the first exercise", mine["bytes"], unit="bytes"),
        row("bytes against the empty application", mine["bytes"] / other["bytes"]),
    ]


def main() -> int:
    """Measure a site and print the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site", description=__doc__)
    parser.add_argument("site", type=Path)
    found = measure(parser.parse_args().site.resolve())
    print(as_markdown(found))
    return int(any(missed(entry) for entry in found))


if __name__ == "__main__":
    raise SystemExit(main())
