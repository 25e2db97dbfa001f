"""The course as a book for e-readers (EPUB), made by pandoc from the same pages."""

import re
from collections.abc import Sequence
from pathlib import Path

from ...errors import WorkbookError
from ...html import element, escape
from ...words import language, words
from .shell import Page

__all__ = ["BOOK", "book_html", "write_book"]

BOOK = "course.epub"
# What is of no use in a book: what a script would fill in, and what leads to another program.
UNUSED = re.compile(
    r'<noscript>.*?</noscript>|<script.*?</script>|<p class="counted">.*?</p>', re.DOTALL
)
PANEL = re.compile(
    r'<div class="place" id="[^"]*"><div data-view="(?:progress|answers)".*?</div></div>',
    re.DOTALL,
)
NAME = re.compile(r'\bid="([^"]*)"')
LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
STYLE = (
    "body{line-height:1.5}img{max-width:100%}.sswp{border:1px solid;padding:.5em 1em;margin:1em 0}"
)
ELSEWHERE = ("http:", "https:", "mailto:")


def book_html(pages: Sequence[Page]) -> str:
    """Join pages into one text whose links stay inside it.

    Parameters
    ----------
    pages : sequence of Page
        In the order of the book.

    Examples
    --------
    >>> from workbook.html import Markup
    >>> one = Page("a.html", "A", Markup('<p id="x"><a href="b.html#y">On</a></p>'))
    >>> two = Page("b.html", "B", Markup('<p id="y">There.</p>'))
    >>> 'href="#b.y"' in book_html([one, two])
    True
    """
    names = {page.name: page.name.removesuffix(".html") for page in pages}
    return "\n".join(_chapter(page, names) for page in pages)


def _chapter(page: Page, names: dict[str, str]) -> str:
    own = names[page.name]

    def turned(found: re.Match[str]) -> str:
        target, more, text = found.groups()
        if target.startswith(ELSEWHERE):
            return found[0]
        path, _, part = target.partition("#")
        chapter = names.get(path or page.name)
        if chapter is None:
            return text
        at = f"{chapter}.{part}" if part else chapter
        return f'<a href="#{at}"{more}>{text}</a>'

    body = PANEL.sub("", UNUSED.sub("", page.body))
    body = LINK.sub(turned, NAME.sub(lambda found: f'id="{own}.{found[1]}"', body))
    return element("h1", page.title, id=own) + body


def write_book(pages: Sequence[Page], folder: Path) -> None:
    """Write the book beside the pages.

    Parameters
    ----------
    pages : sequence of Page
    folder : pathlib.Path
        The site, with its pictures in place.

    Raises
    ------
    WorkbookError
        Where pandoc is not installed.

    Examples
    --------
    >>> callable(write_book)
    True
    """
    try:
        import pypandoc  # type: ignore[import-untyped]
    except ImportError:
        raise WorkbookError(words("light_command")["no_pandoc"]) from None
    style = folder / "book.css"
    style.write_text(STYLE, encoding="utf-8")
    title = words("light_page")["course"]
    options = {"metadata": f"title={title}", "toc-depth": "2", "split-level": "1"}
    extra = [f"--{name}={value}" for name, value in options.items()]
    extra += [f"--metadata=lang={language()}", f"--resource-path={folder}", f"--css={style}"]
    html = (
        f"<html><head><title>{escape(title)}</title></head><body>{book_html(pages)}</body></html>"
    )
    pypandoc.convert_text(
        html, "epub3", format="html", outputfile=str(folder / BOOK), extra_args=[*extra, "--toc"]
    )
    style.unlink()
