"""One package in one of four forms, as the bytes of a zip file."""

from collections.abc import Mapping
from pathlib import Path

from ..content.library import Library
from .archive import zipped
from .cartridge import cartridge, first_cartridge
from .cmi5 import cmi5
from .scorm import scorm12
from .site import Site

__all__ = ["FORMATS", "Site", "package"]

FORMATS = {"scorm12": scorm12, "cmi5": cmi5, "imscc": cartridge}
FORMATS["imscc11"] = first_cartridge


def package(form: str, site: Site, root: Path) -> bytes:
    """Make a package; the same course and site give the same bytes.

    Parameters
    ----------
    form : str
        ``scorm12``, ``cmi5``, ``imscc`` or ``imscc11``.
    site : Site
        Where the course can be opened.
    root : Path
        Folder of the course.

    Returns
    -------
    bytes
        A zip file.

    Raises
    ------
    workbook.errors.WorkbookError
        When a form cannot hold such a site.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> made = package("scorm12", Site("https://course.example/"), packaged_course())
    >>> made[:2]
    b'PK'
    """
    files: Mapping[str, bytes] = FORMATS[form](site, Library(root))
    return zipped({**files, **site.files()})
