"""Lists, shares and numbers as a sentence says them."""

from collections.abc import Sequence
from math import isnan

from ..words import word

__all__ = ["in_words", "number", "share_of_one"]


def in_words(parts: Sequence[str]) -> str:
    """Join phrases the way a sentence does.

    Parameters
    ----------
    parts : sequence of str

    Returns
    -------
    str

    Examples
    --------
    >>> in_words(["one", "two", "three"])
    'one, two and three'
    """
    *first, last = parts
    return word("phrases", "and", first=", ".join(first), last=last) if first else last


def number(value: float, form: str = ".2f", missing: str = "\N{EN DASH}") -> str:
    """Write a number with a true minus sign.

    Parameters
    ----------
    value : float
    form : str
        As `format` takes it.
    missing : str
        What stands where there is no number.

    Returns
    -------
    str

    Examples
    --------
    >>> number(-0.5), number(3, "+.0f"), number(float("nan"), missing="none")
    ('−0.50', '+3', 'none')
    """
    return missing if isnan(value) else f"{value:{form}}".replace("-", "\N{MINUS SIGN}")


def share_of_one(p: float) -> str:
    """Say a share of one as statistics are printed: three digits, or more where they are zeros.

    Parameters
    ----------
    p : float

    Returns
    -------
    str

    Examples
    --------
    >>> share_of_one(1 / 24), share_of_one(1 / 720), share_of_one(1)
    ('.042', '.0014', '1')
    """
    if p == 1:
        return "1"
    digits = 3 if p >= 0.01 else 4
    return f"{p:.{digits}f}".removeprefix("0")
