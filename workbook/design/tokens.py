"""The one list of type, space and colors, ``tokens.css``."""

import functools
import re
from pathlib import Path

__all__ = ["COLORS", "colors", "stylesheet", "token"]

COLORS = (
    "paper", "tint", "ink", "quiet", "line", "rule", "grid", "accent", "second",
    "blue", "orange", "green", "purple", "olive", "gray",
)  # fmt: skip
DARK = {
    "page": '@media screen{[data-jp-theme-light="false"]{%s}}',
    "system": "@media screen and (prefers-color-scheme:dark){:root{%s}}",
}
ON_PAPER = "@media print{:root{--wb-paper:#ffffff}}"


@functools.cache
def stylesheet() -> str:
    """Give the tokens as CSS, to stand before a style sheet that uses them.

    Returns
    -------
    str
        Custom properties, each ``--wb-`` and a name.

    Examples
    --------
    >>> "--wb-reading:" in stylesheet()
    True
    """
    return Path(__file__).with_name("tokens.css").read_text(encoding="utf-8")


def token(name: str) -> str:
    """Give the value of one token, for what is not drawn with CSS.

    Parameters
    ----------
    name : str
        As in the file, without ``--wb-``.

    Returns
    -------
    str

    Raises
    ------
    KeyError
        If no token has that name.

    Examples
    --------
    >>> token("paper-light")
    '#fdfaf4'
    """
    return _values()[name]


@functools.cache
def colors(follows: str) -> str:
    """Give the colors by their plain names (``--wb-ink``), light or dark; on paper always light.

    Parameters
    ----------
    follows : {"page", "system"}
        What decides: the setting of the course's page, or the reader's computer.

    Returns
    -------
    str
        CSS, to stand after `stylesheet`.

    Raises
    ------
    KeyError
        If nothing of that name decides.

    Examples
    --------
    >>> colors("system").startswith(":root{--wb-paper:var(--wb-paper-light);")
    True
    """
    light, dark = ("".join(f"--wb-{name}:var(--wb-{name}-{form});" for name in COLORS)
                   for form in ("light", "dark"))  # fmt: skip
    return f":root{{{light}}}{DARK[follows] % dark}{ON_PAPER}"


@functools.cache
def _values() -> dict[str, str]:
    return dict(re.findall(r"--wb-([a-z-]+): ([^;]+);", stylesheet()))
