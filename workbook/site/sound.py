"""What a Pyodide must have to become a site: a list, a whole core, the parts of its kernel."""

import json
import zipfile
from pathlib import Path
from typing import Any

from ..errors import WorkbookError
from ..words import word

__all__ = ["LOCK", "Lock", "check_core", "check_kernel", "other_version", "read_lock"]

LOCK = "pyodide-lock.json"
STARTS = "pyodide.mjs"
# Without these it cannot start; of each line one is enough.
NEEDED = (("pyodide.asm.wasm",), ("python_stdlib.zip",), ("pyodide.asm.js", "pyodide.asm.mjs"))
ENTRY = {"file_name": str, "sha256": str, "depends": list}
# The kernel loads these before anything else. Nobody else brings micropip; that a site begins with
# an ipython that was put together here has not been tried.
FIRST_OF_ALL = ("micropip", "ipython")
MAGIC = b"\0asm"
MORE = 0x80  # in a byte of a number: another one follows

Lock = dict[str, Any]


def read_lock(folder: Path) -> Lock:
    """Read the list of a distribution.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    dict
        As it stands there, with ``packages``.

    Raises
    ------
    WorkbookError
        When it is no such list.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / LOCK).write_text("[")
    >>> read_lock(folder)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: ...pyodide-lock.json is no list of a Pyodide...
    """
    try:
        found = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    except ValueError:
        found = None
    if not _is_lock(found):
        raise WorkbookError(word("site", "no_list", path=folder / LOCK))
    return dict(found)


def _is_lock(found: Any) -> bool:
    packages = found.get("packages") if isinstance(found, dict) else None
    return isinstance(packages, dict) and all(_is_entry(entry) for entry in packages.values())


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(name), form) for name, form in ENTRY.items()
    )


def check_core(folder: Path) -> None:
    """Refuse a distribution that could not start: a copy that broke off, say.

    Parameters
    ----------
    folder : pathlib.Path

    Raises
    ------
    WorkbookError
        When a file is not there, or is not whole.

    Examples
    --------
    >>> check_core(Path("nowhere"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: nowhere lacks pyodide.asm.wasm, without which ...
    """
    for names in NEEDED:
        if not any((folder / name).is_file() for name in names):
            raise WorkbookError(word("site", "lacks_file", folder=folder, name=names[0]))
    for name in {STARTS}.union(*NEEDED):
        if (folder / name).is_file() and not _is_whole(folder / name):
            raise WorkbookError(word("site", "cut_off", path=folder / name))


def _is_whole(path: Path) -> bool:
    if path.suffix == ".zip":
        return zipfile.is_zipfile(path)
    if path.suffix == ".wasm":
        return ends_well(path.read_bytes())
    return path.stat().st_size > 0


def ends_well(program: bytes) -> bool:
    r"""Tell whether the last section of a WebAssembly file ends where the file does.

    Parameters
    ----------
    program : bytes
        https://webassembly.github.io/spec/core/binary/modules.html

    Examples
    --------
    >>> head = MAGIC + bytes([1, 0, 0, 0])
    >>> ends_well(head + b"\0\2ab"), ends_well(head + b"\0\2a"), ends_well(head + b"\0\x82")
    (True, False, False)
    """
    at = 8
    while at < len(program):
        size, at = _number(program, at + 1)
        at += size
    return program.startswith(MAGIC) and at == len(program)


def _number(program: bytes, at: int) -> tuple[int, int]:
    """Read a number in LEB128; give it and the place after it."""
    size = shift = 0
    while at < len(program):
        size |= (program[at] & ~MORE) << shift
        shift += 7
        at += 1
        if not program[at - 1] & MORE:
            return size, at
    return 1, at  # it broke off within the number


def check_kernel(lock: Lock, folder: Path) -> None:
    """Refuse a distribution without the packages that its kernel begins with.

    Parameters
    ----------
    lock : dict
        From `read_lock`.
    folder : pathlib.Path
        Where the files of the list lie.

    Raises
    ------
    WorkbookError
        When one is not there: the core of a Pyodide alone, say.

    Examples
    --------
    >>> check_kernel({"packages": {}}, Path("core"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: core lacks the packages ipython, micropip, without which ...
    """
    listed = lock["packages"]
    wanted, asked = list(FIRST_OF_ALL), set[str]()
    while wanted:
        name = wanted.pop()
        if name not in asked:
            asked.add(name)
            wanted += [asks for asks in listed.get(name, {}).get("depends", []) if asks in listed]
    there = {name for name in asked & set(listed) if (folder / listed[name]["file_name"]).is_file()}
    if missing := sorted(asked - there):
        raise WorkbookError(word("site", "lacks_packages", folder=folder, names=", ".join(missing)))


def other_version(lock: Lock, wanted: str) -> str:
    """Give the version of a Pyodide where the builder's kernel is made for another one.

    Parameters
    ----------
    lock : dict
        From `read_lock`. One that brings a kernel of its own is taken as it is.
    wanted : str
        What the builder's kernel is made for; the last number does not count.

    Returns
    -------
    str
        Empty where the two go together, or the list says no version.

    Examples
    --------
    >>> lock = {"packages": {}, "info": {"version": "314.0.7"}}
    >>> other_version(lock, "314.0.6"), other_version(lock, "0.27.7")
    ('', '314.0.7')
    """
    found = str((lock.get("info") or {}).get("version", wanted))
    fits = "pyodide-kernel" in lock["packages"] or _line(found) == _line(wanted)
    return "" if fits else found


def _line(version: str) -> list[str]:
    return version.split(".")[:2]
