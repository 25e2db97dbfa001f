"""Pages of tables, for a screen and for paper: a group's figures, a provider's papers."""

from pathlib import Path

from .tokens import stylesheet

__all__ = ["sheet_style"]


def sheet_style(own: str) -> str:
    """Give the whole style of a page of tables: the tokens, what such pages share, and its own.

    Parameters
    ----------
    own : str
        The rules of this page alone; they come last.

    Returns
    -------
    str
        CSS that needs no other.

    Examples
    --------
    >>> sheet_style(".box { font-size: 1.2em; }").endswith(".box { font-size: 1.2em; }")
    True
    """
    shared = Path(__file__).with_name("sheet.css").read_text(encoding="utf-8")
    return stylesheet() + shared + own
