"""The folder that a site is built into."""

import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import WorkbookError
from ..words import word

__all__ = ["MARK", "check_place", "fill"]

MARK = ".workbook-site"
BUILDING = ".workbook-building"  # in a folder where a site is being made
EARLIER = "earlier"  # where the site that is replaced waits meanwhile
LEFT = 3600  # seconds after which no build is at work any more


def check_place(out: Path, force: bool) -> None:
    """Refuse to write over what is there, unless it is a site and ``--force`` was said.

    Parameters
    ----------
    out : pathlib.Path
        The folder to fill.
    force : bool

    Raises
    ------
    WorkbookError
        When something is in the way.

    Examples
    --------
    >>> check_place(Path("not_there"), False)
    """
    if out.is_file():
        raise WorkbookError(word("site", "is_file", path=out))
    if out.is_dir() and any(out.iterdir()):
        if not (out / MARK).is_file():
            raise WorkbookError(word("site", "not_a_site", path=out))
        if not force:
            raise WorkbookError(word("site", "already_there", path=out))


def fill(out: Path, force: bool, make: Callable[[Path], None]) -> int:
    """Make a site beside its place; it comes there only when it is whole.

    Parameters
    ----------
    out : pathlib.Path
        The folder to fill.
    force : bool
        Put it in the place of a site that is there.
    make : callable
        Takes an empty folder and makes the site in its folder ``site``.

    Returns
    -------
    int
        Bytes of the site.

    Raises
    ------
    WorkbookError
        When something is in the way, or from ``make``; a site that was there stays as it was.

    Examples
    --------
    >>> out = Path(tempfile.mkdtemp()) / "public"
    >>> fill(out, False, lambda scratch: (scratch / "site").mkdir())
    0
    >>> out.is_dir()
    True
    """
    check_place(out, force)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    _clear_left(out)
    with _scratch(out) as scratch:
        made = scratch / "site"
        make(scratch)
        size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
        if out.exists():
            out.rename(scratch / EARLIER)
        made.rename(out)
    return size


@contextmanager
def _scratch(out: Path) -> Iterator[Path]:
    """Give a folder beside the place of the site; it goes, whatever ends the work."""
    with _ending_well(), tempfile.TemporaryDirectory(prefix=_prefix(out), dir=out.parent) as name:
        (Path(name) / BUILDING).touch()
        yield Path(name)


@contextmanager
def _ending_well() -> Iterator[None]:
    """Let a request to end the program end it as Ctrl+C does: with what clears up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, _: _end(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int) -> None:
    raise SystemExit(128 + number)


def _clear_left(out: Path) -> None:
    """Take away what a build left that was cut off; a site that it had put aside comes back."""
    for mark in out.parent.glob(f"{_prefix(out)}*/{BUILDING}"):
        if time.time() - mark.stat().st_mtime > LEFT:
            if (mark.parent / EARLIER).is_dir() and not out.exists():
                (mark.parent / EARLIER).rename(out)
            shutil.rmtree(mark.parent, ignore_errors=True)


def _prefix(out: Path) -> str:
    return f".{out.name}-"
