"""Find what may say who someone is, and cover it. It can miss names; read the text yourself."""

import re
from typing import NamedTuple

from .lists import not_names

__all__ = ["FOUND_SHARE", "KINDS", "Finding", "find_identifiers", "mask"]

KINDS = ("email", "birth_date", "address", "id_number", "phone", "name")
# What share of planted ones is found in the seeded synthetic set of the tests, which keep these
# numbers true. Real talk differs: a promise about it would need real transcripts.
FOUND_SHARE = {
    "email": 0.74,
    "birth_date": 0.82,
    "address": 0.82,
    "id_number": 0.7,
    "phone": 0.84,
    "name": 0.74,
}

MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
STREET = (
    "(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|place|pl|boulevard|blvd|way"
    "|terrace|circle|square|highway|hwy|close|crescent)"
)
DATE = (
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(?:19|20)\d\d"
)
PATTERNS = {
    "email": (
        r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
        r"|\b\w[\w.]{0,40} at \w{1,40} dot (?:com|org|net|edu|gov)\b"
    ),
    "birth_date": rf"\b(?:{DATE})\b",
    "address": (
        rf"\b\d{{1,5}}[a-z]?\s+(?:[\w'’.-]+\s+){{1,3}}{STREET}\b\.?"
        r"(?:,?\s+(?:apartment|apt|unit|suite|flat|#)\.?\s*\w+)?"
        r"|\b(?:p\.?\s?o\.?\s?box|post office box)\s+\d+"
    ),
    "id_number": (
        r"\b\d{3}-\d{2}-\d{4}\b|\b[a-z]{1,3}-?\d{6,10}[a-z]?\b|\b\d{6,9}\b|\b\d{4} \d{4}\b"
        r"|(?<=number is )[a-z]{0,3}[\d -]{4,}\d|(?<=number )\d[\d -]{3,}\d"
        r"|(?:case|file|client|record|policy|member|claim|id|medicaid)\s*(?:number|no\.?|#)\s*:?\s*"
        r"[a-z]{0,3}[-\d]{4,}"
    ),
    "phone": (
        r"(?<!\w)(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)\s?|\d{2,4}[\s.-])\d{3,4}[\s.-]?\d{3,4}\b"
        r"|\b\d{10,11}\b|\b\d{3}[.-]\d{4}\b"
        r"|\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,]{1,2}){4,10}"
        r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b"
    ),
}
COMPILED = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in PATTERNS.items()}
TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Nurse|Judge|Officer|Sister|Father|Pastor|Professor)\.?"
CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:['’][A-Z])?[\w-]{1,30}(?:['’](?!s\b)[\w-]{1,30})?"
INTRODUCED = r"[Mm]y name(?:['’]s| is)|[Nn]amed|[Cc]alled|[Tt]his is|I['’]m|I am"
NAME = re.compile(CAPITAL)
NAMED = re.compile(
    rf"\b(?:{TITLE}|{INTRODUCED})\s+({CAPITAL}(?:\s+{CAPITAL})*)"
    rf"|(?<=[a-z0-9,;] )({CAPITAL}(?:\s+{CAPITAL})*)"
)


class Finding(NamedTuple):
    """Where something is that may say who someone is.

    Parameters
    ----------
    start, stop : int
        Places in the text, as in ``text[start:stop]``.
    kind : str
        One of `KINDS`.

    Examples
    --------
    >>> Finding(3, 8, "name").kind
    'name'
    """

    start: int
    stop: int
    kind: str


def find_identifiers(text: str, *, names=()) -> list[Finding]:
    """Find names, phone numbers, e-mail and street addresses, full dates and id numbers.

    Parameters
    ----------
    text : str
        One turn or a whole transcript. With the whole, a name found once is found everywhere.
    names : iterable of str
        Names that are known already, for example of the speakers.

    Returns
    -------
    list of Finding
        In order, without overlaps.

    Notes
    -----
    It goes by form alone, for English and US habits. It misses names in lower case, names that open
    a sentence and stand nowhere else, and numbers in words; `FOUND_SHARE` says how many planted
    ones it finds. It also marks words that only look like names. Do not call a text anonymous
    because nothing is found: a story can tell who someone is without any of these.

    Examples
    --------
    >>> text = "I told Dalia to call 555-010-4477."
    >>> [(text[each.start : each.stop], each.kind) for each in find_identifiers(text)]
    [('Dalia', 'name'), ('555-010-4477', 'phone')]
    """
    found, taken = [], bytearray(len(text))
    for kind in KINDS:
        for start, stop in _names(text, names) if kind == "name" else _spans(kind, text):
            if taken.find(1, start, stop) < 0:
                taken[start:stop] = b"\1" * (stop - start)
                found.append(Finding(start, stop, kind))
    return sorted(found)


def _spans(kind: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in COMPILED[kind].finditer(text)]


def _names(text: str, known) -> list[tuple[int, int]]:
    """Find names by what stands before them, then every place where they stand again."""
    said = [match[match.lastindex or 0] for match in NAMED.finditer(text)]
    names = {each for name in [*said, *known] for each in NAME.findall(name) if _likely(each)}
    spans: list[tuple[int, int]] = []
    for match in NAME.finditer(text):
        if match[0] in names:
            start, stop = match.span()
            if spans and text[spans[-1][1] : start].isspace():
                start = spans.pop()[0]
            spans.append((start, stop))
    return spans


def _likely(word: str) -> bool:
    """Leave out days, months and the like, and short words in capitals such as ID."""
    return word.casefold() not in not_names() and not (word.isupper() and len(word) < 5)


def mask(text: str, findings=None) -> str:
    """Cover what was found by its kind, as in ``[name]``.

    Parameters
    ----------
    text : str
        The text.
    findings : list of Finding, optional
        What to cover; all that `find_identifiers` finds when left out.

    Examples
    --------
    >>> mask("Write to dalia@example.org, please.")
    'Write to [email], please.'
    """
    findings = find_identifiers(text) if findings is None else sorted(findings)
    pieces, place = [], 0
    for start, stop, kind in findings:
        pieces += [text[place:start], f"[{kind}]"]
        place = stop
    return "".join([*pieces, text[place:]])
