"""Notes of a transcriber and time marks inside what was said: shown, and nobody's words."""

import csv
import re
from functools import cache
from pathlib import Path

__all__ = ["spoken"]

LISTS = Path(__file__).parents[1] / "word_lists" / "sounds.csv"
NOTE = re.compile(
    r"\[[^\[\]]{0,300}\]|#\d{1,3}:\d{1,2}:\d{1,2}-\d{1,3}#|\(\d{1,3}:\d{2}(?::\d{2})?(?:\.\d{1,3})?\)"
    r"|\(\d{0,2}\.\d{0,2}\)|<[^\W\d_][^<>\n]{2,60}>"  # a pause; a picture that is not in a chat
)
ROUND = re.compile(r"\(\s*([^\W\d_][^()\d]{1,40}?)[\s.,]*(?:\d{1,2}:\d{2}[\d:.]{0,8}\s*)?\)")


def spoken(text: str) -> str:
    """Give what was said, without notes in square brackets and time marks.

    A sound in round brackets, such as (laughs), is a note too; other words there are words.

    Examples
    --------
    >>> spoken("The school. [inaudible 00:00:12] And the bus. #00:00:14-5#").split()
    ['The', 'school.', 'And', 'the', 'bus.']
    >>> spoken("(laughs) No (he said).").split()
    ['No', '(he', 'said).']
    """
    if not any(sign in text for sign in "[#(<"):
        return text
    text = NOTE.sub(" ", text)
    return ROUND.sub(_kept, text) if "(" in text else text


def _kept(match: re.Match) -> str:
    return " " if " ".join(match[1].casefold().split()) in _sounds() else match[0]


@cache
def _sounds() -> frozenset:
    with LISTS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))
