"""How long exercises and modules take, measured from their words and decisions.

A module is measured on two ways: the core way, and the full way, which is everything but what is
optional. What belongs to the full way alone says so: an exercise with ``way: full``, a section of
the notebook with its heading.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content.model import Exercise, Module
from ..kinds import kind_of
from ..kinds.pace import SECONDS, Work, count
from ..notebooks import calls
from ..words import Message, word

__all__ = ["Measured", "lines", "measure", "off"]

TRANSCRIPT = re.compile(r"\]\(([^)#\s]+\.csv)\)")
LEAST = 0.5  # a whole number of minutes may be half a minute off in any case
WAYS = {"core": "core_minutes", "full": "full_minutes", "optional": "optional_minutes"}
PARTS = {
    "chart": "chart",
    "transcript": "panel",
    "evaluate": "panel",
    "recall": "recall",
}


@dataclass(frozen=True)
class Measured:
    """What a module or an exercise says it takes, and what it takes.

    Parameters
    ----------
    id : str
        ``"01"`` or ``"01/where_i_stand"``.
    stated, core_stated : int
        Whole minutes; `core_stated` is 0 for an exercise, or a module with one way.
    minutes, core : float
        Measured; for an exercise both are the same.
    way : str
        ``"core"``, ``"full"`` or ``"optional"``; empty for a module.

    Examples
    --------
    >>> Measured("01/x", 4, 4.6, way="full").row["minutes"]
    4.6
    """

    id: str
    stated: int
    minutes: float
    core_stated: int = 0
    core: float = 0
    way: str = ""

    @property
    def row(self) -> dict:
        """The figures as `workbook check --json` prints them."""
        one = {"id": self.id, "stated": self.stated, "minutes": round(self.minutes, 1)}
        if self.way:
            return one | {"way": self.way}
        return one | {"core_stated": self.core_stated, "core_minutes": round(self.core, 1)}


def measure(
    modules: Iterable[Module], exercises: Iterable[Exercise], books: Iterable[Path]
) -> tuple[list[Measured], list[Measured]]:
    """Measure modules and exercises.

    Parameters
    ----------
    modules, exercises, books : iterable
        What can be read of a course, with its notebooks.

    Returns
    -------
    tuple of list
        The modules, and the exercises.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> course = Library(packaged_course())
    >>> [one], [] = measure([course.module("00")], [], course.notebooks())
    >>> one.id, 0 < one.core <= one.minutes
    ('00', True)
    """
    found = list(exercises)
    taken = [_exercise(exercise) for exercise in found]
    texts = {book.name: book for book in books}
    return [_module(m, taken, texts.get(m.notebook)) for m in modules], taken


def _exercise(exercise: Exercise) -> Measured:
    way = "optional" if exercise.optional else exercise.way
    minutes = kind_of(exercise).work(exercise).minutes
    return Measured(exercise.id, exercise.minutes, minutes, core=minutes, way=way)


def _module(module: Module, exercises: list[Measured], book: Path | None) -> Measured:
    own = [each for each in exercises if each.id[:2] == module.number]
    sums = {way: sum(e.minutes for e in own if e.way == way) for way in ("core", "full")}
    read = {"core": 0.0, "full": 0.0}
    for way, work in _reading(book) if book else ():
        read[way] += work.minutes
    start = Work(count(module.about, module.content_note, *module.objectives)).minutes
    core = start + sums["core"] + read["core"]
    whole = core + sums["full"] + read["full"]
    return Measured(module.number, module.minutes, whole, module.core_minutes, core)


def _reading(book: Path) -> Iterator[tuple[str, Work]]:
    """Give the way and the work of each cell that is no exercise."""
    way, mark = "core", str(word("module", "full_mark"))
    for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            first = source.partition("\n")[0].strip()
            if first.startswith(("# ", "## ")):
                way = "full" if first.endswith(mark) else "core"
            yield way, Work(count(source) + _opened(book, source))
        elif cell["cell_type"] == "code":
            parts = [PARTS.get(call, "") for call, _ in calls(source) or ()]
            words = _shown(cell) if "chart" in parts else 0
            yield way, Work(words, sum(SECONDS.get(part, 0) for part in parts))


def _shown(cell: dict) -> int:
    """Count the words that a cell shows: the sentence of a chart, and its sources."""
    data = (output.get("data", {}) for output in cell["outputs"])
    return sum(count("".join(each.get("text/plain", ""))) for each in data)


def _opened(book: Path, source: str) -> int:
    """Count the words of transcripts that a text sends its readers to."""
    paths = [book.parent / link for link in TRANSCRIPT.findall(source)]
    return sum(count(path.read_text(encoding="utf-8")) for path in paths if path.is_file())


def off(stated: int, minutes: float, share: float) -> bool:
    """Say whether a stated time is too far from the measured one.

    Parameters
    ----------
    stated : int
        Whole minutes.
    minutes : float
        Measured.
    share : float
        How far it may be off, as a share of the measured time.

    Examples
    --------
    >>> off(50, 82, 0.2), off(3, 3.9, 0.2), off(2, 1.5, 0.2)
    (True, True, False)
    """
    return abs(stated - minutes) > max(LEAST, share * minutes)


def lines(modules: Iterable[dict], exercises: Iterable[dict]) -> list[Message | str]:
    """Say the figures, a line for each module and, below it, for each exercise.

    Parameters
    ----------
    modules, exercises : iterable of dict
        Rows as `Measured.row` gives them.

    Examples
    --------
    >>> lines([], [])
    []
    """
    own, said = list(exercises), []
    for row in modules:
        said.append(word("check_command", "module_minutes", **row))
        for each in (e for e in own if e["id"][:2] == row["id"]):
            said.append(word("check_command", WAYS[each["way"]], **each))
    return [*said, ""] if said else []
