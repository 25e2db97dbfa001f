"""Sheets to print: whole documents of their own, which need no network and hold no answer."""

import functools
import html
from pathlib import Path

from ..words import language

__all__ = ["sheet"]

PAGES = {"cards": "size: landscape; margin: 8mm", "large": "margin: 14mm", "plain": "margin: 14mm"}


@functools.cache
def _style() -> str:
    return Path(__file__).with_name("printing.css").read_text(encoding="utf-8")


def sheet(title: str, body: str, page: str = "plain") -> str:
    """Give a document that a browser can print by itself.

    Parameters
    ----------
    title : str
        Plain words.
    body : str
        HTML.
    page : str
        ``plain``, ``cards`` (two A5 cards beside each other) or ``large`` (large type).

    Examples
    --------
    >>> sheet("Roles & rules", "<p>Pause.</p>").partition("<title>")[2][:17]
    'Roles &amp; rules'
    """
    name = html.escape(title)
    style = f"@page {{ {PAGES[page]} }}\n{_style()}"
    head = f'<meta charset="utf-8"><title>{name}</title><style>{style}</style>'
    opened = f'<!DOCTYPE html><html lang="{language()}"><head>{head}</head>'
    return f'{opened}<body class="{page}">{body}</body>'
