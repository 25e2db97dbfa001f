"""The quiet JupyterLab of a course start: its flag, its settings, its kernel."""

import json
import os
import shutil
import sys
from pathlib import Path

from ..files import write
from .lab_words import page_words

__all__ = [
    "OVERRIDES",
    "PAGE_CONFIG",
    "write_early",
    "write_kernel",
    "write_server",
    "write_settings",
]

# The folder beside the extension's own, as JupyterLab serves it.
PAGES = "sswp-pages"

# What a learner sees and does not see; nothing of it writes to a notebook or asks the network.
# `sswpCourse` is what the course extension looks for. Without it the extension does nothing.
PAGE_CONFIG, OVERRIDES = (
    json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))
    for name in ("page_config", "overrides")
)

# `-P` and `ignore_cwd` keep the notebook's folder off Python's search path, so that a file
# called json.py beside a notebook is never run by opening it.
KERNEL = {
    "argv": [
        sys.executable,
        "-P",
        "-m",
        "ipykernel_launcher",
        "-f",
        "{connection_file}",
        "--InteractiveShellApp.ignore_cwd=True",
    ],
    "display_name": "Python 3 (ipykernel)",
    "language": "python",
    "metadata": {"debugger": False},
}


def _save(path: Path, data: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, json.dumps(data, indent=2) + "\n")


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def write_settings(
    folder: str | os.PathLike, base: Path | None = None, *, pages: str = "", at: str = ""
) -> Path:
    """Write the course flag and the quiet settings into a JupyterLab settings folder.

    Parameters
    ----------
    folder : path
        Becomes ``app_settings_dir`` of one start, or is the image's own on Binder.
    base : path, optional
        The settings to begin from, such as the environment's own; the folder itself when left
        out.
    pages : str
        A stamp that says that this start serves the drawings of its pages (`write_early`).
    at : str
        Where the server gives them out, below its own address; beside the lab extension when empty.

    Returns
    -------
    pathlib.Path
        The folder, which now holds ``page_config.json`` and ``overrides.json``.

    Examples
    --------
    >>> import tempfile
    >>> folder = write_settings(Path(tempfile.mkdtemp()) / "settings")
    >>> json.loads((folder / "page_config.json").read_text())["sswpCourse"]
    '1'
    """
    folder = Path(folder)
    base = Path(base or folder)
    page = {**PAGE_CONFIG, **page_words(), "sswpPages": pages, "sswpPagesAt": at}
    ours = {"page_config.json": page, "overrides.json": OVERRIDES}
    if base != folder and base.is_dir():
        shutil.copytree(base, folder, dirs_exist_ok=True, ignore=lambda *_: set(ours))
    for name, settings in ours.items():
        _save(folder / name, _joined(_read(base / name), settings))
    return folder


def _joined(before: dict, ours: dict) -> dict:
    """Lay our settings over earlier ones: ours win, lists and groups keep both."""
    joined = dict(before)
    for key, value in ours.items():
        earlier = before.get(key)
        if isinstance(value, dict) and isinstance(earlier, dict):
            joined[key] = _joined(earlier, value)
        elif isinstance(value, list) and isinstance(earlier, list | dict):
            named = [n for n in earlier if not isinstance(earlier, dict) or earlier[n]]
            joined[key] = sorted({*value, *named})
        else:
            joined[key] = value
    return joined


def write_early(folder: str | os.PathLike, course: str | os.PathLike) -> Path:
    """Write what the pages of a course draw before Python is there.

    Parameters
    ----------
    folder : path
        One for ``LabApp.extra_labextensions_path``; gets ``sswp-pages``.
    course : path
        The course, with the learner's journal where it always is.

    Returns
    -------
    pathlib.Path
        The same folder.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.unpack import unpack
    >>> place = Path(tempfile.mkdtemp())
    >>> folder = write_early(place / "pages", unpack(place / "course"))
    >>> (folder / "sswp-pages" / "00.json").is_file()
    True
    """
    from ..content.library import Library
    from ..journal import Journal, journal_path
    from ..widgets.early import page_files

    root, pages = Path(course), Path(folder) / PAGES
    pages.mkdir(parents=True, exist_ok=True)
    known = Journal(journal_path(root)).learner()
    for name, text in page_files(Library(root), known).items():
        write(pages / name, text)
    return Path(folder)


def write_kernel(folder: str | os.PathLike) -> Path:
    """Write the kernel of a course start, for ``JUPYTER_PATH``.

    Parameters
    ----------
    folder : path
        Gets ``kernels/python3/kernel.json``.

    Returns
    -------
    pathlib.Path
        The same folder.

    Examples
    --------
    >>> import tempfile
    >>> (write_kernel(tempfile.mkdtemp()) / "kernels" / "python3" / "kernel.json").is_file()
    True
    """
    _save(Path(folder) / "kernels" / "python3" / "kernel.json", KERNEL)
    return Path(folder)


def write_server(folder: str | os.PathLike) -> Path:
    """Write that every server of an environment gives out its drawings (`lab_pages`).

    Parameters
    ----------
    folder : path
        The environment's ``etc/jupyter``; gets ``jupyter_server_config.d/sswp-workbook.json``.

    Returns
    -------
    pathlib.Path
        The same folder.

    Examples
    --------
    >>> import tempfile
    >>> folder = write_server(tempfile.mkdtemp())
    >>> (folder / "jupyter_server_config.d" / "sswp-workbook.json").is_file()
    True
    """
    enabled = {"ServerApp": {"jpserver_extensions": {"workbook.cli.lab_pages": True}}}
    _save(Path(folder) / "jupyter_server_config.d" / "sswp-workbook.json", enabled)
    return Path(folder)
