"""Which exercise is evidence for which standard; the course says it in ``standards.yaml``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..content.library import Library
from ..content.model import place
from ..errors import ContentError
from ..words import word, words

__all__ = ["standards_part"]


def standards_part(library: Library) -> str:
    """Write the maps as Markdown tables; nothing where the course has none.

    Raises
    ------
    workbook.errors.ContentError
        When the file cannot be read, or names an exercise that is not there.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> standards_part(Library(packaged_course())).startswith("## ")
    True
    """
    path = library.modules_folder / "facilitators" / "standards.yaml"
    if not path.is_file():
        return ""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        parts = [found["about"], *_maps(library, path, found["maps"])]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, yaml.YAMLError):
        raise ContentError(place(path), 0, word("guide", "no_standards")) from None
    return "\n\n".join([f"## {words('guide')['standards']}", *parts])


def _maps(library: Library, path: Path, maps: list[dict[str, Any]]) -> Iterator[str]:
    columns = words("guide")["standard_columns"]
    for each in maps:
        rows = [_row(library, path, row) for row in each["rows"]]
        head = f"| {' | '.join(columns)} |\n| --- | --- | --- |"
        yield f"### {each['title']}"
        yield f"{each['about']} {words('guide')['source']} {each['source']}"
        yield "\n".join([head, *rows])


def _row(library: Library, path: Path, row: dict[str, Any]) -> str:
    known = set(library.exercise_ids())
    for name in row["evidence"]:
        if name not in known:
            raise ContentError(place(path), 0, word("guide", "no_exercise", exercise=name))
    titles = "; ".join(f"{library.exercise(n).title} ({n})" for n in row["evidence"])
    return f"| {row['standard']} | {row['shown']} | {titles or words('guide')['not_here']} |"
