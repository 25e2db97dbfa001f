"""All answers as Markdown in which nothing that a learner wrote becomes markup."""

import re
from datetime import datetime
from itertools import groupby

from ..words import word, words
from .answers import Answer, Answered, local_date

__all__ = ["as_markdown"]

_MARKS = re.compile(r"[\\`*_{}\[\]<>|~&$^]")
_FIRST = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=:-]))")  # a heading, a list, a rule
_SPACES = re.compile(r"^[ \t]+")


def as_markdown(exercises: list[Answered], now: datetime) -> bytes:
    """Write the text, with a heading for each module and each exercise.

    Parameters
    ----------
    exercises : list of Answered
    now : datetime
        When this is made.

    Examples
    --------
    >>> as_markdown([], datetime(2026, 11, 22)).decode().splitlines()[0]
    '# Your answers'
    """
    said = words("record")
    answers = word("record", "answers", n=sum(len(each.answers) for each in exercises))
    about = {"date": local_date(now), "answers": answers, "exercises": len(exercises)}
    blocks = [f"# {said['title']}", word("record", "made", **about), said["keep"]]
    for module, own in groupby(exercises, key=lambda exercise: exercise.module):
        blocks += [f"## {_line(module)}", *(b for exercise in own for b in _exercise(exercise))]
    text = "\n\n".join(blocks if exercises else [*blocks, said["none"]])
    return f"{text}\n".encode("utf-8", "replace")


def _exercise(exercise: Answered) -> list[str]:
    newest, *earlier = exercise.answers
    blocks = [f"### {_line(exercise.title or exercise.id)}"]
    if exercise.private:
        blocks.append(f"**{words('record')['private']}**")
    if exercise.question:
        blocks.append(_lines(exercise.question))
    blocks += _answer(newest)
    if earlier:
        blocks.append(f"#### {word('record', 'earlier', n=len(earlier))}")
        blocks += [block for answer in earlier for block in _answer(answer)]
    return blocks


def _answer(answer: Answer) -> list[str]:
    quoted = "\n".join(f"> {line}" for line in _lines("\n".join(answer.lines)).split("\n"))
    when = word("record", "answered", date=local_date(answer.when))
    wording = "" if answer.wording == "same" else f" {word('record', f'wording_{answer.wording}')}"
    return [quoted, f"*{when}.*{wording}"]


def _lines(text: str) -> str:
    """Escape a text of several lines; each stays a line of its own."""
    lines = [_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return "\n".join(f"{line}\\" if line and below else line for line, below in pairs)


def _line(text: str) -> str:
    """Escape one line, with the spaces it begins with; other line ends count as spaces."""
    text = " ".join(text.splitlines())
    spaces = _SPACES.match(text)
    begin = "\u00a0" * len(spaces[0].expandtabs(4)) if spaces else ""
    rest = _MARKS.sub(r"\\\g<0>", text.lstrip(" \t"))
    return begin + _FIRST.sub(lambda found: f"{found[1]}\\", rest) if not begin else begin + rest
