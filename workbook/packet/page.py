"""The packet as one page to print: nothing from elsewhere, nothing filled in, no name asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .. import html
from ..content.markup import inline_html, to_html
from ..content.model import Exercise
from ..design import sheet_style
from ..html import Markup, element, fragment
from ..words import word, words
from .hours import Agenda, questions_needed

__all__ = ["page"]

STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    '<meta name="color-scheme" content="light dark">'
)
POINTS = range(1, 6)
GENERAL = ("pace", "cases", "doubt", "access", "safe")
OPEN = ("kept", "missing", "harm")
BLANKS = ("person", "program", "dates", "hours", "provider", "approval", "signature")
STATEMENTS = ("access_before", "access_pages", "access_paper", "access_time", "access_whom")
SAMPLES = ("first", "last", "weeks_4", "weeks_12")


def page(found: Agenda) -> str:
    """Write the packet.

    Parameters
    ----------
    found : Agenda

    Examples
    --------
    >>> page(Agenda((), "core"))[:15]
    '<!doctype html>'
    """
    title = word("packet", "title")
    parts = [_agenda(found), _test(found), _evaluation(found), _accommodation(), _certificate()]
    body = element("main", element("h1", title), _p("credit"), *parts, *map(_card, found.cards))
    return html.page(title, body, style=sheet_style(STYLE), head=HEAD)


def _p(name: str, **values: object) -> Markup:
    return element("p", word("packet", name, **values))


def _part(name: str, *inside: object) -> Markup:
    return element("section", element("h2", word("packet", name)), *inside)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _agenda(found: Agenda) -> Markup:
    columns = [word("packet", f"agenda_{name}") for name in ("module", "from", "minutes", "able")]
    rows = _table("agenda", columns, _agenda_rows(found))
    hours = f"{found.minutes / 60:.2f}".rstrip("0").rstrip(".")
    total = _p("agenda_total", minutes=found.minutes, hours=hours)
    return _part(
        "agenda",
        element("p", word("packet", f"agenda_{found.way}")),
        rows,
        total,
        _p("agenda_breaks"),
    )


def _agenda_rows(found: Agenda) -> Iterator[list[object]]:
    begins = 0
    for module in found.modules:
        taken = found.taken(module)
        able = html.bullets(Markup(inline_html(text)) for text in module.objectives)
        span = f"{_clock(begins)}-{_clock(begins + taken)}"
        yield [module.title, span, taken, able]
        begins += taken


def _test(found: Agenda) -> Markup:
    if found.test is None:
        return _part("test", _p("no_test"))
    asked, needed = len(found.test.items), questions_needed(found.minutes)
    values = {"asked": asked, "needed": needed, "percent": found.test.settings["passing"]}
    enough = _p("test_enough" if asked >= needed else "test_few", **values)
    return _part("test", _p("test_about", **values), enough, _p("test_terms"))


def _evaluation(found: Agenda) -> Markup:
    scale = _p("evaluation_scale")
    own = [
        _rated(module.title, (inline_html(text) for text in module.objectives))
        for module in found.modules
    ]
    general = _rated(word("packet", "general"), (word("packet", f"of_{name}") for name in GENERAL))
    written = [
        fragment(element("p", word("packet", f"open_{name}")), element("div", class_="lines"))
        for name in OPEN
    ]
    return _part("evaluation", _p("evaluation_about"), scale, *own, general, *written)


def _rated(title: str, lines: Iterable[str]) -> Markup:
    columns = [title, *map(str, POINTS), word("packet", "none")]
    boxes = [_box()] * (len(POINTS) + 1)
    return _table(title, columns, ([Markup(line), *boxes] for line in lines))


def _box() -> Markup:
    return element("span", "\N{WHITE SQUARE}", class_="box", aria_hidden="true")


def _accommodation() -> Markup:
    return _part("accommodation", html.bullets(word("packet", name) for name in STATEMENTS))


def _certificate() -> Markup:
    blanks = [
        element("p", element("span", word("packet", f"blank_{name}")), class_="blank")
        for name in BLANKS
    ]
    return element(
        "section",
        element("h2", word("packet", "certificate")),
        _p("certificate_who"),
        *blanks,
        _p("certificate_name"),
        class_="sheet",
    )


def _card(card: Exercise) -> Markup:
    columns = [word("packet", "card_side"), *(word("packet", f"sample_{name}") for name in SAMPLES)]
    rows = [[Markup(inline_html(i.text)), *[_empty()] * len(SAMPLES)] for i in card.items]
    scale = "  ".join(card.settings["scale"])
    return element(
        "section",
        element("h2", card.title),
        Markup(to_html(card.prompt)),
        _p("card_rater", scale=scale),
        _table(card.title, columns, rows),
        _p("card_agree"),
        class_="sheet",
    )


def _empty() -> Markup:
    return element("span", "\N{NO-BREAK SPACE}")


def _table(name: str, columns: list, rows: Iterable[list]) -> Markup:
    caption = words("packet").get(name, name)
    return html.table(caption, columns, rows, class_="scroll")
