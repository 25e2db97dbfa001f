"""What stands around every page: its head, the way through the course, size of type, footer."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...html import Markup, element, fragment, page
from ...words import word, words

__all__ = ["Page", "framed"]

STYLE = "light.css"
PROGRAM = "light.js"
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    f'<link rel="stylesheet" href="{STYLE}">'
    '<link rel="manifest" href="manifest.webmanifest">'
    '<link rel="icon" href="icon.svg" type="image/svg+xml">'
)


@dataclass(frozen=True)
class Page:
    """One page of the site.

    Parameters
    ----------
    name, title : str
        The name of its file, and its heading.
    body : Markup
        What stands below the heading.
    alive : tuple of str
        The script of its first exercise; none for a page to read.

    Examples
    --------
    >>> Page("x.html", "X", Markup("")).alive
    ()
    """

    name: str
    title: str
    body: Markup
    alive: tuple[str, ...] = ()


def framed(one: Page, modules: Sequence[tuple[str, str]], base_url: str = "") -> Markup:
    """Put a page into its frame.

    Parameters
    ----------
    one : Page
    modules : sequence of (str, str)
        Name of the file and title of each module, in order.
    base_url : str
        The address of the site, as far as it is known.

    Examples
    --------
    >>> framed(Page("x.html", "X & Y", Markup("")), [("x.html", "X & Y")])[:15]
    '<!doctype html>'
    """
    said = words("light_page")
    ahead = _wanted(one)
    address = "" if one.name == "index.html" else one.name
    canonical = f'<link rel="canonical" href="{base_url}{address}">' if base_url else ""
    links = [_link(name, title, one.name) for name, title in modules]
    links.append(_link("answers.html", said["yours"], one.name))
    large = element(
        "label",
        Markup('<input type="checkbox" id="large">'),
        f" {said['large']}",
    )
    top = element(
        "header",
        element("a", said["skip"], href="#text", class_="skip"),
        element("a", said["course"], href="index.html", class_="home"),
        element(
            "details",
            element("summary", said["modules"]),
            element("nav", element("ul", *links), aria_label=said["modules"]),
        ),
        large,
        element("button", said["print"], type="button", data_print=""),
        class_="top",
    )
    bar = element("div", data_bar="", class_="bar")
    none = element("p", said["no_storage"], class_="no-storage") if one.alive else ""
    still = element("noscript", element("p", said["no_script"])) if one.alive else ""
    title = element("h1", one.title)
    main = element("main", title, none, still, one.body, _turn(one, modules), id="text")
    foot = element(
        "footer",
        element("p", _where()),
        element("p", said["offline"]),
        class_="foot",
    )
    return page(one.title, top, bar, main, foot, head=HEAD + canonical + ahead)


def _wanted(one: Page) -> str:
    """Let the browser fetch at once what the first exercise of the page needs."""
    scripts = (f'<link rel="modulepreload" href="{name}">' for name in one.alive)
    return "".join([f'<script type="module" async src="{PROGRAM}"></script>', *scripts])


def _link(name: str, title: str, here: str) -> Markup:
    current = "page" if name == here else None
    return element("li", element("a", title, href=name, aria_current=current))


def _turn(one: Page, modules: Sequence[tuple[str, str]]) -> Markup:
    """Give the links to the modules before and after this one."""
    names = [name for name, _ in modules]
    if one.name not in names:
        return Markup("")
    at, links = names.index(one.name), []
    for key, n in (("before", at - 1), ("next", at + 1)):
        if 0 <= n < len(modules):
            name, title = modules[n]
            links.append(element("a", word("light_page", key, title=title), href=name))
    return element("p", *links, class_="turn")


def _where() -> Markup:
    safety = words("safety")
    said = word("light_page", "where", lies=safety["lies_browser"], warns=safety["warns_browser"])
    yours = element("a", words("light_page")["yours"], href="answers.html")
    return fragment(f"{said} ", yours)
