"""A cmi5 package: one assignable unit, complete when the learner says so."""

from xml.etree.ElementTree import Element

from ..content.library import Library
from ..words import language, words
from .launch import launch_page
from .site import START, Site
from .xml import below, written

__all__ = ["cmi5"]

COURSE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
NAME = "https://modeling-equality.invalid/course"  # an identifier, not an address


def cmi5(site: Site, library: Library) -> dict[str, bytes]:
    """Give the files of the package.

    Parameters
    ----------
    site : Site
    library : Library
        Not used: the page opens the whole course.

    References
    ----------
    ADL (2016). cmi5 Specification Profile for xAPI, Quartz.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> library = Library(packaged_course())
    >>> b'moveOn="Completed"' in cmi5(Site("https://course.example/"), library)["cmi5.xml"]
    True
    """
    return {"cmi5.xml": _structure(), START: launch_page(site, "cmi5")}


def _structure() -> bytes:
    at, said = f"{{{COURSE}}}", words("package")
    root = Element(f"{at}courseStructure")
    course = below(root, f"{at}course", id=NAME)
    unit = below(root, f"{at}au", id=f"{NAME}/open", moveOn="Completed", launchMethod="OwnWindow")
    for parent in (course, unit):
        for name, text in (("title", said["course"]), ("description", said["about_course"])):
            below(below(parent, f"{at}{name}"), f"{at}langstring", text, lang=language())
    below(unit, f"{at}url", START)
    return written(root, {"": COURSE})
