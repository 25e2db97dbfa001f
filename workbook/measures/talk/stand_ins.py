"""One stand-in for each person, so that a covered talk stays readable; nothing is kept."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ...words import word, words
from .identifiers import Finding, find_identifiers, mask
from .identifiers.lists import fold
from .identifiers.names import known_parts
from .turns import Turn

__all__ = ["Cover", "covered", "people_of"]


class Cover(NamedTuple):
    """What stands for whom in one transcript; it lives as long as the covering takes.

    Parameters
    ----------
    labels : dict of str to str
        Label of a speaker to its stand-in; labels that name a role only are not in it.
    names : dict of (int, int) to str
        Index of a turn and start of a name in it to the stand-in.

    Examples
    --------
    >>> Cover({"Ines": "Person A"}, {}).labels["Ines"]
    'Person A'
    """

    labels: dict
    names: dict


def people_of(turns: list[Turn], found: list[list[Finding]]) -> Cover:
    """Say which labels and which names belong to one person.

    Parameters
    ----------
    turns : list of Turn
        A transcript.
    found : list of list of Finding
        What was found in the text of each turn.

    Returns
    -------
    Cover
        Letters go by first appearance and leave out those that the text already uses. A part of
        a name that two people share, such as a surname, stands for neither of them: it gets a
        letter of its own.

    Examples
    --------
    >>> turns = [Turn(1, "Rosa Jimenez", "Hello."), Turn(2, "Worker", "Is rosa here?")]
    >>> cover = people_of(turns, [[], [Finding(3, 7, "name")]])
    >>> cover.labels, cover.names
    ({'Rosa Jimenez': 'Person A'}, {(1, 3): 'Person A'})
    """
    labels = {label: _parts(label) for label in dict.fromkeys(turn.speaker for turn in turns)}
    labels = {label: parts for label, parts in labels.items() if parts or _tells(label)}
    said = {
        (n, each.start): _parts(name) or frozenset({fold(name)})
        for n, finds in enumerate(found)
        for each in finds
        if each.kind == "name"
        for name in [turns[n].text[each.start : each.stop]]
    }
    people = _people([parts or frozenset({label}) for label, parts in labels.items()], said)
    letters, own = _free_letters(turns), dict[int, str]()
    cover = Cover({}, {})
    for n, turn in enumerate(turns):
        if turn.speaker in labels:
            who = _who(labels[turn.speaker] or frozenset({turn.speaker}), people)
            cover.labels[turn.speaker] = own.setdefault(who, "") or _next(own, who, letters)
        for each in found[n]:
            if each.kind == "name":
                who = _who(said[n, each.start], people)
                cover.names[n, each.start] = own.setdefault(who, "") or _next(own, who, letters)
    return cover


def _next(own: dict, who: int, letters) -> str:
    own[who] = word("talk_people", "stand_in", letter=next(letters))
    return own[who]


def _parts(name: str) -> frozenset[str]:
    return frozenset(known_parts([name]))


def _tells(label: str) -> bool:
    """Say whether a label without a name tells who someone is, as a telephone number does."""
    return bool(find_identifiers(label))


def _people(labelled: list[frozenset], said: dict) -> list[frozenset]:
    """Join the parts of names that can only be one person's; longest names first."""
    people = list(dict.fromkeys(labelled))
    for parts in sorted(set(said.values()), key=lambda each: (-len(each), sorted(each))):
        like = [n for n, person in enumerate(people) if person & parts]
        if any(parts <= people[n] for n in like) and len(like) == 1:
            continue
        if len(like) == 1 and people[like[0]] < parts and people[like[0]] not in said.values():
            people[like[0]] = parts
        elif parts not in people:
            people.append(parts)
    return people


def _who(parts: frozenset, people: list[frozenset]) -> int:
    """Find the one person that a name can stand for; its own place when there are several."""
    if parts in people:
        return people.index(parts)
    return next(n for n, person in enumerate(people) if parts <= person)


def _free_letters(turns: list[Turn]):
    """Give letters for people, without those that stand in the labels or the text already."""
    pattern = re.escape(word("talk_people", "stand_in", letter="@")).replace("@", "([A-Z]{1,3})")
    used = {
        letter
        for turn in turns
        for letter in re.findall(rf"(?<!\w){pattern}(?!\w)", f"{turn.speaker}\n{turn.text}")
    }
    number = 0
    while True:
        letter = _letters(number)
        number += 1
        if letter not in used:
            yield letter


def _letters(number: int) -> str:
    """Write a number as columns of a spreadsheet are called: A to Z, AA, AB."""
    head, last = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + last)


def covered(turns: list[Turn], found: Iterable[list[Finding]], cover: Cover) -> list[Turn]:
    """Put stand-ins into the labels and the words of each turn.

    Parameters
    ----------
    turns : list of Turn
        A transcript.
    found : iterable of list of Finding
        What to cover in each turn.
    cover : Cover
        Who is who; a finding without a person is covered by its kind, as in ``[phone]``.

    Examples
    --------
    >>> turns, found = [Turn(1, "Ines", "I am Ines.")], [[Finding(5, 9, "name")]]
    >>> covered(turns, found, people_of(turns, found))[0][1:3]
    ('Person A', 'I am [Person A].')
    """
    kinds = words("talk_covers")

    def one(n: int, turn: Turn, finds: list[Finding]) -> Turn:
        text = mask(
            turn.text, finds, lambda each: cover.names.get((n, each.start), kinds[each.kind])
        )
        return turn._replace(speaker=cover.labels.get(turn.speaker, turn.speaker), text=text)

    return [one(n, *each) for n, each in enumerate(zip(turns, found, strict=True))]
