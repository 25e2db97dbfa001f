"""One small exercise of every kind that there is: the sample in its folder."""

import functools

from sweep import sweep

from workbook.content.reader import parse_exercise
from workbook.kinds import kind_of, names


def kinds():
    """List the kinds that there are."""
    return list(names())


@functools.cache
def text_of(kind):
    """Give the sample file of a kind."""
    return (kind_of(kind).folder / "sample.md").read_text(encoding="utf-8")


def exercise_of(kind):
    """Read the sample of a kind."""
    return parse_exercise(text_of(kind), f"09/{kind}")


# One page of each sort: options, a list that is moved, words of one's own, a story.
SORTS = ("choice", "rank", "reflection", "encounter")


def sorts():
    """Give the kinds as parameters; the fast tests see one page of each sort."""
    return sweep(kinds(), lambda kind: kind in SORTS)
