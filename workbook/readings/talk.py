"""What a learner sees of a transcript: what to mask, both sides of the profile, and the floor."""

import math
from collections import Counter
from collections.abc import Iterable

from ..measures.decode import LARGEST
from ..measures.result import Measure
from ..measures.talk import (
    Turn,
    as_text,
    floor_map,
    marked_words,
    read,
    talk_profile,
)
from ..measures.talk.questions import count_questions
from ..measures.talk.stand_ins import people_of
from ..measures.talk.turns import INTERPRETER, words_of
from ..words import word, words
from .covering import cover, findings_of, found_rows
from .floor import WINDOW

__all__ = ["LENGTHS", "limits", "look", "masked", "numbers", "profile"]

ROLES = ("practitioner", "person")
PERCENT = ("talk_share", "question_share", "permission_balance", "uptake", "subject_share")
POINTS = ("talk_distance",)
GROUP = ("group_evenness", "lowest_share")
# turns: above the one, intervals are worked out when they are asked for; above the other, no bars
LENGTHS = {"long": 5_000, "bars": 2_000}
RESAMPLES = 400
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
    rows = found_rows()
    return {"most": LARGEST, "found": rows}


def look(source: str | bytes, *, name: str = "", voices: dict[str, bool] | None = None) -> dict:
    r"""Read a transcript and say who speaks and what in it may point to a person.

    Parameters
    ----------
    source : str or bytes
        Pasted text, or what is in a file, of any form that `read` knows.
    name : str
        The name of the file.
    voices : dict of str to bool, optional
        For a label that was asked about: whether it is somebody who speaks.

    Returns
    -------
    dict
        ``turns`` (lists of turn, speaker, text, start, stop), ``text`` (which reads back to the
        same turns), ``notes`` (a sentence for each thing left out or taken otherwise than written),
        ``asked`` (label, row, line and how each was taken), ``speakers`` with their number of
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
    found = read(source + "\n" if isinstance(source, str) else source, name=name, voices=voices)
    asked = [each._asdict() for each in found.asked]
    return {**_looked(found.turns), "notes": found.notes, "asked": asked}


def _looked(turns: list[Turn]) -> dict:
    found = findings_of(turns)
    findings = [
        {"turn": n, **one._asdict(), "text": turns[n].text[one.start : one.stop]}
        for n, finds in enumerate(found)
        for one in finds
    ]
    return {
        "text": as_text(turns),
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
    return _looked(cover([Turn(*row) for row in rows], only, also))


def profile(rows: Iterable, roles: dict, *, intervals: bool | None = None) -> dict:
    r"""Measure a transcript from both sides, in words that a table can hold.

    Parameters
    ----------
    rows : iterable
        The ``turns`` of `look`.
    roles : dict
        Speaker to ``practitioner``, ``person`` or ``interpreter``; None leaves one out on purpose,
        and who is not in it stays outside every number.
    intervals : bool, optional
        Whether intervals are worked out; a long talk has none when left out.

    Returns
    -------
    dict
        ``rows`` of the table, ``apart`` (sentences about a group and about who interprets),
        ``quick`` (whether intervals were left out), ``turns`` (number, side, words, asks),
        ``floor`` (label of each stretch), ``floor_said``,
        ``marked`` (words and z of each side), ``coverage`` and
        ``numbers`` (what may be kept: no word of the transcript).

    Examples
    --------
    >>> found = look("Worker: You must sign.\nTenant: May I read it?")
    >>> seen = profile(found["turns"], {"Worker": "practitioner", "Tenant": "person"})
    >>> seen["rows"][0]["practitioner"]["text"]
    'Not defined'
    """
    turns = [Turn(*row) for row in rows]
    wanted = len(turns) <= LENGTHS["long"] if intervals is None else intervals
    measures = talk_profile(turns, roles, resamples=RESAMPLES if wanted else 0)
    floor = floor_map(turns, roles, by="words", **WINDOW)
    counts = Counter(window.label for window in floor)
    shares = {label: counts[label] for label in (*ROLES, "shared")}
    said = word("talk", "floor_said", all=len(floor), **shares)
    coverage = next(m for m in measures if m.name == "coverage")
    return {
        "rows": [_row(name, measures) for name in words("talk_measures")],
        "apart": _apart(measures),
        "quick": not wanted,
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
        [t.turn, roles[t.speaker], said, count_questions(t.text) > 0]
        for t in turns
        if roles.get(t.speaker) in ROLES and (said := len(words_of(t.text)))
    ]


def _apart(measures: Iterable[Measure]) -> list[str]:
    """Say what belongs to no side alone: how even a group talks, and who interprets."""
    known = {(m.name, m.role): m for m in measures if m.defined}
    said: list[str] = []
    if all((name, "all") in known for name in GROUP):
        even, least = (known[name, "all"] for name in GROUP)
        values = {"even": even.value, "n": even.count, "least": 100 * least.value}
        said.append(word("talk", "group", **values))
    if share := known.get(("interpreter_share", INTERPRETER)):
        turn = known[("turn_words", INTERPRETER)]
        values = {"share": 100 * share.value, "words": share.count, "length": turn.value}
        said.append(word("talk", "interpreted", **values))
    return said


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
    if name in POINTS:
        return f"{100 * value:+.0f}"
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
