"""Words of the trade: said, explained, and taken up by the person."""

from collections.abc import Iterable

from ..result import Measure, undefined
from .lists import phrase_kinds
from .reasons import heard
from .turns import words_of
from .utterances import runs

__all__ = ["jargon"]

NAMES = ("jargon_terms", "jargon_explained", "jargon_taken_up")
UNIT = "terms of your list"


def jargon(turns, roles, terms: Iterable[str]) -> list[Measure]:
    """Count the terms of your own list that the practitioner says, explains, and shares.

    Parameters
    ----------
    turns : iterable of Turn
        A transcript.
    roles : dict
        Speaker to ``practitioner`` or ``person``.
    terms : iterable of str
        Words or short phrases of the trade, for example ``["banding", "change of circumstances"]``.

    Returns
    -------
    list of Measure
        ``jargon_terms``: different terms that the practitioner said. ``jargon_explained``: those
        explained in the same turn as the term, or in the practitioner's next one unless that is
        about other terms of the list.
        ``jargon_taken_up``: those that the person used after that.

    Notes
    -----
    An explanation is noticed by phrases such as "which means", so good ones are missed. A term that
    is taken up may still not be understood.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> said = "A word we use here is banding. That means who is offered a flat first."
    >>> turns = [Turn(1, "worker", said), Turn(2, "tenant", "And my banding is C?")]
    >>> roles = {"worker": "practitioner", "tenant": "person"}
    >>> [(each.name, each.value) for each in jargon(turns, roles, ["banding", "panel"])]
    [('jargon_terms', 1), ('jargon_explained', 1), ('jargon_taken_up', 1)]
    """
    wanted = {tuple(words) for term in terms if (words := words_of(str(term)))}
    spoken, reason = heard(turns, roles)
    if not wanted:
        reason = reason or "Give your own list of terms to look for."
    if reason:
        return [undefined(name, "practitioner", len(wanted), UNIT, reason) for name in NAMES]
    joined = [(run[0].role, [word for each in run for word in each.words]) for run in runs(spoken)]
    fates = [_fate(term, joined, wanted) for term in wanted]
    counts = [sum(fate[place] for fate in fates) for place in range(len(NAMES))]
    nan = float("nan")
    return [
        Measure(name, "practitioner", count, nan, nan, len(wanted), UNIT, "")
        for name, count in zip(NAMES, counts, strict=True)
    ]


def _fate(term: tuple, joined, wanted) -> tuple[bool, bool, bool]:
    """Say whether a term was said by the practitioner, explained, and used by the person later."""
    said = [n for n, (role, words) in enumerate(joined) if _has(words, term)]
    by_us = [n for n in said if joined[n][0] == "practitioner"]
    if not by_us:
        return False, False, False
    later = any(joined[n][0] == "person" and n > by_us[0] for n in said)
    return True, any(_explained(term, n, joined, wanted) for n in by_us), later


def _has(words: list[str], term: tuple) -> bool:
    size = len(term)
    return any(tuple(words[n : n + size]) == term for n in range(len(words) - size + 1))


def _explained(term: tuple, place: int, joined, wanted) -> bool:
    if _explains(joined[place][1]):
        return True
    ours = (words for role, words in joined[place + 1 :] if role == "practitioner")
    words = next(ours, [])
    about = [other for other in wanted if _has(words, other)]
    return _explains(words) and (term in about or not about)


def _explains(words: list[str]) -> bool:
    return "means" in words or "explains" in phrase_kinds(words)
