"""What an answer calls for, laid out before there is one, for pages that run without Python.

A condition is a list of plain values, which ``site/light/js/conditions.js`` tests against a
response: ``["is", value, *path]`` asks for that very value, ``["in", value, *path]`` for a list
that holds it, ``["among", values, *path]`` for one of several, ``["within", low, high, *path]`` for
a number, ``["text", *path]`` for words (``words``: not only space), ``["order", keys, *path]`` for
a list with every key once, ``["part", condition, *path]`` for a list of which one part meets a
condition, ``["filled", *path]`` for a list that is not empty, and
``["walk", graph, first, *path]`` for keys that lead from ``first`` to ``"end"``;
``all``, ``any``, ``not`` and ``least`` (so many at least) join others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..content.markup import labelled, to_html
from ..content.model import Exercise
from .answer import item_words

__all__ = [
    "SHOWN",
    "Ahead",
    "Condition",
    "Found",
    "always",
    "every",
    "laid_out",
    "line",
    "said_items",
    "some",
]

Condition = list[Any]
SHOWN: Condition = ["is", True, "shown"]


def always() -> Condition:
    """Give the condition that holds for every answer.

    Examples
    --------
    >>> always()
    ['all']
    """
    return ["all"]


def every(conditions: Iterable[Condition]) -> Condition:
    """Join conditions that must all hold.

    Parameters
    ----------
    conditions : iterable of Condition

    Examples
    --------
    >>> every([SHOWN])
    ['all', ['is', True, 'shown']]
    """
    return ["all", *conditions]


def some(conditions: Iterable[Condition]) -> Condition:
    """Join conditions of which one must hold.

    Parameters
    ----------
    conditions : iterable of Condition

    Examples
    --------
    >>> some([["text", "text"]])
    ['any', ['text', 'text']]
    """
    return ["any", *conditions]


def line(when: Condition, text: str, *path: str, **more: Any) -> dict[str, Any]:
    """Give one line in which an answer is said.

    Parameters
    ----------
    when : Condition
        When the line is said.
    text : str
        With ``{value}`` where the value stands, and ``{n}`` for its place in a list.
    *path : str
        Where the value lies in a response; none for a line without one.
    **more
        ``words``: the words of each value; ``each``: one line for each part of a list.

    Examples
    --------
    >>> line(["text", "text"], "Said: {value}", "text")["from"]
    ['text']
    """
    return {"when": when, "text": text, "from": list(path), **more}


@dataclass(frozen=True)
class Found:
    """Something that a view hears besides the notes, by how many conditions hold.

    Parameters
    ----------
    name : str
        As the view knows it.
    when : Condition
        When it is heard.
    of : sequence of Condition
        Those that are counted.
    values : sequence
        What is heard: one for each count, from none to all.
    otherwise : object
        What is heard before that.

    Examples
    --------
    >>> Found("count", SHOWN, (), ("None.",)).otherwise
    """

    name: str
    when: Condition
    of: Sequence[Condition]
    values: Sequence[Any]
    otherwise: Any = None


@dataclass(frozen=True)
class Ahead:
    """All that a kind can say of an answer without Python.

    Parameters
    ----------
    whole : Condition
        When an answer is whole.
    notes : sequence of (Condition, dict)
        Each note, and when it is shown.
    said : sequence of dict
        The answer in words; see `line`.
    found : sequence of Found
        What the view hears besides.
    data : mapping
        What the kind's own ``light.js`` computes with.

    Examples
    --------
    >>> Ahead(always()).notes
    ()
    """

    whole: Condition
    notes: Sequence[tuple[Condition, Mapping[str, Any]]] = ()
    said: Sequence[Mapping[str, Any]] = ()
    found: Sequence[Found] = field(default_factory=tuple)
    data: Mapping[str, Any] = field(default_factory=dict)


def laid_out(exercise: Exercise, ahead: Ahead, closing: str) -> dict[str, Any]:
    """Give what a page keeps of an exercise beside its spec: notes, hint, debrief, words.

    Parameters
    ----------
    exercise : Exercise
    ahead : Ahead
        From `workbook.kinds.base.Kind.ahead`.
    closing : str
        From `workbook.kinds.base.Kind.closing`; Markdown.

    Examples
    --------
    >>> laid_out(Exercise("01/x", "choice", "T"), Ahead(always()), "So.")["debrief"]
    '<p>So.</p>'
    """
    return {
        "whole": ahead.whole,
        "notes": [[when, dict(note)] for when, note in ahead.notes],
        "said": list(ahead.said),
        "found": [vars(each) for each in ahead.found],
        "debrief": to_html(closing),
        "hint": to_html(exercise.hint),
        "data": dict(ahead.data),
    }


def said_items(
    exercise: Exercise, field_name: str, words: Mapping[str, str], when: Mapping[str, Condition]
) -> list[dict[str, Any]]:
    """Say what was put on each item.

    Parameters
    ----------
    exercise : Exercise
    field_name : str
        The part of the answer that holds them.
    words : mapping
        The words of each value; empty where the value is words already.
    when : mapping
        Key of an item -> when it is said.

    Examples
    --------
    >>> said_items(Exercise("01/x", "reflection", "T"), "texts", {}, {})
    []
    """
    more = {"words": dict(words)} if words else {}
    labels = {key: _literal(item_words(exercise, key)) for key in when}
    return [
        line(on, labelled(labels[key], "{value}"), field_name, key, **more)
        for key, on in when.items()
    ]


def _literal(text: str) -> str:
    """Keep a brace that an author has written."""
    return text.replace("{value}", "{ value }").replace("{n}", "{ n }")
