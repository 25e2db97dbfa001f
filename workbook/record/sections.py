"""The sections of a module as its page has them: a heading, and what follows up to the next."""

import functools
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Section", "sections"]

HEADING = re.compile(r"^##? +(.+)$", re.MULTILINE)
EXERCISE = re.compile(r"""^wb\.exercise\(["']([^"']+)["']\)$""", re.MULTILINE)
MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]")


@dataclass(frozen=True)
class Section:
    """One section of a page.

    Parameters
    ----------
    cell : str
        The name of the cell with the heading: what an address ends with.
    title : str
        The heading, in plain words.
    texts : list of str
        The Markdown of its cells, heading included.
    exercises : list of (str, str)
        The name of a cell and the id of the exercise that it shows.

    Examples
    --------
    >>> Section("come-back", "Come back").exercises
    []
    """

    cell: str
    title: str
    texts: list[str] = field(default_factory=list)
    exercises: list[tuple[str, str]] = field(default_factory=list)


def sections(notebook: Path) -> list[Section]:
    """List the sections of a notebook; none of one that cannot be read.

    Parameters
    ----------
    notebook : path

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> found = sections(packaged_course() / "modules" / "00_start_here.ipynb")
    >>> found[0].cell, found[0].title
    ('title', 'Start here')
    """
    try:
        return _read(notebook, notebook.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError):
        return []


@functools.lru_cache(maxsize=64)
def _read(notebook: Path, _stamp: int) -> list[Section]:
    """Read a notebook; once for each state of its file."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    read = [(c["cell_type"], str(c.get("id", "")), "".join(c["source"])) for c in cells]
    found: list[Section] = []
    for kind, cell, source in read:
        heading = HEADING.search(source) if kind == "markdown" else None
        if heading:
            found.append(Section(cell, MARKS.sub(r"\1", heading[1]).strip()))
        if found and kind == "markdown":
            found[-1].texts.append(source)
        elif found and (shown := EXERCISE.search(source)):
            found[-1].exercises.append((cell, shown[1]))
    return found
