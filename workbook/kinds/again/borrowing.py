"""What a question takes from an earlier exercise: its options with their notes, never a copy."""

from collections.abc import Mapping
from dataclasses import replace

from ...content.model import Exercise, Item, Option
from ...errors import ContentError
from ...words import word

__all__ = ["borrowed"]


def borrowed(exercise: Exercise, item: Item, earlier: Exercise | None) -> Item:
    """Fill in the options of a question from the exercise that it is taken from.

    Parameters
    ----------
    exercise : Exercise
        The one that asks again.
    item : Item
        Its question; prose of its own stands in the place of the earlier question.
    earlier : Exercise, optional
        None for a question that is written out here.

    Raises
    ------
    ContentError
        When the earlier exercise has no such question, or not one answer to it.

    Examples
    --------
    >>> one = Item("", "", (Option("a", "Near", "Why."), Option("b", "Far", "Why not.")))
    >>> before = Exercise("00/x", "choice", "T", prompt="Where?", items=(one,))
    >>> asking = Exercise("01/y", "again", "T", settings={"again": {"where": "00/x"}})
    >>> found = borrowed(asking, Item("where", ""), before)
    >>> found.text, [option.text for option in found.options]
    ('Where?', ['Near', 'Far'])
    """
    if earlier is None:
        return item
    name = exercise.settings["again"][item.key].partition("#")[2]
    source = earlier.item(name)
    if source is None or not source.options or earlier.settings.get("many"):
        place, values = exercise.place, {"name": exercise.settings["again"][item.key]}
        raise ContentError(place, item.line, word("again_file", "no_question", **values))
    asked = [item.text or earlier.prompt, source.text]
    text = "\n\n".join(part for part in asked if part)
    return replace(item, text=text, options=_named(earlier, source.options))


def _named(earlier: Exercise, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Say an option in words, also where its exercise has one list of words for all items."""
    labels: Mapping[str, str] = earlier.settings.get("buckets", {})
    return tuple(replace(o, text=o.text or labels.get(o.key, o.key)) for o in options)
