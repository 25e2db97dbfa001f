"""Before and after: how people who handed in twice, under one code, have changed.

One number for all questions of one scale, one for each exercise of at least three of them, and none
for a single question: the answers of a part of a group to one question would be one more table,
from which withheld counts could be worked out.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from ..kinds.question import MARK, Question
from ..measures.paired import paired_effect_size
from ..words import word
from .envelope import HandIn, Item
from .figures import Change, visible
from .known import Known, why_left_out
from .suppress import LEAST, VALUES

__all__ = ["FEWEST_QUESTIONS", "changes"]

FEWEST_QUESTIONS = 3  # the mean of fewer would say what single people answered
SMALL = LEAST + VALUES  # people

Pair = tuple[HandIn, HandIn]


def changes(known: Mapping[str, Known], pairs: Sequence[Pair], people: int) -> tuple[Change, ...]:
    """Compare the first and the newest hand-in of each person who has two.

    Parameters
    ----------
    known : mapping
        Id -> item.
    pairs : sequence of (HandIn, HandIn)
    people : int
        All whose newest hand-in is counted.

    Examples
    --------
    >>> changes({}, [], 30)
    ()
    """
    asked = [(name, known[name]) for name in known if _points(known[name])]
    fits = [(name, item) for name, item in asked if _points(item)[0].scale == "fits"]
    ratings = [(name, item) for name, item in asked if _points(item)[0].scale == "rating"]
    groups: list[tuple[str, list]] = [(word("cohort", "change_fits"), fits)] if fits else []
    wide = [each for each in (*fits, *ratings) if len(_points(each[1])) >= FEWEST_QUESTIONS]
    groups += [(item.title, [(name, item)]) for name, item in wide]
    found = ((text, _scores(items, pairs)) for text, items in groups)
    return tuple(_change(text, scores, people) for text, scores in found if scores)


def _points(item: Known) -> list[Question]:
    return [question for question in item.questions if question.scale]


def _scores(items: Iterable[tuple[str, Known]], pairs: Sequence[Pair]) -> list[tuple]:
    """Give for each person the mean points before and after, of what was answered both times."""
    items, found = list(items), []
    for first, newest in pairs:
        both = [
            points
            for name, item in items
            if name in first.items and name in newest.items
            for points in _both(item, first.items[name], newest.items[name])
        ]
        if len(both) >= FEWEST_QUESTIONS:
            before, after = zip(*both, strict=True)
            found.append((fmean(before), fmean(after)))
    return found


def _both(known: Known, first: Item, newest: Item) -> list[tuple[float, float]]:
    if why_left_out(known, first) or why_left_out(known, newest):
        return []
    pairs = ((_given(q, first), _given(q, newest)) for q in _points(known))
    return [(one, two) for one, two in pairs if one is not None and two is not None]


def _given(question: Question, item: Item) -> float | None:
    put = item.facts.get(question.key, "no" if question.form == MARK else "")
    return question.points.get(put) if isinstance(put, str) else None


def _change(text: str, scores: Sequence[tuple], people: int) -> Change:
    told, given = visible(len(scores), people)
    before, after = zip(*scores, strict=True)
    measure = paired_effect_size(before, after)
    value, low, high = (_number(n) for n in (measure.value, measure.low, measure.high))
    if not told or low is None:  # where all changed alike, one of them would know it of the others
        name = "few_pairs" if people >= SMALL else "small_group"
        return Change(text, None, None, None, None, word("cohort", name, least=LEAST))
    return Change(text, value, low, high, given, "")


def _number(value: float) -> float | None:
    return round(value, 1) + 0.0 if math.isfinite(value) else None
