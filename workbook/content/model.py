"""What an exercise is: plain objects with no widget and no file format in them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Exercise", "Item", "Module", "Option", "Visibility", "Ways", "place"]

Visibility = ("private", "shareable", "none")
Ways = ("core", "full")


def place(path: Path) -> str:
    """Name a course file as its author would: from the folder ``modules`` on.

    Examples
    --------
    >>> place(Path("home/course/modules/encounters/two_weeks.md"))
    'modules/encounters/two_weeks.md'
    """
    parts = ("", *path.parts)
    first = max((n for n, part in enumerate(parts) if part == "modules"), default=-2)
    return "/".join(parts[first:])


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen, with the feedback that answers the choice.

    Parameters
    ----------
    key : str
        Stable name inside its item: a letter, a bucket or a code.
    text : str
        Markdown, one paragraph.
    feedback : str
        What the choice does, for whom and when it fits.
    fits : bool
        Whether the feedback treats the choice as fitting.
    line : int
        1-based line in the file.

    Examples
    --------
    >>> Option("a", "It is proven.", "That would need studies.").fits
    False
    """

    key: str
    text: str
    feedback: str = ""
    fits: bool = False
    line: int = 0


@dataclass(frozen=True)
class Item:
    """One part of an exercise: a record to sort, a line to mark, a statement to rate.

    Parameters
    ----------
    key : str
        Stable name; empty for the single question of a ``choice``.
    text : str
        Markdown.
    options : tuple of Option
        What may be chosen for this item.
    feedback : str
        A note that belongs to the item as a whole.
    source : str
        Where a record comes from; shown with the item.
    line : int
        1-based line in the file.

    Examples
    --------
    >>> Item("b1", "The person heard the facts.").options
    ()
    """

    key: str
    text: str
    options: tuple[Option, ...] = ()
    feedback: str = ""
    source: str = ""
    line: int = 0


@dataclass(frozen=True)
class Exercise:
    """One exercise, read and checked.

    Parameters
    ----------
    id : str
        Module number and file name, as ``"01/who_does_it_protect"``.
    kind, title, draft, objective, purpose, visibility : str
        See ``modules/README.md``; `visibility` is private, shareable or none.
    minutes : int
        Time for one learner, 1-60.
    seed, competencies, values, professions : tuple of str
        What the exercise serves.
    post_test : bool
        Whether it is asked again at the end of the course.
    optional : bool
        Whether the module can be done without it: its minutes and its answer are not counted.
    way : str
        ``"core"``, or ``"full"`` when only the full way through the module asks for it.
    shows : tuple of str
        Which objectives of its module it shows: their numbers, from ``"1"``.
    prompt, hint, debrief, facilitator, content_note : str
        Markdown; empty when not given.
    items : tuple of Item
        The parts, in the order of the file.
    settings : mapping
        What the kind needs besides: buckets, codes, scale, inputs.
    file : path, optional
        Where it was read from.

    Examples
    --------
    >>> Exercise("01/x", "reflection", "Pause").edition == Exercise("01/x", "rank", "Pause").edition
    False
    """

    id: str
    kind: str
    title: str
    draft: str = ""
    objective: str = ""
    purpose: str = ""
    visibility: str = "none"
    minutes: int = 1
    seed: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    professions: tuple[str, ...] = ()
    post_test: bool = False
    optional: bool = False
    way: str = "core"
    shows: tuple[str, ...] = ()
    content_note: str = ""
    prompt: str = ""
    hint: str = ""
    debrief: str = ""
    facilitator: str = ""
    items: tuple[Item, ...] = ()
    settings: Mapping = field(default_factory=dict)
    file: Path | None = None

    @property
    def place(self) -> str:
        """The file as its author would name it; the id when there is none."""
        return place(self.file) if self.file else self.id

    @property
    def edition(self) -> str:
        """A short stamp of the wording that a learner answers; 12 hexadecimal digits."""
        parts = [(i.key, i.text, [(o.key, o.text) for o in i.options]) for i in self.items]
        wording = [self.kind, self.title, self.prompt, parts, dict(self.settings)]
        plain = json.dumps(wording, sort_keys=True, default=lambda value: value.rules)
        return hashlib.sha256(plain.encode()).hexdigest()[:12]

    def item(self, key: str) -> Item | None:
        """Give the item of that key, or None."""
        return next((item for item in self.items if item.key == key), None)


@dataclass(frozen=True)
class Module:
    """What stands at the top of a module.

    Parameters
    ----------
    number, name, title : str
        ``"01"``, ``"01_colonial_roots"`` and the heading.
    minutes : int
        Time for the whole module.
    core_minutes : int
        Time for the core way through it; 0 when there is only one way.
    objectives : tuple of str
        What a learner can do afterwards.
    about, content_note : str
        Markdown.

    Examples
    --------
    >>> Module("01", "01_colonial_roots", "Colonial roots", 50).notebook
    '01_colonial_roots.ipynb'
    """

    number: str
    name: str
    title: str
    minutes: int
    objectives: tuple[str, ...] = ()
    about: str = ""
    content_note: str = ""
    core_minutes: int = 0

    @property
    def notebook(self) -> str:
        """The file name of the module's notebook."""
        return f"{self.name}.ipynb"
