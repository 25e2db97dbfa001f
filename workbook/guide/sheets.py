"""Sheets to print for a group: the triad, Mirror cards in two sizes, maps, forms to rewrite."""

from ..content.library import Library
from ..kinds import kind_of

__all__ = ["sheets"]


def sheets(library: Library) -> dict[str, str]:
    """Write the sheets, each a page of its own; no page is in two of them.

    Parameters
    ----------
    library : Library

    Returns
    -------
    dict of str to str
        Name of a file and its page, for each exercise whose kind has something to print.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> made = sheets(Library(packaged_course()))
    >>> [name for name in made if name.startswith("03-mirror")]
    ['03-mirror.html', '03-mirror-large.html']
    """
    made = {}
    for name in library.exercise_ids():
        exercise = library.exercise(name)
        for size, page in kind_of(exercise).sheets(exercise).items():
            parts = [name.replace("/", "-"), *filter(None, [size])]
            made[f"{'-'.join(parts)}.html"] = page
    return made
