"""The text of a notebook or of a page to read, as HTML whose links stay on the site."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from ...content.markup import plain_words, to_html
from ...html import escape

__all__ = ["linked_files", "page_name", "section_html", "slug"]

LINK = re.compile(r'href="([^"]*)"')
HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
ELSEWHERE = ("https:", "http:", "mailto:")


def page_name(path: str, around: str = "modules") -> str:
    """Give the name on the site of a file that a page of the course links to.

    Parameters
    ----------
    path : str
        As a link says it, without what follows ``#``.
    around : str
        The folder of the page that links.

    Examples
    --------
    >>> page_name("learners/glossary.md"), page_name("00_start_here.ipynb")
    ('learners-glossary.html', '00_start_here.html')
    >>> page_name("../datasets/timeline.csv")
    'datasets-timeline.csv'
    """
    parts = list(PurePosixPath(around).parts)
    for part in PurePosixPath(path).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    name = "-".join(parts[1:] if parts[:1] == ["modules"] else parts)
    return re.sub(r"\.(md|ipynb)$", ".html", name)


def linked_files(markdown: str, around: str = "modules") -> list[str]:
    """List the files of the course that a text links to, from the course's folder.

    Parameters
    ----------
    markdown : str
    around : str
        The folder of the page that links.

    Examples
    --------
    >>> linked_files("[Words](learners/glossary.md#ally), [there](https://example.org)")
    ['modules/learners/glossary.md']
    """
    found = []
    for target in re.findall(r"\]\(([^)#\s]+)", markdown):
        if not target.startswith(ELSEWHERE):
            parts: list[str] = list(PurePosixPath(around).parts)
            for part in PurePosixPath(target).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            found.append("/".join(parts))
    return found


def slug(text: str) -> str:
    """Give the address that JupyterLab gives a heading.

    Examples
    --------
    >>> slug("Hold up the Mirror")
    'Hold-up-the-Mirror'
    """
    return plain_words(text).replace(" ", "-")


def section_html(
    markdown: str, *, around: str = "modules", places: dict[str, str] | None = None,
    taken: Iterable[str] = (),
) -> str:  # fmt: skip
    """Render a text; links to other files of the course lead to their pages on the site.

    Parameters
    ----------
    markdown : str
    around : str
        The folder of the page.
    places : dict, optional
        Address of a heading as the notebook knows it -> as this page does.
    taken : iterable of str
        Addresses that the page has already.

    Examples
    --------
    >>> section_html("[Begin](01_colonial_roots.ipynb#two-words)")
    '<p><a href="01_colonial_roots.html#two-words">Begin</a></p>'
    """
    known, used = places or {}, set(taken)

    def turned(found: re.Match[str]) -> str:
        target = found[1]
        if target.startswith(ELSEWHERE):
            return found[0]
        path, _, part = target.partition("#")
        name = page_name(path, around) if path else ""
        at = f"#{known.get(part, part)}" if part else ""
        return f'href="{escape(name + at)}"'

    def named(found: re.Match[str]) -> str:
        at = slug(re.sub("<[^>]+>", "", found[2]))
        if at in used or at in known:
            return found[0]
        used.add(at)
        return f'<h{found[1]} id="{escape(at)}">{found[2]}</h{found[1]}>'

    drawn = HEADING.sub(named, LINK.sub(turned, to_html(markdown)))
    return TABLE.sub(lambda table: f'<div class="wide" tabindex="0">{table[0]}</div>', drawn)
