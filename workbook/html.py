"""HTML as the reports, the charts and the sheets to print need it; text is escaped by default.

Three shapes are all that the product prints (a table, a list, a page), so plain functions serve
and a template language would be one more thing to learn and to declare.
"""

import html
from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from .words import language

__all__ = ["Markup", "bullets", "element", "escape", "fragment", "page", "site_address", "table"]

NO_ADDRESS = "?#<>\"'`\\"
RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


class Markup(str):
    """Text that is HTML already and is not escaped again.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> escape(Markup("<b>")), escape("<b>")
    ('<b>', '&lt;b&gt;')
    """

    __slots__ = ()

    def __new__(cls, text: str = "") -> "Markup":
        """Take text that whoever calls has made safe."""
        return super().__new__(cls, text)


def escape(text: object) -> Markup:
    """Make text safe inside HTML and inside a quoted attribute.

    Parameters
    ----------
    text : object
        Its `str` is taken; `Markup` stays as it is.

    Examples
    --------
    >>> escape('a "b" & c')
    'a &quot;b&quot; &amp; c'
    """
    return text if isinstance(text, Markup) else Markup(html.escape(str(text)))


def element(name: str, *inside: object, **attributes: str | None) -> Markup:
    """Write one element.

    Parameters
    ----------
    name : str
        Such as ``"p"``.
    *inside : object
        Texts, which are escaped, and `Markup`, which is not.
    **attributes : str or None
        ``class_`` for ``class``, ``aria_label`` for ``aria-label``; None leaves one out.

    Examples
    --------
    >>> element("p", "1 < 2", element("b", "!"), class_="note", id=None)
    '<p class="note">1 &lt; 2<b>!</b></p>'
    """
    known = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{known}>{fragment(*inside)}</{name}>")


def fragment(*parts: object) -> Markup:
    """Join texts, which are escaped, and `Markup`, which is not.

    Parameters
    ----------
    *parts : object

    Examples
    --------
    >>> fragment("a & ", element("b", "c"))
    'a &amp; <b>c</b>'
    """
    return Markup("".join(escape(part) for part in parts))


def bullets(items: Iterable[object]) -> Markup:
    """Write a list.

    Parameters
    ----------
    items : iterable of object
        Texts or `Markup`.

    Examples
    --------
    >>> bullets(["one", "R&D"])
    '<ul><li>one</li><li>R&amp;D</li></ul>'
    """
    return element("ul", *(element("li", item) for item in items))


def table(
    caption: str,
    columns: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    grouped: bool = False,
    **region: str,
) -> Markup:
    """Write a table with its caption, in a region that can be scrolled by keyboard.

    Parameters
    ----------
    caption : str
    columns : sequence of object
        Headings.
    rows : iterable of sequence
        Texts or `Markup`; the first of a row is its heading.
    grouped : bool
        True when the first column is a heading for the rows that share it.
    **region : str
        Of the region: ``class_``, and ``aria_label`` where it is not the caption.

    Examples
    --------
    >>> made = table("Visits", ["Who", "n"], [("all", "3")])
    >>> made[made.index("<tbody>") : made.index("</table>")]
    '<tbody><tr><th scope="row">all</th><td>3</td></tr></tbody>'
    """
    columns = columns[1:] if grouped else columns
    bodies = _groups(rows, len(columns)) if grouped else [element("tbody", *map(_row, rows))]
    heads = (element("th", column, scope="col") for column in columns)
    whole = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *heads)),
        *bodies,
    )
    name, kind = region.get("aria_label", caption), region.get("class_")
    return element("div", whole, class_=kind, role="region", tabindex="0", aria_label=name)


def _groups(rows: Iterable[Sequence[object]], width: int) -> Iterable[Markup]:
    for name, own in groupby(rows, key=lambda row: row[0]):
        head = element("tr", element("th", name, scope="rowgroup", colspan=str(width)))
        yield element("tbody", head, *(_row(row[1:]) for row in own))


def _row(cells: Sequence[object]) -> Markup:
    first, *rest = cells
    return element("tr", element("th", first, scope="row"), *(element("td", c) for c in rest))


def page(
    title: str, *body: object, style: str = "", head: str = "", body_class: str | None = None
) -> Markup:
    r"""Write a whole page that needs nothing from elsewhere, in the language spoken now.

    Parameters
    ----------
    title : str
    *body : object
        Texts or `Markup`.
    style : str
        CSS.
    head : str
        More elements of the head, as HTML.
    body_class : str, optional
        Class of the body.

    Examples
    --------
    >>> page("R&D", element("p", "Here."))[:60]
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    """
    inside = (
        Markup('<meta charset="utf-8">'),
        element("title", title),
        Markup(head),
        element("style", Markup(style)),
    )
    runs = "rtl" if language().partition("-")[0] in RIGHT_TO_LEFT else None
    written = element("body", *body, class_=body_class)
    whole = element("html", element("head", *inside), written, lang=language(), dir=runs)
    return Markup(f"<!doctype html>\n{whole}\n")


def site_address(text: str) -> str:
    """Give the address of a folder on the web, as links are added to it.

    Parameters
    ----------
    text : str
        As a person types it; a first page at its end is left out.

    Returns
    -------
    str
        It ends in a slash. Empty where it is no such address: of another scheme, without a host,
        with a space or a quotation mark, or with a question or a place within a page.

    Examples
    --------
    >>> site_address("https://course.example/here"), site_address("https://c.example/?page=2")
    ('https://course.example/here/', '')
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # half an address in brackets, a port that is no number
        return ""
    if not whole or any(sign.isspace() or sign in NO_ADDRESS for sign in text):
        return ""
    return f"{text.removesuffix('/index.html').rstrip('/')}/"
