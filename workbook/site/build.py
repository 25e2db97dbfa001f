"""From the course to a folder of files: each step of `workbook site`."""

import re
from dataclasses import dataclass
from pathlib import Path

from ..content.library import Library
from ..errors import WorkbookError
from ..journal import BROWSER_SEED, Learner
from ..words import word
from .distribution import bring, find_distribution, lay
from .lite import build_lite, prepare
from .offline import add_offline
from .pages import write_pages
from .place import MARK, fill

__all__ = ["Plan", "build"]

EARLY = "site"  # the name under which drafts lie until Python is there
PAGES = "extensions/sswp-pages"
READ = {".json", ".html", ".js", ".mjs", ".css"}
CDN = re.compile(
    r"https?://(?:[\w.-]+\.)?(?:jsdelivr\.net|unpkg\.com|cdnjs\.[\w.]+|esm\.sh)[\w./@-]*"
)


@dataclass(frozen=True)
class Plan:
    """What to build and where to.

    Parameters
    ----------
    course : pathlib.Path
        The folder that holds ``modules``.
    out : pathlib.Path
        The folder to fill.
    page, quiet : dict
        The page settings and the quiet settings of a course start.
    pyodide : pathlib.Path, optional
        A Pyodide distribution to give out from the site; the official one otherwise.
    base_url : str
        Where the site will lie, as far as it is known.
    force : bool
        Replace a site that is there.

    Examples
    --------
    >>> Plan(Path("course"), Path("public"), {}, {}).force
    False
    """

    course: Path
    out: Path
    page: dict
    quiet: dict
    pyodide: Path | None = None
    base_url: str = ""
    force: bool = False


def build(plan: Plan) -> int:
    """Build the browser edition; it takes its place only when it is whole.

    Parameters
    ----------
    plan : Plan

    Returns
    -------
    int
        The size of all files, in bytes.

    Raises
    ------
    WorkbookError
        When something is in the way or missing; a site that was there stays as it was.

    Examples
    --------
    >>> build(Plan(Path("course"), Path(__file__), {}, {}))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: ... is a file. Nothing was built. Name a folder.
    """
    return fill(plan.out, plan.force, lambda scratch: _make(plan, scratch))


def _make(plan: Plan, scratch: Path) -> None:
    library, lite, made = Library(plan.course), scratch / "lite", scratch / "site"
    lite.mkdir()
    if plan.pyodide:
        lay(find_distribution(plan.pyodide), lite / "static" / "pyodide")
    else:
        bring(lite / "pypi")
    stamp = _stamp(library)
    prepare(lite, library, plan.page | {"sswpPages": stamp}, plan.quiet)
    build_lite(lite, made)
    _write_early(library, made / PAGES)
    write_pages(library, made, plan.base_url)
    (made / MARK).write_text(f"{stamp}\n", encoding="utf-8")
    if plan.pyodide:
        close(made)
    add_offline(made)


def _stamp(library: Library) -> str:
    """Name this state of the course, so that a browser asks anew when it has changed."""
    times = [path.stat().st_mtime_ns for path in library.modules_folder.rglob("*")]
    return f"{max(times, default=0) // 10**9:x}"


def _write_early(library: Library, folder: Path) -> None:
    from ..widgets.early import page_files

    folder.mkdir(parents=True)
    for name, text in page_files(library, Learner(EARLY, BROWSER_SEED)).items():
        (folder / name).write_text(text, encoding="utf-8")


def close(made: Path) -> None:
    """Make sure that a site with its own Pyodide knows no other place to take it from.

    Parameters
    ----------
    made : pathlib.Path
        The site. The builder's scripts name a public place to fall back to; that goes.

    Raises
    ------
    WorkbookError
        When the site would ask elsewhere all the same.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "jupyter-lite.json").write_text("{}")
    >>> close(folder)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: The site would take Python from another address ...
    """
    if '"pyodideUrl": "./static/pyodide/' not in (made / "jupyter-lite.json").read_text("utf-8"):
        raise WorkbookError(word("site", "asks_elsewhere"))
    for path in made.rglob("*"):
        if path.suffix in READ and path.is_file():
            text = path.read_text(encoding="utf-8", errors="surrogateescape")
            closed = CDN.sub("about:blank", text)
            if closed != text:
                path.write_text(closed, encoding="utf-8", errors="surrogateescape", newline="")
