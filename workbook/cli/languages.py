"""`workbook check --against`: what the words of a language lack."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

from ..errors import ContentError, WorkbookError
from ..words import Message, differences, languages, use, word

__all__ = ["compare", "files_named", "sentences"]


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
        When there is no such language, or a file of it cannot be read.

    Examples
    --------
    >>> compare("en")["missing"]
    []
    """
    known = languages()
    if language not in known:
        named = {"language": language, "languages": ", ".join(known)}
        raise WorkbookError(word("check_command", "no_language", **named))
    with files_named():
        return differences(language)


@contextmanager
def files_named() -> Iterator[None]:
    """Say in English which file of a language cannot be read, and what to do.

    Raises
    ------
    ContentError
        In place of the error of a file of words.

    Examples
    --------
    >>> with files_named():
    ...     differences("en")["unknown"]
    []
    """
    import yaml

    try:
        yield
    except KeyError as error:
        file, *groups = error.args
        name = "group_twice" if groups else "no_groups"
        with use("en"):
            told = word("check_command", name, group=", ".join(groups))
            raise ContentError(file, 0, told) from error
    except yaml.YAMLError as error:
        with use("en"):
            raise _unread(error) from error


def _unread(error: Exception) -> ContentError:
    """Say where a file stops being YAML, or that its letters are not in UTF-8."""
    mark = getattr(error, "problem_mark", None)
    if mark:
        return ContentError(mark.name, mark.line + 1, word("check_command", "no_yaml"))
    return ContentError(getattr(error, "name", ""), 0, word("check_command", "no_letters"))


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
