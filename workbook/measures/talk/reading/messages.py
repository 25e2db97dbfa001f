"""Chats as phones export them: each message has its day and its clock before the name."""

import re
from collections.abc import Sequence

from ....words import word
from ..turns import TranscriptError
from .headers import Line, shown
from .labels import INVISIBLE, split_label
from .rows import Found, Row
from .times import AT, CLOCK, DAY, HALF

__all__ = ["is_messages", "read_messages"]

DOTS = r"\d{1,2}\.\d{2}(?:\.\d{2})?(?!\d)"  # a clock as Finnish writes it
MESSAGE = re.compile(
    rf"\[?(?:{CLOCK}){HALF},\s*{DAY}\]?\s+"
    rf"|\[?{DAY}{AT}(?:{CLOCK}|{DOTS}){HALF}Z?\]?\s*(?:[-–—]\s+|\s)",
    re.IGNORECASE,
)
OF_PROGRAM = "\u200e"  # an invisible sign which WhatsApp sets before its own words


def is_messages(lines: Sequence[Line]) -> bool:
    r"""Say whether lines are a chat and not a talk below one line with a date.

    Examples
    --------
    >>> is_messages([Line(1, "12/03/2026, 10:11 - Ines: Hello.", True)])
    True
    """
    if not MESSAGE.match(_plain(lines[0])):
        return False
    count = sum(bool(MESSAGE.match(_plain(line))) for line in lines)
    return count > 1 or len(lines) == 1


def _plain(line: Line) -> str:
    return INVISIBLE.sub("", line.text)


def read_messages(lines: Sequence[Line]) -> Found:
    r"""Read a chat: each line with a date is a message, and others go on.

    Parameters
    ----------
    lines : sequence of Line

    Returns
    -------
    Found

    Raises
    ------
    TranscriptError
        When no message names anybody.

    Examples
    --------
    >>> read_messages([Line(1, "3.3.2026 klo 14.02 - Ines: Hello.", True)]).rows[0].speaker
    'Ines'
    """
    rows: list[list] = []
    nobody: list[Line] = []
    taken = False
    for line in lines:
        text = _plain(line)
        match = MESSAGE.match(text)
        label = split_label(text[match.end() :]) if match else None
        if label and _of_program(line, label.name):
            label = None
        taken = taken if not match else label is not None
        if label:
            rows.append([line.row, label.name, [label.rest]])
        elif match or not taken:
            nobody.append(line)
        else:
            rows[-1][2].append(text)
    if not rows:
        raise TranscriptError(word("talk_errors", "nameless_line"), lines[0].row)
    notes = [word("talk_notes", "no_message", line=shown(line)) for line in nobody]
    return Found([Row(row, name, " ".join(said).strip()) for row, name, said in rows], notes)


def _of_program(line: Line, name: str) -> bool:
    """Say whether the words of a message are the program's: a deleted one, a picture left out."""
    return f"{name}: {OF_PROGRAM}" in line.text
