"""A learner's plays of an encounter: what is kept of them, when they are done, how they read."""

from collections.abc import Mapping

from .markup import plain_words
from .model import Exercise
from .play import ending, replay

__all__ = ["FIELDS", "done", "finished", "in_words"]

MOST_PLAYS = 12


def _path(exercise: Exercise, value) -> list[str]:
    """Keep of a path what can be played: it is cut at the first key that cannot be chosen."""
    path = value if isinstance(value, list) else ()
    return list(replay(exercise.settings["encounter"], path)[-1].path)


def _plays(exercise: Exercise, value) -> list[list[str]]:
    """Keep the whole plays, each once, newest last, at most 12 of them."""
    plays = [play for play in value if isinstance(play, list)] if isinstance(value, list) else []
    whole = [tuple(play) for play in plays if play == _path(exercise, play)]
    whole = [play for play in whole if finished(exercise, play)]
    newest = list(dict.fromkeys(reversed(whole)))[:MOST_PLAYS]
    return [list(play) for play in reversed(newest)]


FIELDS = {"path": _path, "kept": _plays}


def finished(exercise: Exercise, path) -> bool:
    """Say whether a path reaches an end.

    Parameters
    ----------
    exercise : Exercise
    path : iterable of str

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks")
    >>> finished(two_weeks, ["b"])
    False
    """
    return replay(exercise.settings["encounter"], path)[-1].over


def done(exercise: Exercise, kept: Mapping) -> bool:
    """Say whether any play has been played to its end.

    Parameters
    ----------
    exercise : Exercise
    kept : mapping
        A clean response.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks")
    >>> done(two_weeks, {"path": ["b"], "kept": []})
    False
    """
    return bool(kept["kept"]) or finished(exercise, kept["path"])


def in_words(exercise: Exercise, kept: Mapping) -> list[str]:
    """Say the play at hand step by step, then where it and each earlier play ended.

    Parameters
    ----------
    exercise : Exercise
    kept : mapping
        A clean response.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks")
    >>> in_words(two_weeks, {"path": [], "kept": []})
    []
    """
    encounter = exercise.settings["encounter"]
    states = replay(encounter, kept["path"])
    lines = []
    for state, key in zip(states, kept["path"], strict=False):
        passage = encounter.passages[state.passage]
        said = next(choice.say for choice in passage.choices if choice.key == key)
        lines.append(f"{passage.title}: {plain_words(said)}")
    if states[-1].over:
        lines.append(_end(encounter, states[-1]))
    earlier = (replay(encounter, play)[-1] for play in kept["kept"] if play != kept["path"])
    return lines + [f"Another play: {_end(encounter, state)}" for state in earlier]


def _end(encounter, state) -> str:
    minutes = f"{state.minutes} minute{'s' if state.minutes != 1 else ''}"
    return f"{ending(encounter, state).title}, {minutes}"
