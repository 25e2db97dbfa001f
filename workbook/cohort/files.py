"""The files of a group, from folders and from zip files as a learning platform gives them."""

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import WorkbookError
from ..words import word

__all__ = ["LARGEST", "Source", "found"]

LARGEST = 2 * 1024 * 1024  # bytes; a hand-in of the whole course has about 10,000
MOST = 1_000_000  # members of one zip file
LEFT = ("__macosx", ".")  # what computers add by themselves

Read = Callable[[], bytes]


@dataclass(frozen=True)
class Source:
    """One file that may be a hand-in.

    Parameters
    ----------
    name : str
        As whoever looks for it would name it.
    size : int
        Bytes.
    read : callable
        () -> its bytes, at most `LARGEST` and one.

    Examples
    --------
    >>> Source("a.json", 2, lambda: b"{}").read()
    b'{}'
    """

    name: str
    size: int
    read: Read


def found(paths: Iterable[str | Path]) -> Iterator[Source]:
    """Walk through files, folders and zip files, in the order of their names.

    Parameters
    ----------
    paths : iterable of str or path

    Raises
    ------
    WorkbookError
        When a path that was named is not there.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.json").write_text("{}")
    >>> [source.size for source in found([folder])]
    [2]
    """
    for path in (Path(each).expanduser() for each in paths):
        if not path.exists():
            raise WorkbookError(word("cohort", "not_there", path=path))
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path, path.name)


def _folder(path: Path) -> Iterator[Source]:
    """Walk through a folder; what it holds and nobody can open is given too, and cannot be read."""
    for inner in sorted(path.rglob("*")):
        own = inner.relative_to(path)
        if _ours(own.parts):
            continue
        try:
            file, folder = inner.is_file(), inner.is_dir()
        except PermissionError:  # it lies in a folder that may be listed and not entered
            file = folder = False
        if file:
            yield from _file(inner, own.as_posix())
        elif not folder or inner.is_symlink() or not os.access(inner, os.R_OK | os.X_OK):
            yield Source(own.as_posix(), 0, _closed)


def _closed() -> bytes:
    raise OSError


def _ours(parts: Iterable[str]) -> bool:
    """Say whether a computer has put a file there by itself."""
    return any(part.lower().startswith(LEFT) for part in parts if part not in (".", ".."))


def _file(path: Path, name: str) -> Iterator[Source]:
    if path.suffix.lower() == ".zip":
        yield from _zip(path, name)
    else:
        yield Source(name, path.stat().st_size, lambda: _begin(path))


def _begin(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _zip(path: Path, name: str) -> Iterator[Source]:
    try:
        with closing(zipfile.ZipFile(path)) as whole:
            members = [m for m in whole.infolist() if not m.is_dir()][:MOST]
            for member in sorted(members, key=lambda m: m.filename):
                parts = PurePosixPath(member.filename.replace("\\", "/")).parts
                if not _ours(parts):
                    link = stat.S_ISLNK(member.external_attr >> 16)
                    read = _closed if link else _member(whole, member)
                    yield Source(f"{name}: {'/'.join(parts)}", member.file_size, read)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        yield Source(name, 0, _closed)


def _member(whole: zipfile.ZipFile, member: zipfile.ZipInfo) -> Read:
    def read() -> bytes:
        try:
            with whole.open(member) as file:
                return file.read(LARGEST + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as e:
            raise OSError(str(e)) from e  # broken, or with a password

    return read
