"""JupyterLite with the course in it: its settings, its pages, its build."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..content.library import PACKAGE, Library
from ..errors import WorkbookError
from ..words import word
from .distribution import KERNEL, at_first, later
from .sound import LOCK, read_lock

__all__ = ["KERNEL_NAME", "build_lite", "made_for", "prepare"]

KERNEL_NAME = "python"
SETTINGS = "@jupyterlite/pyodide-kernel-extension:kernel"
EXTENSION = "sswp-course"
# What Python reads from the wheel, and what an author or a run leaves behind, is not given out.
INSIDE = ("exercises", "encounters", "instruments", "*.yaml", "README.md", "__pycache__", ".*")
FLAGS = ("--apps", "lab", "--no-sourcemaps", "--no-unused-shared-packages", "--no-libarchive")
LONGEST = 600
NO_ROOM = re.compile(r"No space left|disk is full", re.IGNORECASE)  # as the builder's parts say it


def prepare(folder: Path, library: Library, page: dict[str, Any], quiet: dict[str, Any]) -> None:
    """Write what a build reads: the notebooks, the settings of the page and of JupyterLab.

    Parameters
    ----------
    folder : pathlib.Path
        The builder's own; Pyodide lies in its ``static/pyodide`` already, if it is to.
    library : Library
        The course.
    page, quiet : dict
        The page settings and the quiet settings of a course start.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import packaged_course
    >>> folder = Path(tempfile.mkdtemp())
    >>> prepare(folder, Library(packaged_course()), {}, {})
    >>> sorted(path.name for path in folder.iterdir())
    ['files', 'jupyter-lite.json', 'overrides.json']
    """
    shutil.copytree(
        library.modules_folder, folder / "files" / "modules", ignore=shutil.ignore_patterns(*INSIDE)
    )
    if (library.root / "datasets").is_dir():
        datasets = folder / "files" / "datasets"
        shutil.copytree(library.root / "datasets", datasets, ignore=shutil.ignore_patterns(*INSIDE))
    settings = {"jupyter-lite-schema-version": 0, "jupyter-config-data": page | _kernel(folder)}
    _write(folder / "jupyter-lite.json", settings)
    _write(folder / "overrides.json", quiet)


def _kernel(folder: Path) -> dict[str, Any]:
    """Give the settings of the kernel, and what the course extension must know of it."""
    settings: dict[str, Any] = {"disablePyPIFallback": True}
    path = folder / "static" / "pyodide" / LOCK
    lock = read_lock(path.parent) if path.is_file() else None
    packages = lock["packages"] if lock else {}
    if "pyodide-kernel" in packages:
        settings["loadPyodideOptions"] = {"packages": [n for n in KERNEL if n in packages]}
    return {
        "appName": word("lab", "course"),
        "litePluginSettings": {SETTINGS: settings},
        "sswpKernel": KERNEL_NAME,
        "sswpFirst": at_first(own=lock is not None),
        "sswpLater": later(lock),
    }


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def build_lite(folder: Path, target: Path) -> None:
    """Run the builder; then put the course extension of this package in place.

    Parameters
    ----------
    folder, target : pathlib.Path
        What `prepare` has filled, and where the site goes.

    Raises
    ------
    WorkbookError
        When the builder is not installed, or ends with a fault.

    Examples
    --------
    >>> build_lite.__module__
    'workbook.site.lite'
    """
    if find_spec("jupyterlite_core") is None or find_spec("jupyterlite_pyodide_kernel") is None:
        raise WorkbookError(word("site", "not_installed"))
    line = [sys.executable, "-m", "jupyterlite_core", "build", *FLAGS]
    line += ["--lite-dir", str(folder), "--output-dir", str(target)]
    # The builder remembers what it did in the folder where it runs: it runs in one of its own.
    done = subprocess.run(
        line, cwd=folder, capture_output=True, text=True, check=False, timeout=LONGEST
    )
    if done.returncode:
        if NO_ROOM.search(done.stdout + done.stderr):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        lines = "\n".join((done.stdout + done.stderr).splitlines()[-8:])
        raise WorkbookError(word("site", "not_built", lines=lines))
    _open_one_page(target / "lab" / "jupyter-lite.json")
    ours = PACKAGE / "labextension"
    if (ours / "package.json").is_file():  # an installed package has it where the builder looks
        shutil.copytree(ours, target / "extensions" / EXTENSION, dirs_exist_ok=True)


def made_for() -> str:
    """Give the version of Pyodide that the installed builder is made for.

    Examples
    --------
    >>> made_for.__module__
    'workbook.site.lite'
    """
    return str(import_module("jupyterlite_pyodide_kernel.constants").PYODIDE_VERSION)


def _open_one_page(path: Path) -> None:
    """Show one page at a time, as a course start does; the builder's own page says otherwise."""
    found = json.loads(path.read_text(encoding="utf-8"))
    found["jupyter-config-data"]["mode"] = "single-document"
    _write(path, found)
