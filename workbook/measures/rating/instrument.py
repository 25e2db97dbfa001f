"""What a card with two sides asks, read from its own file: its lines, its scale, its status."""

import functools
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...errors import WorkbookError
from ...words import word

__all__ = ["Instrument", "mirror", "read_instrument"]

PACKAGE = Path(__file__).parents[2]
NEEDED = {"version": str, "status": str, "scale": list, "dimensions": dict, "unscored": list,
          "open": str}  # fmt: skip
LABELS = "short_names"  # a setting that may be there: the scored lines in a few words
SIDE = "person"  # whose words a line without a short name goes by
HEADING = re.compile(r"##\s+([a-z0-9_]+)(?::.*)?\s*")
NAMED = re.compile(r"- ([a-z][a-z0-9_]*):\s+(.+)")
LEAST_OF_5 = 4  # of five lines so many need an answer, before a card has a score


@dataclass(frozen=True)
class Instrument:
    """One card: the same lines for both sides, each rated on one scale.

    Parameters
    ----------
    name : str
        The stem of its file, such as ``mirror``.
    version, status : str
        Which wording it is, and how far it has been tested.
    scale : tuple of str
        The words of the scale, from the lowest point, which is 1, to the highest.
    dimensions : mapping of str to str
        Each scored line, in order, and the side of the meeting that it is about.
    unscored : tuple of str
        Lines that are rated and stand beside the score.
    open : str
        The line that is answered in one's own words.
    labels : mapping of str to str
        Lines in a few words; a line that is not in it goes by its name.

    Examples
    --------
    >>> card = Instrument("own", "1", "Not tested.", ("no", "partly", "yes"),
    ...                   {"asked": "voice", "heard": "voice", "chose": "decisions"})
    >>> card.lines, card.top, card.least, card.places
    (('asked', 'heard', 'chose'), 3, 3, ('voice', 'decisions'))
    """

    name: str
    version: str
    status: str
    scale: tuple[str, ...]
    dimensions: Mapping[str, str]
    unscored: tuple[str, ...] = ()
    open: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name.replace("_", " ").capitalize()

    @property
    def lines(self) -> tuple[str, ...]:
        """The scored lines, in order."""
        return tuple(self.dimensions)

    @property
    def places(self) -> tuple[str, ...]:
        """The sides of the meeting that the scored lines are about, in order."""
        return tuple(dict.fromkeys(self.dimensions.values()))

    @property
    def top(self) -> int:
        """The highest point of the scale; the lowest is 1."""
        return len(self.scale)

    @property
    def step(self) -> float:
        """How many of the 100 points of a score one step of the scale is worth."""
        return 100 / (self.top - 1)

    @property
    def least(self) -> int:
        """How many scored lines need an answer before there is a score: four of five."""
        return -(-LEAST_OF_5 * len(self.dimensions) // 5)

    def label(self, line: str) -> str:
        """Give a line in a few words."""
        return self.labels.get(line, line)


def mirror() -> Instrument:
    """Give the Mirror as it travels with the course.

    Returns
    -------
    Instrument

    Examples
    --------
    >>> mirror().version, len(mirror().lines), mirror().top, mirror().least
    ('0.1', 10, 5, 8)
    """
    course = PACKAGE / "course"
    course = course if (course / "modules").is_dir() else PACKAGE.parent
    return _kept(course / "modules" / "instruments" / "mirror.md")


@functools.cache
def _kept(path: Path) -> Instrument:
    return read_instrument(path)


def read_instrument(path: str | os.PathLike) -> Instrument:
    """Read a card from its own file.

    Parameters
    ----------
    path : str or os.PathLike
        A Markdown file. Its settings stand between two lines ``---``: version, status, scale (a
        list), dimensions (lines ``line: dimension``), unscored (a list), open, and if wanted
        short_names (lines ``line: a few words``).

    Returns
    -------
    Instrument

    Raises
    ------
    WorkbookError
        When the file cannot be read, or a setting is missing or has the wrong form.

    Examples
    --------
    >>> read_instrument(PACKAGE / "nothing.md")
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: The instrument nothing.md could not be read \
(No such file or directory). Name its file.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or word("instrument_errors", "no_text")
        message = word("instrument_errors", "unreadable", file=path.name, why=why)
        raise WorkbookError(message) from None
    ends = [n for n, line in enumerate(lines) if line.strip() == "---"]
    if len(ends) < 2 or ends[0]:
        raise WorkbookError(word("instrument_errors", "no_settings", file=path.name))
    settings = _settings("\n".join(lines[1 : ends[1]]), path.name)
    said = _statements(lines[ends[1] + 1 :])
    labels = {name: said.get(name, name) for name in settings["dimensions"]}
    return Instrument(
        path.stem,
        settings["version"],
        settings["status"],
        tuple(settings["scale"]),
        settings["dimensions"],
        tuple(settings["unscored"]),
        settings["open"],
        labels | settings.get(LABELS, {}),
    )


def _settings(text: str, file: str) -> dict:
    import yaml

    try:
        found = yaml.load(text, yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise WorkbookError(word("instrument_errors", "bad_settings", file=file)) from None
    found = found if isinstance(found, dict) else {}
    for name, form in NEEDED.items():
        if name not in found:
            raise WorkbookError(word("instrument_errors", "missing", file=file, setting=name))
        _check(found, name, form, file)
    if LABELS in found:
        _check(found, LABELS, dict, file)
    if len(found["scale"]) < 2:
        raise WorkbookError(word("instrument_errors", "short_scale", file=file))
    return found


def _check(found: dict, name: str, form: type, file: str) -> None:
    """See that a setting is words, a list of words, or lines of the form ``name: words``."""
    value = found[name]
    plain = isinstance(value, form) and (bool(value) or name == "unscored")
    words = value.values() if isinstance(value, dict) else value
    if not plain or not all(isinstance(each, str) for each in words):
        kind = "words" if form is str else "list" if form is list else "lines"
        raise WorkbookError(word("instrument_errors", f"no_{kind}", file=file, setting=name))


def _statements(lines: list[str]) -> dict[str, str]:
    """Give the lines of the person's side in their own words."""
    found: dict[str, str] = {}
    part, name = "", ""
    for line in lines:
        if heading := HEADING.fullmatch(line):
            part, name = heading[1], ""
        elif part == SIDE and (named := NAMED.fullmatch(line)):
            name = named[1]
            found[name] = named[2].strip()
        elif part == SIDE and name and line.startswith("  ") and line.strip():
            found[name] += f" {line.strip()}"
    return found
