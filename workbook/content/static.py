"""The form of an exercise that needs no program: plain text and light HTML, with no feedback."""

import html
import textwrap
from collections.abc import Iterator

from ..words import words
from .markup import inline_html, plain_words, to_html
from .model import Exercise, Item

__all__ = ["as_html", "as_text"]

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


def as_html(exercise: Exercise) -> str:
    """Give an exercise as light HTML for print and export: headings and lists, nothing else.

    Examples
    --------
    >>> as_html(Exercise("01/x", "reflection", "Pause", prompt="Stop.", items=(Item("a", "Why?"),)))
    '<section><h3>Pause</h3><p>Stop.</p><ul><li>Why?</li></ul></section>'
    """
    note = f"<p>{inline_html(exercise.content_note)}</p>" if exercise.content_note else ""
    shared = "".join(f"<li>{inline_html(words)}</li>" for _, words in _choices(exercise))
    items = "".join(_item_html(exercise, item) for item in _shown(exercise))
    lists = "".join(f"<ul>{block}</ul>" for block in (shared, items) if block)
    title = html.escape(exercise.title)
    status = exercise.settings.get("status", "")
    prose = "".join(map(to_html, (status, exercise.prompt, *_story(exercise))))
    return f"<section><h3>{title}</h3>{note}{prose}{lists}</section>"


def _item_html(exercise: Exercise, item: Item) -> str:
    options = [f"<li>{inline_html(text)}</li>" for text in _item_options(exercise, item)]
    if not item.text:
        return "".join(options)
    source = f" <small>{inline_html(item.source)}</small>" if item.source else ""
    heading = f"<strong>{_heading(exercise, item)}</strong> " if _heading(exercise, item) else ""
    return f"<li>{heading}{inline_html(item.text)}{source}</li>"


def _heading(exercise: Exercise, item: Item) -> str:
    return exercise.settings.get("headings", {}).get(item.key, "")
