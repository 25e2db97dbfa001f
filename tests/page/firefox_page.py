"""A page of Firefox for a `Stage`; what it asks Python waits in the page until it is answered."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from stage import ADDRESS

PRELUDE = """<script>
window.asked = []; window.answers = new Map();
window.askPython = (...question) => new Promise((answer) => {
  const n = answers.size; answers.set(n, answer); asked.push([n, ...question]); });
window.begin = (code, value) => { window.ended = undefined;
  const found = (0, eval)(`(${code})`);
  Promise.resolve(typeof found === "function" ? found(value) : found).then(
    (given) => { window.ended = [true, given ?? null]; },
    (problem) => { window.ended = [false, String(problem)]; }); };
</script>"""
BEGIN = "(code, value) => { begin(code, value); }"
LOOK = "() => [asked.splice(0), window.ended ?? null]"
ANSWER = "(n, found) => { answers.get(n)(found); }"


class BarePage:
    """What of a Playwright page the stage needs, in Firefox.

    Parameters
    ----------
    firefox : FirefoxPage
    address : str
        Where the bare page is served.
    pages : list
        What is served there is put in: one function that gives it.
    """

    def __init__(self, firefox, address, pages):
        self.firefox, self._address, self._pages = firefox, address, pages
        self.url, self.viewport_size = "about:blank", None

    def route(self, _pattern, serve):
        self._pages[:] = [serve]

    def expose_function(self, _name, answer):
        self._python = answer

    def goto(self, _url, wait_until=None):
        self.firefox.goto(self._address)
        self.url = ADDRESS
        self.firefox.until("() => window.bare && document.readyState === 'complete'")

    def set_viewport_size(self, size):
        self.viewport_size = size
        self.firefox.size(size["width"], size["height"])

    def emulate_media(self, **_which):
        """Firefox keeps the colors of its system here."""

    def locator(self, selector):
        return selector

    def evaluate(self, code, value=None):
        """Evaluate as Playwright does, and answer meanwhile what the page asks Python."""
        self.firefox.evaluate(BEGIN, code, value)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            asked, ended = self.firefox.evaluate(LOOK)
            for n, *question in asked:
                self.firefox.evaluate(ANSWER, n, self._python(*question))
            if ended and not asked:
                assert ended[0], ended[1]
                return ended[1]
        raise AssertionError(f"waited for {code}")


class Route:
    """What the stage fulfills."""

    def fulfill(self, body, content_type):
        self.body = body.replace("<script>", f"{PRELUDE}<script>", 1).encode("utf-8")


@contextmanager
def served(pages):
    """Serve the bare page; give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            route = Route()
            pages[0](route)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(route.body)))
            self.end_headers()
            self.wfile.write(route.body)

        def log_message(self, *_parts):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
