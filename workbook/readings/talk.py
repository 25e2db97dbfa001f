"""What a learner sees of a transcript: what to mask, both sides of the profile, and the floor."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from ..measures.decode import LARGEST
from ..measures.readability import count_words
from ..measures.result import Measure
from ..measures.talk import (
    Finding,
    Turn,
    find_identifiers,
    floor_map,
    marked_words,
    read_transcript,
    talk_profile,
)
from ..measures.talk.identifiers.lists import found_shares
from ..measures.talk.stand_ins import Cover, covered, people_of
from ..words import word, words
from .floor import WINDOW

__all__ = ["limits", "look", "masked", "numbers", "profile"]

ROLES = ("practitioner", "person")
GAP = "\n\n"
PERCENT = ("talk_share", "question_share", "permission_balance", "uptake", "subject_share")
MOST_MARKED, LEAST_Z = 8, 1.0


def limits() -> dict:
    """Give the most bytes that are read, and what the check for names finds, kind by kind.

    Returns
    -------
    dict
        ``most``, and ``found``: a list with the words for a kind, what is covered of the items
        that the rules were made with, and of new sentences that were tried once.

    Examples
    --------
    >>> limits()["found"][0]
    ['Names', '46 of 46', '69 of 71']
    """
    shares = {kind: counts for kind, *counts in found_shares()}
    rows = [[name, *_found_of(*shares[kind])] for kind, name in words("talk_found").items()]
    return {"most": LARGEST, "found": rows}


def _found_of(items: int, covered: int, new: int, new_covered: int) -> list[str]:
    pairs = ((covered, items), (new_covered, new))
    return [word("talk_people", "n_of_m", n=n, m=m) for n, m in pairs]


def look(source: str | bytes) -> dict:
    r"""Read a transcript and say who speaks and what in it may point to a person.

    Parameters
    ----------
    source : str or bytes
        Pasted text, or what is in a file: CSV, captions, or lines of the form ``Name: words``.

    Returns
    -------
    dict
        ``turns`` (lists of turn, speaker, text, start, stop), ``speakers`` with their number of
        turns, ``findings`` (turn index, start, stop, kind, text), and ``labels``: the speakers
        whose label tells who they are.

    Raises
    ------
    workbook.errors.WorkbookError
        With the row and what to do.

    Examples
    --------
    >>> found = look("Worker: Call me at 555-0134.\nTenant: I will.")
    >>> found["speakers"], found["findings"][0]["text"]
    ([['Worker', 1], ['Tenant', 1]], '555-0134')
    """
    # a line break at the end, so that pasted text is never taken for the name of a file
    return _looked(read_transcript(source + "\n" if isinstance(source, str) else source))


def _findings(turns: list[Turn]) -> list[list[Finding]]:
    """Search the whole transcript at once, so that a name found once is found everywhere."""
    whole = GAP.join(turn.text for turn in turns)
    names = {turn.speaker for turn in turns}
    found, starts = find_identifiers(whole, names=names), [0]
    for turn in turns:
        starts.append(starts[-1] + len(turn.text) + len(GAP))
    sorted_in: list[list[Finding]] = [[] for _ in turns]
    for one in found:
        n = bisect_right(starts, one.start) - 1
        sorted_in[n].append(Finding(one.start - starts[n], one.stop - starts[n], one.kind))
    return sorted_in


def _looked(turns: list[Turn]) -> dict:
    found = _findings(turns)
    findings = [
        {"turn": n, **one._asdict(), "text": turns[n].text[one.start : one.stop]}
        for n, finds in enumerate(found)
        for one in finds
    ]
    return {
        "turns": [[t.turn, t.speaker, t.text, t.start, t.stop] for t in turns],
        "speakers": [list(pair) for pair in Counter(t.speaker for t in turns).items()],
        "findings": findings,
        "labels": list(people_of(turns, found).labels),
    }


def masked(rows: Iterable, only: dict | None = None, also: str = "") -> dict:
    r"""Cover what was found, in the labels too, or one thing wherever it stands; look again.

    Each person gets one stand-in, such as Person A, in the labels and in the words. Who stands
    for whom is worked out anew each time and kept nowhere.

    Parameters
    ----------
    rows : iterable
        The ``turns`` of `look`.
    only : dict, optional
        The ``turn``, ``start``, ``stop`` and ``kind`` of a finding, or the ``label`` of a speaker.
        A name is covered for that person everywhere, anything else wherever it is said again.
    also : str, optional
        A name that was not found: it is covered wherever it stands, in any case.

    Examples
    --------
    >>> found = look("Ines: Call me at 555-0134.\nWorker: I will, ines.")
    >>> [row[1:3] for row in masked(found["turns"])["turns"]]
    [['Person A', 'Call me at [phone].'], ['Worker', 'I will, [Person A].']]
    """
    turns = [Turn(*row) for row in rows]
    found = [[*finds] for finds in _findings(turns)]
    if also.strip():
        found, only = _with(turns, found, also.strip())
    cover = people_of(turns, found)
    if only:
        found, cover = _only(turns, found, cover, only)
    return _looked(covered(turns, found, cover))


def _with(turns: list[Turn], found: list[list[Finding]], also: str) -> tuple[list, dict]:
    """Add each place of a name that was missed; it counts before what lies over it."""
    said = re.compile(rf"(?<!\w){re.escape(also)}(?!\w)", re.IGNORECASE)
    only: dict = {"label": next((t.speaker for t in turns if said.search(t.speaker)), None)}
    for n, turn in enumerate(turns):
        for match in said.finditer(turn.text):
            one = Finding(*match.span(), "id_number" if re.search(r"\d", also) else "name")
            found[n] = [f for f in found[n] if f.stop <= one.start or one.stop <= f.start]
            found[n] = sorted([*found[n], one])
            only = only if only["label"] else {"turn": n, "start": one.start, "label": None}
    return found, only


def _only(turns: list[Turn], found: list, cover: Cover, only: dict) -> tuple[list, Cover]:
    """Leave of what was found one person, or all places of one other thing."""
    place = (only.get("turn"), only.get("start"))
    who = cover.names.get(place) or cover.labels.get(only.get("label"))
    if who:
        labels = {label: each for label, each in cover.labels.items() if each == who}
        kept = [
            [each for each in finds if cover.names.get((n, each.start)) == who]
            for n, finds in enumerate(found)
        ]
        return kept, cover._replace(labels=labels)
    said = {
        turns[n].text[each.start : each.stop]
        for n, finds in enumerate(found)
        for each in finds
        if (n, each.start) == place
    }
    kept = [
        [each for each in finds if turns[n].text[each.start : each.stop] in said]
        for n, finds in enumerate(found)
    ]
    return kept, cover._replace(labels={})


def profile(rows: Iterable, roles: dict) -> dict:
    r"""Measure a transcript from both sides, in words that a table can hold.

    Parameters
    ----------
    rows : iterable
        The ``turns`` of `look`.
    roles : dict
        Speaker to ``practitioner`` or ``person``; others stay outside every number.

    Returns
    -------
    dict
        ``rows`` of the table, ``turns`` (number, side, words, asks), ``floor`` (label of each
        stretch), ``floor_said``, ``marked`` (words and z of each side), ``coverage`` and
        ``numbers`` (what may be kept: no word of the transcript).

    Examples
    --------
    >>> found = look("Worker: You must sign.\nTenant: May I read it?")
    >>> seen = profile(found["turns"], {"Worker": "practitioner", "Tenant": "person"})
    >>> seen["rows"][0]["practitioner"]["text"]
    'Not defined'
    """
    turns = [Turn(*row) for row in rows]
    measures = talk_profile(turns, roles)
    floor = floor_map(turns, roles, by="words", **WINDOW)
    counts = Counter(window.label for window in floor)
    shares = {label: counts[label] for label in (*ROLES, "shared")}
    said = word("talk", "floor_said", all=len(floor), **shares)
    coverage = next(m for m in measures if m.name == "coverage")
    return {
        "rows": [_row(name, measures) for name in words("talk_measures")],
        "floor": [window.label for window in floor],
        "floor_said": getattr(floor, "reason", "") or said,
        "coverage": coverage.reason,
        "turns": _turns(turns, roles),
        "marked": _marked(turns, roles),
        "numbers": numbers(measures),
    }


def _turns(turns: list[Turn], roles: dict) -> list[list]:
    """Give for each turn its number, side, words, and whether it asks; others are left out."""
    return [
        [t.turn, roles[t.speaker], count_words(t.text), "?" in t.text]
        for t in turns
        if t.speaker in roles and count_words(t.text)
    ]


def _marked(turns: list[Turn], roles: dict) -> dict:
    """Give the words that mark each side most, with z; none when one side is silent."""
    marked = marked_words(turns, roles)
    sides = {"practitioner": marked, "person": [(each, -z) for each, z in reversed(marked)]}
    return {
        role: [[each, round(z, 1)] for each, z in found[:MOST_MARKED] if z >= LEAST_Z]
        for role, found in sides.items()
    }


def _row(name: str, measures: Iterable[Measure]) -> dict:
    label, hidden = words("talk_measures")[name].split(" | ")
    found = {m.role: m for m in measures if m.name == name}
    sides = {role: _cell(name, found.get(role)) for role in ROLES}
    return {"name": name, "label": label, "hidden": hidden, **sides}


def _cell(name: str, measure: Measure | None) -> dict:
    if measure is None or not measure.defined:
        return {"text": word("talk", "not_defined"), "why": measure.reason if measure else ""}
    text = _number(name, measure.value)
    if not math.isnan(measure.low):
        low, high = _number(name, measure.low), _number(name, measure.high)
        text += " " + word("talk", "interval", low=low, high=high)
    return {"text": text, "why": measure.reason}


def _number(name: str, value: float) -> str:
    return f"{100 * value:.0f}%" if name in PERCENT else f"{value:.1f}"


def numbers(measures: Iterable[Measure]) -> dict:
    """Give the plain numbers of a profile, for a learner who wants to keep them.

    Parameters
    ----------
    measures : iterable of Measure

    Examples
    --------
    >>> numbers([Measure("talk_share", "person", 0.4, 0.3, 0.5, 600, "share of words", "")])
    {'talk_share': {'person': [0.4, 0.3, 0.5, 600]}}
    """
    kept: dict = {}
    for m in measures:
        if m.defined:
            ends = [None if math.isnan(x) else round(x, 4) for x in (m.value, m.low, m.high)]
            kept.setdefault(m.name, {})[m.role] = [*ends, m.count]
    return kept
