"""A Common Cartridge 1.3: modules as links, assignments with rubrics, questions to discuss."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ..content.library import Library
from ..content.markup import to_html
from ..errors import WorkbookError
from ..words import language, word, words
from .site import Site
from .xml import below, written

__all__ = ["Part", "cartridge", "parts_of"]

CC = "http://www.imsglobal.org/xsd/imsccv1p3/"
CP = f"{CC}imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
LINK, TOPIC = f"{CC}imswl_v1p3", f"{CC}imsdt_v1p3"
TASK = "http://www.imsglobal.org/xsd/imscc_extensions/assignment"
TYPES = {"link": "imswl_xmlv1p3", "topic": "imsdt_xmlv1p3", "task": "assignment_xmlv1p0"}
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
    >>> Part("link", "m01", "Roots", "https://course.example/01.html").file
    'm01/link.xml'
    """

    kind: str
    name: str
    title: str
    text: str

    @property
    def file(self) -> str:
        """Where it lies in the cartridge."""
        return f"{self.name}/{self.kind}.xml"


def cartridge(site: Site, library: Library) -> dict[str, bytes]:
    """Give the files of the cartridge.

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
    if site.folder is not None:
        raise WorkbookError(word("package", "needs_address"))
    parts = list(parts_of(site, library))
    made = {part.file: _file(part) for part in parts}
    return {"imsmanifest.xml": _manifest(parts), **made}


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


def _file(part: Part) -> bytes:
    return {"link": _link, "topic": _topic, "task": _task}[part.kind](part)


def _link(part: Part) -> bytes:
    root = Element(f"{{{LINK}}}webLink")
    below(root, f"{{{LINK}}}title", part.title)
    below(root, f"{{{LINK}}}url", href=part.text, target="_blank")
    return written(root, {"": LINK})


def _topic(part: Part) -> bytes:
    root = Element(f"{{{TOPIC}}}topic")
    below(root, f"{{{TOPIC}}}title", part.title)
    below(root, f"{{{TOPIC}}}text", part.text, texttype="text/html")
    return written(root, {"": TOPIC})


def _task(part: Part) -> bytes:
    root = Element(f"{{{TASK}}}assignment", {"identifier": part.name})
    below(root, f"{{{TASK}}}title", part.title)
    below(root, f"{{{TASK}}}text", part.text, texttype="text/html")
    below(root, f"{{{TASK}}}gradable", "false")
    forms = below(root, f"{{{TASK}}}submission_formats")
    for form in ("file", "text"):
        below(forms, f"{{{TASK}}}format", type=form)
    return written(root, {"": TASK})


def _manifest(parts: list[Part]) -> bytes:
    cp = f"{{{CP}}}"
    root = Element(f"{cp}manifest", {"identifier": "modeling-equality"})
    _metadata(root)
    all_ = below(root, f"{cp}organizations")
    tree = below(all_, f"{cp}organization", identifier="course", structure="rooted-hierarchy")
    top = below(tree, f"{cp}item", identifier="all")
    for part in parts:
        item = below(top, f"{cp}item", identifier=f"show-{part.name}", identifierref=part.name)
        below(item, f"{cp}title", part.title)
    resources = below(root, f"{cp}resources")
    for part in parts:
        one = below(resources, f"{cp}resource", identifier=part.name, type=TYPES[part.kind])
        below(one, f"{cp}file", href=part.file)
    return written(root, {"": CP, "lomimscc": LOM})


def _metadata(root: Element) -> None:
    cp, lom = f"{{{CP}}}", f"{{{LOM}}}"
    about = below(root, f"{cp}metadata")
    below(about, f"{cp}schema", "IMS Common Cartridge")
    below(about, f"{cp}schemaversion", "1.3.0")
    general = below(below(about, f"{lom}lom"), f"{lom}general")
    for name, text in (("title", "course"), ("description", "about_course")):
        said = words("package")[text]
        below(below(general, f"{lom}{name}"), f"{lom}string", said, language=language())
