"""The folder that a site is built into."""

from pathlib import Path

from ..errors import WorkbookError
from ..words import word

__all__ = ["MARK", "check_place"]

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
