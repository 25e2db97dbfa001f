"""A web server as plain as a static host: files with their types, on this machine alone."""

import socket
import threading
from contextlib import contextmanager, suppress
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
    """A server that says nothing of pages that went away, and leaves no connection behind.

    A browser keeps connections; one that outlived its server would go on giving out the files.
    """

    daemon_threads = True

    def __init__(self, *args):
        self.connections = set()
        super().__init__(*args)

    def get_request(self):
        """Take a connection and remember it."""
        connection, address = super().get_request()
        self.connections.add(connection)
        return connection, address

    def shutdown_request(self, request):
        """End a connection and forget it."""
        self.connections.discard(request)
        super().shutdown_request(request)

    def end_connections(self):
        """End all that are open."""
        for connection in list(self.connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, *args):
        """Say nothing."""


@contextmanager
def given_out(folder, port=0, files=Files):
    """Serve a folder; gives its address, and ends every connection afterwards."""
    server = Quiet(("127.0.0.1", port), partial(files, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        server.end_connections()
        thread.join()
