"""The pages in front of JupyterLite: one for the start and one for each module."""

import json
from pathlib import Path

from ..content.library import Library
from ..design import stylesheet
from ..html import Markup, element, page
from ..words import word, words

__all__ = ["write_pages"]

LAB = "lab/index.html?path=modules/"
STYLE = "main{max-width:40rem;margin:10vh auto;padding:0 1rem}"
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    '<link rel="manifest" href="manifest.webmanifest"><link rel="icon" href="lab/favicon.ico">'
)
SENT_ON = "location.replace(document.querySelector('main a').href + location.hash)"


def write_pages(library: Library, folder: Path, base_url: str = "") -> None:
    """Write the pages that send on, and what makes the site an app that can be installed.

    Parameters
    ----------
    library : Library
        The course.
    folder : pathlib.Path
        The site.
    base_url : str
        Its address, as far as it is known.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import packaged_course
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "manifest.webmanifest").write_text("{}")
    >>> write_pages(Library(packaged_course()), folder)
    >>> (folder / "00_start_here.html").is_file()
    True
    """
    modules = library.modules()
    for module in modules:
        name = Path(module.notebook).stem
        text = _page(module.title, f"{LAB}{module.notebook}", f"{base_url}{name}.html")
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    start = _page(words("lab")["course"], f"{LAB}{modules[0].notebook}", base_url)
    (folder / "index.html").write_text(start, encoding="utf-8")
    _write_manifest(folder / "manifest.webmanifest")


def _page(title: str, target: str, address: str) -> str:
    """Write a page that goes on by itself, and has a plain link where no script runs."""
    said = words("site_page")
    head = HEAD
    if address.startswith("http"):
        head += element("link", rel="canonical", href=address)
    body = element(
        "main",
        element("h1", title),
        element("p", element("a", said["open"], href=target)),
        element("p", said["first"]),
        element("p", said["kept"]),
        element("script", Markup(SENT_ON)),
    )
    # JupyterLite reads the settings of a page from this element; a page that has none is noisy.
    none = Markup('<script id="jupyter-config-data" type="application/json">{}</script>')
    return page(title, none, body, style=stylesheet() + STYLE, head=head)


def _write_manifest(path: Path) -> None:
    about = json.loads(path.read_text(encoding="utf-8"))
    name = word("lab", "course")
    about |= {"name": name, "short_name": name, "description": words("site_page")["app"]}
    about |= {"start_url": "./index.html", "shortcuts": []}
    path.write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
