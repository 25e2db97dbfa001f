"""What people have before them in one exercise, with its notes, for a room without screens."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise

from ..content.markup import labelled
from ..content.model import Exercise, Item, Option
from ..kinds import kind_of
from ..words import word, words
from .scenes import scenes_part

__all__ = ["shown_part", "text_part"]

BULLET = re.compile(r"^  (?:[-*]|\( \)|\[ \]) ")
MOST_WORDS = 25  # of what can be chosen, on one line


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
    blocks = kind_of(exercise).text(exercise)
    lists = [bool(BULLET.match(block)) for block in blocks]
    both = [n for n, pair in enumerate(pairwise(lists)) if all(pair)]
    apart = {"ends", "places"} & exercise.settings.keys()  # of no line: `in_order`, a log's places
    if not both or apart:
        return _marked(blocks)
    n = both[0]
    parts = [_marked(blocks[:n]), _choices(blocks[n]), words("guide")["lines"]]
    return "\n\n".join([*parts, _numbered(_marked(blocks[n + 1 :]))])


def _choices(block: str) -> str:
    """Say apart from the lines what can be chosen for each of them."""
    marked = _marked([block])
    values = [line.removeprefix("- ") for line in marked.splitlines()]
    if len(marked.split()) > MOST_WORDS:
        return f"{words('guide')['each_of']}\n\n{marked}"
    return str(word("guide", "each_one", values=" / ".join(values)))


def _numbered(marked: str) -> str:
    """Put numbers before the lines, since a plan names them so."""
    number = count(1)
    return re.sub(r"^- ", lambda _: f"{next(number)}. ", marked, flags=re.MULTILINE)


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
    for title, text in kind_of(exercise).background(exercise):
        parts += [f"{'#' * (level + 1)} {title}", text]
    noted = [i for i in exercise.items if i.feedback or any(o.feedback for o in i.options)]
    if noted:
        labels = kind_of(exercise).labels(exercise)
        notes = [_notes(item, labels) for item in noted]
        parts += [f"{'#' * level} {said['notes']}", *notes]
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


def _notes(item: Item, labels: Mapping[str, str]) -> str:
    """Give the notes of one item below its text: those of its choices, else its own."""
    own = [labelled(_named(group, labels), group[-1].feedback) for group in _groups(item.options)]
    if not own:
        named = _named([option for option in item.options if option.fits], labels)
        own = [labelled(named, item.feedback) if named else item.feedback]
    lines = [f"- {' '.join(note.split())}" for note in own]
    return "\n\n".join(filter(None, [" ".join(item.text.split()), "\n".join(lines)]))


def _groups(options: Sequence[Option]) -> Iterator[list[Option]]:
    """Give the choices that share one note: it stands below the last of those that fit."""
    waiting: list[Option] = []
    for option in options:
        if option.fits:
            waiting.append(option)
        if option.feedback:
            yield waiting if option.fits else [option]
            waiting = [] if option.fits else waiting


def _named(options: Sequence[Option], labels: Mapping[str, str]) -> str:
    """Name choices by their own words, or by what can be chosen for every item alike."""
    named = "; ".join(option.text or labels.get(option.key, "") for option in options)
    fits = any(option.fits for option in options)
    return f"{words('guide')['fits']} {named}" if fits and named else named
