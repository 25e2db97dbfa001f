"""A bare page with the scripts of the extension and a JupyterLab that only seems to be one."""

import threading
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

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


class Files(SimpleHTTPRequestHandler):
    """The scripts, the fakes and the bare page; a browser asks for each script once."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/lab/":
            return self.answer(page_source(), "text/html; charset=utf-8")
        if self.path == "/lab/all.js":
            return self.answer(all_scripts(), "text/javascript; charset=utf-8")
        if self.path == "/favicon.ico":  # every browser asks for one
            return self.answer(b"", "image/png")
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
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def served():
    """Give the address of the bare page while it is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=HERE))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/lab/"
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
