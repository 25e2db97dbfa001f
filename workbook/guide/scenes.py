"""A story as it can be led from paper: numbered scenes and choices, what follows, both voices."""

import re
from collections.abc import Iterator
from typing import Any

from ..words import word, words

__all__ = ["scenes_part"]

PIECE = re.compile(r"[a-z_]\w*|[<>]=?")


def scenes_part(story: Any, level: int) -> str:
    """Write the scenes of an encounter and its endings as Markdown.

    Parameters
    ----------
    story : Encounter
        From the settings of an exercise.
    level : int
        Of its headings.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> story = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> "- **2.1** " in scenes_part(story, 4)
    True
    """
    return "\n\n".join(part for part in _parts(story, "#" * level) if part)


def _parts(story: Any, mark: str) -> Iterator[str]:
    said = words("guide")
    yield f"{mark} {said['scenes']}"
    yield said["scenes_about"]
    yield _bars(story)
    if story.known_to_you:
        yield f"{word('guide', 'knows', who=story.you)}\n\n{story.known_to_you}"
    for n, passage in enumerate(story.passages.values(), 1):
        yield f"**{word('guide', 'scene', n=n, title=passage.title)}**"
        yield from _paragraphs(story, passage)
        choices = enumerate(passage.choices, 1)
        yield "\n".join(line for k, each in choices for line in _choice(story, f"{n}.{k}", each))
    yield f"{mark} {said['endings']}"
    yield said["endings_about"]
    for n, end in enumerate(story.endings.values(), 1):
        yield from _ending(story, n, end)
    if story.known_to_person:
        yield f"{word('guide', 'knows_secret', who=story.person)}\n\n{story.known_to_person}"


def _paragraphs(story: Any, passage: Any) -> Iterator[str]:
    """Give what is said on some ways only, each with its condition, then the rest as one block."""
    for when, text in passage.paragraphs:
        if when is not None:
            yield f"{_only(story, when)}{_line(text)}"
    yield _line(passage.scene)


def _choice(story: Any, place: str, choice: Any) -> Iterator[str]:
    scenes = list(story.passages)
    there = choice.target in scenes
    follows = words("guide")["goes_to_end"]
    if there:
        follows = word("guide", "goes_to", n=scenes.index(choice.target) + 1)
    yield f"- **{place}** {_only(story, choice.when)}{_line(choice.say)} *{follows}*"
    if choice.shift:
        yield f"  - {word('guide', 'shifts', shift=_line(choice.shift))}"
    yield f"  - {_moves(choice)}"
    for name in ("person", "you"):
        if getattr(choice, name):
            yield f"  - {_voice(story, name, getattr(choice, name))}"


def _bars(story: Any) -> str:
    """Say where the bars begin and how one is moved, with the story's first move worked out."""
    move = next((move for choice in story.choices() for move in choice.moves), None)
    if move is None:
        return ""
    place, part, target = move
    names = [text for name, text in words("sides").items() if name.startswith("side_")]
    pairs = zip(names, story.start, strict=True)
    bars = [word("guide", "bar", side=_small(side), value=f"{at:g}") for side, at in pairs]
    low, high = story.middle
    known = {"bars": ", ".join(map(str, bars)), "low": low, "high": high, "budget": story.budget}
    before = story.start[place]
    after = round(before + part * (target - before))
    known |= {"part": f"{100 * part:g}", "target": f"{target:g}", "before": f"{before:g}"}
    return word("guide", "bars", after=after, **known)


def _moves(choice: Any) -> str:
    """Say how far a choice moves which bar, and what it takes."""
    said = []
    for (side, _, _), (_, part, target) in zip(choice.pulls, choice.moves, strict=True):
        known = {"part": f"{100 * part:g}", "target": f"{target:g}"}
        name = _small(words("sides")[f"side_{side}"])
        said.append(str(word("guide", "bar_move", side=name, **known)))
    moves = "; ".join(said) or words("guide")["bars_stay"]
    return word("guide", "bar_moves", moves=moves, minutes=choice.minutes)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _ending(story: Any, n: int, end: Any) -> Iterator[str]:
    yield f"**{word('guide', 'ending', n=n, title=end.title)}**"
    when = _when(story, end.when.text) if end.when else words("guide")["otherwise"]
    yield word("guide", "ending_when", when=when)
    lines = []
    for name in ("person", "you", "note"):
        more = [(when, text) for which, when, text in end.more if which == name]
        said = [(None, getattr(end, name)), *more]
        lines += [f"- {_only(story, w)}{_voice(story, name, text)}" for w, text in said if text]
    yield "\n".join(lines)


def _voice(story: Any, name: str, text: str) -> str:
    """Say who speaks; a note is nobody's."""
    who = {"person": story.person, "you": story.you}.get(name)
    return word("guide", "voice", who=who, said=_line(text)) if who else _line(text)


def _only(story: Any, when: Any) -> str:
    return f"{word('guide', 'only_if', when=_when(story, when.text))} " if when else ""


def _when(story: Any, text: str) -> str:
    """Say a condition with the numbers of choices and plain words for what is counted."""
    said, taken = words("guide"), _taken(story)
    plain = {**said["conditions"], **said["signs"]}

    def named(found: re.Match[str]) -> str:
        places = taken.get(found[0], [])
        either = f" {said['either']} ".join(places)
        group = f"({either})" if len(places) > 1 and found[0] != text else either
        return group or plain.get(found[0], found[0])

    return PIECE.sub(named, text)


def _taken(story: Any) -> dict[str, list[str]]:
    """Give for each flag the choices that set it, such as ``3.2``."""
    found: dict[str, list[str]] = {}
    for n, passage in enumerate(story.passages.values(), 1):
        for k, choice in enumerate(passage.choices, 1):
            for flag in choice.sets:
                found.setdefault(flag, []).append(f"{n}.{k}")
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
