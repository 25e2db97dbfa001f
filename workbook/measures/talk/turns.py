"""One thing that someone said, its words, and whose side it is on."""

import unicodedata
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import word
from ..readability import WORD

__all__ = ["ROLES", "WORD", "TranscriptError", "Turn", "role_of_each", "words_of"]

ROLES = ("practitioner", "person")


class TranscriptError(WorkbookError):
    """A transcript that cannot be read: the row, what is the matter, what to do.

    Parameters
    ----------
    message : str
        What is the matter and what to do, in one or two sentences.
    row : int
        The row or line, counted from 1 as a spreadsheet or an editor does; 0 for the whole.

    Examples
    --------
    >>> str(TranscriptError("The times run backwards. Sort the rows by start.", row=7))
    'Row 7: The times run backwards. Sort the rows by start.'
    """

    def __init__(self, message: str, row: int = 0):
        self.row, self.message = row, message
        where = {"row": row, "message": message}
        super().__init__(word("talk_errors", "in_row", **where) if row else message)


class Turn(NamedTuple):
    """One utterance of a transcript.

    Parameters
    ----------
    turn : int
        Its number in the transcript, from 1.
    speaker : str
        Who speaks; empty when nobody knows.
    text : str
        What was said, as written.
    start, stop : float or None
        Seconds from the beginning; None without times.
    code : str
        Codes by a reader, separated by a semicolon; empty when not coded.

    Examples
    --------
    >>> Turn(1, "Ines", "What would you like us to use this half hour for?").start is None
    True
    """

    turn: int
    speaker: str
    text: str
    start: float | None = None
    stop: float | None = None
    code: str = ""


def words_of(text: str) -> list[str]:
    """Give the words of a text: lower case, with straight apostrophes.

    Examples
    --------
    >>> words_of("You’re in the night-shift, no?")
    ["you're", 'in', 'the', 'night-shift', 'no']
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'")
    return WORD.findall(text.lower())


def role_of_each(roles: dict) -> dict:
    """Check what role each speaker has, and prepare the names for looking up.

    Parameters
    ----------
    roles : dict
        Speaker to ``practitioner`` or ``person``; several speakers may share one. A speaker who
        is not in it, or has None, is unknown: their words stay outside every number.

    Raises
    ------
    TranscriptError
        When the dict is empty or a role has another name.

    Examples
    --------
    >>> role_of_each({"Ines ": "practitioner", "Dalia": "person"})
    {'ines': 'practitioner', 'dalia': 'person'}
    """
    if not hasattr(roles, "items") or not roles:
        raise TranscriptError(word("talk_errors", "no_roles"))
    for speaker, role in roles.items():
        if role is not None and role not in ROLES:
            who = {"speaker": speaker, "role": repr(role)}
            raise TranscriptError(word("talk_errors", "other_role", **who))
    return {plain_name(speaker): role for speaker, role in roles.items() if role}


def plain_name(speaker) -> str:
    """Give a name as it is compared: without outer or double spaces, in one case."""
    return " ".join(str(speaker).split()).casefold()
