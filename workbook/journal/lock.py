"""One writer at a time: an advisory lock beside the journal, where the system has one."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["locked"]

WAIT = 10.0  # seconds
_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a journal, the file ``<journal>.lock``.

    The journal itself cannot carry the lock, because erasing replaces it by another file.
    Without locks on this system (the browser edition, some network drives) this does nothing.

    Parameters
    ----------
    path : Path
        The journal; its folder must exist.

    Raises
    ------
    TimeoutError
        If another program holds the lock for 10 seconds.
    OSError
        If the lock file cannot be made.

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
        os.close(fd)  # closing lets the lock go, and so does a crash


def _take(file: str) -> int:
    """Return an open, locked descriptor of the lock file that is in the folder now."""
    deadline = time.monotonic() + WAIT
    while True:
        fd = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if _try(fd):
                if _is_still(file, fd):
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


def _try(fd: int) -> bool:
    """Take the lock if it is free; a system without locks counts as free."""
    try:
        _lock(fd)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        if error.errno not in _NO_LOCKS_HERE:
            raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

elif sys.platform != "emscripten":
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
