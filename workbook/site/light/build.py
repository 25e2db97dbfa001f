"""From the course to a folder of pages: each step of `workbook site --light`."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from ...content.library import Library
from ...design import sign
from ...html import Markup, bullets, element, fragment
from ...words import words
from ..offline import write_worker
from ..place import MARK, fill
from .assets import course_facts, edition, panels, program, style
from .book import BOOK, write_book
from .module_page import Made, answers_place, module_page
from .reading import linked_files, page_name, section_html
from .shell import PROGRAM, STYLE, Page, framed
from .views import views

__all__ = ["LightPlan", "build_light"]


@dataclass(frozen=True)
class LightPlan:
    """What to build and where to.

    Parameters
    ----------
    course : pathlib.Path
        The folder that holds ``modules``.
    out : pathlib.Path
        The folder to fill.
    base_url : str
        Where the site will lie, as far as it is known.
    full : str
        The address of the full edition, as far as it is known.
    force : bool
        Replace a site that is there.
    book : bool
        Make the course as an EPUB as well.

    Examples
    --------
    >>> LightPlan(Path("course"), Path("public")).force
    False
    """

    course: Path
    out: Path
    base_url: str = ""
    full: str = ""
    force: bool = False
    book: bool = False


def build_light(plan: LightPlan) -> int:
    """Build the light edition; it takes its place only when it is whole.

    Parameters
    ----------
    plan : LightPlan

    Returns
    -------
    int
        The size of all files, in bytes.

    Raises
    ------
    WorkbookError
        When something is in the way; a site that was there stays as it was.

    Examples
    --------
    >>> build_light(LightPlan(Path("course"), Path(__file__)))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: ... is a file. Nothing was built. Name a folder.
    """
    return fill(plan.out, plan.force, lambda scratch: _make(plan, scratch / "site"))


def _make(plan: LightPlan, folder: Path) -> None:
    folder.mkdir()
    library, needed = Library(plan.course), Made()
    modules = library.modules()
    pages = [module_page(library, module, needed, plan.full) for module in modules]
    needed.views.add("answers")
    pages += [*needed.stories, *_reading_pages(library, needed, folder)]
    chapters = list(pages)
    pages += [_start(library, plan.book), _answers(), _full(plan.full)]
    names = [(f"{module.name}.html", module.title) for module in modules]
    for one in pages:
        _write(folder / one.name, framed(one, names, plan.base_url))
    for name, text in needed.texts.items():
        _write(folder / name, text)
    if plan.book:
        write_book(chapters, folder)
    for name, text in views(needed.views).items():
        _write(folder / "views" / name, text)
    _write(folder / "views" / "panels.js", panels())
    _write(folder / PROGRAM, program())
    _write(folder / "edition.js", edition())
    _write(folder / STYLE, style())
    _write(folder / "course.json", json.dumps(course_facts(library), ensure_ascii=False))
    _write(folder / "icon.svg", _icon())
    _write(folder / "manifest.webmanifest", _manifest())
    _write(folder / MARK, "light\n")
    write_worker(folder)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def _reading_pages(library: Library, needed: Made, folder: Path) -> list[Page]:
    """Write a page for each text that is linked to, and copy other files; links are followed."""
    waiting, seen, pages = sorted(needed.files), set(), []
    while waiting:
        name = waiting.pop()
        path = library.root / name
        if name in seen or path.suffix == ".ipynb" or not path.is_file():
            continue
        seen.add(name)
        around = name.rpartition("/")[0]
        if path.suffix != ".md":
            shutil.copyfile(path, folder / page_name(path.name, around))
            continue
        text = path.read_text(encoding="utf-8")
        title, _, rest = text.lstrip("# ").partition("\n")
        waiting += linked_files(text, around)
        body = Markup(section_html(rest, around=around))
        pages.append(Page(page_name(path.name, around), title.strip(), body))
    return pages


def _start(library: Library, book: bool) -> Page:
    said = words("light_page")
    links = (
        fragment(element("a", module.title, href=f"{module.name}.html"))
        for module in library.modules()
    )
    body = fragment(
        element("p", said["start_text"]),
        element("h2", said["modules"]),
        bullets(links),
        element("p", element("a", said["yours"], href="answers.html")),
        element("p", element("a", said["book"], href=BOOK)) if book else "",
        element("p", element("a", said["full_title"], href="full.html")),
    )
    return Page("index.html", said["course"], body)


def _answers() -> Page:
    said = words("light_page")
    body = fragment(element("h2", said["here"]), answers_place("my-answers"))
    return Page("answers.html", said["yours"], body, ("views/answers.js", "views/panels.js"))


def _full(full: str) -> Page:
    said = words("light_page")
    link = element("p", element("a", said["full_link"], href=full)) if full else ""
    texts = ("full_about", "full_more", "full_how", "full_bring")
    parts = (element("p", said[name]) for name in texts)
    return Page("full.html", said["full_title"], fragment(*parts, link))


def _icon() -> str:
    drawn = str(sign("relationship"))
    return (
        drawn
        if "xmlns" in drawn
        else drawn.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    )


def _manifest() -> str:
    name = words("light_page")["course"]
    icon = {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}
    about = {"name": name, "short_name": name, "start_url": "./index.html", "display": "browser",
             "icons": [icon]}  # fmt: skip
    return json.dumps(about, ensure_ascii=False, indent=1)
