"""Files that are written whole or not at all, and cells that no spreadsheet computes."""

import csv
import io
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

__all__ = ["part_of", "placed", "safe_cell", "sync_folder", "table", "write", "write_all"]

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn newlines into two bytes
# A spreadsheet would compute a text that begins like this; so it does with their wide forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def part_of(path: Path) -> Path:
    """Give the name beside a file under which it is written before it takes its place.

    Parameters
    ----------
    path : Path
        The file.

    Examples
    --------
    >>> part_of(Path("answers.csv")).name
    'answers.csv.part'
    """
    return path.with_name(path.name + ".part")


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Fill a neighbour of a file, which takes the file's place when the block ends well.

    Parameters
    ----------
    path : Path
        The file; one that is there is replaced. Nothing is left behind when the block fails.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "a.txt")
    >>> with placed(path) as part:
    ...     _ = part.write_text("whole")
    ...     path.exists()
    False
    >>> path.read_text()
    'whole'
    """
    part = part_of(path)
    try:
        part.unlink(missing_ok=True)
        yield part
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(part)):
            error.filename = str(path)
        raise


def write(path: Path, data: bytes | str, *, private: bool = False) -> None:
    """Write a file whole or not at all; return when the disk has it.

    Parameters
    ----------
    path : Path
        The file; one that is there is replaced.
    data : bytes or str
        Its whole content; text is written as UTF-8.
    private : bool
        Only its owner may read it. Otherwise a file that is there keeps its rights.

    Raises
    ------
    OSError
        Its ``filename`` is that of the file, which is as it was.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(Path(folder, "a.csv"), "time")
    ...     [file.name for file in Path(folder).iterdir()]
    ['a.csv']
    """
    write_all({path: data}, private=private)


def write_all(texts: Mapping[Path, bytes | str], *, private: bool = False) -> None:
    """Write several files or none: all of them beside their places first, then into them.

    Parameters
    ----------
    texts : mapping of Path to bytes or str
        What each file holds.
    private : bool
        Only their owner may read them.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_all({folder / "a": b"1", folder / "missing" / "b": b"2"})
    Traceback (most recent call last):
    ...
    FileNotFoundError: [Errno 2] No such file or directory: ...
    >>> list(folder.iterdir())
    []
    """
    with ExitStack() as places:
        for path, data in texts.items():
            part = places.enter_context(placed(path))
            _fill(part, data.encode("utf-8") if isinstance(data, str) else data, private)
            if not private:
                _keep_rights(path, part)
    for folder in {path.parent for path in texts}:
        sync_folder(folder)


def safe_cell(value: Any) -> Any:
    """Give what may stand in a cell, so that a spreadsheet shows a text and computes nothing.

    Parameters
    ----------
    value : object
        Only a text is changed.

    Examples
    --------
    >>> safe_cell("=1+1"), safe_cell("a = b"), safe_cell(-1)
    ("'=1+1", 'a = b', -1)
    """
    risky = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if risky else value


def table(rows: Iterable[Iterable[Any]]) -> bytes:
    r"""Write rows as a CSV file that spreadsheets open as it is meant: UTF-8, safe cells.

    Parameters
    ----------
    rows : iterable of iterable
        The first one holds the names of the columns.

    Examples
    --------
    >>> table([["name"], ["Zoë"]])
    b'\xef\xbb\xbfname\r\nZo\xc3\xab\r\n'
    """
    file = io.StringIO(newline="")
    csv.writer(file).writerows([safe_cell(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig", "replace")


def sync_folder(folder: Path) -> None:
    """Make the folder's list of names durable, on systems that can.

    Parameters
    ----------
    folder : Path

    Examples
    --------
    >>> sync_folder(Path("no_such_folder"))
    """
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _fill(part: Path, data: bytes, private: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    with os.fdopen(os.open(part, flags, 0o600 if private else 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_rights(path: Path, part: Path) -> None:
    with suppress(OSError):
        part.chmod(stat.S_IMODE(path.stat().st_mode))
