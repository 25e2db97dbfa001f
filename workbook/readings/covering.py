"""What in a transcript points to a person, and how it is covered."""

import re
from bisect import bisect_right

from ..measures.talk import Finding, Turn, find_identifiers
from ..measures.talk.identifiers.lists import found_shares
from ..measures.talk.stand_ins import Cover, covered, people_of
from ..words import word, words

__all__ = ["cover", "findings_of", "found_rows"]

GAP = "\n\n"


def found_rows() -> list[list[str]]:
    """Give what the check finds, kind by kind, in the words of the table that shows it.

    Examples
    --------
    >>> found_rows()[0]
    ['Names', '46 of 46', '69 of 71']
    """
    shares = {kind: counts for kind, *counts in found_shares()}
    return [[name, *_found_of(*shares[kind])] for kind, name in words("talk_found").items()]


def _found_of(items: int, covered: int, new: int, new_covered: int) -> list[str]:
    pairs = ((covered, items), (new_covered, new))
    return [word("talk_people", "n_of_m", n=n, m=m) for n, m in pairs]


def findings_of(turns: list[Turn]) -> list[list[Finding]]:
    """Search the whole transcript at once, so that a name found once is found everywhere.

    Parameters
    ----------
    turns : list of Turn
        A transcript.

    Examples
    --------
    >>> findings_of([Turn(1, "Rosa", "Hello."), Turn(2, "Worker", "Is rosa here?")])[1][0].kind
    'name'
    """
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


def cover(turns: list[Turn], only: dict | None = None, also: str = "") -> list[Turn]:
    """Cover what was found, in the labels too, or one thing wherever it stands.

    Parameters
    ----------
    turns : list of Turn
        A transcript.
    only, also : dict, str
        As in `workbook.readings.talk.masked`.

    Examples
    --------
    >>> cover([Turn(1, "Rosa", "Hello.")])[0].speaker
    'Person A'
    """
    found = [[*finds] for finds in findings_of(turns)]
    if also.strip():
        found, only = _with(turns, found, also.strip())
    people = people_of(turns, found)
    if only:
        found, people = _only(turns, found, people, only)
    return covered(turns, found, people)


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
