"""Copies that programs leave beside a file: of a sync client, of a puller, of a file manager."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from unicodedata import category, normalize

__all__ = ["copies_below", "is_copy", "may_be_copy", "without_copies"]

# Where copies are looked for, below the folder of the course.
_PLACES: tuple[str, ...] = (
    "modules*",
    "datasets*",
    "modules/*",
    "modules/*/*.md",
    "modules/exercises/*",
)
_PLACES += ("modules/exercises/*/*.md", "datasets/*", "datasets/*/*")
_NAMED = {".md", ".ipynb"}  # what is called by its name

# A name of the course has letters, digits and "_"; these marks are those of programs.
_COPY = r"(copy|kopie|copie|copia|kopia|cópia|копия|bak|backup|副本|的副本|のコピー|コピー|복사본)"
_MARKS = re.compile(
    rf"""
    [^\w-]                           # start_line (1), start_line 2, start_line（1）, ~start_line
    | ^_                             # a Mac's drive
    | _{{1,2}}\d{{14}}$                 # nbgitpuller: start_line__20221104104101
    | (?i:[_-](conflict|冲突))        # start_line_conflict-20221104-104101
    | (?i:-{_COPY}\d*$)
    | -[A-Z0-9]*[A-Z][A-Z0-9]*(-|$)  # start_line-DESKTOP-1
    """,
    re.VERBOSE,
)
# What makes a copy of a name that lies beside it; "part_2" beside "part" is a thing of its own.
_AFTER = re.compile(
    rf"""
    -                                # start_line-janes-laptop
    | (?i:_?{_COPY}\d*$)
    | _\d{{4}}-?\d\d-?\d\d\b         # start_line_2022-11-04
    | _\d{{8}}_\d{{6}}$                # start_line_20221104_104101
    | _[A-Z0-9-]*[A-Z][A-Z0-9-]+(_|$)  # start_line_DESKTOP-1, start_line_LOCAL_1234 of Git
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"(?i)^(copy|kopie|copie|copia|kopia)[_-](of|von|de|di|da)[_-]")


def is_copy(name: str, beside: Container[str] = ()) -> bool:
    """Say whether a name, without its ending, is that of a copy and not of a thing of its own.

    Parameters
    ----------
    name : str
        Of a file or a folder of the course.
    beside : container of str
        The names beside it; what follows one of them may be the name of a computer or a date.

    Examples
    --------
    >>> is_copy("start_line"), is_copy("start_line (1)"), is_copy("start_line__20221104104101")
    (False, True, True)
    >>> is_copy("start_line-janes-laptop"), is_copy("start_line-janes-laptop", {"start_line"})
    (False, True)
    """
    plain = _letters(name)
    if _MARKS.search(plain) or _BEFORE.match(plain):
        return True
    return may_be_copy(name) and any(
        plain[:n] in beside and _AFTER.match(plain, n) for n in range(1, len(plain))
    )


def may_be_copy(name: str) -> bool:
    """Say whether a name is that of a copy if the name of what it was made of lies beside it.

    Parameters
    ----------
    name : str

    Examples
    --------
    >>> may_be_copy("start_line"), may_be_copy("start_line_LOCAL_1234")
    (False, True)
    """
    return bool(_AFTER.search(_letters(name), 1))


@lru_cache(maxsize=2000)  # the same names are asked about for every exercise that is loaded
def _letters(name: str) -> str:
    """Give a name without the marks above and below letters that some drives write apart."""
    return "".join(c for c in normalize("NFC", name) if not category(c).startswith("M"))


def without_copies(paths: Iterable[Path]) -> list[Path]:
    """Leave out the copies among the files or folders of one place.

    Parameters
    ----------
    paths : iterable of Path

    Examples
    --------
    >>> without_copies([Path("rank.md"), Path("rank-PC7.md")])
    [PosixPath('rank.md')]
    """
    names = {path: _name(path) for path in paths}
    beside = set(names.values())
    return [path for path, name in names.items() if not is_copy(name, beside - {name})]


def copies_below(root: Path) -> list[Path]:
    """List the copies of a course, hidden companions of files left out.

    Parameters
    ----------
    root : Path
        The folder that holds ``modules``. A folder that is a copy is named without what is in it.

    Examples
    --------
    >>> copies_below(Path("no_such_folder"))
    []
    """
    found: list[Path] = []
    for path in _copied(root):
        if not any(folder in found for folder in path.parents):
            found.append(path)
    return found


def _copied(root: Path) -> Iterator[Path]:
    for pattern in _PLACES:
        parts = sorted(root.glob(pattern))
        for folder in sorted({path.parent for path in parts}):
            near = [path for path in parts if path.parent == folder]
            own = without_copies(near)
            odd = [path for path in near if path not in own and not path.name.startswith(".")]
            yield from (path for path in odd if path.suffix in _NAMED or _is_of_another(path, near))


def _is_of_another(path: Path, near: list[Path]) -> bool:
    """Say whether the thing that a copy was made of lies beside it."""
    return any(_name(other) in _name(path) for other in near if other != path)


def _name(path: Path) -> str:
    return path.name if path.is_dir() else path.stem
