"""The units that several people coded, read and checked once."""

from ...errors import WorkbookError
from ...words import word
from ..result import is_missing

__all__ = ["units"]


def units(*coders) -> list[tuple]:
    """Put the codes of several people side by side, one tuple for each unit; None is not coded.

    Parameters
    ----------
    *coders : sequence
        The codes of each, in the same order of units; None or NaN means not coded.

    Returns
    -------
    list of tuple

    Raises
    ------
    WorkbookError
        When the lists differ in length, or hold something that is no code.

    Examples
    --------
    >>> units("ab", ["a", None])
    [('a', 'a'), ('b', None)]
    """
    lists = [_codes(each) for each in coders]
    if len(lists) < 2:
        raise WorkbookError(word("agreement_errors", "one_coder"))
    for other in lists[1:]:
        if len(other) != len(lists[0]):
            sizes = {"first": len(lists[0]), "second": len(other)}
            raise WorkbookError(word("agreement_errors", "lengths", **sizes))
    return list(zip(*lists, strict=True))


def _codes(given) -> list:
    """Read one person's codes; each is a word or a number that can be looked up."""
    try:
        codes = [None if is_missing(code) else code for code in given]
        for code in codes:
            hash(code)
    except TypeError:
        raise WorkbookError(word("agreement_errors", "no_code")) from None
    return codes
