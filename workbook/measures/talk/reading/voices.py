"""Which heads of lines are people who speak; what cannot be known is asked about."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..turns import plain_name
from .labels import Label
from .rows import Asked
from .shapes import is_opener, is_ordinary, is_person, shape

__all__ = ["PRONOUNS", "Head", "voices_of"]

OFTEN, MANY_HEADS = 3, 12
ENDS = tuple(".?!…:;-–—\"'”’)]}。？！؟।*,")
MOST = 0.8
UNFINISHED = 0.7  # from this share of lines on that end with a sign, one without goes on
LOWER = re.compile(r"(?<!\w)[a-zß-öø-ÿ]{2,30}(?![\w:])")
PRONOUNS = {"me", "you", "her", "him", "us", "them", "she", "he"}  # as in ``Me: Hello.``
ARTICLES = {"the", "a", "an", "el", "la", "los", "las", "der", "die", "das", "le", "il", "o"}
SHORT = 70  # letters of a line that is shown


class Head(NamedTuple):
    """A line that has the form of a label.

    Parameters
    ----------
    place, row : int
        Its place among the lines, and its number for a person.
    line : str
        The line.
    label : Label
    before : str
        The line above, without an empty one between; empty at the beginning of a paragraph.

    Examples
    --------
    >>> Head(0, 1, "Ines: Hi.", Label("Ines", "Hi."), "").label.name
    'Ines'
    """

    place: int
    row: int
    line: str
    label: Label
    before: str = ""


def voices_of(
    heads: Sequence[Head], answers: Mapping[str, bool] | None = None, lines: Iterable[str] = ()
) -> tuple[set[int], list[Asked]]:
    """Decide which heads begin what somebody says.

    Parameters
    ----------
    heads : sequence of Head
        All of one text, in order.
    answers : mapping of str to bool, optional
        Label to whether it is a voice, where somebody was asked.
    lines : iterable of str
        All lines, so that a label that is an ordinary word elsewhere is asked about.

    Returns
    -------
    tuple of (set of int, list of Asked)
        The places of the voices, and what was unsure.

    Examples
    --------
    >>> lines = ["Ines: Hi.", "Dalia: Two things.", "And the worst part: the bus."]
    >>> from workbook.measures.talk.reading.labels import split_label
    >>> heads = [Head(n, n + 1, line, split_label(line)) for n, line in enumerate(lines)]
    >>> places, asked = voices_of(heads)
    >>> sorted(places), asked[0].label
    ([0, 1], 'And the worst part')
    """
    answered = {plain_name(label): voice for label, voice in (answers or {}).items()}
    groups: dict[str, list[Head]] = {}
    for head in heads:
        groups.setdefault(plain_name(head.label.name), []).append(head)
    habits = _habits(heads, groups, lines)
    places, asked = set(), []
    for name, group in groups.items():
        if name in answered:
            voice, unsure = answered[name], False
        else:
            voice, unsure = _judged(group, heads[0] in group, habits)
        if voice:
            places |= {head.place for head in group}
        if unsure:
            first = group[0]
            asked.append(Asked(first.label.name, first.row, _short(first.line), voice))
    return places, asked


class Habits(NamedTuple):
    """How a talk is written, by which a label that stands once is judged."""

    settled: bool  # several voices stand often
    known: bool  # two voices stand more than once
    signed: bool  # lines end with a sign
    large: bool  # what voices say begins with a large letter
    words: set


def _habits(heads: Sequence[Head], groups: Mapping[str, list[Head]], lines) -> Habits:
    often = sum(len(group) >= OFTEN for group in groups.values())
    signs = Counter(head.before.endswith(ENDS) for head in heads if head.before)
    voices = [group for group in groups.values() if len(group) > 1]
    begins = Counter(head.label.rest[:1].islower() for group in voices for head in group)
    return Habits(
        often >= 2 and len(heads) >= MANY_HEADS,
        len(voices) >= 2,
        signs[True] >= UNFINISHED * max(1, signs.total()),
        begins[False] >= MOST * max(1, begins.total()),
        {each for line in lines for each in LOWER.findall(line)},
    )


def _judged(group: list[Head], first: bool, habits: Habits) -> tuple[bool, bool]:
    """Say whether a label is a voice, and whether that is unsure."""
    label, count = group[0].label, len(group)
    marked = any(head.label.marked for head in group) or not label.name.strip("?")
    kind = shape(label.name)
    if marked or kind == "no":
        return marked, False
    if kind == "sure":
        once = count == 1 or not (count >= OFTEN or is_person(label.name))
        return _sure(group, habits) if once and not first else (True, False)
    if all(head.label.tight for head in group) or label.name.isdigit():
        return count >= 2, count >= 2
    if is_opener(label.name):
        inside = label.name[:1].islower() and all(map(_goes_on, group))
        pronoun = label.name.casefold() in PRONOUNS and not _small(group, habits)
        return (first and not (habits.known and count == 1)) or pronoun, not inside
    return (first or count >= 2), count < OFTEN


def _goes_on(head: Head) -> bool:
    return bool(head.before) and not head.before.endswith(ENDS)


def _small(group: list[Head], habits: Habits) -> bool:
    """Say whether what follows begins with a small letter, where voices begin with a large one."""
    begins = [head.label.rest[:1] for head in group]
    small = all(sign.islower() or sign.isdigit() for sign in begins)
    return small and habits.large and habits.known


def _sure(group: list[Head], habits: Habits) -> tuple[bool, bool]:
    """Ask about a name that stands once and is a word too, or in a line that seems to go on."""
    name, before, once = group[0].label.name, group[0].before, len(group) == 1
    word_too = name != name.casefold() and (name.casefold() in habits.words or is_ordinary(name))
    if not once:
        return (False, True) if _small(group, habits) else (True, False)
    if before.endswith((":", "：")) or word_too:
        return not before and not is_ordinary(name), True
    if habits.signed and _goes_on(group[0]):
        return not group[0].label.rest[:1].islower(), True
    person = is_person(name)
    if _small(group, habits) and (not person or name.split()[0].casefold() in ARTICLES):
        return False, True  # as in ``The landlord: pay first.``
    plain = not any(sign in name for sign in "0123456789,()")
    return True, (habits.settled and plain) or (habits.known and not person)


def _short(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"
