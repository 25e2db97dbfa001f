"""The word lists of the check for names: common words, names, and what stands beside a name."""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

__all__ = [
    "fold",
    "found_shares",
    "is_common",
    "is_filler",
    "is_name",
    "is_no_name",
    "months",
    "not_names",
    "words_that",
]

FOLDER = Path(__file__).parents[2] / "word_lists"
FILLER = re.compile(
    r"(?:m+h*m*|h+m+|mh+m+|u+h+|u+m+|u+h+m+|a+h+|a+ha+|o+h+|o+o+h+|e+h+|e+r+m*|e+m+|h+u+h+|ha+h?"
    r"|he+h+|hey+|na+h+|ye+a+h?|ye+p|yup+|nope|uh|um|mm|hm|aw+|ow+|wow+|shh+|psst|ugh+|ooh+|whoa"
    r"|okay|ok|kay|mkay|huh|tsk|phew|oops|ouch|yay|este|pues|eh|ay|ach|äh+m?|öh+m?|euh|bah|hein|ben)"
)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Give a word in one case and without accents, as names are compared.

    Examples
    --------
    >>> fold("ZOË"), fold("Łukasz"), fold("Đức")
    ('zoe', 'lukasz', 'duc')
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.casefold().translate(STROKES))
    return "".join(c for c in plain if not "\u0300" <= c <= "\u036f")


STROKES = str.maketrans("łđøħıŧæœ’", "ldohitao'")


@cache
def words_that(kind: str, language: str = "") -> frozenset[str]:
    """Give the words of one kind from ``covering.csv``, in one case and without accents.

    Parameters
    ----------
    kind : str
        ``title``, ``kin``, ``introduces``, ``after``, ``ends``, ``surname``, ``particle``,
        ``noun_capitals``, ``role`` or ``month``.
    language : str
        Only those of one language, as the file names it; of all when left out.

    Examples
    --------
    >>> "sister" in words_that("kin")
    True
    """
    return frozenset(
        fold(row["word"])
        for row in _rows("covering.csv")
        if row["kind"] == kind and language in ("", row["language"])
    )


@cache
def found_shares() -> list[tuple[str, int, int, int, int]]:
    """Give for each kind the items of two lists, and how many of them are covered whole.

    Returns
    -------
    list of (kind, items, covered, new items, new covered)
        The last kind is ``ordinary``: lines with nothing to cover, and how many are marked. The
        first list was at hand when the rules were made; the second was tried once, before any
        rule was mended for it. `word_lists/README.md` says how.

    Examples
    --------
    >>> found_shares()[0]
    ('name', 46, 46, 71, 69)
    """
    rows = [list(row.values()) for row in _rows("found_shares.csv")]
    return [(kind, *map(int, numbers)) for kind, *numbers in rows]  # type: ignore[misc]


@cache
def months() -> frozenset[str]:
    """Give the names of months as they are written, in the languages of the list.

    Examples
    --------
    >>> "march" in months(), "märz" in months()
    (True, True)
    """
    return frozenset(row["word"] for row in _rows("covering.csv") if row["kind"] == "month")


@cache
def not_names() -> frozenset[str]:
    """Give the words that are written with a capital and are no names.

    Examples
    --------
    >>> "friday" in not_names()
    True
    """
    return frozenset(fold(row["word"]) for row in _rows("not_names.csv"))


def is_no_name(word: str) -> bool:
    """Say whether a folded word, or what it is the plural of, is written large and is no name.

    Examples
    --------
    >>> is_no_name("fridays"), is_no_name("rosa")
    (True, False)
    """
    return not not_names().isdisjoint((word, word.removesuffix("s"), f"{word}'s"))


@cache
def _names() -> dict[str, str]:
    return {row["name"]: row["also_a_word"] for row in _rows("names.csv")}


def is_name(word: str) -> str:
    """Say whether a folded word is in the list of names: ``yes``, ``word`` (also one) or empty.

    Examples
    --------
    >>> is_name("keisha"), is_name("hope"), is_name("kitchen")
    ('yes', 'word', '')
    """
    found = _names().get(word)
    if found is None and "-" in word:
        parts = {is_name(part) for part in word.split("-")}
        return "" if "" in parts else ("yes" if "yes" in parts else "word")
    return "" if found is None else ("word" if found else "yes")


@cache
def _common() -> frozenset[str]:
    lines = (FOLDER / "english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Say whether a folded word is a common English word, or a form of one.

    Examples
    --------
    >>> is_common("kitchens"), is_common("stopped"), is_common("don't"), is_common("thuy")
    (True, True, True, False)
    """
    known = _common()
    if _names().get(word) == "":
        return False
    if word in known or is_filler(word):
        return True
    head, _, tail = word.partition("'")
    if tail:
        return head in known or head + tail in known or head.removesuffix("n") in known
    if "-" in word:
        return all(is_common(part) for part in word.split("-") if part)
    return any(is_common(base) for base in _bases(word))


def _bases(word: str) -> list[str]:
    """Give what a word may be a form of; `english_words.txt` leaves such forms out."""
    found = []
    for ending, others in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            found += [stem + other for other in others]
            if ending in ("ed", "ing", "er", "est") and len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found


ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ily", ("y",)),
    ("ly", ("", "le")),
    ("iness", ("y",)),
    ("ness", ("",)),
    ("less", ("",)),
    ("ful", ("",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("er", ("", "e")),
    ("est", ("", "e")),
)


@lru_cache(maxsize=50_000)
def is_filler(word: str) -> bool:
    """Say whether a folded word is a sound of listening or thinking.

    Examples
    --------
    >>> is_filler("mm-hmm"), is_filler("uh-huh"), is_filler("emma")
    (True, True, False)
    """
    return all(FILLER.fullmatch(part) for part in word.split("-") if part)


def _rows(name: str) -> list[dict]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
