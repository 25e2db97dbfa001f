"""Bring a course folder to the installed edition; what a person changed is kept beside it."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .content.library import packaged_course
from .errors import WorkbookError
from .files import placed, write
from .unpack import MARK, PARTS, SKIPPED, edition
from .words import word

__all__ = ["Renewed", "renew"]

LIST = ".edition-files"  # what this edition put there, by checksum
OWN, ASIDE = "my-work", "kept"


class Renewed(NamedTuple):
    """What was done.

    Parameters
    ----------
    folder : Path
    added, replaced, removed : int
        Files that were not there, that another edition had put there, and that it no longer has.
    kept : list of Path
        Copies of files that a person had changed.

    Examples
    --------
    >>> Renewed(Path("course"), 3, 0, 0, []).added
    3
    """

    folder: Path
    added: int
    replaced: int
    removed: int
    kept: list[Path]


def renew(target: str | os.PathLike, *, read_only: bool = False) -> Renewed:
    """Copy the packaged course into a folder, or bring an older copy to this edition.

    A file that a person changed is moved into ``my-work/kept`` before the edition's own takes its
    place. Answers are never touched. A second call changes nothing.

    Parameters
    ----------
    target : path
        The folder; made when it does not exist.
    read_only : bool
        Take away the right to write the course's files, so that nothing changes them by mistake.

    Returns
    -------
    Renewed

    Raises
    ------
    WorkbookError
        When the folder cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "course"
    >>> renew(folder).replaced, renew(folder).added
    (0, 0)
    """
    folder = Path(target)
    try:
        _own_place(folder)
        done = _bring(folder, packaged_course(), read_only)
        write(folder / MARK, edition() + "\n")
    except OSError as problem:
        why = problem.strerror or problem
        raise WorkbookError(word("copy", "not_copied", folder=folder, problem=why)) from problem
    return done


def _own_place(folder: Path) -> None:
    """Make the place of a person's own work, which nobody else may look into."""
    own = folder / OWN
    own.mkdir(parents=True, exist_ok=True)
    own.chmod(0o700)


def _bring(folder: Path, course: Path, read_only: bool) -> Renewed:
    known, before = _known(folder), _edition_of(folder)
    ours: dict[str, str] = {}
    added = replaced = removed = 0
    kept: list[Path] = []
    for name, source in _files(course):
        place, ours[name] = folder / name, _checksum(source)
        there = _checksum(place) if place.is_file() else ""
        if there != ours[name]:
            if there and there != known.get(name):
                kept.append(_aside(folder, name, before))
            added, replaced = added + (not there), replaced + bool(there)
            _copy(source, place)
        place.chmod(0o444 if read_only else 0o644)
    for name in known.keys() - ours.keys():
        removed += _removed(folder / name, known[name])
    write(folder / LIST, json.dumps(ours, indent=0, sort_keys=True) + "\n")
    return Renewed(folder, added, replaced, removed, kept)


def _known(folder: Path) -> dict[str, str]:
    """Read what the edition before put there; nothing known means that all may be a person's."""
    try:
        known = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {name: str(sum_) for name, sum_ in known.items() if _is_ours(Path(name).parts)}


def _is_ours(parts: tuple[str, ...]) -> bool:
    return bool(parts) and parts[0] in PARTS and ".." not in parts


def _edition_of(folder: Path) -> str:
    try:
        found = (folder / MARK).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return "unknown"
    return found if found.replace(".", "").isalnum() else "unknown"


def _files(course: Path) -> Iterator[tuple[str, Path]]:
    for part in PARTS:
        for folder, folders, files in os.walk(course / part):
            folders[:] = sorted(each for each in folders if each not in SKIPPED)
            for name in sorted(files):
                path = Path(folder) / name
                yield path.relative_to(course).as_posix(), path


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with placed(place) as part:
        shutil.copyfile(source, part)


def _aside(folder: Path, name: str, before: str) -> Path:
    """Move a changed file to where it is not overwritten; never over an earlier one."""
    place = folder / OWN / ASIDE / before / name
    number = 1
    while place.exists():
        number += 1
        place = place.with_name(f"{Path(name).stem} {number}{place.suffix}")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / name, place)
    return place


def _removed(path: Path, known: str) -> bool:
    """Take away what this edition no longer has, unless a person changed it."""
    inside = path.is_file() and _checksum(path) == known
    if inside:
        path.unlink()
    return inside
