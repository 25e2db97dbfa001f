"""Transcripts in JSON: segments, utterances, monologues, or one object a line."""

import json

from ....words import word
from ..turns import TranscriptError
from .columns import known_columns
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


def _said(value, deep: int = 0) -> list[dict]:
    """Find the first list of objects that say who speaks and what, those of known names first."""
    if deep > DEEPEST:
        return []
    if isinstance(value, list):
        rows = [each for each in value if isinstance(each, dict)]
        if rows and len(rows) == len(value) and any(map(_speaks, rows)):
            return rows
        inside = value[:100]
    elif isinstance(value, dict):
        inside = [value[name] for name in LISTS if name in value]
        inside += [each for name, each in value.items() if name not in LISTS]
    else:
        return []
    return next((found for each in inside if (found := _said(each, deep + 1))), [])


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
    if isinstance(row.get("elements"), list) and "text" not in found:
        parts = [each.get("value", "") for each in row["elements"] if isinstance(each, dict)]
        found["text"] = "".join(map(str, parts))
    return found
