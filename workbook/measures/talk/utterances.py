"""The utterances that count: with words, by a speaker with a role; and who starts over whom."""

import re
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from .notes import spoken as without_notes
from .turns import INTERPRETER, ROLES, plain_name, role_of_each, words_of

__all__ = [
    "Utterance",
    "has_times",
    "marked_cut_ins",
    "runs",
    "spoken_by_interpreter",
    "spoken_by_roles",
    "starts_over",
]

CUT_OFF = re.compile(r"(?:-|–|—)[\"'”’)\]]*\s*$")
GOOD_TIMES = 0.95  # share of utterances with usable times, from which on seconds are counted
LONGEST = 1e7  # seconds; a longer time is a slip
OVERLAP = 500  # milliseconds before the other's end


class Utterance(NamedTuple):
    """A turn of the transcript with its role, its words, and its times in milliseconds.

    Parameters
    ----------
    speaker, role, text : str
        Who speaks, on which side, and what.
    words : list of str
        The words.
    start, stop : int or None
        Milliseconds; both None when one is missing or the stop is before the start.

    Examples
    --------
    >>> Utterance("worker", "practitioner", "Next.", ["next"], 0, 900).stop
    900
    """

    speaker: str
    role: str
    text: str
    words: list
    start: int | None
    stop: int | None


def spoken_by_roles(turns, roles: dict, *, wordless=False) -> tuple[list[Utterance], int]:
    """Leave out what has no words or no known speaker, and count the words of the unknown.

    Parameters
    ----------
    turns : iterable of Turn
        The transcript.
    roles : dict
        Speaker to role.
    wordless : bool
        Keep an utterance that has times but no words, such as a sigh: it holds the floor.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> turns = [Turn(1, "worker", "Next!"), Turn(2, "worker", "[...]"), Turn(3, "?", "Hm.")]
    >>> spoken, unknown = spoken_by_roles(turns, {"worker": "practitioner"})
    >>> len(spoken), unknown
    (1, 1)
    """
    known, names, spoken, unknown = role_of_each(roles), {}, [], 0
    for turn in turns:
        raw = turn.speaker
        if raw not in names:
            name = plain_name(raw)
            names[raw] = (name, known.get(name))
        name, role = names[raw]
        if role not in ROLES:
            unknown += len(words_of(turn.text)) if role is None else 0
            continue
        words, times = words_of(turn.text), _milliseconds(turn.start, turn.stop)
        if words or (wordless and times[0] is not None):
            spoken.append(Utterance(name, role, without_notes(turn.text), words, *times))
    return spoken, unknown


def spoken_by_interpreter(turns, roles: dict) -> list[list[Utterance]]:
    """Give the turns of those who interpret, which belong to neither side.

    Parameters
    ----------
    turns, roles
        As in `spoken_by_roles`.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> roles = {"Yonas": "interpreter"}
    >>> turns = [Turn(1, "Yonas", "She says yes."), Turn(2, "Ines", "Good.")]
    >>> [run[0].words for run in spoken_by_interpreter(turns, roles)]
    [['she', 'says', 'yes']]
    """
    known = role_of_each(roles)
    said = [
        Utterance(name, known.get(name) or "", without_notes(turn.text), words, None, None)
        for turn in turns
        for name in [plain_name(turn.speaker)]
        if (words := words_of(turn.text))
    ]
    return [run for run in runs(said) if run[0].role == INTERPRETER]


def _milliseconds(start, stop) -> tuple:
    if start is None or stop is None or not 0 <= start <= stop <= LONGEST:
        return None, None
    return round(1000 * start), round(1000 * stop)


def has_times(spoken: list[Utterance]) -> bool:
    """Say whether at least 95 % of the utterances have usable times, so that seconds count.

    Examples
    --------
    >>> has_times([Utterance("a", "person", "Yes.", ["yes"], None, None)])
    False
    """
    timed = sum(each.start is not None for each in spoken)
    talked = any((each.start or 0) < each.stop for each in spoken if each.stop is not None)
    return talked and timed >= GOOD_TIMES * len(spoken)


def runs(spoken: list[Utterance]) -> list[list[Utterance]]:
    """Join the utterances of one speaker that follow each other into turns.

    Examples
    --------
    >>> one = Utterance("a", "person", "Yes.", ["yes"], None, None)
    >>> [len(run) for run in runs([one, one, one._replace(speaker="b"), one])]
    [2, 1, 1]
    """
    return [list(run) for _, run in groupby(spoken, key=attrgetter("speaker"))]


def starts_over(spoken: list[Utterance]) -> set[int]:
    """Find who starts at least half a second before the other side has ended.

    Parameters
    ----------
    spoken : list of Utterance
        In any order; a long utterance does not hide what is said inside it.

    Returns
    -------
    set of int
        Places in `spoken`.

    Examples
    --------
    >>> slow = Utterance("a", "person", "Well...", ["well"], 0, 3000)
    >>> quick = Utterance("b", "practitioner", "Next!", ["next"], 2000, 2500)
    >>> starts_over([slow, quick])
    {1}
    """
    ends, found = {"practitioner": 0, "person": 0}, set()
    timed = [
        (each.start, place, each.role, each.stop)
        for place, each in enumerate(spoken)
        if each.start is not None and each.stop is not None
    ]
    for start, place, role, stop in sorted(timed):
        other = "person" if role == "practitioner" else "practitioner"
        if ends[other] - start >= OVERLAP:
            found.add(place)
        ends[role] = max(ends[role], stop)
    return found


def marked_cut_ins(spoken: list[Utterance]) -> set[int]:
    """Find who speaks right after the transcriber marked with a dash that the other broke off.

    Parameters
    ----------
    spoken : list of Utterance
        In order. Three dots are a voice that trails off, and do not count.

    Examples
    --------
    >>> cut = Utterance("a", "person", "He's the one who-", ["he's"], None, None)
    >>> marked_cut_ins([cut, cut._replace(role="practitioner", text="Then I can't help.")])
    {1}
    """
    pairs = enumerate(zip(spoken, spoken[1:], strict=False), start=1)
    return {n for n, (a, b) in pairs if a.role != b.role and CUT_OFF.search(a.text[-8:])}
