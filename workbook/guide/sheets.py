"""Sheets to print for a group: the triad, Mirror cards, maps, forms to rewrite, words to keep."""

import re
from collections.abc import Iterator

from ..content.library import Library
from ..content.markup import plain_words, to_html
from ..content.model import Exercise
from ..html import Markup, element, fragment
from ..kinds import kind_of
from ..kinds.printing import sheet

__all__ = ["exercise_sheets", "sheets"]

HANDED_OUT = ("history_on_one_page", "words_that_share")
SMALL = "body { font-size: 10pt; line-height: 1.35; }"  # the history stands on one page
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def sheets(library: Library) -> dict[str, str]:
    """Write the sheets, each a page of its own; no page is in two of them.

    Parameters
    ----------
    library : Library

    Returns
    -------
    dict of str to str
        Name of a file and its page: for each exercise whose kind has something to print, and for
        each page for learners that is handed out.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> made = sheets(Library(packaged_course()))
    >>> [name for name in made if name.startswith("03-mirror")]
    ['03-mirror.html', '03-mirror-large.html']
    """
    made: dict[str, str] = {}
    for name in library.exercise_ids():
        made |= exercise_sheets(library.exercise(name))
    return made | dict(_handed_out(library))


def exercise_sheets(exercise: Exercise) -> dict[str, str]:
    """Write the sheets of one exercise; none where its kind prints nothing.

    Parameters
    ----------
    exercise : Exercise

    Returns
    -------
    dict of str to str
        Name of a file and its page.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> list(exercise_sheets(Library(packaged_course()).exercise("02/power_map")))
    ['02-power_map.html']
    """
    stem = exercise.id.replace("/", "-")
    pages = kind_of(exercise).sheets(exercise)
    return {f"{'-'.join(filter(None, [stem, size]))}.html": page for size, page in pages.items()}


def _handed_out(library: Library) -> Iterator[tuple[str, str]]:
    """Make pages of those for learners, without links, which paper cannot follow."""
    for name in HANDED_OUT:
        path = library.modules_folder / "learners" / f"{name}.md"
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            text = "\n".join(LINK.sub(r"\1", line) for line in lines if not line.startswith("["))
            body = fragment(element("style", Markup(SMALL)), Markup(to_html(text)))
            yield f"{name}.html", sheet(plain_words(lines[0].lstrip("# ")), body)
