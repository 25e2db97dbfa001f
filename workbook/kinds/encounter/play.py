"""Playing an encounter: a state and a choice in, the next state out; nothing else is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...errors import WorkbookError
from ...words import word
from .conditions import Condition
from .model import DIMENSIONS, END, EQUAL, ZONE, Choice, Encounter, Ending

__all__ = [
    "DIMENSIONS",
    "EQUAL",
    "State",
    "begin",
    "choose",
    "ending",
    "open_choices",
    "replay",
    "scene",
    "taken",
    "zone",
]


@dataclass(frozen=True)
class State:
    """Where a play stands.

    Parameters
    ----------
    passage : str
        The name of the passage; ``"end"`` when the encounter is over.
    bars : tuple of float
        The six bars in the order of `DIMENSIONS`.
    minutes : int
        Story minutes used.
    flags : frozenset of str
        What was set on the way.
    path : tuple of str
        The keys of the choices so far.

    Examples
    --------
    >>> State("end", (25.0,) * 6, 12).over
    True
    """

    passage: str
    bars: tuple[float, ...]
    minutes: int = 0
    flags: frozenset[str] = frozenset()
    path: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Whether the encounter is over."""
        return self.passage == END


def zone(value: float) -> str:
    """Say in which zone a bar stands.

    Examples
    --------
    >>> zone(39.9), zone(40), zone(65), zone(65.1)
    ('held', 'shared', 'shared', 'handed_off')
    """
    low, high = ZONE
    return "held" if value < low else "shared" if value <= high else "handed_off"


def _holds(when: Condition | None, state: State) -> bool:
    return when is None or when.test(state.bars, state.minutes, state.flags)


def begin(encounter: Encounter) -> State:
    """Give the state in which every play begins.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> begin(two_weeks).passage
    'the_waiting_room'
    """
    return State(encounter.first, encounter.start)


def open_choices(encounter: Encounter, state: State) -> tuple[Choice, ...]:
    """Give the choices that are open in a state; none when it is over.

    Parameters
    ----------
    encounter : Encounter
    state : State

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> [choice.key for choice in open_choices(two_weeks, begin(two_weeks))]
    ['a', 'b', 'c']
    """
    if state.over:
        return ()
    choices = encounter.passages[state.passage].choices
    return tuple(choice for choice in choices if _holds(choice.when, state))


def choose(encounter: Encounter, state: State, key: str) -> State:
    """Take a choice: each of its pulls moves a bar part of the way to where it leads.

    Parameters
    ----------
    encounter : Encounter
    state : State
    key : str
        The letter of an open choice.

    Returns
    -------
    State

    Raises
    ------
    WorkbookError
        When that choice is not open here.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> choose(two_weeks, begin(two_weeks), "b").path
    ('b',)
    """
    chosen = next((c for c in open_choices(encounter, state) if c.key == key), None)
    if chosen is None:
        raise WorkbookError(word("encounter_said", "not_open", passage=state.passage, key=key))
    return taken(state, chosen)


def taken(state: State, choice: Choice) -> State:
    """Give the state after a choice that is open in another one.

    Parameters
    ----------
    state : State
    choice : Choice
        One of `open_choices`.

    Returns
    -------
    State

    Examples
    --------
    >>> taken(State("the_door", (25.0,) * 6), Choice("a", "Go.", "end", minutes=4)).minutes
    4
    """
    bars = list(state.bars)
    for place, part, target in choice.moves:
        bars[place] += part * (target - bars[place])
    return State(
        choice.target,
        tuple(bars),
        state.minutes + choice.minutes,
        state.flags.union(choice.sets),
        (*state.path, choice.key),
    )


def replay(encounter: Encounter, path: Iterable[str]) -> list[State]:
    """Play a list of keys from the start, up to the first one that cannot be chosen.

    Parameters
    ----------
    encounter : Encounter
    path : iterable of str

    Returns
    -------
    list of State
        The beginning, then one state for each choice.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> [state.path for state in replay(two_weeks, ["b", "z", "a"])]
    [(), ('b',)]
    """
    states = [begin(encounter)]
    for key in path:
        try:
            states.append(choose(encounter, states[-1], key))
        except WorkbookError:
            break
    return states


def scene(encounter: Encounter, state: State) -> str:
    """Give what is shown of the passage of a state, as Markdown; nothing when it is over.

    Parameters
    ----------
    encounter : Encounter
    state : State

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> scene(two_weeks, begin(two_weeks)).splitlines()[-1]
    'You are ten minutes late.'
    """
    if state.over:
        return ""
    paragraphs = encounter.passages[state.passage].paragraphs
    return "\n\n".join(text for when, text in paragraphs if _holds(when, state))


def ending(encounter: Encounter, state: State) -> Ending | None:
    """Give the first ending that fits a state that is over, None before that.

    Parameters
    ----------
    encounter : Encounter
    state : State

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> ending(two_weeks, begin(two_weeks)) is None
    True
    """
    if not state.over:
        return None
    return next(end for end in encounter.endings.values() if _holds(end.when, state))


def voice(end: Ending, name: str, state: State) -> str:
    """Give what a voice of an ending says on the path to a state, as Markdown.

    Parameters
    ----------
    end : Ending
    name : {"person", "you", "note"}
    state : State

    Examples
    --------
    >>> voice(Ending("usual", "Usual", person="So."), "person", State("end", (25.0,) * 6))
    'So.'
    """
    more = [text for whose, when, text in end.more if whose == name and _holds(when, state)]
    return "\n\n".join([getattr(end, name), *more])
