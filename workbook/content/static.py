"""The form of an exercise that needs no program: plain text, with no feedback."""

import textwrap
from collections.abc import Iterable

from ..words import word
from .markup import plain_words
from .model import Exercise, Item
from .plugins import plugin

__all__ = ["as_text", "item_text", "listed", "wrap"]

WIDTH = 78


def wrap(text: str, first: str = "", rest: str | None = None) -> str:
    """Break a Markdown text into lines of plain words.

    Parameters
    ----------
    text : str
        Markdown.
    first, rest : str
        What stands before the first line and before all others; alike when `rest` is left out.

    Examples
    --------
    >>> wrap("*Pause.*", "  - ", "    ")
    '  - Pause.'
    """
    indent = first if rest is None else rest
    lines = [
        textwrap.fill(line, WIDTH, initial_indent=indent if n else first, subsequent_indent=indent)
        for n, line in enumerate(plain_words(text).splitlines())
    ]
    return "\n".join(lines)


def listed(texts: Iterable[str], mark: str = "*") -> str:
    r"""Give a list of what can be chosen.

    Parameters
    ----------
    texts : iterable of str
        Markdown.
    mark : str
        What stands before each.

    Examples
    --------
    >>> listed(["Near", "Far"])
    '  * Near\n  * Far'
    """
    return "\n".join(wrap(text, f"  {mark} ", "    ") for text in texts)


def item_text(item: Item) -> str:
    """Give one item, with its source.

    Examples
    --------
    >>> item_text(Item("desk", "The desk", source="A page"))
    '  - The desk Source: A page'
    """
    source = f" {word('static', 'source', source=item.source)}" if item.source else ""
    return wrap(item.text + source, "  - ", "    ") if item.text else ""


def as_text(exercise: Exercise) -> str:
    """Give an exercise as readable text, as a code host or a screen reader shows it.

    Parameters
    ----------
    exercise : Exercise

    Returns
    -------
    str
        Title, prompt, items and what can be chosen; never feedback, never an answer.

    Examples
    --------
    >>> from workbook.content.model import Item, Option
    >>> options = (Option("a", "It is proven.", "No."), Option("b", "It is tested.", "Yes."))
    >>> print(as_text(Exercise("00/x", "choice", "Name it", prompt="Which fits?",
    ...                        items=(Item("", "", options),))))
    Name it (1 minute)
    <BLANKLINE>
    Which fits?
    <BLANKLINE>
      ( ) It is proven.
      ( ) It is tested.
    """
    title = "title_full" if exercise.way == "full" else "title"
    blocks: list[str] = [word("static", title, title=exercise.title, n=exercise.minutes)]
    if exercise.content_note:
        blocks.append(wrap(word("static", "content_note", note=exercise.content_note)))
    blocks += plugin(exercise.kind).text(exercise)
    return "\n\n".join(block for block in blocks if block)
