"""Find what may say who someone is, and cover it. It can miss names; read the text yourself."""

import re
from typing import NamedTuple

from ....words import word, words
from .addresses import addresses
from .dates import dates
from .digits import numbers
from .links import links
from .names import names as people
from .scripts import names_without_case

__all__ = ["KINDS", "Finding", "find_identifiers", "mask"]

KINDS = ("email", "link", "birth_date", "address", "id_number", "phone", "place", "name")


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
    """Find names, places, phone numbers, addresses of all sorts, full dates and id numbers.

    Parameters
    ----------
    text : str
        One turn or a whole transcript. With the whole, a name found once is found everywhere.
    names : iterable of str
        Names that are known already, for example of the speakers: found in any case.

    Returns
    -------
    list of Finding
        In order, without overlaps. What overlaps is one finding, of the kind that comes first in
        `KINDS`.

    Notes
    -----
    It goes by form, by lists of common words and of names, and by the words that introduce a name.
    It misses names that look like words, and it marks words that only look like names; the file
    ``found_shares.csv`` says how many of the items of one list it finds, kind by kind. Do not call
    a text anonymous because nothing is found: a story can tell who someone is without any of these.

    Examples
    --------
    >>> text = "I told Dalia to call 555-010-4477."
    >>> [(text[each.start : each.stop], each.kind) for each in find_identifiers(text)]
    [('Dalia', 'name'), ('555-010-4477', 'phone')]
    """
    known, found = list(names), list[Finding]()
    for source in (links(text), dates(text), addresses(text), numbers(text)):
        found += [Finding(*each) for each in source]
    found += [Finding(*each) for each in people(text, known)]
    found += [Finding(*each) for each in names_without_case(text, known)]
    own = [match.span() for match in _covers().finditer(text)]
    return _merged([each for each in found if not _inside(each, own)])


def _covers() -> re.Pattern:
    """Match what this check itself puts in the place of something."""
    kinds = "|".join(map(re.escape, words("talk_covers").values()))
    person = re.escape(word("talk_people", "stand_in", letter="@")).replace("@", "[A-Z]{1,3}")
    return re.compile(rf"\[(?:{kinds}|{person})\]|(?<!\w){person}(?!\w)")


def _inside(each: Finding, own: list[tuple[int, int]]) -> bool:
    return any(start < each.stop and each.start < stop for start, stop in own)


def _merged(found: list[Finding]) -> list[Finding]:
    """Join findings that overlap; empty ones are none."""
    merged: list[Finding] = []
    for each in sorted(found):
        if each.start >= each.stop:
            continue
        if merged and each.start < merged[-1].stop:
            last = merged.pop()
            kind = min(last.kind, each.kind, key=KINDS.index)
            merged.append(Finding(last.start, max(last.stop, each.stop), kind))
        else:
            merged.append(each)
    return merged


def mask(text: str, findings=None, cover=None) -> str:
    """Cover what was found by its kind, as in ``[name]``.

    Parameters
    ----------
    text : str
        The text.
    findings : list of Finding, optional
        What to cover; all that `find_identifiers` finds when left out.
    cover : callable, optional
        Gives for a finding what stands for it; the word for its kind when left out.

    Examples
    --------
    >>> mask("Write to dalia@example.org, please.")
    'Write to [email], please.'
    """
    findings = find_identifiers(text) if findings is None else sorted(findings)
    kinds = words("talk_covers")
    pieces, place = [], 0
    for each in findings:
        stands = cover(each) if cover else kinds[each.kind]
        pieces += [text[place : each.start], f"[{stands}]"]
        place = each.stop
    return "".join([*pieces, text[place:]])
