"""What is left of saves that were cut off in the middle of their line."""

import json
import re

from workbook.journal.entry import VERSION, Line

__all__ = ["belongs", "remains"]

_ENTRY = re.compile(r'\{\s*(?="version"\s*:)')  # in a learner's text each quotation mark is escaped
_KEY = re.compile(r'[\s,]*"(\w+)"\s*:\s*')
_DECODER = json.JSONDecoder()


def remains(raw: bytes) -> list[dict]:
    r"""Read from a line that is no entry the fields of each save that began in it.

    A field that was cut off is left out. Where anything but saves of this version stands in the
    line, nothing is said about it, since it may be worth keeping.

    Parameters
    ----------
    raw : bytes
        A line that cannot be read as one entry.

    Returns
    -------
    list of dict
        The fields that were written whole, one dict for each save; two saves share a line where
        the end of the first one is missing.

    Examples
    --------
    >>> remains(b'{"version": 1, "id": "a", "exercise": "01/x", "respo')
    [{'version': 1, 'id': 'a', 'exercise': '01/x'}]
    >>> remains(b"a line of something else")
    []
    """
    text = raw.decode(errors="replace").lstrip()
    starts = [match.end() for match in _ENTRY.finditer(text)]
    if not _ENTRY.match(text):
        return []
    found = [_whole_fields(text, at) for at in starts]
    return found if all(fields.get("version") == VERSION for fields in found) else []


def _whole_fields(text: str, at: int) -> dict:
    found = {}
    while key := _KEY.match(text, at):
        try:
            found[key[1]], at = _DECODER.raw_decode(text, key.end())
        except (ValueError, RecursionError):
            break
    return found


def belongs(line: Line, exercise: str, one: str | None = None) -> bool:
    """Say whether a line is an entry to erase, or holds only what is left of saves to erase.

    Parameters
    ----------
    line : Line
    exercise : str
        The exercise whose answers go.
    one : str, optional
        The id of the only entry that goes.

    Examples
    --------
    >>> raw = b'{"version": 1, "exercise": "01/x", "respo'
    >>> belongs(Line(1, 0, raw, None, "broken"), "01/x")
    True
    """
    if line.entry:
        return line.entry.exercise == exercise and one in (None, line.entry.id)
    left = remains(line.raw) if one is None and line.fault == "broken" else []
    return bool(left) and all(fields.get("exercise") == exercise for fields in left)
