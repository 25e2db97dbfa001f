"""Copy the packaged course to where a learner can use it, never over a file that exists."""

import os
import shutil
from importlib.metadata import version
from pathlib import Path

from .content.library import packaged_course
from .errors import WorkbookError

__all__ = ["complete", "edition", "unpack", "unpack_edition"]

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


def unpack(target) -> Path:
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
    target = Path(target)
    try:
        target.mkdir(parents=True, exist_ok=True)
        mark = target / MARK
        if not mark.exists():
            mark.write_text(edition() + "\n", encoding="utf-8")
        if mark.read_text(encoding="utf-8").strip() == edition():
            _copy_missing(packaged_course(), target)
    except OSError as problem:
        raise WorkbookError(
            f"The course could not be copied to {target}: {problem.strerror or problem}. "
            "Files that were there are unchanged. Free some space or go to a folder of your "
            "own, then type the same command again; it goes on where it stopped."
        ) from problem
    return target


def complete(course) -> None:
    """Finish a copy that :func:`unpack` began and that was stopped; leave any other folder alone.

    Examples
    --------
    >>> import tempfile
    >>> complete(tempfile.mkdtemp())
    """
    if (Path(course) / MARK).is_file():
        unpack(course)


def unpack_edition(course_root) -> Path:
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


def _copy_missing(source, target):
    for part in PARTS:
        for folder, folders, files in os.walk(source / part):
            folders[:] = sorted(f for f in folders if f not in SKIPPED)
            place = target / Path(folder).relative_to(source)
            place.mkdir(parents=True, exist_ok=True)
            for name in sorted(files):
                _copy_file(Path(folder) / name, place / name)


def _copy_file(source, target):
    """Copy to a neighbour name first, so that a stopped copy never looks like a finished one."""
    if target.exists():
        return
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, part)
    part.replace(target)
