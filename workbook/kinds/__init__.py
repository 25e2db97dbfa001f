"""The kinds of exercises, one folder each; what they share is in `base`."""

from pathlib import Path
from typing import Any

from ..content.model import Exercise
from ..content.plugins import names, plugin
from .answer import Answer, Learner
from .base import Kind

__all__ = ["Answer", "Kind", "Learner", "folder_of", "kind_of", "names"]


def folder_of(name: str) -> Path:
    """Give the folder of a kind; its program is not loaded for that.

    Examples
    --------
    >>> folder_of("rank").name
    'rank'
    """
    return Path(__file__).parent / name


def kind_of(exercise: Exercise | str) -> Kind[Any]:
    """Give the kind of an exercise.

    Parameters
    ----------
    exercise : Exercise or str
        An exercise, or the name of a kind.

    Examples
    --------
    >>> one = Exercise("01/x", "reflection", "T")
    >>> kind = kind_of(one)
    >>> kind.done(one, kind.read(one, {"skipped": True}))
    True
    """
    kind = plugin(exercise if isinstance(exercise, str) else exercise.kind)
    assert isinstance(kind, Kind)
    return kind
