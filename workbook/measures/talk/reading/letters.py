"""The letters of a text file that does not say how they are written."""

import re

from ....words import word
from ...decode import decoded

__all__ = ["letters_of"]

HEAD = 100_000  # bytes that are looked at
# Western text: the letters of Western Europe, and its signs; the same bytes mean others elsewhere
WESTERN = re.compile("[\x00-\x7f\u00a0¡§©«®°·º»¿À-ÏÑ-ÖØ-ÜßĀ-ſà-ïñ-öø-üÿ€‚„…†‡‰‹‘’“”•–—™›œŒšŠžŽŸ]*")
ODD = re.compile(r"[^\W\d_][§©®°·‚„†‡‰•–—™‘“][^\W\d_]")  # a sign between letters
MOST = 0.3  # of the letters are beyond ASCII in Western writing


def letters_of(data: bytes, choose: str) -> tuple[str, str]:
    """Read a text file; where its letters had to be guessed, say how they were taken.

    Parameters
    ----------
    data : bytes
    choose : str
        What to do when it cannot be read.

    Returns
    -------
    tuple of str
        The text, and a sentence; empty when the file leaves no doubt.

    Raises
    ------
    workbook.errors.WorkbookError
        When it is empty, too large or not text.

    Examples
    --------
    >>> letters_of("Inès : Ça va ?".encode("cp1252"), "")
    ('Inès : Ça va ?', '')
    >>> said = "Работник: Как дела? Дарья: Трудно, нет тепла. "
    >>> letters_of(said.encode("cp1251"), "")[0] == said
    True
    """
    text, encoding = decoded(data, choose)
    if encoding != "cp1252" or _is_western(text[:HEAD]):
        return text, ""
    guess = _guess(data[:HEAD])
    if guess:
        text = data.decode(guess, "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text, word("talk_notes", "letters", encoding=guess or encoding)


def _is_western(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    beyond = sum(not sign.isascii() for sign in letters)
    fits = bool(WESTERN.fullmatch(text)) and not ODD.search(text)
    return fits and beyond <= MOST * max(1, len(letters))


def _guess(head: bytes) -> str:
    """Guess an encoding; empty when nothing fits, or without the library (in the browser)."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return ""
    best = from_bytes(head.rpartition(b"\n")[0] or head).best()
    return best.encoding if best else ""
