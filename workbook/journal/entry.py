"""One saved answer, and the line of the journal that holds it."""

import json
import os
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from workbook.journal.response import DEEPEST, LEARNER, too_deep

__all__ = ["BROWSER_SEED", "LEARNER", "VERSION", "Entry", "Learner", "Line", "scan", "stamp"]

VERSION = 1
BROWSER_SEED = 1

# Characters that JSON allows inside a line but that some tools take for the end of a line.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One saved answer; its `repr` never shows the learner's words.

    Parameters
    ----------
    version : int
        Version of the line format, 1.
    id : str
        A random UUID; two entries with one id are the same entry.
    time : str
        ISO-8601 in UTC with microseconds, so that text order is time order.
    exercise : str
        Module number and file name, such as ``"01/who_benefits"``.
    edition : str
        The wording that was answered; empty if not stated.
    response : dict
        The answer, as plain JSON values.
    clock : str
        What the clock said, where it was behind the answer before; the line has no such field
        otherwise.

    Examples
    --------
    >>> entry = Entry.new("01/who_benefits", {"chosen": ["b"]})
    >>> Entry.read(entry.line()) == entry
    True
    >>> "chosen" in repr(entry)
    False
    """

    version: int
    id: str
    time: str
    exercise: str
    edition: str
    response: dict = field(hash=False, repr=False)
    clock: str = ""

    @classmethod
    def new(
        cls, exercise: str, response: dict, edition: str = "", time: str = "", **more: str
    ) -> "Entry":
        """Make an entry; `time` is now unless given, and so is an `id` of its own.

        Examples
        --------
        >>> Entry.new("01/who_benefits", {}, time="2026-11-22T08:00:00.000000+00:00").when.hour
        8
        """
        moment = time or stamp(datetime.now(UTC))
        name = more.get("id") or str(uuid.uuid4())
        return cls(VERSION, name, moment, exercise, edition, response, more.get("clock", ""))

    @classmethod
    def read(cls, raw: bytes) -> "Entry":
        """Read one line of a journal.

        Raises
        ------
        ValueError
            If the line is not an entry of this version: ``broken``, ``foreign`` or ``newer``.

        Examples
        --------
        >>> Entry.read(b'{"version": 2}')
        Traceback (most recent call last):
        ...
        ValueError: newer
        """
        try:
            found = json.loads(raw)
        except (ValueError, RecursionError):
            raise ValueError("broken") from None
        if raw.count(b"[") + raw.count(b"{") > DEEPEST and too_deep(found):
            raise ValueError("foreign")
        version = found.get("version") if type(found) is dict else None
        if type(version) is int and version > VERSION:
            raise ValueError("newer")
        try:
            texts = found["id"], _utc(found["time"]), found["exercise"], found.get("edition", "")
            response = found["response"]
        except (KeyError, TypeError, ValueError, OverflowError):
            raise ValueError("foreign") from None
        if version != VERSION or not all(map(_is_text, texts)) or type(response) is not dict:
            raise ValueError("foreign")
        return cls(VERSION, *texts, response, _clock(found))

    def line(self) -> bytes:
        r"""Return the whole line, newline included; it reads back as the same entry.

        Examples
        --------
        >>> Entry.new("01/x", {"text": "two\nlines"}).line().count(b"\n")
        1
        """
        fields = {name: getattr(self, name) for name in self.__slots__}
        if not self.clock:
            del fields["clock"]
        text = json.dumps(fields, ensure_ascii=False)
        for character, escape in _LINE_ENDS.items():
            text = text.replace(character, escape)
        try:
            return text.encode() + b"\n"
        except UnicodeEncodeError:  # half a character (a lone surrogate): all in ASCII escapes
            return json.dumps(fields).encode() + b"\n"

    @property
    def when(self) -> datetime:
        """The time as an aware datetime in UTC.

        Examples
        --------
        >>> Entry.new("01/who_benefits", {}).when.tzname()
        'UTC'
        """
        return datetime.fromisoformat(self.time)


@dataclass(frozen=True, slots=True)
class Learner:
    """The journal's own id and the seed that shuffles this learner's options.

    Parameters
    ----------
    journal : str
        A random UUID; it names the journal, never a person or a machine.
    seed : int
        From 0 to 2**32 - 1.

    Examples
    --------
    >>> Learner.new() == Learner.new()
    False
    """

    journal: str
    seed: int

    @classmethod
    def new(cls, platform: str = "") -> "Learner":
        """Draw a random journal id and seed.

        In the browser edition all have one seed: its pages are drawn when the site is built, and
        what is drawn there keeps its order when Python comes.

        Examples
        --------
        >>> 0 <= Learner.new().seed < 2**32, Learner.new("emscripten").seed == BROWSER_SEED
        (True, True)
        """
        in_browser = (platform or sys.platform) == "emscripten"
        seed = BROWSER_SEED if in_browser else int.from_bytes(os.urandom(4), "big")
        return cls(str(uuid.uuid4()), seed)


class Line(NamedTuple):
    """One line of a journal and what was found in it.

    Parameters
    ----------
    number : int
        The line's number, from 1.
    start : int
        Its first byte in the file.
    raw : bytes
        The line without its newline.
    entry : Entry or None
        The entry, if it is one.
    fault : str
        Otherwise ``broken``, ``foreign`` or ``newer``.

    Examples
    --------
    >>> next(scan(b"[]")).fault
    'foreign'
    """

    number: int
    start: int
    raw: bytes
    entry: Entry | None
    fault: str


def scan(data: bytes, number: int = 1, start: int = 0) -> Iterator[Line]:
    r"""Read the lines of a journal one by one, blank lines left out.

    Parameters
    ----------
    data : bytes
        Lines of a journal; the last one may have no newline.
    number, start : int
        Number and first byte of the first line.

    Examples
    --------
    >>> [(line.number, line.start, line.fault) for line in scan(b"torn\n\n{}\n")]
    [(1, 0, 'broken'), (3, 6, 'foreign')]
    """
    for raw in data.split(b"\n"):
        if raw and not raw.isspace():
            try:
                yield Line(number, start, raw, Entry.read(raw), "")
            except ValueError as error:
                yield Line(number, start, raw, None, str(error))
        number += 1
        start += len(raw) + 1


def stamp(moment: datetime) -> str:
    """Write a moment as the journal does.

    Examples
    --------
    >>> stamp(datetime(2026, 11, 22, 8, tzinfo=UTC))
    '2026-11-22T08:00:00.000000+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _utc(text: str) -> str:
    moment = datetime.fromisoformat(text)
    return stamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _clock(found: dict) -> str:
    try:
        return _utc(found["clock"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return ""


def _is_text(value: object) -> bool:
    return type(value) is str
