"""All answers as a table that a spreadsheet opens."""

from collections.abc import Iterator
from datetime import datetime

from ..files import table
from ..words import word, words
from .answers import Answer, Answered

__all__ = ["as_csv"]

LONGEST = 16_000  # letters in a cell; a spreadsheet cuts a cell off at 32,767 units


def as_csv(exercises: list[Answered], now: datetime) -> bytes:
    r"""Write one row for each answer; a very long one goes on in the rows below it.

    Parameters
    ----------
    exercises : list of Answered
    now : datetime
        When this is made; a table does not say it.

    Examples
    --------
    >>> as_csv([], datetime(2026, 11, 22)).decode("utf-8-sig").count("\n")
    1
    """
    head = word("record", "columns").split("|")
    return table([head, *(row for exercise in exercises for row in _rows(exercise))])


def _rows(exercise: Answered) -> Iterator[list[str]]:
    said = words("record")
    about = [exercise.module, exercise.title or exercise.id, _cut(exercise.question)[0]]
    private = said["yes" if exercise.private else "no"]
    for n, answer in enumerate(exercise.answers):
        which = said["earlier_one" if n else "newest"]
        state = [
            f"{answer.when:%Y-%m-%d %H:%M}" if answer.when else said["no_date"],
            which,
            word("record", f"wording_{answer.wording}"),
            private,
        ]
        parts = _cut(_text(answer))
        for place, part in enumerate(parts, 1):
            several = word("record", "part", n=place, all=len(parts)) if len(parts) > 1 else ""
            yield [*about, part, *state, several]


def _text(answer: Answer) -> str:
    return "\n".join(answer.lines)


def _cut(text: str) -> list[str]:
    return [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)] or [""]
