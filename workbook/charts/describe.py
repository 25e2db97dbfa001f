"""Lists as a sentence says them."""

__all__ = ["in_words"]


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
