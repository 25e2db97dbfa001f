"""Transcripts in JSON: segments, utterances, monologues, or one object a line."""

import json

from ....words import word
from ..turns import TranscriptError
from .columns import known_columns
from .json_chats import chat_in
from .json_words import is_words, rows_of_words, with_labels
from .rows import Found
from .table import rows_of_table

__all__ = ["is_json", "read_json"]

LISTS = (
    "segments",
    "utterances",
    "turns",
    "monologues",
    "transcript",
    "results",
    "items",
    "captions",
)
READINGS = ("alternatives", "nBest")  # of the same words; the first one is the likeliest
# where the words of a row stand one by one: under which names, and what stands between them
INSIDE = (
    ("elements", "value", ""),
    ("sentences", "text", " "),
    ("nBest", "display", ""),
    ("alternatives", "transcript", ""),
    ("words", "text", " "),
    ("words", "word", " "),
)
DEEPEST = 8


def is_json(text: str) -> bool:
    """Say whether a text looks like JSON.

    Examples
    --------
    >>> is_json('{"segments": []}'), is_json("[Ines]: Hello.")
    (True, False)
    """
    head = text.lstrip("\ufeff \n\t")[:2000]
    if head[:1] == "{":
        return '"' in head
    return head[:1] == "[" and head[1:].lstrip()[:1] in ("{", "]")


def read_json(text: str) -> Found:
    """Read a transcript in JSON.

    Parameters
    ----------
    text : str
        One value, or one object a line.

    Returns
    -------
    Found

    Raises
    ------
    TranscriptError
        When it is not whole, or has no list of things said with who said them.

    Examples
    --------
    >>> read_json('{"segments": [{"speaker": "A", "text": "Hi.", "start": 1}]}').rows[0].text
    'Hi.'
    """
    value = _parsed(text.lstrip("\ufeff"))
    if chat := chat_in(value):
        return chat
    said = _said(value)
    if not said:
        raise TranscriptError(word("talk_errors", "json_nobody"))
    return rows_of_table(enumerate(map(_flat, said), 1))


def _parsed(text: str):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    found = []
    for row, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except (ValueError, RecursionError):
                raise TranscriptError(word("talk_errors", "json_broken"), row) from None
    return found


def _said(value, key: str = "", deep: int = 0) -> list[dict]:
    """Find the first list of objects that say who speaks and what, those of known names first."""
    if deep > DEEPEST:
        return []
    if isinstance(value, list):
        return _rows(value, key) or _of_parts(value, key, deep)
    if not isinstance(value, dict):
        return []
    if words := with_labels(value):
        value = {**value, "items": words}
    names = [*filter(value.__contains__, LISTS), *(name for name in value if name not in LISTS)]
    return next((found for name in names if (found := _said(value[name], name, deep + 1))), [])


def _rows(value: list, key: str) -> list[dict]:
    rows = [each for each in value if isinstance(each, dict)]
    if not rows or len(rows) != len(value):
        return []
    if is_words(rows, key):
        return rows_of_words(rows)
    return rows if any(map(_speaks, rows)) else []


def _of_parts(value: list, key: str, deep: int) -> list[dict]:
    """Join what is said in the parts of a list; those of one talk only."""
    parts = [found for each in value[: 1 if key in READINGS else None]
             if (found := _said(each, "", deep + 1))]  # fmt: skip
    if len(parts) > 1 and key != "results":
        raise TranscriptError(word("talk_errors", "several_talks", count=len(parts)))
    if len(parts) > 1 and _says_again(parts[-1], parts[0], parts[:-1]):
        return parts[-1]
    return [row for part in parts for row in part]


def _says_again(last: list[dict], first: list[dict], before: list[list[dict]]) -> bool:
    """Say whether the last part gives the words of all others once more, with their times."""
    said = [each for part in before for each in _words(part)]
    again = last[0].get("start") is not None and last[0].get("start") == first[0].get("start")
    return again and _words(last)[: len(said)] == said


def _words(part: list[dict]) -> list[str]:
    return " ".join(str(row.get("text")) for row in part).split()


def _speaks(row: dict) -> bool:
    return {"speaker", "text"} <= set(known_columns(_flat(row)))


def _flat(row: dict) -> dict:
    """Join the words of a row that has them one by one, and name a speaker that is an object."""
    found = {}
    for name, value in row.items():
        if isinstance(value, dict):
            inner = value.get("name") or value.get("id") or value.get("label")
            found[name] = inner if isinstance(inner, str | int) else None
        elif not isinstance(value, list):
            found[name] = value
    for inside, name, between in INSIDE:
        parts = row.get(inside)
        if isinstance(parts, list) and "text" not in known_columns(found):
            said = [str(each[name]) for each in parts if isinstance(each, dict) and name in each]
            if said:
                found["text"] = between.join(said[: 1 if inside in READINGS else None])
    return found
