"""Chats as phones export them: each message has its day and its clock before the name."""

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ....words import word
from ..turns import TranscriptError
from .headers import Line, shown
from .labels import INVISIBLE, split_label
from .rows import Found, Row
from .times import AT, CLOCK, DAY, HALF

__all__ = ["is_messages", "read_messages"]

LISTS = Path(__file__).parents[2] / "word_lists" / "program_messages.csv"
DOTS = r"\d{1,2}\.\d{2}(?:\.\d{2})?(?!\d)"  # a clock as Finnish writes it
BEFORE = "(?:上午|下午|午前|午後|오전|오후)\\s?"  # halves of the day that stand before the clock
MESSAGE = re.compile(
    rf"\[?(?:{CLOCK}){HALF}[,،]\s*{DAY}\]?\s+"
    rf"|\[?{DAY}{AT}(?:{BEFORE})?(?:{CLOCK}|{DOTS}){HALF}Z?\]?\s*(?:[-–—]\s+|\s)",
    re.IGNORECASE,
)
# a message that holds a file, and no words: <Media omitted>, IMG-1.jpg (file attached)
FILE = re.compile(r"<[^<>]{1,80}>|[\w -]{1,60}\.[a-z\d]{2,4} \([^()]{1,40}\)", re.IGNORECASE)
MARK = re.compile("\u200e<[^<>]{1,60}>$")  # behind the words: that they were changed
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
    matches = [(text, match) for line in lines if (match := MESSAGE.match(text := _plain(line)))]
    named = any(split_label(text[match.end() :]) for text, match in matches)
    return named and (len(matches) > 1 or len(lines) == 1)


def _plain(line: Line) -> str:
    return INVISIBLE.sub("", MARK.sub("", line.text))


@cache
def _said_by_programs() -> frozenset:
    with LISTS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["text"].casefold() for row in csv.DictReader(file))


def _is_of_program(said: str) -> bool:
    plain = said.strip().strip(".").casefold()
    return bool(FILE.fullmatch(said.strip())) or plain in _said_by_programs()


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
    taken, left = False, 0
    for line in lines:
        text = _plain(line)
        match = MESSAGE.match(text)
        label = split_label(text[match.end() :]) if match else None
        if label and _of_program(line, label.name):
            label = None
        taken = taken if not match else label is not None
        if label:
            gone = _is_of_program(label.rest)
            left += gone
            rows.append([line.row, label.name, [] if gone else [label.rest]])
        elif match or not taken:
            nobody.append(line)
        else:
            rows[-1][2].append(text)
    if not rows:
        raise TranscriptError(word("talk_errors", "nameless_line"), lines[0].row)
    notes = [word("talk_notes", "no_message", line=shown(line)) for line in nobody]
    if left:
        notes.append(word("talk_notes", "messages_left", count=left))
    return Found([Row(n, name, " ".join(said).strip()) for n, name, said in rows if said], notes)


def _of_program(line: Line, name: str) -> bool:
    """Say whether the words of a message are the program's: a deleted one, a picture left out."""
    return f"{name}: {OF_PROGRAM}" in line.text
