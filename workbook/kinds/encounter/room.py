"""The room of a play: where each of the six things lies, as the page draws it."""

from collections.abc import Iterable

from ...design import room
from .model import DIMENSIONS, Encounter
from .play import replay, zone

__all__ = ["room_of"]

PLACES = {"held": "left", "shared": "middle", "handed_off": "right"}


def room_of(encounter: Encounter, path: Iterable[str]) -> str:
    """Draw the room after the last choice of a path.

    Parameters
    ----------
    encounter : Encounter
    path : iterable of str
        The keys of the choices.

    Returns
    -------
    str
        SVG; nobody hears it, for the words of the play say the same.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> room_of(two_weeks, ["b"]).count("wb-thing")
    6
    """
    bars = replay(encounter, path)[-1].bars
    lying = ((side, PLACES[zone(bar)]) for side, bar in zip(DIMENSIONS, bars, strict=True))
    return room(lying, (encounter.you, encounter.person))
