"""`workbook start`: open the course in JupyterLab."""

import argparse
import contextlib
import signal
import socket
import sys
import webbrowser
from pathlib import Path

from ..content.library import find_course
from ..errors import WorkbookError
from ..unpack import complete, unpack
from .lab_settings import write_settings
from .server import HOST, START_PAGE, Server, fetch, port_is_free, running_at

__all__ = ["PORT", "add_parser", "run"]

# One fixed port: the browser keeps drafts by address, and another port is another address.
PORT = 8931
COPY = "solidarity-workbook"
EXTENSION = "sswp-course"

EXAMPLE = """example:
  workbook start                 opens the course at its start page
  workbook start --no-browser    prints the address instead
"""


def add_parser(subparsers):
    """Add `start` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--port", "9000"]).port
    9000
    """
    parser = subparsers.add_parser(
        "start",
        help="open the course in the browser",
        description="Open the course in JupyterLab on this machine. Nothing leaves the machine.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--folder", type=Path, help="the course folder, or where to put a copy")
    parser.add_argument("--port", type=_port, default=PORT, help=f"the port (always {PORT})")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--check", action="store_true", help="start, look, stop, say if it works")
    parser.add_argument(
        "--write-settings",
        type=Path,
        metavar="FOLDER",
        help="only write the course settings into a JupyterLab settings folder (for servers)",
    )
    parser.set_defaults(run=run)
    return parser


def _port(text):
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is not a port; use a number such as {PORT}")
    return int(text)


def run(args) -> int:
    """Run the command and give its exit code.

    Raises
    ------
    WorkbookError
        After a mistake or in surroundings that a person can mend.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "settings"
    >>> run(argparse.Namespace(write_settings=folder))  # doctest: +ELLIPSIS
    Course settings written to ...
    0
    """
    try:
        if args.write_settings:
            print(f"Course settings written to {write_settings(args.write_settings)}")
            return 0
        course = course_folder(args.folder)
        if args.check:
            return _check(course)
        return _open(course, args.port, not args.no_browser)
    except OSError as problem:
        raise WorkbookError(
            f"The course could not be opened: {problem}. Saved answers are safe. "
            "Look at the folder or the file that is named, then type the command again."
        ) from problem


def course_folder(folder=None) -> Path:
    """Give the course to open: the one around a folder, or a new copy in it.

    Parameters
    ----------
    folder : path, optional
        Where to look first; the current folder when left out.

    Returns
    -------
    pathlib.Path
        A folder that holds ``modules``; a copy that was stopped half-way is finished first.

    Raises
    ------
    WorkbookError
        When there is no course and none can be written.
    """
    here = Path(folder or Path.cwd()).resolve()
    try:
        course = find_course(here)
    except WorkbookError:
        course = unpack(here / COPY)
    complete(course)
    return course


def _open(course, port, browser):
    if not port_is_free(port):
        return _already_there(course, port, browser)
    server = Server(course, port)
    with _interrupted_by_signals():
        try:
            print("Opening the workbook. This takes a few seconds.", flush=True)
            server.start().wait()
            _tell(server, browser)
            server.join()
            print("JupyterLab has ended. Saved answers are safe.")
        except KeyboardInterrupt:
            print("\nStopping. Saved answers are safe.", flush=True)
        finally:
            server.stop()
    return 0


def _tell(server, browser):
    opened = browser and webbrowser.open(server.address)
    lead = "The workbook is open at" if opened else "Open this address in your browser:"
    print(f"{lead}\n  {server.address}")
    print(f"Your answers are kept in\n  {server.course / 'my-work'}")
    if server.home.parent.parent != server.course:
        print("That folder cannot be written to. Answers stay in this browser until it can.")
    print("To stop, press Ctrl+C in this window.", flush=True)


def _already_there(course, port, browser):
    known = running_at(port)
    if known and Path(known["root_dir"]) == course and _is_course(known):
        server = Server(course, port)
        server.url, server.token = known["url"], known["token"]
        print(f"The workbook is already running. Its address is\n  {server.address}")
        if browser:
            webbrowser.open(server.address)
        return 0
    print(
        f"Port {port} is in use by another program. Close that program and try again, or use "
        f"another port: workbook start --port {port + 1 if port < 65535 else PORT}. "
        "Saved answers are there at any port. An answer that the browser has kept but not yet "
        "saved can be seen only at the old port.",
        file=sys.stderr,
    )
    return 1


def _is_course(known):
    with contextlib.suppress(OSError):
        return '"sswpCourse": "1"' in fetch(known["url"], known["token"], f"lab/tree/{START_PAGE}")
    return False


def _check(course):
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    server = Server(course, port)
    with _interrupted_by_signals():
        try:
            fault = _fault(server.start().wait())
        finally:
            server.stop()
    if fault:
        lines = "\n".join(server.last_lines())
        raise WorkbookError(f"{fault} Its last lines were:\n{lines}")
    print(f"JupyterLab starts, and the course in {course} opens in it.")
    return 0


def _fault(server):
    """Say what is missing from a running start, or nothing."""
    try:
        config = server.page_config()
        if config.get("sswpCourse") != "1":
            return "JupyterLab started, but without the settings of the course."
        if EXTENSION not in [e["name"] for e in config.get("federated_extensions", [])]:
            return "JupyterLab started, but the course extension is not installed."
        fetch(server.url, server.token, f"api/contents/{START_PAGE}?content=0")
        fetch(server.url, server.token, f"lab/extensions/{EXTENSION}/static/remoteEntry.js")
    except (OSError, ValueError) as problem:
        return f"JupyterLab started, but the course does not open: {problem}."
    return ""


@contextlib.contextmanager
def _interrupted_by_signals():
    """Treat a closed terminal and a polite kill like Ctrl+C, so that the child is stopped too."""

    def interrupt(_number, _frame):
        raise KeyboardInterrupt

    names = [n for n in ("SIGTERM", "SIGHUP") if hasattr(signal, n)]
    kept = {n: signal.signal(getattr(signal, n), interrupt) for n in names}
    try:
        yield
    finally:
        for name, handler in kept.items():
            signal.signal(getattr(signal, name), handler)
