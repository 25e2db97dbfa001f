"""The pages of several outcomes as one page, with a list of them on top."""

import re
from collections.abc import Mapping

from ..html import escape
from ..words import word

__all__ = ["joined_pages"]

MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
OWN = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"')
LINK = re.compile(r'(url\(|href=")#')


def joined_pages(pages: Mapping[str, str], title: str) -> str:
    """Join whole pages into one.

    Parameters
    ----------
    pages : mapping of str to str
        The page of each outcome.
    title : str
        What stands above them.

    Examples
    --------
    >>> one = "<html><head><title>x</title></head><main><h1>a</h1></main></html>"
    >>> joined_pages({"voice": one, "trust": one}, "Both").count("<h1>")
    1
    """
    if len(pages) == 1:
        return next(iter(pages.values()))
    links, parts = [], []
    for number, (name, page) in enumerate(pages.items(), 1):
        key = f"outcome{number}"
        links.append(f'<li><a href="#{key}">{escape(name)}</a></li>')
        parts.append(f'<section id="{key}">{_renamed(_main(page), key)}</section>')
    about = escape(word("table", "outcomes_on_page", n=len(pages)))
    top = f"<h1>{escape(title)}</h1><p>{about}</p><ul>{''.join(links)}</ul>"
    whole = f"<main>{top}{''.join(parts)}</main>"
    first = next(iter(pages.values()))
    first = re.sub(r"<title>.*?</title>", lambda _: f"<title>{escape(title)}</title>", first,
                   count=1, flags=re.DOTALL)  # fmt: skip
    return MAIN.sub(lambda _: whole, first, count=1)


def _main(page: str) -> str:
    found = MAIN.search(page)
    return found[1] if found else page


def _renamed(body: str, key: str) -> str:
    """Give the names inside a page a beginning of their own, and its headings one level more."""
    body = OWN.sub(lambda m: f'{m[1]}="{" ".join(f"{key}-{n}" for n in m[2].split())}"', body)
    body = LINK.sub(rf"\g<1>#{key}-", body)
    return re.sub(r"(</?h)([1-5])\b", lambda m: f"{m[1]}{int(m[2]) + 1}", body)
