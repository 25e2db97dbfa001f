"""A part of Jupyter's server: gives out what pages draw before Python is there.

``workbook unpack --settings`` enables it for all servers of an environment, as on Binder and hubs.
"""

import asyncio
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..content.library import find_course
from ..errors import WorkbookError

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

__all__ = ["AT", "Drawings"]

AT = "sswp-pages/"  # below the server's own address
# Another Python draws: what it needs for that is not kept in the memory of the server.
WRITE = "import sys; from workbook.cli.lab_settings import write_early; write_early(*sys.argv[1:])"


class Drawings:
    """The drawings of one course, which another Python writes anew when a server begins.

    Parameters
    ----------
    folder : path
        Where they are written.
    course : path
        The course, with the learner's journal where it always is.

    Examples
    --------
    >>> import tempfile
    >>> place = Path(tempfile.mkdtemp())
    >>> drawings = Drawings(place / "pages", place)
    >>> drawings.stop()
    >>> drawings.folder.name
    'sswp-pages'
    """

    def __init__(self, folder: Path, course: Path) -> None:
        self.folder = folder / AT.rstrip("/")
        line = [sys.executable, "-P", "-c", WRITE, str(folder), str(course)]
        quiet = subprocess.DEVNULL
        self._child = subprocess.Popen(line, stdin=quiet, stdout=quiet, stderr=quiet)

    async def written(self) -> bool:
        """Wait until they are there; False when they could not be written: none is given out."""
        while self._child.poll() is None:
            await asyncio.sleep(0.05)
        return self._child.returncode == 0

    def stop(self) -> None:
        """End the other Python, if it still writes."""
        with suppress(OSError):
            self._child.kill()
            self._child.wait()


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app: "ServerApp") -> None:
    """Give out the drawings of the course in a server's folder; without a course do nothing."""
    import atexit

    from jupyter_server.utils import url_path_join

    from .server import home

    try:
        course = find_course(app.root_dir)
    except WorkbookError:
        return
    drawings = Drawings(home(course) / "pages", course)
    atexit.register(drawings.stop)
    place = url_path_join(app.base_url, AT, r"([a-z_]+\.(?:json|js|css)|\d\d\.json)")
    options = {"path": str(drawings.folder), "drawings": drawings}
    app.web_app.add_handlers(".*$", [(place, _handler(), options)])


def _handler() -> type:
    """Make the handler; Jupyter's own parts are imported by a server only."""
    from jupyter_server.base.handlers import JupyterHandler
    from tornado.web import HTTPError, StaticFileHandler, authenticated

    class Handler(JupyterHandler, StaticFileHandler):
        """Give out one file to whoever may use this server."""

        def initialize(self, path: str, drawings: Drawings) -> None:  # type: ignore[override]
            super().initialize(path)
            self.drawings = drawings

        @authenticated
        async def get(self, path: str, include_body: bool = True) -> None:  # type: ignore[override]
            if not await self.drawings.written():
                raise HTTPError(404)
            await StaticFileHandler.get(self, path, include_body)

        def set_extra_headers(self, path: str) -> None:
            self.set_header("Cache-Control", "no-cache")  # asked again, with the checksum

    return Handler
