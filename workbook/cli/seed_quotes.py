"""Where a learner reads each sentence of the seed text in its own words."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..content.model import Exercise

__all__ = ["unquoted"]


def unquoted(claims: Path, exercises: list[Exercise], books: list[Path]) -> list[str]:
    """Give the sentences of the seed text that no learner reads whole.

    Marks, quotation marks and capitals do not count; notes and hints do, the part for the
    facilitator does not.

    Parameters
    ----------
    claims : path
        ``modules/seed_claims.yaml``, whose rows have an ``id`` and, where they quote, a ``quote``.
    exercises, books : list
        Exercises and notebooks that can be read.

    Returns
    -------
    list of str
        The ids of those rows, in the order of the file.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> len(unquoted(packaged_course() / "modules" / "seed_claims.yaml", [], []))
    35
    """
    rows = yaml.load(claims.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["claims"]
    read = [_plain(text) for text in _texts(exercises, books)]
    wanted = {row["id"]: _plain(row["quote"]) for row in rows if row.get("quote")}
    return [name for name, quote in wanted.items() if not any(quote in text for text in read)]


def _plain(text: str) -> str:
    """Give the words of a text, each between two spaces."""
    words = " ".join(re.findall(r"[^\W_]+", text.lower()))
    return f" {words} "


def _texts(exercises: list[Exercise], books: list[Path]) -> Iterator[str]:
    for exercise in exercises:
        yield from (exercise.prompt, exercise.hint, exercise.debrief)
        for item in exercise.items:
            yield from (item.text, item.feedback)
            yield from (text for option in item.options for text in (option.text, option.feedback))
    for book in books:
        cells = json.loads(book.read_text(encoding="utf-8"))["cells"]
        yield from ("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
