"""A portfolio as one page: no script is needed, nothing comes from elsewhere, on paper too."""

import re
from datetime import datetime
from itertools import groupby
from pathlib import Path

from ...design import colors, room_style, stylesheet
from ...html import Markup, bullets, element, fragment, page
from ...journal.carried import block
from ...words import Message, word, words
from .gather import Part, Portfolio
from .weeks import of_moment, week_words

__all__ = ["HEAD", "finished", "portfolio_page", "style"]

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # no character of a page
FEW = 3  # parts of a module that need no list
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; img-src data:\">"
    '<meta name="color-scheme" content="light dark">'
)


def portfolio_page(found: Portfolio, now: datetime) -> bytes:
    """Write the page.

    Parameters
    ----------
    found : Portfolio
        From `gather`.
    now : datetime
        When this is made; the page says the week.

    Examples
    --------
    >>> portfolio_page(Portfolio((), True, {}, 0, ()), datetime(2026, 11, 22))[:15]
    b'<!doctype html>'
    """
    modules = [(title, list(own)) for title, own in groupby(found.parts, key=lambda p: p.module)]
    named = [(f"module-{n}", title, own) for n, (title, own) in enumerate(modules, 1)]
    links = [_link(name, title) for name, title, _ in named]
    contents = element("nav", element("h2", words("portfolio")["contents"]), bullets(links))
    main = element("main", *_head(found, now), contents, *(_module(*each) for each in named))
    carried = Markup(block(found.entries)) if found.entries else Markup()
    return finished(page(words("portfolio")["title"], main, carried, style=style(), head=HEAD))


def style() -> str:
    """Give the look of a portfolio and of a statement.

    Examples
    --------
    >>> "@media print" in style()
    True
    """
    own = Path(__file__).with_name("portfolio.css").read_text(encoding="utf-8")
    return stylesheet() + colors("system") + room_style() + own


def finished(whole: str) -> bytes:
    r"""Give a page as bytes; what no page may hold is shown as a mark.

    Parameters
    ----------
    whole : str

    Examples
    --------
    >>> finished("a\x00b\ud800").decode() == "a\ufffdb?"
    True
    """
    text = whole.replace("\r\n", "\n").replace("\r", "\n")
    return _ODD.sub("\ufffd", text).encode("utf-8", "replace")


def _head(found: Portfolio, now: datetime) -> list[Markup]:
    said = words("portfolio")
    year, week = of_moment(now)
    made = word("portfolio", "made", n=len(found.parts), week=week, year=year)
    told = [said["private"] if found.whole else _left(found)]
    if found.whole:
        carries = word("portfolio", "carries", n=len(found.entries))
        told.append(carries if found.entries else said["carries_none"])
    if found.unread:
        told.append(word("portfolio", "unread", n=found.unread))
    top = element("header", element("h1", said["title"]), element("p", said["of"], class_="of"))
    return [top, element("p", made), *(element("p", each, class_="told") for each in told)]


def _left(found: Portfolio) -> Message:
    what = [word("portfolio", f"left_{name}", n=n) for name, n in found.left.items() if n]
    if not what:
        return word("portfolio", "left_out_nothing")
    return word("portfolio", "left_out", what="; ".join(what))


def _link(name: str, title: str) -> Markup:
    return element("a", title, href=f"#{name}", dir="auto")


def _module(name: str, title: str, parts: list[Part]) -> Markup:
    """Give a module, with a list of what is in it where that is more than a few parts."""
    named = [(f"{name}-{n}", part) for n, part in enumerate(parts, 1)]
    inside = [bullets(_link(own, part.title) for own, part in named)] if len(parts) > FEW else []
    body = (_part(own, part) for own, part in named)
    return element("section", element("h2", title, id=name), *inside, *body)


def _part(name: str, part: Part) -> Markup:
    note = [element("p", words("record")["private"], class_="note")] if part.private else []
    question = [element("p", part.question, class_="question", dir="auto")] * bool(part.question)
    return element(
        "article",
        element("h3", part.title, dir="auto", id=name),
        *note,
        *question,
        Markup(part.body),
        _when(part),
        *(_earlier(week, lines) for week, lines in part.earlier),
    )


def _when(part: Part) -> Markup:
    wording = "" if part.wording == "same" else f". {word('record', f'wording_{part.wording}')}"
    return element("p", week_words(part.week), wording, class_="when")


def _earlier(week: tuple[int, int], lines: tuple[str, ...]) -> Markup:
    head = element("p", word("portfolio", "earlier", week=week_words(week)), class_="when")
    said = (element("p", line, dir="auto") for line in lines)
    return fragment(head, element("blockquote", *said, class_="before"))
