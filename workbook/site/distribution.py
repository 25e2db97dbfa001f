"""One Pyodide distribution with our wheel in it, and the list from which Python loads packages."""

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from ..errors import WorkbookError
from ..words import word
from .sound import LOCK, STARTS, Lock, check_core, check_kernel, read_lock
from .wheels import OURS, course_wheel, pure_wheel

__all__ = ["KERNEL", "at_first", "bring", "find_distribution", "lay", "later", "undrawn"]

CORE: tuple[str, ...] = (
    "pyodide.js",
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
)
CORE += ("python_stdlib.zip",)
DRAWING = ("numpy", "pandas", "altair")
# What the course loads at once, and what it loads when a chart or a number first needs it.
FIRST = ("ipywidgets", "anywidget", "pyyaml", "mistune")
LATER = ("numpy", "pandas", "altair", "phonenumbers")
# Of these the official distribution has no wheel, so the site brings one of what is installed here.
BROUGHT = ("ipywidgets", "anywidget", "psygnal", "mistune", "phonenumbers")
# What the kernel itself loads, as far as a distribution has it.
KERNEL: tuple[str, ...] = (
    "micropip",
    "piplite",
    "ssl",
    "sqlite3",
    "ipykernel",
    "comm",
    "pyodide-kernel",
    "jedi",
)
KERNEL += ("ipython",)
# Of other platforms, or a page's own part that travels with the site.
NEVER = {"widgetsnbextension", "jupyterlab-widgets", "colorama", "pexpect", "tomli"}


def find_distribution(folder: Path) -> Path:
    """Give the folder that holds a Pyodide: the one that is named, or ``dist`` in it.

    Parameters
    ----------
    folder : pathlib.Path

    Raises
    ------
    WorkbookError
        When neither holds one, or it could not start.

    Examples
    --------
    >>> find_distribution(Path("nowhere"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: nowhere holds no Pyodide: pyodide-lock.json and ...
    """
    for place in (folder, folder / "dist"):
        if (place / LOCK).is_file() and (place / STARTS).is_file():
            check_core(place)
            check_kernel(read_lock(place), place)
            return place
    raise WorkbookError(word("site", "no_pyodide", folder=folder))


def undrawn(lock: Lock) -> list[str]:
    """List what charts and numbers need and the list of a site does not have.

    Parameters
    ----------
    lock : dict
        From `lay`.

    Examples
    --------
    >>> undrawn({"packages": {"numpy": {}, "altair": {}}})
    ['pandas']
    """
    return [name for name in DRAWING if name not in lock["packages"]]


def lay(source: Path, target: Path) -> Lock:
    """Copy a distribution, add the course and what it lacks, and write one list of all.

    Parameters
    ----------
    source, target : pathlib.Path
        The distribution, and the folder to fill.

    Returns
    -------
    dict
        What was written as ``pyodide-lock.json``.

    Raises
    ------
    WorkbookError
        When a file is not the one that the list of the distribution names.

    Examples
    --------
    >>> import tempfile
    >>> source = Path(tempfile.mkdtemp())
    >>> _ = (source / LOCK).write_text('{"packages": {}}')
    >>> lay(source, Path(tempfile.mkdtemp()))["packages"]["sswp-workbook"]["imports"]
    ['workbook']
    """
    lock = read_lock(source)
    target.mkdir(parents=True, exist_ok=True)
    for name in CORE:
        if (source / name).is_file():
            shutil.copyfile(source / name, target / name)
    packages = {_plain(name): found for name, found in lock["packages"].items()
                if (source / found["file_name"]).is_file()}  # fmt: skip
    for found in packages.values():
        _copy_checked(source / found["file_name"], target, found["sha256"])
    _add_missing(packages, target)
    course = _entry(course_wheel(target))
    packages[OURS] = course | {"depends": [name for name in FIRST if name in packages]}
    lock["packages"] = dict(sorted(_closed(packages).items()))
    (target / LOCK).write_text(json.dumps(lock, indent=1), encoding="utf-8")
    return lock


def bring(folder: Path) -> list[Path]:
    """Write the wheels of a site whose Python comes from the official distribution.

    Parameters
    ----------
    folder : pathlib.Path
        Where the builder looks for wheels to give out.

    Examples
    --------
    >>> import tempfile
    >>> len(bring(Path(tempfile.mkdtemp()))) == 1 + len(BROUGHT)
    True
    """
    return [course_wheel(folder), *(pure_wheel(name, folder) for name in BROUGHT)]


def at_first(*, own: bool) -> str:
    """Give what Python runs before the course; nothing where the list names the course itself.

    Parameters
    ----------
    own : bool
        The site gives out its own distribution.

    Examples
    --------
    >>> at_first(own=True), "sswp-workbook" in at_first(own=False)
    ('', True)
    """
    return "" if own else _installing([*FIRST, "psygnal", OURS])


def later(own: Lock | None) -> str:
    """Give what Python runs before the first chart or number.

    Parameters
    ----------
    own : dict, optional
        The list of a distribution that the site gives out itself: what it lacks keeps nothing
        else away.

    Examples
    --------
    >>> later({"packages": {"altair": {}, "pandas": {}}})
    'import pandas, altair'
    """
    if own is None:
        return _installing(LATER)
    there = [name for name in LATER if name in own["packages"]]
    return f"import {', '.join(there)}" if there else ""


def _installing(names: Sequence[str]) -> str:
    # What the course itself asks for on a computer would ask for JupyterLab too.
    course = [name for name in names if name in (OURS, *BROUGHT)]
    others = [name for name in names if name not in course]
    lines = [f"await piplite.install({others})", f"await piplite.install({course}, deps=False)"]
    return "\n".join(["import piplite", *lines])


def _add_missing(packages: Lock, target: Path) -> None:
    """Add what the course asks for and the distribution lacks, from what is installed here."""
    wanted = [name for name in (*FIRST, *LATER) if name not in ("numpy", "pandas")]
    while wanted:
        name = wanted.pop()
        if name in packages:
            wanted += [d for d in map(_plain, packages[name]["depends"]) if d not in packages]
        elif name not in NEVER:
            try:
                packages[name] = _entry(pure_wheel(name, target))
            except PackageNotFoundError:
                continue
            wanted += packages[name]["depends"]


def _closed(packages: Lock) -> Lock:
    """Leave out of each package what it could ask for and is not there."""
    return {name: found | {"depends": [d for d in found["depends"] if _plain(d) in packages]}
            for name, found in packages.items()}  # fmt: skip


def _copy_checked(path: Path, target: Path, expected: str) -> None:
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != expected:
        raise WorkbookError(word("site", "changed_file", path=path))
    (target / path.name).write_bytes(data)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _entry(wheel: Path) -> Lock:
    """Describe a wheel as a list of Pyodide does, from the wheel itself."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        about = next(name for name in names if name.endswith(".dist-info/METADATA"))
        head = archive.read(about).decode().split("\n\n")[0]
    folders = {name.split("/")[0] for name in names if name.endswith("/__init__.py")}
    files = {name[:-3] for name in names if "/" not in name and name.endswith(".py")}
    named = dict(re.findall(r"^(Name|Version): *(.+?)\s*$", head, re.MULTILINE))
    return {
        "name": _plain(named["Name"]),
        "version": named["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(folders | files),
        "depends": _asked(re.findall(r"^Requires-Dist: *(.+?)\s*$", head, re.MULTILINE)),
        "unvendored_tests": False,
    }


def _asked(lines: list[str]) -> list[str]:
    """Give the packages that these lines ask for in a browser."""
    from packaging.requirements import Requirement

    browser = {"sys_platform": "emscripten", "platform_system": "Emscripten", "extra": ""}
    asked = map(Requirement, lines)
    found = {_plain(r.name) for r in asked if not r.marker or r.marker.evaluate(browser)}
    return sorted(found - NEVER)
