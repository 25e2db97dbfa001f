"""Copy the packaged course to where a learner can use it, never over a file that exists."""

import os
import shutil
from importlib.metadata import version
from pathlib import Path

from .content.library import packaged_course
from .errors import WorkbookError
from .files import placed, write
from .words import word

__all__ = [
    "MARK",
    "PARTS",
    "SKIPPED",
    "complete",
    "edition",
    "unpack",
    "unpack_edition",
    "unpack_notebooks",
]

PARTS = ("modules", "datasets")
MARK = ".edition"
SKIPPED = {".ipynb_checkpoints", "__pycache__"}


def edition() -> str:
    """Give the version of the installed course.

    Examples
    --------
    >>> edition()[0].isdigit()
    True
    """
    return version("sswp-workbook")


def unpack(target: str | os.PathLike) -> Path:
    """Copy the packaged course into a folder, file by file.

    A file that is already there is left as it is. A copy that was stopped half-way is completed
    by the next call; a complete copy of another edition is left alone.

    Parameters
    ----------
    target : path
        The folder to fill; made when it does not exist.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    WorkbookError
        When the folder cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> course = unpack(Path(tempfile.mkdtemp()) / "course")
    >>> (course / "modules").is_dir()
    True
    """
    folder = Path(target)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mark = folder / MARK
        if not mark.exists():
            write(mark, edition() + "\n")
        if mark.read_text(encoding="utf-8").strip() == edition():
            _copy_missing(packaged_course(), folder)
    except OSError as problem:
        why = problem.strerror or problem
        raise WorkbookError(word("copy", "not_copied", folder=folder, problem=why)) from problem
    return folder


def complete(course: str | os.PathLike) -> None:
    """Finish a copy that :func:`unpack` began and that was stopped; leave any other folder alone.

    Examples
    --------
    >>> import tempfile
    >>> complete(tempfile.mkdtemp())
    """
    if (Path(course) / MARK).is_file():
        unpack(course)


def unpack_edition(course_root: str | os.PathLike) -> Path:
    """Put the installed course beside an older copy, in a folder named after its edition.

    Parameters
    ----------
    course_root : path
        The learner's course folder, which holds ``modules`` and ``my-work``.

    Returns
    -------
    pathlib.Path
        ``<course_root>/edition-<version>``. The journal stays where it is.

    Examples
    --------
    >>> import tempfile
    >>> unpack_edition(tempfile.mkdtemp()).name == f"edition-{edition()}"
    True
    """
    return unpack(Path(course_root) / f"edition-{edition()}")


def unpack_notebooks(folder: str | os.PathLike) -> Path:
    """Put the notebooks of the installed course, and no more of it, beside older copies.

    Parameters
    ----------
    folder : path
        The learner's own, in a browser that reads the rest of the course from the package.

    Returns
    -------
    pathlib.Path
        ``<folder>/edition-<version>``.

    Examples
    --------
    >>> import tempfile
    >>> sorted(path.name for path in unpack_notebooks(tempfile.mkdtemp()).iterdir())
    ['modules']
    """
    target = Path(folder) / f"edition-{edition()}"
    modules = target / "modules"
    try:
        modules.mkdir(parents=True, exist_ok=True)
        for notebook in sorted((packaged_course() / "modules").glob("*.ipynb")):
            _copy_file(notebook, modules / notebook.name)
    except OSError as problem:
        why = problem.strerror or problem
        raise WorkbookError(word("copy", "not_copied", folder=target, problem=why)) from problem
    return target


def _copy_missing(source: Path, target: Path) -> None:
    for part in PARTS:
        for folder, folders, files in os.walk(source / part):
            folders[:] = sorted(f for f in folders if f not in SKIPPED)
            place = target / Path(folder).relative_to(source)
            place.mkdir(parents=True, exist_ok=True)
            for name in sorted(files):
                _copy_file(Path(folder) / name, place / name)


def _copy_file(source: Path, target: Path) -> None:
    """Copy a file that is not there; a stopped copy never looks like a finished one."""
    if target.exists():
        return
    with placed(target) as part:
        shutil.copyfile(source, part)
