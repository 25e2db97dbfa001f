"""Whether the most equal ending names what lies outside the middle."""

from collections.abc import Sequence

from .model import DIMENSIONS, EQUAL, ZONE, Encounter

__all__ = ["unnamed"]


def unnamed(encounter: Encounter, bars: Sequence[float], minutes: int, flags: frozenset) -> bool:
    """Say whether a bar lies outside the middle that no sentence of the most equal ending names.

    A sentence names a bar when it is said only where its condition on that bar holds.

    Parameters
    ----------
    encounter : Encounter
    bars : sequence of float
        In the order of `DIMENSIONS`, 0-100.
    minutes : int
    flags : frozenset of str

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> unnamed(two_weeks, (50.0,) * 6, 9, frozenset())
    False
    """
    low, high = ZONE
    odd = {name for name, bar in zip(DIMENSIONS, bars, strict=True) if not low <= bar <= high}
    if not odd:
        return False
    here, more = tuple(bars), encounter.endings[EQUAL].more
    named = [when.names for _, when, _ in more if when.test(here, minutes, flags)]
    return not odd.issubset(frozenset().union(*named))
