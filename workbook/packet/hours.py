"""How long a course takes by its own minutes, and how many questions that asks for."""

import math
from dataclasses import dataclass

from ..content.library import Library
from ..content.model import Exercise, Module

__all__ = ["Agenda", "agenda", "questions_needed"]

FIRST_HOUR, FURTHER_HOUR = 10, 5


@dataclass(frozen=True)
class Agenda:
    """The modules of a course that hold no test, and the page that does.

    Parameters
    ----------
    modules : tuple of Module
        In course order.
    way : str
        ``"core"`` or ``"full"``.
    test : Exercise, optional
        The test after the course.
    cards : tuple of Exercise
        Scales on the page of the test, to be printed with it.

    Examples
    --------
    >>> Agenda((Module("01", "01_x", "X", 80, core_minutes=70),), "core").minutes
    70
    """

    modules: tuple[Module, ...]
    way: str
    test: Exercise | None = None
    cards: tuple[Exercise, ...] = ()

    def taken(self, module: Module) -> int:
        """Give the minutes of a module on this way."""
        return (module.core_minutes if self.way == "core" else 0) or module.minutes

    @property
    def minutes(self) -> int:
        """The minutes of all modules on this way."""
        return sum(self.taken(module) for module in self.modules)


def agenda(library: Library, way: str = "core") -> Agenda:
    """Read from the files of a course what a provider announces.

    Parameters
    ----------
    library : Library
    way : str
        ``"core"`` or ``"full"``.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> found = agenda(Library(packaged_course()))
    >>> len(found.test.items) >= questions_needed(found.minutes)
    True
    """
    exercises = [library.exercise(each) for each in library.exercise_ids()]
    test = next((each for each in exercises if "passing" in each.settings), None)
    own = test.id[:2] if test else ""
    cards = [e for e in exercises if e.id[:2] == own and "scale" in e.settings]
    modules = tuple(module for module in library.modules() if module.number != own)
    return Agenda(modules, way, test, tuple(cards))


def questions_needed(minutes: float) -> int:
    """Give how many questions are asked for at a length: ten for an hour, five for each further.

    Parameters
    ----------
    minutes : float
        Of the course, without its test.

    Returns
    -------
    int

    Notes
    -----
    This is what the approval program of the National Association of Social Workers asks for, as
    read for this course; other bodies ask for less, or for something else. See its guidelines
    for providers, https://www.socialworkers.org/Careers/Continuing-Education.

    Examples
    --------
    >>> questions_needed(60), questions_needed(270), questions_needed(30)
    (10, 28, 10)
    """
    return math.ceil(FIRST_HOUR + FURTHER_HOUR * max(0.0, minutes / 60 - 1))
