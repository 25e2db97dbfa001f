"""CONTRIBUTING.md as a list of steps: what to save where, and what to type."""

import re
from dataclasses import dataclass
from pathlib import Path

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
FENCE = re.compile(r"^(`{3,})(\w*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
SAVE = re.compile(r"[Ss]ave .*as `([^`]+)`[^\n]*:\s*\Z")
ADD = re.compile(r"[Aa]dd .*to `([^`]+)`[^\n]*:\s*\Z")
CELL = re.compile(r"[Pp]ut .* into a new code cell of `([^`]+\.ipynb)`[^\n]*:\s*\Z")
BEFORE = ((SAVE, "save"), (ADD, "add"), (CELL, "cell"))
PAGE = 90  # lines that are not blank: more than this is more than one page


@dataclass(frozen=True)
class Step:
    """One thing to do.

    Parameters
    ----------
    does : str
        ``save`` a file, ``add`` to one, make a ``cell`` of a notebook, or ``run`` a command.
    where : str
        The file; empty for a command.
    text : str
        What to write or to type.
    """

    does: str
    where: str
    text: str


def sections(page: str) -> dict[str, str]:
    """Give each section by its title; a heading inside a fenced block begins none."""
    hidden = FENCE.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), page)
    starts = [*SECTION.finditer(hidden)]
    ends = [*(start.start() for start in starts[1:]), len(page)]
    pairs = zip(starts, ends, strict=True)
    return {start[1].strip(): page[start.end() : end] for start, end in pairs}


def steps(section: str) -> list[Step]:
    """Give the steps of a section, in their order."""
    found = []
    for block in FENCE.finditer(section):
        if block[2] == "bash":
            lines = (line for line in block[3].splitlines() if line.strip())
            found += [Step("run", "", line) for line in lines]
            continue
        before = section[: block.start()].rstrip().rpartition("\n")[2]
        does, where = next(((d, m[1]) for p, d in BEFORE if (m := p.search(before))), ("", ""))
        assert does, f"Which file is this block for? {before!r}"
        found.append(Step(does, where, block[3]))
    return found


def trials(root: Path) -> dict[str, list[Step]]:
    """Give the sections of CONTRIBUTING.md that tell how to add something."""
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return {title: steps(text) for title, text in sections(page).items() if title[:4] == "Add "}
