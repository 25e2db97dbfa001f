"""Numbers as the page writes them: in the outcome's own unit, with as many digits as carry."""

from math import floor, isnan, log10

from ..readings.describe import number

__all__ = ["change", "heads", "level"]


def level(value: float, missing: str = "\N{EN DASH}") -> str:
    """Write a level of the outcome.

    Parameters
    ----------
    value : float
    missing : str
        What stands where there is no number.

    Examples
    --------
    >>> level(3.14159), level(41.26), level(1310.4), level(0.00123), level(-2), level(7.5)
    ('3.14', '41.3', '1310', '0.0012', '−2', '7.5')
    """
    return number(value, f".{_digits(value)}f", missing) if _whole(value) else _short(value, "")


def change(value: float) -> str:
    """Write a change, with its sign.

    Parameters
    ----------
    value : float

    Examples
    --------
    >>> change(0.5), change(-1310.4), change(0.0)
    ('+0.5', '−1310', '0')
    """
    return "0" if value == 0 else level(value) if isnan(value) else _short(value, "+")


def heads(columns: str) -> tuple[str, ...]:
    """Give the headings of a table, of a page or a picture, from the words for its columns.

    Parameters
    ----------
    columns : str
        With bars between them.

    Examples
    --------
    >>> heads("Index|What it counts")
    ('Index', 'What it counts')
    """
    return tuple(columns.split("|"))


def _whole(value: float) -> bool:
    return isnan(value) or value == round(value)


def _short(value: float, sign: str) -> str:
    """Write three digits that carry, without the zeros that follow them."""
    digits = 0 if _whole(value) else _digits(value)
    text = f"{value:{sign}.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "\N{MINUS SIGN}")


def _digits(value: float) -> int:
    if isnan(value) or value == round(value):
        return 0
    size = floor(log10(abs(value)))
    return max(0, 1 - size if size < -1 else 2 if size < 1 else 2 - size)
