"""Where the course can be opened: an address, or a folder that travels in the package."""

import re
from pathlib import Path

from ..errors import WorkbookError
from ..html import site_address
from ..words import word

__all__ = ["Site"]

INSIDE = "course/"  # where a folder lies in the package
START = "index.html"
WEB = re.compile(r"\s*https?:", re.IGNORECASE)


class Site:
    """An address or a folder made by `workbook site`.

    Parameters
    ----------
    place : str
        ``https://...``, or a folder with an ``index.html``.

    Raises
    ------
    workbook.errors.WorkbookError
        When it is neither.

    Examples
    --------
    >>> Site("https://course.example/here").module("01_colonial_roots")
    'https://course.example/here/01_colonial_roots.html'
    """

    def __init__(self, place: str):
        self.folder: Path | None = None
        if WEB.match(place):
            self.address = site_address(place)
            if not self.address:
                raise WorkbookError(word("package", "no_address", text=place[:60]))
            return
        self.folder, self.address = Path(place), INSIDE
        if not (self.folder / START).is_file():
            raise WorkbookError(word("package", "no_site", path=self.folder))

    @property
    def start(self) -> str:
        """The address of the first page, from the package's own page."""
        return self.address + START

    def module(self, stem: str) -> str:
        """Give the address of a module.

        Parameters
        ----------
        stem : str
            Name of its notebook, without the ending.
        """
        return f"{self.address}{stem}.html"

    def files(self) -> dict[str, bytes]:
        """Give what travels in the package; nothing for an address."""
        if self.folder is None:
            return {}
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {INSIDE + path.relative_to(self.folder).as_posix(): path.read_bytes()
                for path in paths}  # fmt: skip
