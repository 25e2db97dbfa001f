"""What people have before them in one exercise, with its notes, for a room without screens."""

import re
from collections.abc import Iterator

from ..content.markup import labelled
from ..content.model import Exercise, Item
from ..kinds import kind_of
from ..words import word, words
from .scenes import scenes_part

__all__ = ["shown_part", "text_part"]

BULLET = re.compile(r"^  (?:[-*]|\( \)|\[ \]) ")


def text_part(exercise: Exercise) -> str:
    """Write the text of an exercise as Markdown, with no notes.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> "- " in text_part(Library(packaged_course()).exercise("03/five_openings"))
    True
    """
    return _marked(kind_of(exercise).text(exercise))


def shown_part(exercise: Exercise, level: int) -> str:
    """Write the text of an exercise and its notes as Markdown.

    Parameters
    ----------
    exercise : Exercise
    level : int
        Of its headings.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> made = shown_part(Library(packaged_course()).exercise("03/five_openings"), 5)
    >>> made.count("- ") > 6
    True
    """
    said = words("guide")
    parts = [f"{'#' * level} {said['shown']}", text_part(exercise)]
    if "encounter" in exercise.settings:
        return "\n\n".join([*parts, scenes_part(exercise.settings["encounter"], level)])
    if "ends" in exercise.settings:
        parts.append(word("guide", "in_order", **exercise.settings["ends"]))
    noted = [i for i in exercise.items if i.feedback or any(o.feedback for o in i.options)]
    if noted:
        parts += [f"{'#' * level} {said['notes']}", *map(_notes, noted)]
    return "\n\n".join(parts)


def _marked(texts: list[str]) -> str:
    """Join lines that were broken for a terminal, and mark those of lists."""
    blocks: list[str] = []
    for line in "\n".join(texts).splitlines():
        bullet = BULLET.match(line)
        if bullet:
            blocks.append(f"- {_plain(line[bullet.end() :])}")
        elif not line.strip():
            blocks.append("")
        elif blocks and blocks[-1].startswith("- ") and not line.startswith(" "):
            blocks += ["", _plain(line)]  # what goes on with a point of a list is indented
        elif blocks and blocks[-1]:
            blocks[-1] += f" {_plain(line)}"
        else:
            blocks.append(_plain(line))
    return re.sub(r"\n(?=- )", "\n", "\n".join(_spaced(blocks)))


def _spaced(blocks: list[str]) -> Iterator[str]:
    """Put an empty line where a list begins."""
    last = ""
    for block in blocks:
        if block.startswith("- ") and last and not last.startswith("- "):
            yield ""
        yield block
        last = block


def _plain(text: str) -> str:
    """Keep signs that Markdown would take for its own."""
    return re.sub(r"([\\`*_\[\]#|<>])", r"\\\1", text.strip())


def _notes(item: Item) -> str:
    """Give the notes of one item below its text: those of its choices, else its own."""
    mark = words("guide")["fits"]
    own = [
        labelled(f"{mark} {option.text}" if option.fits else option.text, option.feedback)
        for option in item.options
        if option.feedback
    ]
    if not own and item.feedback:
        own = [item.feedback]
    lines = [f"- {' '.join(note.split())}" for note in own]
    return "\n\n".join(filter(None, [" ".join(item.text.split()), "\n".join(lines)]))
