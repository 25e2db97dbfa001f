"""The face of the course: the one list of type, space and colors in ``tokens.css``."""

import functools
import re
from pathlib import Path

__all__ = ["stylesheet", "token"]


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
    >>> token("chart-paper")
    '#ffffff'
    """
    return _values()[name]


@functools.cache
def _values() -> dict[str, str]:
    return dict(re.findall(r"--wb-([a-z-]+): ([^;]+);", stylesheet()))
