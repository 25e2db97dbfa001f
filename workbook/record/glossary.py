"""The words of the course's glossary, each to be opened where it stands in a page."""

import re
from typing import Any

from ..content.library import Library
from ..content.markup import to_html

__all__ = ["FILE", "glossary"]

FILE = "learners/glossary.md"
ENTRY = re.compile(
    r"^\*\*(?P<term>[^*]+)\*\*:[ ]?(?P<text>.+?)(?=\n\s*\n|\Z)", re.MULTILINE | re.DOTALL
)
EVERYDAY = re.compile(r"<!--[^:]*:(?P<words>.*?)-->", re.DOTALL)


def glossary(library: Library) -> dict[str, Any]:
    """Read the glossary of a course; empty where it has none.

    The comment at the end of the file lists everyday words: they are explained only where a page
    links to them (``learners/glossary.md#rank``), all others where they first stand on a page.

    Parameters
    ----------
    library : Library

    Returns
    -------
    dict
        ``file``, below the folder of the modules, and ``terms``, each with its ``name`` (the part
        of a link after ``#``), ``term``, ``html`` and whether it is ``everyday``.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> found = glossary(Library(packaged_course()))["terms"][0]
    >>> found["name"], found["everyday"]
    ('as-equal-as-possible', False)
    """
    try:
        text = (library.modules_folder / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {"file": FILE, "terms": []}
    listed = EVERYDAY.search(text)
    everyday = {w.strip().lower() for w in (listed["words"] if listed else "").split(",")}
    found = [_term(match["term"], match["text"]) for match in ENTRY.finditer(text)]
    terms = [{**one, "everyday": one["term"].lower() in everyday} for one in found]
    return {"file": FILE, "terms": terms}


def _term(term: str, text: str) -> dict[str, str]:
    name = re.sub(r"[^\w]+", "-", term.lower()).strip("-")
    text = text.strip()
    return {"name": name, "term": term.strip(), "html": to_html(text[:1].upper() + text[1:])}
