"""Join the parts of a name that stand beside each other, and tell a place from a person."""

import re
from collections.abc import Iterator

from .lists import is_name, is_no_name, words_that
from .tokens import Line, Token

__all__ = ["joined"]


def joined(line: Line, places: set[int], text: str) -> Iterator[tuple[int, int, str]]:
    """Join parts that stand beside each other, with particles, initials and surnames.

    Parameters
    ----------
    line : Line
        The line.
    places : set of int
        Which of its tokens are names.
    text : str
        The text that holds the line.

    Yields
    ------
    (start, stop, kind)
        Places in the text; the kind is ``name``, or ``place`` after a word like in.

    Examples
    --------
    >>> from workbook.measures.talk.identifiers.tokens import lines
    >>> text = "Ask Rosa Lopez."
    >>> list(joined(lines(text)[0], {1, 2}, text))
    [(4, 14, 'name')]
    """
    tokens, place = line.tokens, 0
    while place < len(tokens):
        if place not in places:
            place += 1
            continue
        start = end = place
        while start > 0 and _leads(line, start, text):
            start -= 1
        while (further := _next_part(line, places, end, text)) is not None:
            end = further
        yield _span(line, start, end)
        place = end + 1


def _span(line: Line, start: int, end: int) -> tuple[int, int, str]:
    """Give the place of some tokens of a line, and whether they are a person's or a place's."""
    first, last = line.tokens[start], line.tokens[end]
    return first.start, last.stop, "place" if _is_place(line, start, end) else "name"


def _is_place(line: Line, start: int, end: int) -> bool:
    """Say whether a name is of a place, by the word before it and by being in no list."""
    if any(is_name(each.key) == "yes" for each in line.tokens[start : end + 1]):
        return False
    before = [each.key for each in line.tokens[max(0, start - 2) : start]]
    if not before or line.tokens[start].opens:
        return False
    return before[-1] in words_that("where") or (
        before[-1] == "from" and before[0] in words_that("came")
    )


def _leads(line: Line, place: int, text: str) -> bool:
    """Say whether the word before a name belongs to it, as in Good Samaritan."""
    before, token = line.tokens[place - 1 : place + 1]
    if len(before.text) == 1 and before.text != "I":  # an initial, as in J. R. Baker
        dotted = text[before.stop : token.start].startswith(".")
        return before.shape == "capital" and dotted and _beside(before, token, text)
    large = before.shape == "capital" and len(before.text) > 1 and not (before.opens or line.flat)
    free = before.key not in words_that("title") and not is_no_name(before.key)
    return large and free and token.shape == "capital" and _beside(before, token, text)


def _next_part(line: Line, places: set[int], end: int, text: str) -> int | None:
    tokens, step = line.tokens, end + 1
    while step < len(tokens) and tokens[step].key in words_that("particle") and step - end < 4:
        if step in places:
            break
        step += 1
    pairs = zip(tokens[end:step], tokens[end + 1 : step + 1], strict=False)
    if step >= len(tokens) or not all(_beside(one, other, text) for one, other in pairs):
        return None
    if step in places:
        return step
    token = tokens[step]
    initial = len(token.text) == 1 and token.shape == "capital" and token.text != "I"
    surname = token.shape == "capital" and len(token.text) > 1 and not (token.opens or line.flat)
    if step == end + 1 and (initial or (surname and not is_no_name(token.key))):
        return step
    return None


def _beside(one: Token, other: Token, text: str) -> bool:
    gap = text[one.stop : other.start]
    return bool(re.fullmatch(r"[ \u00a0]|\. ?|-", gap)) and (gap[:1] != "." or len(one.text) == 1)
