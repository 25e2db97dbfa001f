"""Where the journal is, and how bytes get to the disk whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbook.errors import JournalError

__all__ = ["append", "journal_path", "opened", "read_at", "reading", "replace", "sentence"]

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn newlines into two bytes
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}


def journal_path(course_root: str | os.PathLike) -> Path:
    """Tell where a course keeps its journal.

    Parameters
    ----------
    course_root : path
        The folder with ``modules/``. A newer edition, unpacked as ``edition-...`` inside the
        learner's course folder, shares that folder's journal.

    Returns
    -------
    Path
        The file named by ``WORKBOOK_JOURNAL`` if set (from the course folder on, if relative),
        else ``my-work/journal.jsonl``.

    Examples
    --------
    >>> from unittest.mock import patch
    >>> with patch.dict(os.environ, {"WORKBOOK_JOURNAL": ""}):
    ...     journal_path("course/edition-2").as_posix()
    'course/my-work/journal.jsonl'
    """
    root = Path(course_root)
    named = os.environ.get("WORKBOOK_JOURNAL", "").strip()
    if named:
        return root / Path(named).expanduser()
    if root.name.startswith("edition-"):
        root = root.parent
    return root / "my-work" / "journal.jsonl"


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """Open the journal to read it and add to its end; make the file, private, if needed.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, opened(Path(folder, "j.jsonl")) as fd:
    ...     append(fd, b"{}", torn=False)
    ...     read_at(fd, 0, 2)
    b'{}'
    """
    flags = os.O_RDWR | os.O_APPEND | _BINARY
    try:
        fd = os.open(path, flags)
    except FileNotFoundError:
        fd = os.open(path, flags | os.O_CREAT, 0o600)
        _sync_folder(path.parent)
    try:
        yield fd
    finally:
        os.close(fd)


@contextmanager
def reading(path: Path) -> Iterator[int | None]:
    """Open the journal to read it; None if there is none yet.

    Examples
    --------
    >>> with reading(Path("not_there.jsonl")) as fd:
    ...     print(fd)
    None
    """
    try:
        fd = os.open(path, os.O_RDONLY | _BINARY)
    except FileNotFoundError:
        fd = None
    try:
        yield fd
    finally:
        if fd is not None:
            os.close(fd)


def append(fd: int, data: bytes, *, torn: bool) -> None:
    """Add whole lines at the end with one write, and wait until the disk has them.

    Parameters
    ----------
    fd : int
        From `opened`.
    data : bytes
        Lines with their newlines.
    torn : bool
        The file does not end in a newline, so one is put first.

    Raises
    ------
    OSError
        Also if only a part was written; that part stays, and the next line starts afresh.

    Examples
    --------
    >>> read, write = os.pipe()
    >>> append(write, b"", torn=False)
    Traceback (most recent call last):
    ...
    OSError: [Errno 22] Invalid argument
    """
    data = b"\n" + data if torn else data
    if os.write(fd, data) != len(data):
        raise OSError(errno.ENOSPC, "only a part was written")
    os.fsync(fd)


def read_at(fd: int, start: int, size: int) -> bytes:
    """Read exactly `size` bytes from byte `start` on, or up to the end of the file.

    Parameters
    ----------
    fd : int
        From `opened` or `reading`.
    start : int
        The first byte, from 0.
    size : int
        How many bytes.

    Examples
    --------
    >>> with open(__file__, "rb") as file:
    ...     read_at(file.fileno(), 3, 5)
    b'Where'
    """
    os.lseek(fd, start, os.SEEK_SET)
    parts = []
    while size > 0 and (part := os.read(fd, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def replace(path: Path, data: bytes) -> None:
    """Put a file with these bytes in place, all or nothing, readable by its owner only.

    Parameters
    ----------
    path : Path
        The file; one that is there is replaced.
    data : bytes
        Its whole content.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     replace(Path(folder, "a.csv"), b"time")
    ...     [file.name for file in Path(folder).iterdir()]
    ['a.csv']
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(fd)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def sentence(error: OSError, path: Path, safe: str) -> JournalError:
    """Turn a system error into what happened, what is safe, and what to do.

    Parameters
    ----------
    error : OSError
        What the system said.
    path : Path
        The file that was meant.
    safe : str
        The sentence that says what is safe.

    Examples
    --------
    >>> print(sentence(OSError(errno.ENOSPC, ""), Path("j.jsonl"), "Nothing was erased."))
    The disk is full. Nothing was erased. Free some space and try again.
    """
    happened, todo = f"{path} could not be used ({error.strerror}).", "Please try again."
    if error.errno in _FULL:
        happened, todo = "The disk is full.", "Free some space and try again."
    elif error.errno in _CLOSED:
        happened = f"{path} is closed to you: the file or its folder is read-only."
        todo = "Ask for the right to write there, or name a file of your own in WORKBOOK_JOURNAL."
    elif error.errno == errno.EISDIR:
        happened, todo = f"{path} is a folder, not a file.", "Give the name of a file."
    elif error.errno in _NO_FOLDER:
        happened, todo = f"{path.parent} is not a folder.", "Move the file that has its name."
    elif error.errno == errno.ENOENT:
        happened, todo = f"There is no {path}.", "Check the name."
    elif error.errno == errno.ETIMEDOUT:
        happened = "Another program is busy with the journal."
    return JournalError(f"{happened} {safe} {todo}")


def _sync_folder(folder: Path) -> None:
    """Make the folder's list of names durable, on systems that can."""
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
