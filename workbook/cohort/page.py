"""The group picture as one HTML page: no script, nothing from elsewhere, on paper too."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from .. import html
from ..design import sheet_style
from ..html import Markup, element, fragment
from ..words import word
from .figures import Change, Figures, ItemFigures, Median, Row, Side, Table
from .suppress import LEAST

__all__ = ["as_html"]

STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    '<meta name="color-scheme" content="light dark">'
)


def as_html(found: Figures) -> str:
    """Write the report.

    Parameters
    ----------
    found : Figures

    Examples
    --------
    >>> as_html(Figures(30, (), ()))[:15]
    '<!doctype html>'
    """
    title = word("cohort", "title")
    both = [_sides(found.sides)] if found.sides else []
    start = (element("h1", title), _about(found), _changes(found), *both)
    body = element("main", *start, *_items(found))
    return html.page(title, body, style=sheet_style(STYLE), head=HEAD)


def _said(name: str, **values: object) -> Markup:
    return element("p", word("cohort", name, **values))


def _about(found: Figures) -> Markup:
    withheld = _said("withheld_why", least=LEAST)
    last = element("p", found.beside) if found.beside else _said("once")
    notes = element("div", _said("no_grade"), _said("keep"), last, class_="note")
    return fragment(_said("people", n=found.people), withheld, notes)


def _changes(found: Figures) -> Markup:
    heading = element("h2", word("cohort", "changes"))
    if not found.changes:
        return fragment(heading, _said("no_changes"))
    columns = [word("cohort", f"change_{n}") for n in ("what", "size", "from_to", "people")]
    rows = [_change_row(change) for change in found.changes]
    said = dict.fromkeys(change.reason for change in found.changes if change.reason)
    reasons = [element("p", reason) for reason in said]
    sure = sum(change.low is not None for change in found.changes)
    many = [_said("changes_many", n=sure)] if sure > 1 else []
    about = fragment(_said("changes_about"), *many)
    return fragment(heading, about, _table(word("cohort", "changes"), columns, rows), *reasons)


def _change_row(change: Change) -> list[object]:
    ends = _withheld() if change.low is None else _range(change.low, change.high)
    size = _withheld() if change.value is None else f"{change.value:+.1f}"
    return [change.text, size, ends, _count(change.people)]


def _range(low: float | None, high: float | None) -> str:
    ends = {"low": f"{low:+.1f}", "high": f"{high:+.1f}"}
    return word("cohort", "range", **ends)


def _sides(sides: Iterable[Side]) -> Markup:
    """Give both sides' means; the person's number comes first."""
    columns = [word("cohort", f"side_{n}") for n in ("which", "mean", "cards")]
    rows = [[each.text, _mean(each), _count(each.people)] for each in sides]
    reasons = [element("p", each.reason) for each in sides if each.reason]
    heading = word("cohort", "sides")
    return fragment(
        element("h2", heading), _said("sides_about"), _table(heading, columns, rows), *reasons
    )


def _mean(side: Side) -> object:
    return _withheld() if side.mean is None else f"{side.mean:.0f}"


def _items(found: Figures) -> Iterable[Markup]:
    for module, own in groupby(found.items, key=lambda item: item.module):
        inside = [_item(item, found.people) for item in own]
        yield element("section", element("h2", module), *inside)


def _item(item: ItemFigures, people: int) -> Markup:
    tables = [_counts(item, each, people) for each in item.tables]
    medians = [_medians(item)] if item.medians else []
    texts = [_texts(question, own) for question, own in item.texts]
    return element("article", element("h3", item.title), *tables, *medians, *texts)


def _counts(item: ItemFigures, each: Table, people: int) -> Markup:
    fits = any(row.fitting for row in each.rows)
    note = [_said("fitting")] if fits else []
    if each.marks:
        return _marks(item, each, people)
    if len(each.rows) == 1:
        [row] = each.rows
        columns = [row.text, word("cohort", "share")]
        cells = zip(each.labels, _cells(row, people), strict=True)
        rows = [list(pair) for pair in cells]
    else:
        columns = [word("cohort", "question"), *each.labels]
        rows = [[row.text, *_cells(row, people)] for row in each.rows]
    return fragment(_table(item.title, columns, rows), *note)


def _marks(item: ItemFigures, each: Table, people: int) -> Markup:
    """Give what was marked, below the line that it is about where there is one."""
    columns = [word("cohort", "marks"), each.labels[0]]
    rows = [[row.of, row.text, _share(row.counts[0], people)] for row in each.rows]
    if not any(row.of for row in each.rows):
        return _table(item.title, columns, [row[1:] for row in rows])
    return html.table(item.title, ["", *columns], rows, grouped=True, class_="scroll")


def _cells(row: Row, people: int) -> list[object]:
    shown = [_share(count, people) for count in row.counts]
    mark = element("b", " *")
    return [fragment(c, mark) if i in row.fitting else c for i, c in enumerate(shown)]


def _share(count: int | None, people: int) -> object:
    if count is None:
        return _withheld()
    return word("cohort", "count", n=count, share=f"{100 * count / people:.0f}")


def _count(count: int | None) -> object:
    return _withheld() if count is None else str(count)


def _withheld() -> Markup:
    return element("span", word("cohort", "withheld"), class_="withheld")


def _medians(item: ItemFigures) -> Markup:
    columns = [word("cohort", name) for name in ("question", "median", "change_people")]
    return _table(item.title, columns, [_median_row(each) for each in item.medians])


def _median_row(each: Median) -> list[object]:
    value = _withheld() if each.value is None else f"{each.value:g}"
    return [each.text, value, _count(each.people)]


def _texts(question: str, texts: Iterable[str]) -> Markup:
    quotes = (element("blockquote", text, dir="auto") for text in texts)
    return fragment(element("h4", word("cohort", "texts", question=question)), *quotes)


def _table(caption: str, columns: list, rows: list) -> Markup:
    return html.table(caption, columns, rows, class_="scroll")
