"""Names by what stands before them: my name is, my sister, Mrs., called."""

from functools import cache

from ..lists import lists
from .lists import fold, is_common, is_filler, is_name, is_no_name, words_that
from .tokens import Line, Token

__all__ = ["acts", "is_cued"]


def is_cued(line: Line, place: int) -> bool:
    """Say whether what stands before a word says that it is a name.

    Parameters
    ----------
    line : Line
        The line.
    place : int
        Which of its tokens.

    Examples
    --------
    >>> from workbook.measures.talk.identifiers.tokens import lines
    >>> is_cued(lines("My son Mark drinks.")[0], 2)
    True
    """
    token = line.tokens[place]
    if len(token.key) < 2 or is_filler(token.key) or place == 0:
        return False
    before = line.tokens[place - 1]
    if not token.opens and before.key in words_that("title"):
        return _titled(line, place, before.key in words_that("strict_title"))
    cue = _introduced(line, place)
    if cue:
        return _introduces(line, place, cue)
    if before.key in words_that("kin") and not token.opens:
        return _can_be(line, place) and not _is_small_word(line, token)
    return _goes_on(line, place)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(cue.split()[-1] for cue in words_that("introduces"))


def _introduced(line: Line, place: int) -> str:
    if (
        place == 0
        or not {line.tokens[place - 1].key, _whole(line.tokens[place - 1])} & _last_words()
    ):
        return ""
    for length in (4, 3, 2, 1):
        if length <= place:
            cue = " ".join(_whole(each) for each in line.tokens[place - length : place])
            if cue in words_that("introduces"):
                return cue
    return ""


def _whole(token: Token) -> str:
    return fold(token.text)


def _introduces(line: Line, place: int, cue: str) -> bool:
    token = line.tokens[place]
    if is_no_name(token.key) and is_name(token.key) != "word":
        return False
    if not _fits(line, place, cue):
        return False
    if cue in words_that("weak_cue"):
        return _can_be(line, place) and not (
            token.shape == "lower" and is_name(token.key) == "word"
        )
    listed, common = is_name(token.key), is_common(token.key)
    if token.shape == "capital" and not line.flat:
        return not common or bool(listed) or cue.endswith(("name is", "name's", "name was"))
    return bool(listed) or not common


def _fits(line: Line, place: int, cue: str) -> bool:
    """Say whether a cue is one here: not Spanish si, and no everyday Spanish word after it."""
    token = line.tokens[place]
    if cue == "si" and not any(each.key in words_that("tagalog") for each in line.tokens):
        small = token.key in lists("es").stop or token.key in words_that("kin")
        known = is_name(token.key) == "yes" if line.flat else token.shape == "capital"
        return known and not small
    everyday = cue in words_that("introduces", "es") and token.shape == "lower"
    return not everyday or token.key not in lists("es").stop or token.key in ("el", "la")


def _is_small_word(line: Line, token: Token) -> bool:
    """Say whether a word is an everyday Spanish one, where names have a capital: madre mía."""
    cased = token.shape == "lower" and not (line.flat or line.english)
    return cased and token.key in lists("es").stop


def _titled(line: Line, place: int, strict: bool) -> bool:
    token = line.tokens[place]
    if is_no_name(token.key) and not (strict and token.shape == "capital"):
        return False
    if strict and token.shape == "capital":
        return True
    return _can_be(line, place)


def _can_be(line: Line, place: int) -> bool:
    """Say whether a word can be a name where one is expected."""
    token = line.tokens[place]
    listed = is_name(token.key)
    if listed == "word":
        if token.shape == "capital" and not line.flat:
            return True
        return token.key not in words_that("verb_name") or acts(line, place)
    if is_no_name(token.key) or is_common(token.key) or token.key in words_that("particle"):
        return False
    if token.shape == "lower":
        return bool(listed) or (line.english and len(token.key) > 2)
    return token.shape in ("capital", "caps")


def acts(line: Line, place: int) -> bool:
    """Say whether a verb of somebody else follows, as in Mark said.

    Parameters
    ----------
    line : Line
        The line.
    place : int
        Which of its tokens may be a name.

    Examples
    --------
    >>> from workbook.measures.talk.identifiers.tokens import lines
    >>> acts(lines("Mark said no.")[0], 0), acts(lines("Will you come?")[0], 0)
    (True, False)
    """
    if place + 1 >= len(line.tokens) or line.tokens[place + 1].opens:
        return False
    after = line.tokens[place + 1].key
    return after in words_that("person_verb") or (
        after.endswith("s") and is_common(after) and len(after) > 3
    )


def _goes_on(line: Line, place: int) -> bool:
    """Say whether a word goes on a name that was introduced: my name is maria lopez."""
    token, before = line.tokens[place], line.tokens[place - 1]
    if place < 2 or token.opens or token.start - before.stop != 1 or is_common(token.key):
        return False
    if is_no_name(before.key) or (is_common(before.key) and is_name(before.key) != "word"):
        return False
    cue = _introduced(line, place - 1)
    if not cue or is_no_name(token.key) or _is_small_word(line, token):
        return False
    if is_cued(line, place - 1):
        return True
    return cue != "si" and is_name(token.key) == "yes" and before.key not in lists("es").stop
