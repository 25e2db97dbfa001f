"""One file into a hand-in, or the reason why it is none; nothing in it is trusted."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern
from typing import Any

from ..errors import WorkbookError
from ..record.code import read_code
from ..record.hand_in import SCHEMA, VERSION
from ..record.seal import unbroken
from ..words import word
from .files import LARGEST, Source

__all__ = ["HandIn", "Item", "RefusedError", "read_hand_in"]

WEEK = re.compile(r"\d{4}-W(0[1-9]|[1-4]\d|5[0-3])")
DEEPEST, MOST_ITEMS, LONGEST = 8, 2_000, 100_000


class RefusedError(WorkbookError):
    """A file that is not counted, with the reason in a sentence.

    Examples
    --------
    >>> str(RefusedError("a.json: not a hand-in."))
    'a.json: not a hand-in.'
    """


@dataclass(frozen=True, slots=True)
class Item:
    """What was handed in of one exercise.

    Parameters
    ----------
    edition : str
        Of the wording that was answered.
    facts, texts : mapping
        Key of a question -> what was answered.

    Examples
    --------
    >>> Item("", {"chosen": "a"}, {}).facts["chosen"]
    'a'
    """

    edition: str
    facts: Mapping[str, str | float]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HandIn:
    """One hand-in.

    Parameters
    ----------
    code, week : str
    number : int
        Of the hand-ins under this code, from 1.
    items : mapping
        Id -> `Item`.
    checksum, source : str
        The source is the name of the file, for whoever has it.

    Examples
    --------
    >>> HandIn("GROUP-07", "2026-W48", 1, {}, "", "a.json").when
    ('2026-W48', 1)
    """

    code: str
    week: str
    number: int
    items: Mapping[str, Item]
    checksum: str
    source: str

    @property
    def when(self) -> tuple[str, int]:
        """Its place among the hand-ins of one code."""
        return self.week, self.number


def read_hand_in(source: Source) -> HandIn:
    """Read one file.

    Parameters
    ----------
    source : Source

    Raises
    ------
    RefusedError
        When it is too large, no hand-in, of a newer version, or not as it was written.

    Examples
    --------
    >>> read_hand_in(Source("a.json", 2, lambda: b"[]"))
    Traceback (most recent call last):
    ...
    workbook.cohort.envelope.RefusedError: a.json: not a hand-in of this workbook, ...
    """
    content = _content(source)
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise _refused(source, "foreign")
    if content.get("version") != VERSION:
        raise _refused(source, "newer")
    if _depth(content) > DEEPEST or not _sealed(content):
        raise _refused(source, "altered")
    try:
        return _hand_in(content, source.name)
    except (KeyError, TypeError, ValueError, AttributeError, WorkbookError):
        raise _refused(source, "shape") from None


def _refused(source: Source, reason: str) -> RefusedError:
    name = "".join(c if c.isprintable() else "\ufffd" for c in source.name)
    return RefusedError(word("cohort", f"refused_{reason}", name=name, most=LARGEST // 1024**2))


def _content(source: Source) -> Any:
    if source.size > LARGEST:
        raise _refused(source, "large")
    try:
        data = source.read()
        if len(data) > LARGEST:
            raise _refused(source, "large")
        return json.loads(data.decode("utf-8-sig"), parse_constant=_never)
    except OSError:
        raise _refused(source, "unreadable") from None
    except (ValueError, RecursionError):
        inner = ": " in source.name and source.name.lower().endswith(".zip")
        raise _refused(source, "zip" if inner else "foreign") from None


def _never(text: str) -> None:
    raise ValueError(text)


def _sealed(content: dict) -> bool:
    try:
        return unbroken(content)
    except (ValueError, RecursionError):
        return False


def _depth(value: Any) -> int:
    """Give how deep a value is nested, without going into what is too deep."""
    level, depth = [value], 0
    while level and depth <= DEEPEST:
        depth += 1
        inner = [v.values() if isinstance(v, dict) else v for v in level]
        level = [x for each in inner for x in each if isinstance(x, dict | list)]
    return depth


def _hand_in(content: dict, name: str) -> HandIn:
    code, week, number = read_code(content["code"]), content["week"], content["number"]
    items = content["items"]
    if not WEEK.fullmatch(week) or type(number) is not int or not 1 <= number < 10**6:
        raise ValueError("when")
    if type(items) is not list or len(items) > MOST_ITEMS:
        raise ValueError("items")
    read = {intern(item["id"]): _item(item) for item in items}
    if len(read) < len(items):
        raise ValueError("twice")
    return HandIn(code, intern(week), number, read, content["checksum"], name)


def _item(item: dict) -> Item:
    texts = {intern(key): text for key, text in item.get("texts", {}).items()}
    if not all(type(text) is str and len(text) <= LONGEST for text in texts.values()):
        raise ValueError("text")
    facts = {intern(key): _fact(value) for key, value in item["facts"].items()}
    return Item(intern(item["edition"]), facts, texts)


def _fact(value: Any) -> str | float:
    if type(value) is str:
        return intern(value)
    if type(value) in (int, float) and math.isfinite(value):
        return float(value)
    raise ValueError("fact")
