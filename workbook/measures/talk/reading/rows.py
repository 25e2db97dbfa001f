"""What every reader gives: one row for each thing said, and what a person should know of it."""

from typing import Any, NamedTuple

from ..turns import Turn

__all__ = ["Asked", "Found", "Row", "Transcript"]


class Row(NamedTuple):
    """One thing that was said, as a reader found it.

    Parameters
    ----------
    row : int
        The row or line, counted from 1 as a spreadsheet or an editor does.
    speaker, text : str
        Who, empty when nobody is named; and what.
    start, stop : object
        A time as it is written, a number of seconds, or None.
    code : str
        Codes by a reader.

    Examples
    --------
    >>> Row(3, "Ines", "Hello.").start is None
    True
    """

    row: int
    speaker: str
    text: str
    start: Any = None
    stop: Any = None
    code: str = ""


class Asked(NamedTuple):
    """A line that may begin with a name, and may not.

    Parameters
    ----------
    label : str
        What stands before the colon.
    row : int
        Where it stands first.
    line : str
        The line, shortened.
    voice : bool
        How it was taken: as somebody who speaks, or as words that go on.

    Examples
    --------
    >>> Asked("First", 4, "First: the bus.", False).voice
    False
    """

    label: str
    row: int
    line: str
    voice: bool


class Found(NamedTuple):
    """What a reader found in a source.

    Parameters
    ----------
    rows : list of Row
    notes : list of str
        One sentence for each thing left out or taken otherwise than written.
    asked : list of Asked
    ordered : bool
        Whether times that run backwards are slips; captions may lie in any order.

    Examples
    --------
    >>> Found([]).ordered
    True
    """

    rows: list
    notes: tuple | list = ()
    asked: tuple | list = ()
    ordered: bool = True


class Transcript(list):
    """The turns of a transcript, in order, and what is to be known about the reading.

    Parameters
    ----------
    turns : iterable of Turn
    notes : iterable of str
        One sentence for each thing left out or taken otherwise than written.
    asked : iterable of Asked
        The lines that may begin with a name and may not, and how they were taken.

    Examples
    --------
    >>> Transcript([Turn(1, "Ines", "Hello.")]).notes
    []
    """

    def __init__(self, turns=(), notes=(), asked=()):
        super().__init__(turns)
        self.notes, self.asked = list(notes), list(asked)

    @property
    def turns(self) -> list[Turn]:
        """The turns alone."""
        return list(self)
