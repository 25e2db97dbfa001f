"""Names of people and places, by how they are written and by what stands beside them."""

from collections.abc import Iterable, Iterator

from ..lists import lists
from .cues import acts, is_cued
from .joined import joined
from .lists import is_common, is_filler, is_name, is_no_name, words_that
from .tokens import Line, Token
from .tokens import lines as split_lines

__all__ = ["known_parts", "names"]

LOUD = 6  # letters from which on a word in capitals is no abbreviation
Found = dict[tuple[int, int], Token]


def names(text: str, known: Iterable[str] = ()) -> Iterator[tuple[int, int, str]]:
    """Give the place of each name: those that show themselves, and those that stand again.

    Parameters
    ----------
    text : str
        What was said, one turn or all of them.
    known : iterable of str
        Names that are known already, for example of the speakers.

    Yields
    ------
    (start, stop, kind)
        The kind is ``name``.

    Examples
    --------
    >>> text = "Thuy has the papers. i told ROSA"
    >>> [text[start:stop] for start, stop, _ in names(text)]
    ['Thuy', 'ROSA']
    """
    split, told = split_lines(text), known_parts(known)
    found: Found = {}
    for n, line in enumerate(split):
        for place, token in enumerate(line.tokens):
            if is_cued(line, place) or _shows_itself(line, place):
                found[n, place] = token
    again = {token.key for token in found.values() if len(token.key) > 1}
    for n, line in enumerate(split):
        for place, token in enumerate(line.tokens):
            is_new = (n, place) not in found and token.key in again | told
            if is_new and _stands_again(line, place, token.key in told):
                found[n, place] = token
    for n, line in enumerate(split):
        places = {place for place, _ in enumerate(line.tokens) if (n, place) in found}
        yield from joined(line, places, text)


def known_parts(known: Iterable[str]) -> set[str]:
    """Split known names into parts that can stand alone; titles and roles are left out.

    Examples
    --------
    >>> sorted(known_parts(["Rosa Jimenez, LCSW", "Mr. Silva", "Worker 2"]))
    ['jimenez', 'rosa', 'silva']
    """
    parts = {each.key for name in known for line in split_lines(name) for each in line.tokens}
    parts |= {part for key in parts for part in key.split("-") if len(part) > 2}
    left_out = words_that("role") | words_that("title") | words_that("particle") | words_that("kin")
    return {part for part in parts if len(part) > 1 and part not in left_out}


def _shows_itself(line: Line, place: int) -> bool:
    """Say whether the way a word is written says that it is a name."""
    token = line.tokens[place]
    if len(token.key) < 2 or is_filler(token.key) or token.shape == "none":
        return False
    if line.flat or token.shape == "lower":
        return _small(line, token)
    if token.shape == "caps":
        return _loud(token)
    if token.opens:
        return _opens_with(line, place)
    return _capital(line, place)


def _small(line: Line, token: Token) -> bool:
    """Judge a word where case says nothing."""
    if not line.english or is_no_name(token.key) or is_common(token.key):
        return False
    if is_name(token.key) == "yes":
        return len(token.key) > 2
    return line.flat and len(token.key) > 2 and len(line.tokens) > 2


def _loud(token: Token) -> bool:
    """Judge a word in capitals within a line that is not: most are abbreviations."""
    if is_no_name(token.key) or is_common(token.key):
        return False
    return is_name(token.key) == "yes" or len(token.key) >= LOUD


def _opens_with(line: Line, place: int) -> bool:
    """Judge a capital at the head of a sentence."""
    token = line.tokens[place]
    listed = is_name(token.key)
    if listed == "word":
        return token.key not in words_that("time_word") and acts(line, place)
    if is_no_name(token.key) or _is_foreign(token.key):
        return False
    return bool(listed) or (line.english and not is_common(token.key))


def _is_foreign(key: str) -> bool:
    """Say whether a word is an everyday one of another language, and a name only elsewhere."""
    return key in lists("es").stop or key in words_that("kin") | words_that("noun_capitals")


def _capital(line: Line, place: int) -> bool:
    """Judge a capital inside a sentence."""
    token = line.tokens[place]
    listed = is_name(token.key)
    if is_no_name(token.key):
        return listed == "word" and _is_no_time(line, place)
    if listed:
        return listed == "yes" or not _in_a_phrase(line, place)
    if _is_lived_in(line, place):
        return True
    return not (is_common(token.key) or line.nouns or token.key in words_that("title"))


def _is_lived_in(line: Line, place: int) -> bool:
    """Say whether a capital is where somebody lives or was born, whatever word it is."""
    before = [each.key for each in line.tokens[max(0, place - 2) : place]]
    if len(before) < 2 or line.nouns:
        return False
    return before[0] in words_that("lives") and before[1] in ("in", "to", "from", "near")


def _in_a_phrase(line: Line, place: int) -> bool:
    """Say whether a word goes on a fixed name that is nobody's, as in Christmas Eve."""
    before = line.tokens[place - 1]
    if before.key in ("a", "an"):
        return True
    people = words_that("kin") | words_that("title")
    return before.shape == "capital" and is_no_name(before.key) and before.key not in people


def _is_no_time(line: Line, place: int) -> bool:
    """Tell April who works here from the month, and Christian from the faith."""
    before = line.tokens[place - 1].key if place else ""
    if before in words_that("kin") or before in words_that("before_name") - words_that("time_word"):
        return True
    after = line.tokens[place + 1].key if place + 1 < len(line.tokens) else ""
    if before not in words_that("time_word") and after in words_that("person_verb") - {
        "is",
        "was",
        "and",
        "also",
        "still",
        "just",
    }:
        return True
    return before in ("is", "was") and after in (
        "now",
        "by",
        "and",
        "who",
        "today",
        "here",
        "again",
    )


def _stands_again(line: Line, place: int, told: bool) -> bool:
    """Say whether a name that is known stands here again, in any case where it is no word."""
    token = line.tokens[place]
    if not is_common(token.key) and not is_no_name(token.key):
        return token.shape != "lower" or told or is_name(token.key) == "yes" or line.flat
    if token.shape == "capital" and not token.opens and not line.flat:
        return token.key not in words_that("month") or _is_no_time(line, place)
    if token.shape == "capital" and not line.flat:
        return acts(line, place) or (
            token.key not in words_that("verb_name") and is_name(token.key) == "word"
        )
    before = line.tokens[place - 1].key if place else ""
    return told and (
        acts(line, place) or before in words_that("before_name") - words_that("time_word")
    )
