"""A learner's plays of an encounter: what is kept of them, and how they read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...content.markup import plain_words
from ...words import word
from ..answer import Answer, flags
from .model import Encounter
from .play import State, ending, replay

__all__ = ["Played", "finished", "read", "say"]

MOST_PLAYS = 12


@dataclass(frozen=True, kw_only=True)
class Played(Answer):
    """The play at hand, and the whole plays that were kept.

    Parameters
    ----------
    path : sequence of str
        The keys of the choices so far.
    kept : sequence of sequence of str
        Earlier plays that reached an end, the newest last.
    shown, skipped, hinted : bool
        As in every answer.

    Examples
    --------
    >>> Played(path=["a"], kept=[]).response
    {'path': ['a'], 'kept': []}
    """

    path: Sequence[str]
    kept: Sequence[Sequence[str]]


def read(encounter: Encounter, raw: Mapping) -> Played:
    """Keep of each path what can be played, and of earlier plays the whole ones, each once.

    Parameters
    ----------
    encounter : Encounter
    raw : mapping
        ``path`` and ``kept``, as they came from a page.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> read(two_weeks, {"path": ["b", "z"], "kept": [["b"]]})
    Played(shown=False, skipped=False, hinted=False, path=['b'], kept=[])
    """
    path, kept = _path(encounter, raw.get("path")), _plays(encounter, raw.get("kept"))
    return Played(path=path, kept=kept, **flags(raw))


def _path(encounter: Encounter, value: Any) -> list[str]:
    """Keep of a path what can be played: it is cut at the first key that cannot be chosen."""
    return list(replay(encounter, value if isinstance(value, list) else ())[-1].path)


def _plays(encounter: Encounter, value: Any) -> list[list[str]]:
    """Keep the whole plays, each once, newest last, at most 12 of them."""
    plays = [play for play in value if isinstance(play, list)] if isinstance(value, list) else []
    ends = ((play, replay(encounter, play)[-1]) for play in plays)
    whole = [end.path for play, end in ends if end.over and list(end.path) == play]
    newest = list(dict.fromkeys(reversed(whole)))[:MOST_PLAYS]
    return [list(play) for play in reversed(newest)]


def finished(encounter: Encounter, path: Iterable[str]) -> bool:
    """Say whether a path reaches an end.

    Parameters
    ----------
    encounter : Encounter
    path : iterable of str

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> finished(two_weeks, ["b"])
    False
    """
    return replay(encounter, path)[-1].over


def say(encounter: Encounter, answer: Played) -> list[str]:
    """Say the play at hand step by step, then where it and each earlier play ended.

    Parameters
    ----------
    encounter : Encounter
    answer : Played

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> say(two_weeks, read(two_weeks, {"path": []}))
    []
    """
    states = replay(encounter, answer.path)
    lines = []
    for state, key in zip(states, answer.path, strict=False):
        passage = encounter.passages[state.passage]
        chosen = next(choice.say for choice in passage.choices if choice.key == key)
        lines.append(f"{passage.title}: {plain_words(chosen)}")
    if states[-1].over:
        lines.append(_end(encounter, states[-1]))
    earlier = (replay(encounter, play)[-1] for play in answer.kept if play != answer.path)
    return lines + [word("encounter_said", "another", end=_end(encounter, s)) for s in earlier]


def _end(encounter: Encounter, state: State) -> str:
    end = ending(encounter, state)
    return word("encounter_said", "end", title=end.title if end else "", n=state.minutes)
