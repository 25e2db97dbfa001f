"""Find the course on disk and load its exercises by their ids."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..errors import ContentError, WorkbookError
from ..words import word
from .copies import copies_below, may_be_copy, without_copies
from .model import Exercise, Module
from .plugins import plugin
from .reader import FOLDERS, exercise_id, module_number, read_exercise, read_module

__all__ = ["PACKAGE", "Library", "find_course", "packaged_course"]

PACKAGE = Path(__file__).resolve().parent.parent


def packaged_course() -> Path:
    """Give the course that travels with the installed package.

    Returns
    -------
    pathlib.Path
        The folder that holds ``modules`` and ``datasets``: inside the wheel, or the checkout.

    Examples
    --------
    >>> (packaged_course() / "modules").is_dir()
    True
    """
    shipped = PACKAGE / "course"
    return shipped if (shipped / "modules").is_dir() else PACKAGE.parent


def find_course(start: str | os.PathLike | None = None) -> Path:
    """Find the course folder at or above a folder.

    Parameters
    ----------
    start : path, optional
        Where to begin; the current folder when left out.

    Returns
    -------
    pathlib.Path
        The folder that holds ``modules/exercises``.

    Raises
    ------
    WorkbookError
        When no folder on the way up holds a course.

    Examples
    --------
    >>> find_course(packaged_course() / "modules") == packaged_course()
    True
    """
    here = Path(start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "modules" / "exercises").is_dir():
            return folder
    raise WorkbookError(word("library", "no_course", folder=here))


class Library:
    """The exercises and modules of one course folder.

    Parameters
    ----------
    root : path
        The folder that holds ``modules``.

    Examples
    --------
    >>> library = Library(packaged_course())
    >>> library.exercise("00/what_it_claims").kind
    'choice'
    """

    def __init__(self, root: str | os.PathLike):
        self.root = Path(root)
        self.modules_folder = self.root / "modules"
        self._read: dict[Path, tuple[int, Any]] = {}

    def module_folders(self) -> list[Path]:
        """List the folders of exercises in course order, one for each module."""
        found = (self.modules_folder / "exercises").glob("[0-9][0-9]_*")
        return sorted(without_copies(path for path in found if path.is_dir()))

    def notebooks(self) -> list[Path]:
        """List the notebooks of the course in its order; copies of one are none."""
        return sorted(without_copies(self.modules_folder.glob("*.ipynb")))

    def copies(self) -> list[Path]:
        """List what a sync client, a puller or a file manager has left beside parts of the course.

        None of it is an exercise, a module or data, whatever it holds.
        """
        return copies_below(self.root)

    def _folders(self, module: str | None) -> list[Path]:
        """List the folders that may hold exercises of a module, or of any."""
        beside = [path for path in map(self.modules_folder.joinpath, FOLDERS) if path.is_dir()]
        own = [f for f in self.module_folders() if module in (None, f.name[:2])]
        return [*own, *beside]

    def files(self, module: str | None = None) -> Iterator[Path]:
        """Give every exercise file, or those of one module such as ``"01"``."""
        folders = self._folders(module)
        found = (path for folder in folders for path in without_copies(folder.glob("*.md")))
        own = (p for p in found if p.stem != "module" and module in (None, module_number(p)))
        yield from sorted(own, key=exercise_id)

    def path(self, exercise: str) -> Path:
        """Give the file of an exercise id such as ``"01/who_does_it_protect"``."""
        number, _, name = str(exercise).partition("/")
        for folder in self._folders(number):
            path = folder / f"{name}.md"
            if not path.is_file() or path not in without_copies([path, *_beside(path)]):
                continue
            if number in (module_number(path), FOLDERS.get(folder.name, number)):
                return path
        file = f"modules/exercises/{number or '01'}_.../{name or 'name'}.md"
        raise WorkbookError(word("library", "no_exercise", exercise=exercise, file=file))

    def exercise(self, exercise_id: str) -> Exercise:
        """Load one exercise; a file that has changed since is read again."""
        return self._loaded(self.path(exercise_id))

    def readable(self, module: str) -> list[Exercise]:
        """Load the exercises of a module; one that an author has broken just now is left out."""
        found = []
        for path in self.files(module):
            with contextlib.suppress(WorkbookError):
                found.append(self._loaded(path))
        return found

    def _loaded(self, path: Path) -> Exercise:
        found = self._held(path, read_exercise)
        return self._lent(found) if plugin(found.kind).borrows else found

    def _held(self, path: Path, read: Callable[[Path], Any]) -> Any:
        """Give what a file holds; it is read once, and again when it has changed."""
        stamp = path.stat().st_mtime_ns if path.exists() else 0
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            self._read[path] = known = (stamp, read(path))
        return known[1]

    def _lent(self, exercise: Exercise) -> Exercise:
        """Fill in the questions that an exercise takes from others."""
        kind = plugin(exercise.kind)
        names = {key: r.partition("#")[0] for key, r in kind.references(exercise).items()}
        if exercise.id in names.values():
            raise ContentError(exercise.place, 1, word("library", "borrows_itself"))
        earlier = {key: self.exercise(name) for key, name in names.items()}
        books = {key: self.module(e.id[:2]).notebook for key, e in earlier.items()}
        return kind.lent(exercise, earlier, books)

    def exercise_ids(self, module: str | None = None) -> list[str]:
        """List the ids of all exercises, or of one module."""
        return [exercise_id(path) for path in self.files(module)]

    def module(self, number: str) -> Module:
        """Load what the start of a module shows: title, minutes, objectives, content note."""
        for folder in self.module_folders():
            if folder.name[:2] == number:
                return self._held(folder / "module.md", read_module)
        raise WorkbookError(word("library", "no_module", module=number))

    def modules(self) -> list[Module]:
        """Load all modules in course order."""
        return [self._held(path / "module.md", read_module) for path in self.module_folders()]


def _beside(path: Path) -> list[Path]:
    """List the files that one may be a copy of by its name."""
    return list(path.parent.glob(f"*{path.suffix}")) if may_be_copy(path.stem) else []
