"""One JupyterLab as a child process, with settings of its own."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path

from ..errors import WorkbookError
from ..words import Message, word
from .lab_settings import write_early, write_kernel, write_settings

__all__ = ["HOST", "Server", "fetch", "home", "port_is_free", "running_at"]

HOST = "127.0.0.1"
START_PAGE = "modules/00_start_here.ipynb"
# `reset`: begin with this one page; those that were open last time would each start a kernel.
START_PATH = f"lab/tree/{START_PAGE}?reset"
LAB = "import workbook.spared; from jupyterlab.labapp import main; main()"

# The machine's proxy settings are for the network; this server is on this machine.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def home(course: str | os.PathLike) -> Path:
    """Give the folder for the settings of a start: in ``my-work``, or temporary if read-only.

    Examples
    --------
    >>> home(tempfile.mkdtemp()).name
    '.lab'
    """
    folder = Path(course) / "my-work" / ".lab"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="workbook-lab-"))


def port_is_free(port: int) -> bool:
    """Say whether a server can be opened at a port of this machine; 0 is always free.

    Examples
    --------
    >>> port_is_free(0)
    True
    """
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def fetch(url: str, token: str, path: str, method: str = "GET") -> str:
    """Ask a local JupyterLab for a page, with its token, past any proxy.

    Parameters
    ----------
    url, token : str
        As a `Server` has them.
    path : str
        Below the address.
    method : str
        Of HTTP.

    Raises
    ------
    OSError
        When nothing answers or the answer is an error.

    Examples
    --------
    >>> fetch("http://127.0.0.1:1/", "", "lab")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    urllib.error.URLError: <urlopen error ...>
    """
    request = urllib.request.Request(
        urllib.parse.urljoin(url, path),
        method=method,
        headers={"Authorization": f"token {token}"},
    )
    with _OPENER.open(request, timeout=10) as answer:
        return answer.read().decode("utf-8", "replace")


def running_at(port: int) -> dict | None:
    """Give what Jupyter notes about the server at a port: url, token, root_dir, pid.

    Examples
    --------
    >>> running_at(1) is None
    True
    """
    from jupyter_server.serverapp import list_running_servers

    known = [s for s in list_running_servers() if s.get("port") == port]
    return known[-1] if known else None


class Server:
    """A JupyterLab for one course folder at one port.

    Parameters
    ----------
    course : path
        The folder that holds ``modules``; becomes the root.
    port : int
        The port on this machine's own address.

    Attributes
    ----------
    url, token : str
        Where it answers, once :meth:`wait` has returned.

    Examples
    --------
    >>> import tempfile
    >>> Server(tempfile.mkdtemp(), 9000).url
    'http://127.0.0.1:9000/'
    """

    def __init__(self, course: str | os.PathLike, port: int) -> None:
        self.course, self.port = Path(course), port
        self.home = home(course)
        self.log = self.home / "jupyter.log"
        self.url, self.token = f"http://{HOST}:{port}/", ""
        self._child: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        """The address of the start page, with the token that opens it."""
        return f"{self.url}{START_PATH}&{urllib.parse.urlencode({'token': self.token})}"

    def start(self) -> "Server":
        """Start the child; its own lines go to a log file that only its owner can read."""
        base = Path(sys.prefix) / "share" / "jupyter" / "lab" / "settings"
        write_settings(self.home / "settings", base, pages=f"{time.time():.0f}")
        write_kernel(self.home / "data")
        descriptor = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        # A session of its own: Ctrl+C reaches this program first, which then stops it in order.
        with os.fdopen(descriptor, "wb") as log:
            self._child = subprocess.Popen(
                self._command(),
                cwd=self.course,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=os.name == "posix",
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        self._draw_early()
        return self

    def _draw_early(self) -> None:
        """Write the drawings while JupyterLab starts; without them pages wait for Python."""
        with suppress(OSError, WorkbookError):
            write_early(self.home / "pages", self.course)

    def _command(self) -> list[str]:
        return [
            sys.executable,
            "-P",
            "-c",
            LAB,
            "--no-browser",
            f"--ServerApp.ip={HOST}",
            f"--ServerApp.port={self.port}",
            "--ServerApp.port_retries=0",
            f"--ServerApp.root_dir={self.course}",
            f"--LabApp.default_url=/{START_PATH}",
            f"--LabApp.app_settings_dir={self.home / 'settings'}",
            f"--LabApp.user_settings_dir={self.home / 'user-settings'}",
            f"--LabApp.workspaces_dir={self.home / 'workspaces'}",
            f"--LabApp.extra_labextensions_path={self.home / 'pages'}",
            "--LabApp.extension_manager=readonly",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--LabApp.news_url=None",
            *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        ]

    def _environment(self) -> dict[str, str]:
        """Use this start's kernel and leave a person's own Jupyter configuration out of it."""
        paths = [str(self.home / "data"), os.environ.get("JUPYTER_PATH", "")]
        return {
            **os.environ,
            "JUPYTER_PATH": os.pathsep.join(p for p in paths if p),
            "JUPYTER_CONFIG_DIR": str(self.home / "config"),
        }

    def wait(self, seconds: float = 90) -> "Server":
        """Return when the server answers.

        Raises
        ------
        WorkbookError
            When the child ends or does not answer in time, with the last lines of its log.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.running():
            known = running_at(self.port)
            if known and Path(known["root_dir"]) == self.course:
                self.url, self.token = known["url"], known["token"]
                with suppress(OSError):
                    fetch(self.url, self.token, "api/status")
                    return self
            time.sleep(0.2)
        self.stop()
        raise WorkbookError(self.fault(word("start_command", "did_not_start")))

    def running(self) -> bool:
        """Say whether the child is still there."""
        return self._child is not None and self._child.poll() is None

    def last_lines(self, count: int = 8) -> list[str]:
        """Give the last lines of the log."""
        with suppress(OSError):
            return self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
        return []

    def fault(self, sentence: Message) -> Message:
        """Add the last lines of the log to a sentence about what is the matter."""
        lines = "\n".join(self.last_lines())
        return word("start_command", "last_lines", fault=sentence, lines=lines)

    def stop(self) -> None:
        """Ask the server to shut its kernels down and end; insist when it does not."""
        child = self._child
        if child is None or not self.running():
            return
        with suppress(OSError):
            if self.token:
                fetch(self.url, self.token, "api/shutdown", method="POST")
        for insist in (None, child.terminate, child.kill):
            if insist:
                insist()
            with suppress(subprocess.TimeoutExpired):
                child.wait(10 if self.token or insist else 0.1)
                return

    def join(self) -> None:
        """Wait until the child ends."""
        if self._child:
            self._child.wait()

    def page_config(self) -> dict:
        """Fetch the start page and give the settings it hands to the browser."""
        page = fetch(self.url, self.token, f"lab/tree/{START_PAGE}")
        _, _, rest = page.partition('id="jupyter-config-data"')
        _, _, rest = rest.partition(">")
        return json.loads(rest.partition("</script>")[0])
