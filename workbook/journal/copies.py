"""Copies of the journal that a sync client or a person has left beside it."""

from pathlib import Path
from typing import NamedTuple

from workbook.errors import JournalError
from workbook.journal.export import read_export
from workbook.journal.store import Journal

__all__ = ["Copy", "copies"]

_FOLDER = "my-work"
_MOST = 50_000_000  # bytes; what is larger is no journal


class Copy(NamedTuple):
    """A file beside the journal with answers that the journal does not have.

    Parameters
    ----------
    name : str
        Its name, with that of its folder where that is a copy too.
    path : Path
    entries : int
        How many saved answers are only there.
    exercises : int
        To how many exercises.

    Examples
    --------
    >>> Copy("journal (1).jsonl", Path("journal (1).jsonl"), 3, 2).exercises
    2
    """

    name: str
    path: Path
    entries: int
    exercises: int


def copies(journal: Journal) -> list[Copy]:
    """Find the copies that hold answers which are not in the journal.

    Parameters
    ----------
    journal : Journal

    Examples
    --------
    >>> copies(Journal("no_file.jsonl"))
    []
    """
    found = _candidates(journal.path)
    if not found:
        return []
    known = {entry.id for entry in journal.entries()}
    made = [_copy(path, journal.path, known) for path in found]
    return [copy for copy in made if copy.entries]


def _candidates(path: Path) -> list[Path]:
    """List the files whose name is that of the journal with something before it or after it."""
    here = path.parent
    try:
        folders = _named(here.parent, _FOLDER) if here.name == _FOLDER else []
        near = [found for folder in {here, *folders} for found in _named(folder, path.stem)]
        return sorted(p for p in near if p != path and _may_be(p))
    except OSError:
        return []


def _named(folder: Path, name: str) -> list[Path]:
    found = folder.iterdir() if folder.is_dir() else []
    return [p for p in found if name.lower() in p.name.lower()]


def _may_be(path: Path) -> bool:
    odd = path.name.startswith(".") or path.suffix in (".lock", ".part")
    return not odd and path.is_file() and path.stat().st_size < _MOST


def _copy(path: Path, journal: Path, known: set[str]) -> Copy:
    try:
        entries = [entry for entry in read_export(path)[0] if entry.id not in known]
    except JournalError:
        entries = []
    name = path.name if path.parent == journal.parent else f"{path.parent.name}/{path.name}"
    ids = {entry.id for entry in entries}
    return Copy(name, path, len(ids), len({entry.exercise for entry in entries}))
