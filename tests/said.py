"""What an exercise says: the words of its kind lie over those of every exercise."""

from workbook.widgets.exercise import exercise_parts
from workbook.words import words

__all__ = ["said_by"]


def said_by(kind, name):
    """Give one sentence as an exercise of this kind says it."""
    groups = exercise_parts(kind)[1]
    return next(words(group)[name] for group in reversed(groups) if name in words(group))
