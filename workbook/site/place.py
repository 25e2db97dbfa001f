"""The folder that a site is built into."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from ..errors import WorkbookError
from ..words import word

__all__ = ["MARK", "check_place", "fill"]

MARK = ".workbook-site"


def check_place(out: Path, force: bool) -> None:
    """Refuse to write over what is there, unless it is a site and ``--force`` was said.

    Parameters
    ----------
    out : pathlib.Path
        The folder to fill.
    force : bool

    Raises
    ------
    WorkbookError
        When something is in the way.

    Examples
    --------
    >>> check_place(Path("not_there"), False)
    """
    if out.is_file():
        raise WorkbookError(word("site", "is_file", path=out))
    if out.is_dir() and any(out.iterdir()):
        if not (out / MARK).is_file():
            raise WorkbookError(word("site", "not_a_site", path=out))
        if not force:
            raise WorkbookError(word("site", "already_there", path=out))


def fill(out: Path, force: bool, make: Callable[[Path], None]) -> int:
    """Make a site beside its place; it comes there only when it is whole.

    Parameters
    ----------
    out : pathlib.Path
        The folder to fill.
    force : bool
        Put it in the place of a site that is there.
    make : callable
        Takes an empty folder and makes the site in its folder ``site``.

    Returns
    -------
    int
        Bytes of the site.

    Raises
    ------
    WorkbookError
        When something is in the way, or from ``make``; a site that was there stays as it was.

    Examples
    --------
    >>> out = Path(tempfile.mkdtemp()) / "public"
    >>> fill(out, False, lambda scratch: (scratch / "site").mkdir())
    0
    >>> out.is_dir()
    True
    """
    check_place(out, force)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as scratch:
        made = Path(scratch) / "site"
        make(Path(scratch))
        size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
        if out.exists():
            out.rename(Path(scratch) / "earlier")
        made.rename(out)
    return size
