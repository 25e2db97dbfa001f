"""A page of the light edition against a bare page with one fieldset, and a peer's quiz page."""

import os
import shutil
import statistics
import subprocess
import tarfile
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.table import row
from workbook.content.library import packaged_course
from workbook.site.light import LightPlan, build_light

RUNS = 9
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
MODULE = "00_start_here.html"
PEER = "@liascript/editor@1.1.41--1.0.1"
BARE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title></head>
<body><h1>Bare</h1><fieldset><legend>Which?</legend><label><input type="radio" name="a"> One</label>
<label><input type="radio" name="a"> Two</label></fieldset></body></html>"""
QUIZ = "# Quiz\n\nWhich?\n\n- [( )] One\n- [(X)] Two\n"
# Notes in the page itself when the first thing to answer is there, by the clock of the page.
WATCH = """(() => { const look = () => {
  if (!window.shownAt && document.querySelector("SELECTOR")) window.shownAt = performance.now();
};
  new MutationObserver(look).observe(document, { childList: true, subtree: true }); })()"""
# The page and every file that it had asked for by then, each whole: rather too many than too few.
ASKED_UNTIL_THEN = """() => ['navigation', 'resource']
  .flatMap((sort) => performance.getEntriesByType(sort))
  .filter(({ startTime }) => startTime <= window.shownAt)
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)"""
PAGES = {
    "bare": ("bare.html", "fieldset input"),
    "light": (f"light/{MODULE}", "[data-exercise] input"),
    "view": (f"light/{MODULE}", "[data-exercise][data-state] input"),
    "long": ("light/03_modeling_equality.html", "[data-exercise][data-state] input"),
    "peer": ("peer/index.html?../quiz.md", ".lia-quiz input"),
}


class _Files(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def log_message(self, *args):
        """Say nothing."""


def measure() -> list[dict]:
    """Return times and bytes to the first exercise, as ratios; none when there is no Chromium."""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not chromium:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        build_light(LightPlan(packaged_course(), folder / "light"))
        (folder / "bare.html").write_text(BARE, encoding="utf-8")
        pages = dict(PAGES)
        if not _fetch_peer(folder):
            pages.pop("peer")
        found = _visit(folder, chromium, pages)
    seconds = {name: statistics.median(each[0] for each in runs) for name, runs in found.items()}
    size = {name: found[name][-1][1] for name in found}
    rows = [
        row("light page to its first exercise against a bare page with one fieldset",
            seconds["light"] / seconds["bare"], 1.5),
        row("the same until its own script has drawn it", seconds["view"] / seconds["bare"]),
        row("bytes of a light page until then", size["view"], 150_000, "bytes"),
        row("bytes of the longest light page until then", size["long"], 150_000, "bytes"),
    ]  # fmt: skip
    if "peer" in found:
        rows += [
            row("light page against a peer's static quiz page (LiaScript)",
                seconds["light"] / seconds["peer"], 1),
            row("bytes of that peer's page before its quiz", size["peer"], unit="bytes"),
        ]  # fmt: skip
    return rows


def _fetch_peer(folder: Path) -> bool:
    """Unpack the peer from its registry; without it the rows that need it are left out."""
    npm = shutil.which("npm")
    line = [npm, "pack", PEER, "--silent"] if npm else ["false"]
    if subprocess.run(line, cwd=folder, capture_output=True, timeout=180, check=False).returncode:
        return False
    [archive] = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder / "unpacked", filter="data")
    (folder / "unpacked" / "package" / "dist").rename(folder / "peer")
    (folder / "quiz.md").write_text(QUIZ, encoding="utf-8")
    return True


def _visit(folder: Path, chromium: str, pages: dict) -> dict[str, list[tuple[float, int]]]:
    from playwright.sync_api import sync_playwright

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in pages}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for number in range(RUNS + 1):
            for name, (path, selector) in pages.items():
                seen = _open(browser, f"{address}{path}", selector)
                if number:  # the first round only warms the machine
                    found[name].append(seen)
        browser.close()
    server.shutdown()
    return found


def _open(browser, url: str, selector: str) -> tuple[float, int]:
    """Open a page in a fresh browser context; give milliseconds and bytes to its first exercise."""
    context = browser.new_context(service_workers="block")
    try:
        page = context.new_page()
        page.add_init_script(WATCH.replace("SELECTOR", selector))
        page.goto(url, wait_until="commit")
        page.wait_for_function("() => window.shownAt", timeout=30_000)
        page.wait_for_load_state("networkidle")
        return page.evaluate("() => window.shownAt"), page.evaluate(ASKED_UNTIL_THEN)
    finally:
        context.close()
