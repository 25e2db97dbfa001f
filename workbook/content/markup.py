"""Markdown of an exercise as safe HTML, and as plain words."""

import functools
import html
import re

__all__ = ["inline_html", "labelled", "plain_words", "titled", "to_html"]

KEPT = 2000  # texts; a page shows the same ones again and again
PARAGRAPH = re.compile(r"^<p>(.*)</p>\s*$", re.DOTALL)
LINK = re.compile(r'<a href="(https?://[^"]*)"')
STOP = re.compile(r"""(?<!\.)(?<!\.\w)[.:]([*_"'\u2019\u201d)\]]*)$""")


@functools.cache
def _renderer(kind: str):
    import mistune

    if kind == "tree":
        return mistune.create_markdown(renderer=None, escape=True)
    return mistune.create_markdown(renderer="html", escape=True, plugins=["table"])


@functools.lru_cache(maxsize=KEPT)
def to_html(markdown: str) -> str:
    """Render Markdown; HTML in the source is shown as text, links open a new tab.

    Examples
    --------
    >>> to_html("*Said* <b>so</b>.")
    '<p><em>Said</em> &lt;b&gt;so&lt;/b&gt;.</p>'
    """
    if not markdown:
        return ""
    found = _renderer("html")(markdown).strip()
    return LINK.sub(r'<a target="_blank" rel="noopener noreferrer" href="\1"', found)


def inline_html(markdown: str) -> str:
    """Render one paragraph without its ``<p>``, for labels and legends.

    Examples
    --------
    >>> inline_html("It is *tested*.")
    'It is <em>tested</em>.'
    """
    found = to_html(markdown)
    match = PARAGRAPH.match(found)
    return match[1] if match and "<p>" not in match[1] else found


@functools.lru_cache(maxsize=KEPT)
def plain_words(markdown: str) -> str:
    """Give the words of a Markdown text, with the addresses of its links in brackets.

    Examples
    --------
    >>> plain_words("Read *this* [page](https://example.org).")
    'Read this page (https://example.org).'
    """
    blocks = (_words(token) for token in _renderer("tree")(markdown))
    return html.unescape("\n".join(block.strip() for block in blocks if block.strip()))


def _words(token: dict) -> str:
    kind = token["type"]
    inner = token.get("raw") or "".join(_words(child) for child in token.get("children", ()))
    if kind in ("softbreak", "linebreak"):
        return " "
    if kind == "link":
        return f"{inner} ({token['attrs']['url']})"
    if kind == "list_item":
        return f"- {inner}\n"
    return inner


def titled(name: str) -> str:
    """Turn the name of a part or a file into a title.

    Examples
    --------
    >>> titled("a_day_off")
    'A day off'
    """
    return name.replace("_", " ").capitalize()


def labelled(label: str, text: str) -> str:
    """Put a label before a text, with no full stop before the colon between them.

    Parameters
    ----------
    label : str
        In words or Markdown; its own last full stop or colon is left out, also inside a quotation,
        but not where it shortens a word (``2 p.m.``).
    text : str

    Examples
    --------
    >>> labelled("You wait for the bus.", "Neither"), labelled('"We will call."', "Held")
    ('You wait for the bus: Neither', '"We will call": Held')
    >>> labelled("Who decides?", "Both"), labelled("By 2 p.m.", "Late"), labelled("And so...", "On")
    ('Who decides?: Both', 'By 2 p.m.: Late', 'And so...: On')
    """
    return STOP.sub(r"\1", label.strip()) + f": {text}"
