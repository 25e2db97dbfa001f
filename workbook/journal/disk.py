"""Where the journal is, how bytes are read and added, and what is said when they are not."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbook.errors import JournalError
from workbook.files import sync_folder
from workbook.words import Message, word

__all__ = ["append", "journal_path", "opened", "read_at", "reading", "sentence"]

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn newlines into two bytes
_UNSYNCED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}  # no sync on this drive
_REFUSED = {errno.EACCES, errno.EPERM}
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
# codes of system errors, the words that say what happened, and those that say what to do
_SENTENCES = (
    (_FULL, "disk_full", "free_space"),
    ({errno.EROFS}, "read_only", "ask_or_move"),
    (_REFUSED, "kept_out", "ask_or_wait"),
    ({errno.EISDIR}, "is_folder", "name_a_file"),
    ({errno.ENOTDIR, errno.EEXIST}, "no_folder", "move_the_file"),
    ({errno.ENOENT}, "not_there", "check_name"),
    ({errno.ETIMEDOUT}, "busy", "try_again"),
)


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
    >>> journal_path("course/edition-2").name
    'journal.jsonl'
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
        sync_folder(path.parent)
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
    >>> append(-1, b"{}", torn=False)
    Traceback (most recent call last):
    ...
    OSError: [Errno 9] Bad file descriptor
    """
    data = b"\n" + data if torn else data
    if os.write(fd, data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _UNSYNCED:
            raise


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


def sentence(error: OSError, path: Path, safe: str) -> JournalError:
    """Turn a system error into what happened, what is safe, and what to do.

    Parameters
    ----------
    error : OSError
        What the system said.
    path : Path
        The file that was meant.
    safe : str
        The name of the words that say what is safe.

    Examples
    --------
    >>> print(sentence(OSError(errno.ENOSPC, ""), Path("j.jsonl"), "nothing_erased"))
    The disk is full. Nothing was erased. Free some space and try again.
    """
    happened, todo = _reason(error, path)
    parts = {"happened": happened, "safe": word("journal", safe), "todo": todo}
    return JournalError(word("journal", "refusal", **parts))


def _reason(error: OSError, path: Path) -> tuple[Message, Message]:
    """Say what happened to a file, and what a person can do."""
    refused = error.errno in _REFUSED and _is_read_only(path)
    code = errno.EROFS if refused else error.errno
    for codes, happened, todo in _SENTENCES:
        if code in codes:
            about = {"path": path, "folder": path.parent}
            return word("journal", happened, **about), word("journal", todo)
    happened = word("journal", "other_trouble", path=path, reason=error.strerror)
    return happened, word("journal", "try_again")


def _is_read_only(path: Path) -> bool:
    """Say whether the file, or the folder in which it would be made, is marked as read-only."""
    there = path if path.exists() else path.parent
    return there.exists() and not os.access(there, os.W_OK)
