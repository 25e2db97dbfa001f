"""A bare page with the scripts of the extension and a JupyterLab that only seems to be one."""

import json
import threading
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from one_script import one_script

STATIC = Path(__file__).resolve().parents[2] / "workbook" / "labextension" / "static"
HERE = Path(__file__).parent
SCRIPTS = sorted(path.stem for path in STATIC.glob("*.js") if path.stem != "remoteEntry")

# Each script is there under its own name, the fakes as `fakes`, the English words as `english`.
# Plain imports come before the page counts as loaded: every test waits for them.
PAGE = """<!doctype html><html lang="en"><title>A bare page</title>
<body><script>localStorage.clear(); sessionStorage.clear();</script><script type="module">
import * as fakes from '/lab/fakes.js';
import {{ {names} }} from '/lab/all.js';
const texts = {texts};
const english = new words.Words(texts, 'en');
Object.assign(window, {{ {names}, fakes, texts, english }});
</script></body></html>"""


@cache
def page_source():
    """Give the bare page with all scripts of the extension."""
    texts = (STATIC / "words.json").read_text("utf-8")
    return PAGE.format(names=", ".join(SCRIPTS), texts=texts).encode()


@cache
def all_scripts():
    """Give the scripts of the extension as one module."""
    return f"{one_script(STATIC, SCRIPTS)}\nexport {{ {', '.join(SCRIPTS)} }};".encode()


class Start:
    """What a start serves beside the extension: nothing, until a test says what.

    A test that let the browser hold requests for it would pay for each request of the page.

    Attributes
    ----------
    page : dict or str or None
        What is served for a page: its specs and texts, or something that is none.
    view, style : str
        The script, and the style, of every kind.
    asked : list of str
        The names of the files that were asked for.
    """

    def __init__(self):
        self.nothing()

    def nothing(self):
        self.page, self.view, self.style, self.asked = None, "", "", []

    def answer(self, name):
        """Give a file and its type."""
        self.asked.append(name)
        if name.endswith(".json"):
            page = self.page if isinstance(self.page, str) else json.dumps(self.page)
            return page, "application/json"
        return (self.view, "text/javascript") if name.endswith(".js") else (self.style, "text/css")


class Files(SimpleHTTPRequestHandler):
    """The scripts, the fakes and the bare page; a browser asks for each script once."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.kept = "max-age=3600"
        if self.path == "/lab/":
            return self.answer(page_source(), "text/html; charset=utf-8")
        if self.path == "/lab/all.js":
            return self.answer(all_scripts(), "text/javascript; charset=utf-8")
        if self.path == "/favicon.ico":  # every browser asks for one
            return self.answer(b"", "image/png")
        if "/tree/" in self.path:  # where a page of JupyterLab would be
            return self.answer(b"there", "text/html")
        if "/sswp-pages/" in self.path and self.server.start.page is not None:
            self.kept = "no-store"
            text, kind = self.server.start.answer(Path(urlsplit(self.path).path).name)
            return self.answer(text.encode(), f"{kind}; charset=utf-8")
        return super().do_GET()

    def answer(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def translate_path(self, path):
        name = path.partition("?")[0].removeprefix("/lab/")
        folder = STATIC if name.startswith("static/") else HERE
        return str(folder / name.rpartition("/")[2])

    def end_headers(self):
        self.send_header("Cache-Control", self.kept)
        super().end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def served():
    """Serve the bare page on this machine; give its server, with its `address` and its `start`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=HERE))
    server.daemon_threads = True
    server.start = Start()
    server.address = f"http://127.0.0.1:{server.server_port}/lab/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def open_bare(page, address):
    """Open the bare page anew, without what an earlier test left in it."""
    page.goto(address, wait_until="domcontentloaded")
    return page


def stand_still(page):
    """Let the page's clock stand, so that a busy machine moves nothing: only `run_for` does."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
