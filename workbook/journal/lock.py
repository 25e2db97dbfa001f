"""One writer at a time: an advisory lock beside the journal, where the system has one."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["locked"]

WAIT = 10.0  # seconds
OTHERS = 20  # so many other lock files in a row: a drive that gives a file another name each time
# What a system says when another program holds the lock; all else means that it has no locks here.
_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK}
if sys.platform == "win32":
    _BUSY |= {errno.EACCES, errno.EDEADLK}


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a journal, the file ``<journal>.lock``.

    The journal itself cannot carry the lock, because erasing replaces it by another file.
    Where the system or the drive has no locks (the browser edition, many network drives and
    shared folders) this does nothing: one save is one write at the end of the file all the same.

    Parameters
    ----------
    path : Path
        The journal; its folder must exist.

    Raises
    ------
    TimeoutError
        If another program holds the lock for 10 seconds.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, locked(Path(folder, "journal.jsonl")):
    ...     [file.name for file in Path(folder).iterdir()]
    ['journal.jsonl.lock']
    """
    if sys.platform == "emscripten":
        yield
        return
    fd = _take(f"{path}.lock")
    try:
        yield
    finally:
        if fd is not None:
            with suppress(OSError):
                os.close(fd)  # closing lets the lock go, and so does a crash


def _take(file: str) -> int | None:
    """Return an open, locked descriptor of the lock file that is in the folder now.

    None where the drive has no locks.
    """
    deadline = time.monotonic() + WAIT
    others = 0
    while True:
        try:
            fd = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:  # the journal itself says why nothing can be written here
            return None
        try:
            if _try(fd):
                others += 1
                if others == OTHERS or _is_still(file, fd):
                    return fd
            elif time.monotonic() > deadline:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
            else:
                time.sleep(0.002)
        except BaseException:
            os.close(fd)
            raise
        os.close(fd)


def _is_still(file: str, fd: int) -> bool:
    """Tell whether nobody removed the lock file between opening and locking it."""
    try:
        return os.path.samestat(os.stat(file), os.fstat(fd))  # noqa: PTH116
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _try(fd: int) -> bool:
    """Take the lock if it is free; a drive without locks counts as free."""
    try:
        _lock(fd)
    except OSError as error:
        return error.errno not in _BUSY
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

elif sys.platform != "emscripten":
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
