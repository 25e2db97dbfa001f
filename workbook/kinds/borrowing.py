"""What a question takes from an earlier exercise: its options with their notes, never a copy."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..content.document import Document, Part
from ..content.model import Exercise, Item, Option
from ..content.settings import mapping
from ..errors import ContentError
from ..words import word
from .lines import body
from .picking import Picking, question

__all__ = ["Borrowing", "borrowed"]


class Borrowing(Picking):
    """What kinds do alike that take up questions of earlier exercises, named in ``again``.

    Examples
    --------
    >>> Borrowing.borrows, Borrowing.may
    (True, ('again',))
    """

    may: tuple[str, ...] = ("again",)
    borrows = True

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part for each question: its own options, or a line of ``again`` for it."""
        earlier = mapping(document, "again") if "again" in document.front else {}
        parts = body(document)
        lost = set(earlier) - {part.name for part in parts}
        if lost:
            document.stop("again", word("again_file", "no_part", name=min(lost)))
        items = [_question(document, part, part.name in earlier) for part in parts]
        return tuple(items), {"again": earlier}

    def references(self, exercise: Exercise) -> Mapping[str, str]:
        """Give for each question that is taken up where it comes from: ``00/name#item``."""
        found: Mapping[str, str] = exercise.settings["again"]
        return found

    def lent(
        self, exercise: Exercise, earlier: Mapping[str, Exercise], books: Mapping[str, str]
    ) -> Exercise:
        """Fill in what is taken from earlier exercises, and where they stand."""
        items = [borrowed(exercise, item, earlier.get(item.key)) for item in exercise.items]
        places = {
            key: {"title": each.title, "book": books[key], "id": each.id}
            for key, each in earlier.items()
        }
        return replace(
            exercise, items=tuple(items), settings={**exercise.settings, "places": places}
        )


def _question(document: Document, part: Part, taken: bool) -> Item:
    if not taken:
        return question(document, part)
    if part.rules:
        document.stop(part.rules[0], word("again_file", "twice", name=part.name))
    return Item(part.name, part.text, line=part.line)


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
