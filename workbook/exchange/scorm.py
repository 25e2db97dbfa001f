"""A SCORM 1.2 package: one page, one manifest."""

from xml.etree.ElementTree import Element

from ..content.library import Library
from ..words import words
from .launch import launch_page
from .site import START, Site
from .xml import below, written

__all__ = ["scorm12"]

CP, ADLCP = (
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2",
)


def scorm12(site: Site, library: Library) -> dict[str, bytes]:
    """Give the files of the package.

    Parameters
    ----------
    site : Site
    library : Library
        Not used: the page opens the whole course.

    References
    ----------
    ADL (2001). SCORM Version 1.2, Content Aggregation Model and Run-Time Environment.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> library = Library(packaged_course())
    >>> sorted(scorm12(Site("https://course.example/"), library))
    ['imsmanifest.xml', 'index.html']
    """
    manifest = _manifest(words("package")["course"], [START, *site.files()])
    return {"imsmanifest.xml": manifest, START: launch_page(site, "scorm12")}


def _manifest(title: str, names: list[str]) -> bytes:
    cp, adl = f"{{{CP}}}", f"{{{ADLCP}}}"
    root = Element(f"{cp}manifest", {"identifier": "modeling-equality", "version": "1.0"})
    about = below(root, f"{cp}metadata")
    below(about, f"{cp}schema", "ADL SCORM")
    below(about, f"{cp}schemaversion", "1.2")
    all_ = below(root, f"{cp}organizations", default="course")
    course = below(all_, f"{cp}organization", identifier="course")
    below(course, f"{cp}title", title)
    item = below(course, f"{cp}item", identifier="open", identifierref="page")
    below(item, f"{cp}title", title)
    resources = below(root, f"{cp}resources")
    kind = {"identifier": "page", "type": "webcontent", f"{adl}scormtype": "sco", "href": START}
    page = below(resources, f"{cp}resource", **kind)
    for name in names:
        below(page, f"{cp}file", href=name)
    return written(root, {"": CP, "adlcp": ADLCP})
