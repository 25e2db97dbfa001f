"""The one page that a learning system shows: a way into the course, and a button to be done."""

import json
from pathlib import Path

from ..design import stylesheet
from ..html import Markup, element, page
from ..words import word, words
from .site import Site

__all__ = ["launch_page"]

HERE = Path(__file__).parent
SHOWN = ("ready", "told", "not_told", "no_system", "already", "review")
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
)


def launch_page(site: Site, script: str) -> bytes:
    """Write the page.

    Parameters
    ----------
    site : Site
        What its link opens.
    script : str
        Name of the script that speaks with the system, ``scorm12`` or ``cmi5``.

    Returns
    -------
    bytes
        One page; it asks nothing of any other address than the system's own.

    Examples
    --------
    >>> b"lesson_status" in launch_page(Site("https://course.example/"), "scorm12")
    True
    """
    said = words("package")
    ours = {name: said[name] for name in SHOWN}
    told = json.dumps(ours, ensure_ascii=False).replace("<", "\\u003c")
    code = f"const WORDS = {told};\n{_file('launch.js')}\n{_file(f'{script}.js')}"
    body = element(
        "main",
        element("h1", said["course"]),
        element("p", said["opens"]),
        element("p", element("a", said["open"], href=site.start, target="_blank", rel="noopener")),
        element("h2", said["done_heading"]),
        element("p", said["done_about"]),
        element("p", element("button", said["done"], type="button", id="done", disabled="")),
        element("p", "", role="status", id="status"),
        element("h2", said["learns_heading"]),
        element("p", word("package", f"learns_{script}")),
        element("p", said["kept_inside" if site.folder else "kept"]),
        element("script", Markup(code)),
    )
    style = stylesheet() + _file("launch.css")
    return page(said["course"], body, style=style, head=HEAD).encode()


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
