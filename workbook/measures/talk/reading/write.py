"""Turns as the text of the panel, which reads back to the same turns."""

from collections.abc import Iterable

from ..turns import TranscriptError, Turn
from .door import read

__all__ = ["as_text"]


def as_text(turns: Iterable[Turn]) -> str:
    r"""Write turns as text that reads back to the same turns by the same people.

    Parameters
    ----------
    turns : iterable of Turn

    Returns
    -------
    str
        One line ``Name: words`` for each turn; a table with tabs where such lines would read
        otherwise. ``?`` stands for a speaker that nobody knows.

    Examples
    --------
    >>> as_text([Turn(1, "Ines", "Hello."), Turn(2, "", "Good\nmorning.")])
    'Ines: Hello.\n?: Good morning.'
    """
    pairs = [(turn.speaker or "?", " ".join(turn.text.split())) for turn in turns]
    lines = "\n".join(f"{who}: {said}".rstrip() for who, said in pairs)
    return lines if _same(lines, pairs) else _table(pairs)


def _same(text: str, pairs: list[tuple[str, str]]) -> bool:
    try:
        found = read(text + "\n")
    except TranscriptError:
        return False
    again = [(turn.speaker or "?", " ".join(turn.text.split())) for turn in found]
    return again == pairs and not found.asked


def _table(pairs: list[tuple[str, str]]) -> str:
    rows = [("speaker", "text"), *pairs]
    return "\n".join("\t".join(map(_cell, row)) for row in rows)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if '"' in text or "“" in text[:1] else text
