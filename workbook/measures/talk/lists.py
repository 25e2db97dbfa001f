"""Read the word lists, and find their phrases in a run of words."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["ENGLISH_SHARE", "VERSION", "Lists", "is_english", "lists", "phrase_kinds"]

FOLDER = Path(__file__).parents[1] / "word_lists"
VERSION = 1  # of the files; raise it with them, for whoever quotes counts made with them
ENGLISH_SHARE = 0.12  # at least this share of the words must be ones that mark English
FEW_WORDS = 25  # with fewer different words nothing can be said about the language


class Lists(NamedTuple):
    """The word lists in the form that the counting needs.

    Parameters
    ----------
    stop : frozenset
        Words that carry no subject of their own.
    pronoun : dict
        Word to ``i``, ``we`` or ``you``.
    english : frozenset
        Words that tell English from other languages.
    phrases : dict
        First word of a phrase to its second word to its (rest, kind), longest first.

    Examples
    --------
    >>> lists().pronoun["ours"]
    'we'
    """

    stop: frozenset
    pronoun: dict
    english: frozenset
    phrases: dict


@cache
def lists() -> Lists:
    """Read the two files of the measures once.

    Examples
    --------
    >>> "the" in lists().stop, "landlord" in lists().stop
    (True, False)
    """
    rows = _rows("function_words.csv")
    phrases: dict[str, dict[str, list]] = {}
    for row in _rows("phrases.csv"):
        first, second, *rest = row["phrase"].split()
        phrases.setdefault(first, {}).setdefault(second, []).append((rest, row["kind"]))
    for found in (each for seconds in phrases.values() for each in seconds.values()):
        found.sort(key=lambda each: -len(each[0]))
    return Lists(
        frozenset(row["word"] for row in rows),
        {row["word"]: row["kind"] for row in rows if row["kind"] in ("i", "we", "you")},
        frozenset(row["word"] for row in rows if row["marks_english"]),
        phrases,
    )


def _rows(name: str) -> list[dict]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def phrase_kinds(words: list[str]) -> list[str]:
    """Give the kind of each phrase of the list in a run of words, in order.

    Parameters
    ----------
    words : list of str
        Lower-case words. At one place the longest phrase counts, and then the search goes on
        behind it.

    Examples
    --------
    >>> phrase_kinds("you don't have to but you must sign".split())
    ['permission', 'directive']
    >>> phrase_kinds("do you have to".split())
    ['neither']
    """
    phrases, kinds, free = lists().phrases, [], 0
    for place in [n for n, word in enumerate(words[:-1]) if word in phrases]:
        candidates = phrases[words[place]].get(words[place + 1], ())
        for rest, kind in candidates if place >= free else ():
            end = place + 2 + len(rest)
            if words[place + 2 : end] == rest:
                kinds.append(kind)
                free = end
                break
    return kinds


def is_english(words: int, marking: int, different: int) -> bool:
    """Say whether the lists fit the language of a transcript.

    Parameters
    ----------
    words : int
        How many words there are.
    marking : int
        How many of them mark English.
    different : int
        How many different words; below 25 the answer is yes, for nothing can be said.

    Examples
    --------
    >>> is_english(200, 60, 90), is_english(200, 4, 90), is_english(10, 0, 8)
    (True, False, True)
    """
    return different < FEW_WORDS or marking >= ENGLISH_SHARE * words
