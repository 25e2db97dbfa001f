"""What an answer may hold: plain JSON values, not too deep inside one another."""

import json

from workbook.errors import JournalError
from workbook.words import word

__all__ = ["DEEPEST", "LEARNER", "check_name", "plain", "too_deep"]

DEEPEST = 100  # lists and objects inside one another; no answer of the course comes near
LEARNER = "_learner"  # the reserved exercise id of the line that names the journal itself


def plain(response: dict) -> dict:
    """Return the response exactly as it will be read back.

    Raises
    ------
    JournalError
        If it is not a dict of plain JSON values with text keys.

    Examples
    --------
    >>> plain({"order": ("b", "a")})
    {'order': ['b', 'a']}
    """
    try:
        copy = json.loads(json.dumps(response, allow_nan=False))
        fits = isinstance(response, dict) and not too_deep(copy) and _text_keys(response)
    except (TypeError, ValueError, RecursionError):
        fits = False
    if not fits:
        raise JournalError(word("journal", "no_form"))
    return copy


def check_name(exercise: str) -> None:
    """Refuse a name that no exercise has.

    Examples
    --------
    >>> check_name("01/who_benefits")
    """
    if not isinstance(exercise, str) or not exercise or exercise == LEARNER:
        raise JournalError(word("journal", "no_exercise", exercise=repr(exercise)))


def too_deep(value: object) -> bool:
    """Say whether lists and objects lie deeper inside one another than any program can be asked.

    Examples
    --------
    >>> too_deep({"order": ["b", "a"]})
    False
    """
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [inner for each in level for inner in _inside(each)]
    return bool(level)


def _inside(value: object) -> list:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _text_keys(value: object) -> bool:
    if isinstance(value, dict):
        return all(type(key) is str for key in value) and all(map(_text_keys, value.values()))
    return not isinstance(value, list | tuple) or all(map(_text_keys, value))
