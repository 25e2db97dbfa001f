"""What the front matter of an exercise may say, read in one way for all kinds."""

import re

from ..words import word
from .document import Document, Part

__all__ = ["flag", "is_words", "mapping", "needed_part", "whole"]


def is_words(value, sort: type) -> bool:
    """Say whether a setting is a list, or a mapping, of plain words.

    Parameters
    ----------
    value
        As the front matter has it.
    sort : type
        ``list`` or ``dict``.

    Examples
    --------
    >>> is_words(["one", "two"], list), is_words({"a": ["one"]}, dict), is_words("one", list)
    (True, False, False)
    """
    words = value.values() if isinstance(value, dict) else value
    return isinstance(value, sort) and all(isinstance(word, str) for word in words)


def mapping(document: Document, key: str, least: int = 0) -> dict[str, str]:
    """Give a setting that is a list of lines ``name: words``.

    Parameters
    ----------
    document : Document
    key : str
        Name of the setting.
    least : int
        So many lines are needed.

    Raises
    ------
    ContentError
        When the setting has another form, or fewer lines.

    Examples
    --------
    >>> mapping(Document("x.md", {"ends": {"first": "Near", "last": "Far"}}, {}, []), "ends", 2)
    {'first': 'Near', 'last': 'Far'}
    """
    value = document.front[key]
    if not is_words(value, dict) or len(value) < least:
        name = "mapping_least" if least else "mapping"
        document.stop(key, word("settings", name, key=key, least=least))
    return value


def flag(document: Document, key: str) -> bool:
    """Give a setting that is yes or no; no when it is not there.

    Parameters
    ----------
    document : Document
    key : str
        Name of the setting.

    Raises
    ------
    ContentError
        When the setting says anything else.

    Examples
    --------
    >>> flag(Document("x.md", {"many": "yes"}, {}, []), "many")
    True
    """
    value = document.front.get(key, "no")
    if value not in ("yes", "no"):
        document.stop(key, word("settings", "flag", key=key))
    return value == "yes"


def whole(document: Document, at, text, bounds: tuple[int, int], about: str = "") -> int:
    """Read a whole number.

    Parameters
    ----------
    document : Document
    at : str or int
        Name of the setting, or the line where the number stands.
    text
        As the file has it.
    bounds : tuple of int
        The least and the most that it may be.
    about : str
        What the number says, for the message.

    Raises
    ------
    ContentError
        When it is no whole number, or outside its bounds.

    Examples
    --------
    >>> whole(Document("x.md", {}, {}, []), "minutes", "61", (1, 60))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: x.md, line 1: 'minutes' is a whole number from 1 to 60, not '61'.
    """
    least, most = bounds
    fits = isinstance(text, str) and re.fullmatch("[0-9]{1,4}", text)
    if not fits or not least <= int(text) <= most:
        which = ("setting" if isinstance(at, str) else "line") + "_about" * bool(about)
        values = {"key": at, "least": least, "most": most, "about": about, "text": text}
        document.stop(at, word("settings", f"whole_{which}", **values))
    return int(text)


def needed_part(document: Document, name: str) -> Part:
    """Give a part that must be there.

    Parameters
    ----------
    document : Document
    name : str
        Of the part.

    Raises
    ------
    ContentError
        When there is none.

    Examples
    --------
    >>> needed_part(Document("x.md", {}, {}, [Part("person", 4)]), "person").line
    4
    """
    part = document.part(name)
    if part is None:
        document.stop(document.parts[0], word("settings", "no_part", name=name))
    return part
