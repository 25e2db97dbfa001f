"""What gives a choice away before it is read: its minutes, or that it asks something."""

from collections.abc import Callable

from .model import Choice, Encounter, Passage

__all__ = ["question_ratio", "slow_share"]


def slow_share(encounter: Encounter) -> float:
    """Give the share of scenes in which a choice that shares most takes the most minutes.

    Parameters
    ----------
    encounter : Encounter

    Returns
    -------
    float
        0-1; a scene counts also where another choice takes as long.

    Examples
    --------
    >>> from workbook.kinds.encounter.model import Choice, Encounter, Passage
    >>> pulls = (("voice", "shared", 1),)
    >>> slow, quick = Choice("a", "Go.", "end", (), 1), Choice("b", "Ask.", "end", pulls)
    >>> door = {"door": Passage("door", "Door", (), (slow, quick))}
    >>> sam = ("Sam", "Denise", "", "", "", (25.0,) * 6, 20, "", "")
    >>> slow_share(Encounter(*sam, door, {}, "door"))
    0.0
    """
    return _share(encounter.passages.values(), _slow)


def question_ratio(encounter: Encounter) -> float | None:
    """Compare how often the choice that shares most asks something with how often others do.

    Parameters
    ----------
    encounter : Encounter

    Returns
    -------
    float or None
        The share with a question mark among the choices that share most, one a scene, divided by
        that among all others; None where no other choice asks anything.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> question_ratio(two_weeks) > 0
    True
    """
    passages = list(encounter.passages.values())
    most = [_shares_most(passage)[0] for passage in passages]
    others = [c for passage in passages for c in passage.choices if c not in most]
    asked = _share(others, _asks)
    return _share(most, _asks) / asked if asked else None


def _share(things, holds: Callable) -> float:
    found = [holds(thing) for thing in things]
    return sum(found) / len(found) if found else 0.0


def _shares_most(passage: Passage) -> list[Choice]:
    shares = [sum(n for _, to, n in c.pulls if to == "shared") for c in passage.choices]
    return [c for c, n in zip(passage.choices, shares, strict=True) if n == max(shares)]


def _slow(passage: Passage) -> bool:
    longest = max(choice.minutes for choice in passage.choices)
    return any(choice.minutes == longest for choice in _shares_most(passage))


def _asks(choice: Choice) -> bool:
    return "?" in choice.say
