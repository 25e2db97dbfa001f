"""One thing that someone said, its words, and whose side it is on."""

import re
import unicodedata
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import word
from .languages import UNSPLIT, with_marks
from .notes import spoken

__all__ = [
    "INTERPRETER",
    "LEFT_OUT",
    "ROLES",
    "TranscriptError",
    "Turn",
    "role_of_each",
    "words_of",
]

ROLES = ("practitioner", "person")
INTERPRETER = "interpreter"  # speaks for both sides and is measured apart
LEFT_OUT = "left out"  # on purpose; nothing is missing by it
LETTERS = r"[^\W_]+(?:['’-][^\W_]+)*"
WORD = re.compile(LETTERS)
WORD_OR_LETTER = re.compile(
    rf"[{UNSPLIT}]|(?:(?![{UNSPLIT}])[^\W_])+(?:['’-](?:(?![{UNSPLIT}])[^\W_])+)*"
)
UNSPLIT_LETTERS = re.compile(f"[{UNSPLIT}]+")
LONG_WORD = 3  # letters; pieces that are longer hold several words


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

    A word keeps its combining marks. In a writing without spaces each letter stands for itself.
    Notes in square brackets and time marks are nobody's words.

    Examples
    --------
    >>> words_of("स्कूल और बस।"), words_of("学校 bus"), words_of("The [inaudible] bus")
    (['स्कूल', 'और', 'बस'], ['学', '校', 'bus'], ['the', 'bus'])
    >>> words_of("You’re in the night-shift, no?")
    ["you're", 'in', 'the', 'night-shift', 'no']
    """
    text = spoken(text)
    if text.isascii():
        return WORD.findall(text.lower())
    text = unicodedata.normalize("NFC", text).replace("’", "'").lower()
    shadow = with_marks(text)
    form = WORD_OR_LETTER if _is_unsplit(text) else WORD
    if shadow is text:
        return form.findall(text)
    found = [text[match.start() : match.end()] for match in form.finditer(shadow)]
    return [each for each in found if any(map(str.isalnum, each))]


def _is_unsplit(text: str) -> bool:
    """Say whether words cannot be told apart; somebody may have set spaces between them."""
    pieces = UNSPLIT_LETTERS.findall(text)
    apart = len(pieces) > 1 and sum(map(len, pieces)) <= LONG_WORD * len(pieces)
    return bool(pieces) and not apart


def role_of_each(roles: dict) -> dict:
    """Check what role each speaker has, and prepare the names for looking up.

    Parameters
    ----------
    roles : dict
        Speaker to ``practitioner``, ``person`` or ``interpreter``; several speakers may share one.
        None leaves a speaker out on purpose. A speaker who is not in it is unknown: their words
        stay outside every number and lower the coverage.

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
        if role is not None and role not in (*ROLES, INTERPRETER):
            who = {"speaker": speaker, "role": repr(role)}
            raise TranscriptError(word("talk_errors", "other_role", **who))
    return {plain_name(speaker): role or LEFT_OUT for speaker, role in roles.items()}


def plain_name(speaker) -> str:
    """Give a name as it is compared: without outer or double spaces, in one case."""
    return " ".join(str(speaker).split()).casefold()
