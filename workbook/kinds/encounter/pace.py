"""How long one play of an encounter takes: what is read on the way, and each choice."""

import random

from ..pace import SECONDS, Work, count
from .model import Choice, Encounter
from .play import State, begin, choose, ending, open_choices, scene, voice

__all__ = ["one_play"]

PLAYS = 200  # drawn with one seed, so that the same files give the same minutes


def one_play(encounter: Encounter) -> Work:
    """Give the mean work of one play, over plays in which each open choice is as likely.

    Parameters
    ----------
    encounter : Encounter

    Returns
    -------
    Work
        The opening, the scenes and open choices that are met, and at the end both voices, what
        was known and when each choice fits.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> 5 < one_play(two_weeks).minutes < 60
    True
    """
    order = random.Random(0)
    plays = [_play(encounter, order) for _ in range(PLAYS)]
    around = count(encounter.opening, encounter.known_to_you, encounter.known_to_person)
    words = around + sum(play.words for play in plays) / PLAYS
    return Work(words, sum(play.seconds for play in plays) / PLAYS)


def _play(encounter: Encounter, order: random.Random) -> Work:
    state, work = begin(encounter), Work()
    while choices := open_choices(encounter, state):
        taken = order.choice(choices)
        said = count(scene(encounter, state), *(choice.say for choice in choices))
        work += Work(said + _after(taken), SECONDS["choose"])
        state = choose(encounter, state, taken.key)
    return work + Work(_end(encounter, state))


def _after(choice: Choice) -> int:
    return count(choice.shift, choice.person, choice.you, choice.fits)


def _end(encounter: Encounter, state: State) -> int:
    end = ending(encounter, state)
    return count(*(voice(end, name, state) for name in ("person", "you", "note"))) if end else 0
