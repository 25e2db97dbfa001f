"""The guide as one page that needs nothing from elsewhere."""

import re
from itertools import count
from pathlib import Path

from ..content.markup import plain_words, to_html
from ..design import stylesheet
from ..html import Markup, bullets, element, page
from ..words import word, words

__all__ = ["HEAD", "guide_page"]

HEADING = re.compile(r"<h([1-4])>(.*?)</h\1>", re.DOTALL)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEAD_CELL = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td\b([^>]*)>")
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
)
HERE = Path(__file__).parent


def guide_page(markdown: str) -> str:
    r"""Turn the guide into a page with a table of contents.

    Parameters
    ----------
    markdown : str
        From `workbook.guide.book`.

    Examples
    --------
    >>> made = guide_page("# Guide to lead\n\n## Before\n\nAsk.")
    >>> '<h2 id="part-2">Before</h2>' in made
    True
    """
    found: list[tuple[int, str, str]] = []

    def named(match: re.Match[str]) -> str:
        level, text = int(match[1]), match[2]
        found.append((level, f"part-{len(found) + 1}", text))
        return f'<h{level} id="part-{len(found)}">{text}</h{level}>'

    body = HEADING.sub(named, to_html(markdown))
    numbers = count(1)
    body = TABLE.sub(lambda table: _region(table[0], next(numbers)), body)
    links = [element("a", Markup(text), href=f"#{name}") for n, name, text in found if n == 2]
    title = plain_words(markdown.splitlines()[0].lstrip("# "))
    contents = element("nav", element("h2", words("guide")["contents"]), bullets(links))
    head, _, rest = body.partition("</h1>")
    whole = element("main", Markup(f"{head}</h1>"), contents, Markup(rest))
    style = stylesheet() + (HERE / "guide.css").read_text(encoding="utf-8")
    return page(title, whole, style=style, head=HEAD)


def _region(table: str, n: int) -> str:
    """Let a wide table be scrolled by keyboard, and name its cells for a narrow page."""
    heads = HEAD_CELL.findall(table)

    def row(found: re.Match[str]) -> str:
        names = iter(heads)
        return CELL.sub(lambda cell: f'<td data-label="{next(names, "")}"{cell[1]}>', found[0])

    region = {"role": "region", "tabindex": "0", "aria_label": word("guide", "table", n=n)}
    return element("div", Markup(ROW.sub(row, table)), class_="wide", **region)
