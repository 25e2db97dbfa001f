"""A Common Cartridge: modules as links, assignments with rubrics, questions to discuss."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..content.library import Library
from ..content.markup import to_html
from ..errors import WorkbookError
from ..html import Markup, element, page
from ..words import language, word, words
from .site import Site
from .xml import below, written

__all__ = ["Part", "Version", "cartridge", "first_cartridge", "parts_of"]

XSD = "http://www.imsglobal.org/xsd/"
TASK = f"{XSD}imscc_extensions/assignment"
HEADING = re.compile(r"^## +(.+?)\s*$", re.MULTILINE)


class Part(NamedTuple):
    """One thing of the cartridge.

    Parameters
    ----------
    kind : str
        ``link``, ``topic`` or ``task``.
    name, title, text : str
        Its identifier, its title, and an address (of a link) or HTML.

    Examples
    --------
    >>> Part("link", "m01", "Roots", "https://course.example/01.html").title
    'Roots'
    """

    kind: str
    name: str
    title: str
    text: str


class Version(NamedTuple):
    """The names of one version; what takes in cartridges looks at them and takes no other.

    Parameters
    ----------
    minor : int
        3, or 1: for systems that read no later one (Moodle). It has no assignments, so they
        travel as pages.

    Examples
    --------
    >>> Version(1).type_of(Part("topic", "talk-01", "To discuss", "<p>Why?</p>"))
    'imsdt_xmlv1p1'
    """

    minor: int

    def space(self, name: str) -> str:
        """Give a namespace: ``imscp``, ``imswl_v1p`` or ``imsdt_v1p``."""
        number = "_v1p1" if name == "imscp" else self.minor
        return f"{XSD}imsccv1p{self.minor}/{name}{number}"

    @property
    def lom(self) -> str:
        """The namespace of what is said of the whole."""
        return f"http://ltsc.ieee.org/xsd/imsccv1p{self.minor}/LOM/manifest"

    def type_of(self, part: Part) -> str:
        """Give the type of a resource."""
        task = "webcontent" if self.minor == 1 else "assignment_xmlv1p0"
        names = {"link": "imswl_xmlv1p", "topic": "imsdt_xmlv1p"}
        return f"{names[part.kind]}{self.minor}" if part.kind in names else task

    def file_of(self, part: Part) -> str:
        """Say where a part lies in the cartridge."""
        ending = "html" if self.type_of(part) == "webcontent" else "xml"
        return f"{part.name}/{part.kind}.{ending}"


def cartridge(site: Site, library: Library) -> dict[str, bytes]:
    """Give the files of a cartridge of version 1.3.

    Parameters
    ----------
    site : Site
        An address: a cartridge links the course and does not hold it.
    library : Library

    References
    ----------
    IMS Global Learning Consortium (2013). Common Cartridge Specification, version 1.3.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> made = cartridge(Site("https://course.example/"), Library(packaged_course()))
    >>> "module-01/link.xml" in made
    True
    """
    return _made(site, library, Version(3))


def first_cartridge(site: Site, library: Library) -> dict[str, bytes]:
    """Give the files of a cartridge of version 1.1, whose assignments are pages.

    Parameters
    ----------
    site : Site
        An address.
    library : Library

    References
    ----------
    IMS Global Learning Consortium (2011). Common Cartridge Specification, version 1.1.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> made = first_cartridge(Site("https://course.example/"), Library(packaged_course()))
    >>> "task-1/task.html" in made
    True
    """
    return _made(site, library, Version(1))


def _made(site: Site, library: Library, version: Version) -> dict[str, bytes]:
    if site.folder is not None:
        raise WorkbookError(word("package", "needs_address"))
    parts = list(parts_of(site, library))
    made = {version.file_of(part): _file(part, version) for part in parts}
    return {"imsmanifest.xml": _manifest(parts, version), **made}


def parts_of(site: Site, library: Library) -> Iterator[Part]:
    """Give the start and the modules, each with its questions; then the assignments.

    Parameters
    ----------
    site : Site
    library : Library

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> parts = parts_of(Site("https://course.example/"), Library(packaged_course()))
    >>> next(parts).text
    'https://course.example/00_start_here.html'
    """
    leaders = library.modules_folder / "facilitators"
    questions = {title.partition(":")[0].strip(): text
                 for title, text in _sections(leaders / "discussion.md")}  # fmt: skip
    for module in library.modules():
        yield Part("link", f"module-{module.number}", module.title, site.module(module.name))
        if module.name in questions:
            asked = word("package", "discuss", module=module.title)
            yield Part("topic", f"talk-{module.number}", asked, to_html(questions[module.name]))
    for n, (title, text) in enumerate(_sections(leaders / "assignments.md"), 1):
        yield Part("task", f"task-{n}", title, to_html(text))


def _sections(path: Path) -> list[tuple[str, str]]:
    """Give heading and text of each second-level section; nothing where there is no such file."""
    if not path.is_file():
        return []
    _, *found = HEADING.split(path.read_text(encoding="utf-8"))
    return [(found[n], found[n + 1].strip()) for n in range(0, len(found), 2)]


def _file(part: Part, version: Version) -> bytes:
    if part.kind == "link":
        return _link(part, version.space("imswl_v1p"))
    if part.kind == "topic":
        return _topic(part, version.space("imsdt_v1p"))
    return _page(part) if version.minor == 1 else _task(part)


def _link(part: Part, space: str) -> bytes:
    root = Element(f"{{{space}}}webLink")
    below(root, f"{{{space}}}title", part.title)
    below(root, f"{{{space}}}url", href=part.text, target="_blank")
    return written(root, {"": space})


def _topic(part: Part, space: str) -> bytes:
    root = Element(f"{{{space}}}topic")
    below(root, f"{{{space}}}title", part.title)
    below(root, f"{{{space}}}text", part.text, texttype="text/html")
    return written(root, {"": space})


def _page(part: Part) -> bytes:
    return page(part.title, element("h1", part.title), Markup(part.text)).encode()


def _task(part: Part) -> bytes:
    root = Element(f"{{{TASK}}}assignment", {"identifier": part.name})
    below(root, f"{{{TASK}}}title", part.title)
    below(root, f"{{{TASK}}}text", part.text, texttype="text/html")
    below(root, f"{{{TASK}}}gradable", "false")
    forms = below(root, f"{{{TASK}}}submission_formats")
    for form in ("file", "text"):
        below(forms, f"{{{TASK}}}format", type=form)
    return written(root, {"": TASK})


def _manifest(parts: list[Part], version: Version) -> bytes:
    space = version.space("imscp")
    cp = f"{{{space}}}"
    root = Element(f"{cp}manifest", {"identifier": "modeling-equality"})
    _metadata(root, version)
    all_ = below(root, f"{cp}organizations")
    tree = below(all_, f"{cp}organization", identifier="course", structure="rooted-hierarchy")
    top = below(tree, f"{cp}item", identifier="all")
    for part in parts:
        item = below(top, f"{cp}item", identifier=f"show-{part.name}", identifierref=part.name)
        below(item, f"{cp}title", part.title)
    resources = below(root, f"{cp}resources")
    for part in parts:
        kind, name = version.type_of(part), version.file_of(part)
        about = {"identifier": part.name, "type": kind}
        about |= {"href": name} if kind == "webcontent" else {}
        below(below(resources, f"{cp}resource", **about), f"{cp}file", href=name)
    return written(root, {"": space, "lomimscc": version.lom})


def _metadata(root: Element, version: Version) -> None:
    cp, lom = f"{{{version.space('imscp')}}}", f"{{{version.lom}}}"
    about = below(root, f"{cp}metadata")
    below(about, f"{cp}schema", "IMS Common Cartridge")
    below(about, f"{cp}schemaversion", f"1.{version.minor}.0")
    general = below(below(about, f"{lom}lom"), f"{lom}general")
    for name, text in (("title", "course"), ("description", "about_course")):
        said = words("package")[text]
        below(below(general, f"{lom}{name}"), f"{lom}string", said, language=language())
