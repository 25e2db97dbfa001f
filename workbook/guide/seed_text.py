"""Where the course teaches each sentence of the seed text, as a table for whoever assigns it."""

from ..content.library import Library
from ..content.seed_places import Taught, place_titles, seed_places
from ..words import word, words

__all__ = ["seed_part"]


def seed_part(library: Library) -> str:
    """Write the table in Markdown: each sentence with where it is quoted, explained and practiced.

    Parameters
    ----------
    library : Library
        The course.

    Returns
    -------
    str
        A part with its heading; nothing where the course names no places.

    Raises
    ------
    workbook.errors.ContentError
        When the list of sentences cannot be read.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> seed_part(Library(packaged_course())).count("| S09. ")
    1
    """
    exercises = [library.exercise(name) for name in library.exercise_ids()]
    books, said = library.notebooks(), words("guide")
    titles = place_titles(exercises, books)
    found = seed_places(library.modules_folder / "seed_claims.yaml", exercises, books)
    columns = said["seed_columns"]
    head = f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}"
    rows = [_row(each, titles) for each in found if each.explained]
    table = "\n".join([head, *rows])
    return f"## {said['seed']}\n\n{said['seed_about']}\n\n{table}" if rows else ""


def _row(each: Taught, titles: dict[str, str]) -> str:
    quoted = each.quoted[0] if each.quoted else ""
    places = (quoted, each.explained, each.case, each.practiced)
    return f"| {each.id}. {each.quote} | {' | '.join(_named(p, titles) for p in places)} |"


def _named(name: str, titles: dict[str, str]) -> str:
    if name not in titles:
        return words("guide")["none"]
    return word("guide", "seed_place", n=int(name[:2]), title=titles[name])
