"""A bare page with the scripts of the extension and a JupyterLab that only seems to be one."""

import json
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "workbook" / "labextension" / "static"
HERE = Path(__file__).parent
SCRIPTS = sorted(path.stem for path in STATIC.glob("*.js") if path.stem != "remoteEntry")

# Each script is there under its own name, the fakes as `fakes`, the English words as `english`.
PAGE = """<!doctype html><html lang="en"><title>A bare page</title><body><script type="module">
const names = %s;
const made = await Promise.all(names.map((name) => import(`/lab/static/${name}.js`)));
names.forEach((name, i) => { window[name] = made[i]; });
window.fakes = await import('/lab/fakes.js');
window.texts = await (await fetch('/lab/static/words.json')).json();
window.english = new words.Words(texts, 'en');
window.ready = true;
</script></body></html>"""


class Files(SimpleHTTPRequestHandler):
    """The scripts, the fakes and the bare page; a browser asks for each script once."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/lab/":
            return self.answer((PAGE % json.dumps(SCRIPTS)).encode(), "text/html; charset=utf-8")
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
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.ready")
    page.evaluate("localStorage.clear()")
    return page
