"""A web server as plain as a static host: files with their types, on this machine alone."""

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

TYPES = {
    **SimpleHTTPRequestHandler.extensions_map,
    ".wasm": "application/wasm",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".ipynb": "application/json",
    ".whl": "application/zip",
}


class Files(SimpleHTTPRequestHandler):
    """Give out a folder; a page that leaves in the middle of a file is no fault."""

    protocol_version = "HTTP/1.1"
    extensions_map = TYPES

    def log_message(self, *args):
        """Say nothing."""

    def copyfile(self, source, outputfile):
        """Send a file, as far as somebody takes it."""
        try:
            super().copyfile(source, outputfile)
        except ConnectionError:
            self.close_connection = True


class Quiet(ThreadingHTTPServer):
    """A server that says nothing of pages that went away."""

    daemon_threads = True

    def handle_error(self, *args):
        """Say nothing."""


@contextmanager
def given_out(folder, port=0):
    """Serve a folder; gives its address, and ends every connection afterwards."""
    server = Quiet(("127.0.0.1", port), partial(Files, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
