"""Read the word lists of each language, and find their phrases in a run of words."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "LANGUAGES",
    "LEAST_SHARE",
    "VERSION",
    "Lists",
    "likely_language",
    "lists",
    "phrase_kinds",
]

FOLDER = Path(__file__).parents[1] / "word_lists"
VERSION = 3  # of the files; raise it with them, for whoever quotes counts made with them
LANGUAGES = ("en", "es")
LEAST_SHARE = 0.12  # at least this share of the words must be ones that mark the language
FEW_WORDS = 25  # with fewer different words nothing can be said about the language
FILES = {
    "en": ("function_words.csv", "phrases.csv", "marks_english"),
    "es": ("function_words_es.csv", "phrases_es.csv", "marks_spanish"),
}
ACCENTS = str.maketrans("áéíóúü", "aeiouu")  # which transcribers often leave out


class Lists(NamedTuple):
    """The word lists of one language in the form that the counting needs.

    Parameters
    ----------
    stop : frozenset
        Words that carry no subject of their own.
    pronoun : dict
        Word to ``i``, ``we`` or ``you``.
    marks : frozenset
        Words that tell the language from others.
    phrases : dict
        First word of a phrase to its second word (empty for a single one) to its (rest, kind),
        longest first.

    Examples
    --------
    >>> lists().pronoun["ours"], lists("es").pronoun["nuestra"]
    ('we', 'we')
    """

    stop: frozenset
    pronoun: dict
    marks: frozenset
    phrases: dict


@cache
def lists(language: str = "en") -> Lists:
    """Read the two files of a language once.

    Parameters
    ----------
    language : str
        One of `LANGUAGES`.

    Examples
    --------
    >>> "the" in lists().stop, "landlord" in lists().stop, "los" in lists("es").stop
    (True, False, True)
    """
    words_file, phrases_file, marks = FILES[language]
    rows = _rows(words_file)
    phrases: dict[str, dict[str, list]] = {}
    for row in _rows(phrases_file):
        first, *others = _plain(row["phrase"], language).split()
        second, rest = (others or [""])[0], others[1:]
        phrases.setdefault(first, {}).setdefault(second, []).append((rest, row["kind"]))
    for found in (each for seconds in phrases.values() for each in seconds.values()):
        found.sort(key=lambda each: -len(each[0]))
    return Lists(
        frozenset(form for row in rows for form in _forms(row["word"], language)),
        {row["word"]: row["kind"] for row in rows if row["kind"] in ("i", "we", "you")},
        frozenset(row["word"] for row in rows if row[marks]),
        phrases,
    )


def _plain(text: str, language: str) -> str:
    return text if language == "en" else text.translate(ACCENTS)


def _forms(word: str, language: str) -> tuple[str, str]:
    return word, _plain(word, language)


def _rows(name: str) -> list[dict]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def phrase_kinds(words: list[str], language: str = "en") -> list[str]:
    """Give the kind of each phrase of the list in a run of words, in order.

    Parameters
    ----------
    words : list of str
        Lower-case words. At one place the longest phrase counts, and then the search goes on
        behind it. Spanish accents do not matter.
    language : str
        One of `LANGUAGES`.

    Examples
    --------
    >>> phrase_kinds("you don't have to but you must sign".split())
    ['permission', 'directive']
    >>> phrase_kinds("do you have to".split())
    ['neither']
    >>> phrase_kinds("no tiene que firmar pero tiene que venir".split(), "es")
    ['permission', 'directive']
    """
    phrases, kinds, free = lists(language).phrases, [], 0
    if language != "en":
        words = [_plain(word, language) for word in words]
    following = [*words[1:], ""]
    for place in [n for n, word in enumerate(words) if word in phrases]:
        seconds = phrases[words[place]]
        if place < free or not (following[place] in seconds or "" in seconds):
            continue  # most words that begin a phrase do not
        if found := _phrase_at(seconds, words, place):
            kind, free = found
            kinds.append(kind)
    return kinds


def _phrase_at(seconds: dict, words: list[str], place: int) -> tuple[str, int] | None:
    """Give the kind and the end of the longest phrase that begins at a place."""
    second = words[place + 1] if place + 1 < len(words) else ""
    for rest, kind in seconds.get(second, ()):
        end = place + 2 + len(rest)
        if second and words[place + 2 : end] == rest:
            return kind, end
    return (seconds[""][0][1], place + 1) if "" in seconds else None


def likely_language(words: int, marking: tuple, different: int) -> str:
    """Say which language of the lists fits; empty when none does.

    Parameters
    ----------
    words : int
        How many words there are.
    marking : tuple of int
        How many of them mark each of `LANGUAGES`.
    different : int
        How many different words.

    Notes
    -----
    At least 12 % of the words must mark the language, and no other may be marked more. With fewer
    than 25 different words nothing is sure: the likelier one is given, English when all are alike.

    Examples
    --------
    >>> likely_language(200, (60, 2), 90), likely_language(200, (2, 60), 90)
    ('en', 'es')
    >>> likely_language(200, (4, 4), 90), likely_language(10, (0, 0), 8)
    ('', 'en')
    """
    most = max(marking)
    likely = LANGUAGES[marking.index(most)]
    return likely if different < FEW_WORDS or most >= LEAST_SHARE * words else ""
