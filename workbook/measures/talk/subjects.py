"""Whose words: who said a content word first, and who takes up the other's."""

from typing import NamedTuple

from .lists import lists

__all__ = ["FIRST_WORDS", "Subjects", "follow_subjects"]

FIRST_WORDS = 400  # uptake looks at the first 400 words of each side, so that length is the same


class Subjects(NamedTuple):
    """The content words of one turn.

    Parameters
    ----------
    first_words : int
        Words of the turn that lie in the first 400 of its side.
    content, taken_up : int
        Different content words among these; how many of them the other side said first.
    first, common_first : int
        Content words said here for the first time by anyone; those that both sides use.

    Examples
    --------
    >>> Subjects(12, 5, 2, 3, 1).taken_up
    2
    """

    first_words: int
    content: int
    taken_up: int
    first: int
    common_first: int


def follow_subjects(turns: list[tuple], languages: dict | None = None) -> list[Subjects]:
    """Follow the content words through a conversation.

    Parameters
    ----------
    turns : list of (role, words)
        In order.
    languages : dict, optional
        Role to language; English when left out.

    Examples
    --------
    >>> turns = [("person", ["my", "school", "bus"]), ("practitioner", ["the", "school"])]
    >>> follow_subjects(turns)[1]
    Subjects(first_words=2, content=1, taken_up=1, first=0, common_first=0)
    """
    stop = frozenset().union(
        *(lists(each).stop for each in set((languages or {"": "en"}).values()))
    )
    known: set[str] = set()
    used: dict[str, set[str]] = {"practitioner": set(), "person": set()}
    fresh = []
    for role, words in turns:
        content = {word for word in words if word not in stop}
        used[role] |= content
        fresh.append(content - known)
        known |= content
    common = used["practitioner"] & used["person"]
    return [
        Subjects(*early, len(new), len(new & common))
        for early, new in zip(_uptake(turns, stop), fresh, strict=True)
    ]


def _uptake(turns, stop) -> list[tuple[int, int, int]]:
    """Count over the first words of each side: words, content words, those of the other."""
    left, found = {"practitioner": FIRST_WORDS, "person": FIRST_WORDS}, []
    owner: dict[str, str] = {}
    for role, words in turns:
        part = words[: left[role]]
        left[role] -= len(part)
        content = {word for word in part if word not in stop}
        taken = sum(owner.setdefault(word, role) != role for word in content)
        found.append((len(part), len(content), taken))
    return found
