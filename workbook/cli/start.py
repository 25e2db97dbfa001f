"""`workbook start`: open the course in JupyterLab."""

import argparse
import contextlib
import signal
import socket
import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from ..content.library import find_course
from ..errors import WorkbookError
from ..unpack import complete, unpack
from ..words import Message, word, words
from .command import Commands, add_command
from .lab_settings import write_settings
from .server import HOST, START_PAGE, Server, fetch, port_is_free, running_at

__all__ = ["PORT", "add_parser", "run"]

# One fixed port: the browser keeps drafts by address, and another port is another address.
PORT = 8931
COPY = "solidarity-workbook"
EXTENSION = "sswp-course"


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `start` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--port", "9000"]).port
    9000
    """
    text = words("start_command")
    parser = add_command(subparsers, "start", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--folder", type=Path, help=text["folder"])
    add("--port", type=_port, default=PORT, help=word("start_command", "port", port=PORT))
    add("--no-browser", action="store_true", help=text["no_browser"])
    add("--check", action="store_true", help=text["check"])
    add("--write-settings", type=Path, metavar="FOLDER", help=text["write_settings"])
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(word("start_command", "no_port", text=text, port=PORT))
    return int(text)


def run(args: argparse.Namespace) -> int:
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
            folder = write_settings(args.write_settings)
            print(word("start_command", "settings_written", folder=folder))
            return 0
        course = course_folder(args.folder)
        if args.check:
            return _check(course)
        return _open(course, args.port, not args.no_browser)
    except OSError as problem:
        raise WorkbookError(word("start_command", "not_opened", problem=problem)) from problem


def course_folder(folder: Path | None = None) -> Path:
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


def _open(course: Path, port: int, browser: bool) -> int:
    if not port_is_free(port):
        return _already_there(course, port, browser)
    server = Server(course, port)
    with _interrupted_by_signals():
        try:
            _print("opening")
            server.start().wait()
            _print_address(server, browser)
            server.join()
            _print("ended")
        except KeyboardInterrupt:
            print()
            _print("stopping")
        finally:
            server.stop()
    return 0


def _print(name: str, place: object = None) -> None:
    """Print a sentence, with a place on a line of its own."""
    below = f"\n  {place}" if place else ""
    print(f"{words('start_command')[name]}{below}", flush=True)


def _print_address(server: Server, browser: bool) -> None:
    opened = browser and webbrowser.open(server.address)
    _print("opened" if opened else "open_this", server.address)
    _print("answers_in", server.course / "my-work")
    if server.home.parent.parent != server.course:
        _print("answers_in_browser")
    _print("to_stop")


def _already_there(course: Path, port: int, browser: bool) -> int:
    known = running_at(port)
    if known and Path(known["root_dir"]) == course and _is_course(known):
        server = Server(course, port)
        server.url, server.token = known["url"], known["token"]
        _print("already", server.address)
        if browser:
            webbrowser.open(server.address)
        return 0
    following = port + 1 if port < 65535 else PORT
    print(word("start_command", "port_taken", port=port, next=following), file=sys.stderr)
    return 1


def _is_course(known: dict) -> bool:
    with contextlib.suppress(OSError):
        return '"sswpCourse": "1"' in fetch(known["url"], known["token"], f"lab/tree/{START_PAGE}")
    return False


def _check(course: Path) -> int:
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
        raise WorkbookError(server.fault(fault))
    print(word("start_command", "starts", course=course))
    return 0


def _fault(server: Server) -> Message | None:
    """Say what is missing from a running start, or nothing."""
    try:
        config = server.page_config()
        if config.get("sswpCourse") != "1":
            return word("start_command", "without_settings")
        if EXTENSION not in [e["name"] for e in config.get("federated_extensions", [])]:
            return word("start_command", "without_extension")
        fetch(server.url, server.token, f"api/contents/{START_PAGE}?content=0")
        fetch(server.url, server.token, f"lab/extensions/{EXTENSION}/static/remoteEntry.js")
    except (OSError, ValueError) as problem:
        return word("start_command", "does_not_open", problem=problem)
    return None


@contextlib.contextmanager
def _interrupted_by_signals() -> Iterator[None]:
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
