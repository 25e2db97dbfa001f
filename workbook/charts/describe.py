"""Lists and shares as a sentence says them."""

__all__ = ["in_words", "share_of_one"]


def in_words(parts):
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
    return f"{', '.join(first)} and {last}" if first else last


def share_of_one(p):
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
