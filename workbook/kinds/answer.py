"""What a learner has answered, read once from what a page sent or the journal keeps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..content.markup import labelled, plain_words, to_html
from ..content.model import Exercise, Item, Option

__all__ = ["Answer", "Learner", "flags", "item_words", "note", "pairs", "say_items"]

FLAGS = ("shown", "skipped", "hinted")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is kept of a response; each kind adds the fields of its own.

    Parameters
    ----------
    shown : bool
        The learner has asked for the notes.
    skipped, hinted : bool
        The learner has passed on, or has asked for the hint.

    Examples
    --------
    >>> Answer(shown=True).response
    {'shown': True}
    """

    shown: bool = False
    skipped: bool = False
    hinted: bool = False

    @property
    def given(self) -> dict[str, Any]:
        """The fields of the kind."""
        own = self.__dataclass_fields__  # `fields` makes a list of them each time
        return {name: getattr(self, name) for name in own if name not in FLAGS}

    @property
    def response(self) -> dict[str, Any]:
        """The answer as the page sends it and the journal keeps it."""
        return self.given | {name: True for name in FLAGS if getattr(self, name)}


@dataclass(frozen=True)
class Learner:
    """What a kind may ask of who answers.

    Parameters
    ----------
    seed : str
        The learner's own, for an order that stays the same.
    earlier : callable
        () -> all answers to this exercise, the oldest first; they are read when it is called.

    Examples
    --------
    >>> Learner("7").earlier()
    ()
    """

    seed: str = ""
    earlier: Callable[[], Sequence[Answer]] = tuple


def flags(raw: Mapping) -> dict[str, bool]:
    """Read the flags that every answer may have.

    Examples
    --------
    >>> flags({"shown": True, "hinted": "yes"})
    {'shown': True, 'skipped': False, 'hinted': False}
    """
    return {name: raw.get(name) is True for name in FLAGS}


def pairs(value: Any) -> list[tuple[Any, Any]]:
    """Give the pairs of a mapping; none when a page has sent something else.

    Examples
    --------
    >>> pairs({"a": 1}), pairs("a")
    ([('a', 1)], [])
    """
    return list(value.items()) if isinstance(value, Mapping) else []


def note(item: Item, option: Option | None = None, **more: Any) -> dict[str, Any]:
    """Give one note of the feedback, on an option or on an item as a whole.

    Parameters
    ----------
    item : Item
    option : Option, optional
        The note is on the item as a whole when left out.
    **more
        What the view shows besides, such as ``codes``.

    Examples
    --------
    >>> note(Item("a", "A desk", feedback="Yours."))
    {'item': 'a', 'option': '', 'html': '<p>Yours.</p>', 'fits': False}
    """
    text = option.feedback if option else item.feedback
    key, fits = (option.key, option.fits) if option else ("", False)
    return {"item": item.key, "option": key, "html": to_html(text), "fits": fits, **more}


def item_words(exercise: Exercise, key: str) -> str:
    """Give the words of an item.

    Parameters
    ----------
    exercise : Exercise
    key : str
        Of an item that there is.

    Examples
    --------
    >>> item_words(Exercise("01/x", "reflection", "T", items=(Item("a", "*What* now:"),)), "a")
    'What now'
    """
    text = next(item.text for item in exercise.items if item.key == key)
    return plain_words(text).rstrip(":")


def say_items(exercise: Exercise, values: Mapping[str, str]) -> list[str]:
    """Say what was put on each item, in the order of the exercise.

    Parameters
    ----------
    exercise : Exercise
    values : mapping
        Key of an item -> words; items that are not in it are passed over.

    Examples
    --------
    >>> say_items(Exercise("01/x", "reflection", "T", items=(Item("a", "Now?"),)), {"a": "Rest."})
    ['Now?: Rest.']
    """
    keys = [item.key for item in exercise.items if item.key in values]
    return [labelled(item_words(exercise, key), values[key]) for key in keys]
