"""Dates in many forms: with numbers, with months, in words, and years of birth."""

import re
from collections.abc import Iterator

from .lists import months

__all__ = ["dates"]

ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
SPOKEN_YEAR = (
    r"(?:(?:nineteen|twenty)(?: (?:oh|hundred|and))?|two thousand(?: and)?)"
    r"(?:[ -](?:oh[ -])?(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven"
    r"|eight|nine))?|one|two|three|four|five|six|seven|eight|nine))?"
)
YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d(?![\d:.]\d))"
NUMERIC = (
    r"\d{1,2}([/.\-–])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2}"
    r"|\d{1,2} \d{1,2} (?:19|20)\d\d"
)
SINO = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{4}년 ?\d{1,2}월(?: ?\d{1,2}일)?"
BIRTH = (
    r"\b(?:born|birth(?:day|date)?s?|dob|d\.o\.b\.|nací|nació|nacimiento|nascid[ao]|nasci|née?"
    r"|naissance|geboren|geburtstag|nat[ao]|родил\w+)\b"
)


def _patterns() -> list[re.Pattern]:
    month = rf"(?:{'|'.join(sorted(months(), key=len, reverse=True))})\.?"
    joined = r"(?:,? (?:de |del |of )?)"
    ordinal = rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|º|ª|\.)?|{ORDINAL})"
    year = rf"(?:{SPOKEN_YEAR}|{YEAR})"
    return [
        re.compile(rf"(?<![\w.])(?:{NUMERIC})(?![\w-]|\.\d)"),
        re.compile(rf"(?<!\d)(?:{SINO})"),
        re.compile(rf"\b{month} (?:the )?{ordinal}\b(?:{joined}{year}\b)?", re.IGNORECASE),
        re.compile(rf"\b{ordinal} (?:of |de |d['’])?{month}\b(?:{joined}{year}\b)?", re.IGNORECASE),
        re.compile(rf"{BIRTH}[^.\n]{{0,25}}?(?<!\w)((?:{month} (?:of |de )?)?{YEAR})\b", re.I),
        re.compile(rf"{BIRTH}[^.\n]{{0,25}}?\b({SPOKEN_YEAR})\b", re.I),
        re.compile(rf"{BIRTH}[^.\n]{{0,25}}?\b(\d{{1,2}}/\d{{1,2}})\b", re.I),
    ]


COMPILED: list[re.Pattern] = []


def dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the place of each date with a day, and of each year that stands beside a birth.

    Parameters
    ----------
    text : str
        What was said. A year or a month alone is no date: many things happened in 2015.

    Yields
    ------
    (start, stop, kind)
        The kind is ``birth_date``, for in a story most full dates are as telling as that one.

    Examples
    --------
    >>> text = "Since 2015. Born March twelfth nineteen eighty four."
    >>> [text[start:stop] for start, stop, _ in dates(text)][0]
    'March twelfth nineteen eighty four'
    """
    if not COMPILED:
        COMPILED.extend(_patterns())
    for pattern in COMPILED:
        for match in pattern.finditer(text):
            group = 1 if pattern.pattern.startswith(BIRTH) else 0
            if not _verb(match[group]):
                yield *match.span(group), "birth_date"


def _verb(found: str) -> bool:
    """Leave out the verbs may and march before a small number, and the holiday."""
    if re.fullmatch(r"(?:fourth|4th) of july", found, re.IGNORECASE):
        return True
    return re.match(r"(?:may|march|mar|set|ago|mai) (?!\d+(?:st|nd|rd|th))\w+$", found) is not None
