"""What an encounter is: passages with choices, six bars that choices pull, and endings."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .conditions import Condition

__all__ = [
    "DIMENSIONS",
    "DIRECTIONS",
    "END",
    "EQUAL",
    "STRENGTHS",
    "ZONE",
    "Choice",
    "Encounter",
    "Ending",
    "Passage",
]

DIMENSIONS = ("information", "decisions", "voice", "relationship", "setting", "record")
DIRECTIONS = {"held": 5.0, "shared": 54.0, "handed_off": 95.0}  # where a pull leads
STRENGTHS = {1: 0.15, 2: 0.35, 3: 0.60}  # what part of the way it goes
ZONE = (40, 65)
END = "end"
EQUAL = "as_equal_as_possible"


@dataclass(frozen=True)
class Choice:
    """One thing to say or do in a passage.

    Parameters
    ----------
    key : str
        A letter by place: ``"a"``, ``"b"``.
    say, shift, person, you, fits : str
        Markdown: the words, what they shifted, both voices, when they fit.
    target : str
        The passage that follows, or ``"end"``.
    pulls : tuple of (str, str, int)
        (dimension, direction, strength).
    minutes : int
        Story minutes.
    sets : tuple of str
        Flags.
    when : Condition, optional
        When the choice is open; always, if left out.
    line : int
        1-based line in the file.

    Examples
    --------
    >>> Choice("a", "You wait.", "end", (("voice", "shared", 1),)).moves
    ((2, 0.15, 54.0),)
    """

    key: str
    say: str
    target: str
    pulls: tuple[tuple[str, str, int], ...] = ()
    minutes: int = 0
    sets: tuple[str, ...] = ()
    when: Condition | None = None
    shift: str = ""
    person: str = ""
    you: str = ""
    fits: str = ""
    line: int = 0

    @cached_property
    def moves(self) -> tuple[tuple[int, float, float], ...]:
        """The pulls as numbers: (place of the bar, part of the way, where to)."""
        return tuple((DIMENSIONS.index(d), STRENGTHS[n], DIRECTIONS[to]) for d, to, n in self.pulls)


@dataclass(frozen=True)
class Passage:
    r"""A scene with its choices.

    Parameters
    ----------
    name, title : str
        ``"the_door"`` and ``"The door"``.
    paragraphs : tuple of (Condition or None, str)
        Markdown, each with the condition under which it is shown.
    choices : tuple of Choice
        In the order of the file, which carries no meaning.
    line : int
        1-based line in the file.

    Examples
    --------
    >>> Passage("the_door", "The door", ((None, "She stands."), (None, "You too."))).scene
    'She stands.\n\nYou too.'
    """

    name: str
    title: str
    paragraphs: tuple[tuple[Condition | None, str], ...] = ()
    choices: tuple[Choice, ...] = ()
    line: int = 0

    @property
    def scene(self) -> str:
        """The paragraphs that are always shown, as Markdown."""
        return "\n\n".join(text for when, text in self.paragraphs if when is None)


@dataclass(frozen=True)
class Ending:
    """How an encounter can end.

    Parameters
    ----------
    name, title : str
        ``"all_yours"`` and ``"All yours"``.
    when : Condition, optional
        None for the last one, which always fits.
    person, you, note : str
        Markdown: both voices later on, and a word from the course.
    look_again : tuple of str
        Names of passages.
    line : int
        1-based line of its condition in the file.
    more : tuple of (str, Condition, str)
        What ``"person"``, ``"you"`` or ``"note"`` says besides, on the paths where a condition
        holds.

    Examples
    --------
    >>> Ending("all_yours", "All yours").when is None
    True
    """

    name: str
    title: str
    when: Condition | None = None
    person: str = ""
    you: str = ""
    note: str = ""
    look_again: tuple[str, ...] = ()
    line: int = 0
    more: tuple[tuple[str, Condition, str], ...] = ()


@dataclass(frozen=True)
class Encounter:
    """A whole branching encounter.

    Parameters
    ----------
    you, person : str
        The names of the one who is played, most often the practitioner, and of the other.
    opening, known_to_you, known_to_person : str
        Markdown.
    start : tuple of float
        The six bars in the order of `DIMENSIONS`, 0-100.
    budget : int
        Story minutes there are.
    waiting, over : str
        Who waits, and what is said when the minutes run over.
    passages, endings : dict
        Name -> Passage or Ending; endings are tried in this order.
    first : str
        The name of the first passage.
    served : bool
        Whether `you` is the one who is served, and `person` holds the role.

    Examples
    --------
    >>> door = Passage("the_door", "The door", choices=(Choice("a", "Go.", "end"),))
    >>> one = Encounter("Sam", "Denise", "", "", "", (25.0,) * 6, 20, "", "",
    ...                 {"the_door": door}, {}, "the_door")
    >>> [choice.say for choice in one.choices()]
    ['Go.']
    """

    you: str
    person: str
    opening: str
    known_to_you: str
    known_to_person: str
    start: tuple[float, ...]
    budget: int
    waiting: str
    over: str
    passages: dict[str, Passage]
    endings: dict[str, Ending]
    first: str
    served: bool = False

    def __hash__(self):
        return hash((self.opening, *self.passages))

    def choices(self) -> Iterator[Choice]:
        """Go through all choices of all passages."""
        return (choice for passage in self.passages.values() for choice in passage.choices)

    @property
    def middle(self) -> tuple[int, int]:
        """From where to where a bar is in the middle, on 0-100."""
        return ZONE

    @property
    def rules(self) -> list:
        """What decides how a play goes on, as plain values: part of the stamp of the wording."""
        ways = [
            (c.target, c.pulls, c.minutes, c.sets, c.when.text if c.when else "")
            for c in self.choices()
        ]
        ends = [(e.name, e.when.text if e.when else "") for e in self.endings.values()]
        return [self.start, self.budget, ways, ends]
