"""The exercises of a course in the order in which a learner meets them."""

import json
import re
from pathlib import Path

from ..content.library import Library

__all__ = ["course_order"]

_SHOWN = re.compile(r"""wb\.exercise\(\s*["']([^"']+)["']""")


def course_order(library: Library) -> list[str]:
    """List the ids of all exercises: as the notebooks show them, then any that none shows.

    Parameters
    ----------
    library : Library

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> course_order(Library(packaged_course()))[0]
    '00/agreements_and_exits'
    """
    known = library.exercise_ids()
    found = [i for book in library.notebooks() for i in _shown(book)]
    first = {i: place for place, i in reversed(list(enumerate(found)))}
    return sorted(known, key=lambda i: (i[:2], first.get(i, len(found)), i))


def _shown(book: Path) -> list[str]:
    """Give what the cells of a notebook show; nothing for one that cannot be read."""
    try:
        cells = json.loads(book.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [i for source in sources for i in _SHOWN.findall(source)]
