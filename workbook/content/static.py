"""The form of an exercise that needs no program: plain text, with no feedback."""

import textwrap
from collections.abc import Iterator

from ..words import words
from .markup import plain_words
from .model import Exercise, Item

__all__ = ["as_text"]

WIDTH = 78


def _wrap(text: str, first: str = "", rest: str | None = None) -> str:
    indent = first if rest is None else rest
    lines = [
        textwrap.fill(line, WIDTH, initial_indent=indent if n else first, subsequent_indent=indent)
        for n, line in enumerate(plain_words(text).splitlines())
    ]
    return "\n".join(lines)


def _choices(exercise: Exercise) -> list[tuple[str, str]]:
    """Give what applies to every item alike: buckets, codes, ends, anchors, inputs."""
    settings = exercise.settings
    if "inputs" in settings:
        return [(name, _input_words(value)) for name, value in settings["inputs"].items()]
    if "scale" in settings:
        return [(str(n), word) for n, word in enumerate(settings["scale"], 1)]
    for name in ("buckets", "codes", "ends", "roles"):
        if name in settings:
            return list(settings[name].items())
    return []


def _input_words(value: dict) -> str:
    words = f"{value['label']}, from {value['from']:g} to {value['to']:g}"
    return f"{words}, starting at {value['start']:g} {value['unit']}".strip()


def _item_options(exercise: Exercise, item: Item) -> Iterator[str]:
    if exercise.kind == "choice":
        yield from (option.text for option in item.options)


def _shown(exercise: Exercise) -> tuple[Item, ...]:
    return () if exercise.kind in ("what_if", "encounter") else exercise.items


def _sheet(exercise: Exercise) -> list[str]:
    """Give of a practice sheet the rules, what is counted, and the part for one."""
    if exercise.kind != "practice":
        return []
    said, settings = words("practice"), exercise.settings
    lists = [
        "\n".join([said[name], *(_wrap(line, "  - ", "    ") for line in settings[name])])
        for name in ("rules", "tally")
    ]
    return [*lists, f"{said['alone']}\n{_wrap(settings['alone'], '  ')}" * bool(settings["alone"])]


def _story(exercise: Exercise) -> list[str]:
    """Give of a story how it begins, and where the rest stands."""
    if exercise.kind != "encounter":
        return []
    name = exercise.id.partition("/")[2]
    rest = f"The whole story can be read in modules/encounters/{name}.md."
    return [exercise.items[0].text, rest]


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
    minutes = f"{exercise.minutes} minute{'s' if exercise.minutes != 1 else ''}"
    blocks = [f"{exercise.title} ({minutes})"]
    if exercise.content_note:
        blocks.append(_wrap("Before you start: " + exercise.content_note))
    blocks += [_wrap(exercise.settings.get("status", "")), _wrap(exercise.prompt)]
    blocks.append("\n".join(_wrap(words, "  * ", "    ") for _, words in _choices(exercise)))
    blocks += _sheet(exercise)
    parts = [_item_text(exercise, item) for item in _shown(exercise)]
    blocks += parts if exercise.kind == "choice" else ["\n".join(parts)]
    blocks += map(_wrap, _story(exercise))
    return "\n\n".join(block for block in blocks if block)


def _item_text(exercise: Exercise, item: Item) -> str:
    box = "  [ ] " if exercise.settings.get("many") else "  ( ) "
    lines = [_wrap(text, box, "      ") for text in _item_options(exercise, item)]
    if item.text:
        source = f" Source: {item.source}" if item.source else ""
        lines.insert(0, _wrap(item.text + source, "  - ", "    "))
    if heading := _heading(exercise, item):
        lines.insert(0, f"\n{heading}")
    return "\n".join(lines)


def _heading(exercise: Exercise, item: Item) -> str:
    return exercise.settings.get("headings", {}).get(item.key, "")
