"""What must hold between encounters: no line said twice, and length tells nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ...content.markup import plain_words
from ...words import word
from ..chance import at_least
from .model import Encounter, Passage

__all__ = ["check_encounters", "own_lines", "repeats", "shared_tell"]

CHANCE = 0.05
VOICES = ("person", "you")
LINES = ("say", "shift", *VOICES, "fits")


def check_encounters(encounters: Mapping[str, Encounter]) -> list[str]:
    """List what is the matter between encounters, a sentence each.

    Parameters
    ----------
    encounters : mapping
        Name of its file -> encounter.

    Examples
    --------
    >>> check_encounters({})
    []
    """
    found = repeats(encounters)
    chance = shared_tell(encounters.values())
    if chance < CHANCE:
        found.append(word("encounter_check", "shared_tell", chance=f"{chance:.3f}"))
    return found


def repeats(encounters: Mapping[str, Encounter]) -> list[str]:
    """Name every line of a choice or an ending that has been said before, in any encounter.

    Examples
    --------
    >>> from workbook.kinds.encounter.model import Ending
    >>> one = Encounter("Sam", "Denise", "", "", "", (25.0,) * 6, 20, "", "", {},
    ...                 {"usual": Ending("usual", "Usual", person="So.", you="So!")}, "door")
    >>> repeats({"x.md": one})
    ["x.md, ending usual: 'So!' has been said before, in x.md, ending usual. Say it anew."]
    """
    first: dict[str, str] = {}
    found: list[str] = []
    for file, encounter in encounters.items():
        for place, text in _lines(encounter):
            plain = " ".join(re.findall(r"\w+", text.lower()))
            if plain in first:
                where = {"file": file, "place": place, "first": first[plain]}
                found.append(word("encounter_check", "said_before", text=text, **where))
            elif plain:
                first[plain] = word("encounter_check", "where", file=file, place=place)
    return found


def _lines(encounter: Encounter) -> Iterator[tuple[str, str]]:
    for choice in encounter.choices():
        for name in LINES:
            yield word("encounter_check", "line", line=choice.line), getattr(choice, name)
    for ending in encounter.endings.values():
        where = word("encounter_check", "ending", name=ending.name)
        yield from ((where, getattr(ending, name)) for name in VOICES)
        yield from ((where, text) for name, _, text in ending.more if name in VOICES)


def shared_tell(encounters: Iterable[Encounter]) -> float:
    """Give the chance that the choice that shares most is the longest as often as it is.

    Examples
    --------
    >>> shared_tell([])
    1.0
    """
    passages = [passage for each in encounters for passage in each.passages.values()]
    told = [(len(p.choices), tells) for p in passages if (tells := _tells(p)) is not None]
    return at_least(sum(tells for _, tells in told), (1 / n for n, _ in told))


def _tells(passage: Passage) -> bool | None:
    """Say whether the choice that shares most is the longest; None where no single one does."""
    shares = [sum(n for _, to, n in c.pulls if to == "shared") for c in passage.choices]
    if shares.count(max(shares)) > 1:
        return None
    lengths = [len(plain_words(choice.say)) for choice in passage.choices]
    own = lengths[shares.index(max(shares))]
    return own == max(lengths) and lengths.count(own) == 1


def own_lines(encounter: Encounter) -> Iterator[str]:
    """Give what the course itself says in an encounter, besides its items: no voice, no shift.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> next(own_lines(two_weeks)).startswith("- A 30-day extension exists.")
    True
    """
    yield from (encounter.known_to_you, encounter.known_to_person, encounter.over)
    yield from (choice.fits for choice in encounter.choices())
    for ending in encounter.endings.values():
        yield ending.note
        yield from (text for name, _, text in ending.more if name == "note")
    for passage in encounter.passages.values():
        yield from (text for when, text in passage.paragraphs if when)
