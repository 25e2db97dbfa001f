"""`workbook check --against`: what the words of a language lack."""

from itertools import groupby

from ..errors import WorkbookError
from ..words import Message, differences, languages, word

__all__ = ["compare", "sentences"]


def compare(language: str) -> dict[str, list[str]]:
    """Compare the words of a language with the English ones.

    Parameters
    ----------
    language : str
        Name of its folder.

    Returns
    -------
    dict
        As `workbook.words.differences` gives it.

    Raises
    ------
    WorkbookError
        When there is no such language.

    Examples
    --------
    >>> compare("en")["missing"]
    []
    """
    known = languages()
    if language not in known:
        named = {"language": language, "languages": ", ".join(known)}
        raise WorkbookError(word("check_command", "no_language", **named))
    return differences(language)


def sentences(language: str, found: dict[str, list[str]]) -> list[Message]:
    """Say for each group how many words are missing or differ, and which.

    Parameters
    ----------
    language : str
        Name of its folder.
    found : dict
        From `compare`.

    Examples
    --------
    >>> sentences("es", {"missing": ["module.left"], "unknown": [], "other_values": []})
    ['module: 1 missing: left']
    """
    kinds = ("missing", "unknown", "other_values")
    lines = [line for kind in kinds for line in _by_group(kind, found[kind])]
    return lines or [word("check_command", "language_whole", language=language)]


def _by_group(kind: str, names: list[str]) -> list[Message]:
    found = []
    for group, own in groupby(sorted(names), key=lambda name: name.partition(".")[0]):
        short = [name.partition(".")[2] for name in own]
        found.append(word("check_command", kind, group=group, n=len(short), names=", ".join(short)))
    return found
