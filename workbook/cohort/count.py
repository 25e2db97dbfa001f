"""Counting hand-ins: from people's answers to the figures of a report."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

from ..content.library import Library
from ..errors import WorkbookError
from ..kinds.question import MARK, NUMBER, ONE, TEXT, YES, Question
from ..words import word
from .change import changes
from .envelope import Item
from .figures import Figures, ItemFigures, Median, Row, Table, seen, visible
from .gather import Gathered
from .known import Known, known_items, why_left_out
from .suppress import LEAST

__all__ = ["figures"]

MOST_LINES = 5  # about what is left out of single exercises


@dataclass
class _Tally:
    """What people answered to one item."""

    values: dict[str, Counter] = field(default_factory=dict)
    amounts: dict[str, list[float]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)


def figures(
    library: Library, gathered: Gathered, note: Callable[[str], object] = lambda text: None
) -> Figures:
    """Count a group.

    Parameters
    ----------
    library : Library
        The course that was answered.
    gathered : Gathered
    note : callable
        Takes one line about what is left out, for whoever has the files.

    Raises
    ------
    WorkbookError
        When there are fewer people than `LEAST`.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> figures(Library(packaged_course()), Gathered([], [], []))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There are 0 hand-ins to count, ...
    """
    people = len(gathered.newest)
    if people < LEAST:
        raise WorkbookError(word("cohort", "too_few", n=people, least=LEAST))
    known = known_items(library)
    tallies: dict[str, _Tally] = {}
    left: Counter[tuple[str, str]] = Counter()
    for one in gathered.newest:
        for name, item in one.items.items():
            reason = why_left_out(known.get(name), item)
            if reason:
                left[reason, name] += 1
            else:
                _add(known[name], item, tallies.setdefault(name, _Tally()))
    for line in _left_out(left):
        note(line)
    found = [_figures(known[name], tallies[name], people) for name in known if name in tallies]
    return Figures(people, tuple(found), changes(known, gathered.pairs, people))


def _left_out(left: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Say what is left out: a line for each exercise, or one line where there are many."""
    for reason, found in groupby(sorted(left.items()), lambda row: row[0][0]):
        ids = [(name[:60], n) for (_, name), n in found]
        if len(ids) <= MOST_LINES:
            yield from (word("cohort", f"left_{reason}", id=name, n=n) for name, n in ids)
        else:
            named = {"ids": ", ".join(name for name, _ in ids), "items": len(ids)}
            yield word("cohort", f"left_many_{reason}", n=sum(n for _, n in ids), **named)


def _add(known: Known, item: Item, tally: _Tally) -> None:
    for question in known.questions:
        key = question.key
        if question.form == TEXT:
            tally.texts.setdefault(key, []).extend(filter(None, [item.texts.get(key)]))
        elif question.form == NUMBER:
            amount = item.facts.get(key)
            if isinstance(amount, float):
                tally.amounts.setdefault(key, []).append(amount)
        elif item.facts.get(key) in question.values:
            tally.values.setdefault(key, Counter())[item.facts[key]] += 1


def _figures(known: Known, tally: _Tally, people: int) -> ItemFigures:
    counted = [q for q in known.questions if q.form in (ONE, MARK)]
    return ItemFigures(
        known.id,
        known.module,
        known.title,
        tuple(_tables(counted, tally, people)),
        tuple(_median(q, tally, people) for q in known.questions if q.form == NUMBER),
        tuple(_texts(q, tally) for q in known.questions if tally.texts.get(q.key)),
    )


def _tables(questions: Sequence[Question], tally: _Tally, people: int) -> Iterable[Table]:
    """Put the questions with the same answers into one table."""
    for (form, once, values), own in groupby(questions, _alike):
        rows = tuple(_row(q, tally.values.get(q.key, Counter()), people) for q in own)
        yield Table(_labels(form, once, values), rows, form == MARK)


def _labels(form: str, once: bool, values: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    if form == MARK:
        return word("cohort", "marked"), word("cohort", "not_marked")
    if once:
        return word("cohort", "where_it_fits"), word("cohort", "elsewhere")
    return (*(text for _, text in values), word("cohort", "no_answer"))


def _alike(question: Question) -> tuple[str, bool, tuple[tuple[str, str], ...]]:
    same = () if question.form == MARK else tuple(question.values.items())
    return question.form, question.once, same


def _row(question: Question, values: Counter, people: int) -> Row:
    keys = [YES] if question.form == MARK else list(question.values)
    fits = question.scale == "fits"
    fitting = {i for i, key in enumerate(keys) if fits and question.points.get(key)}
    counts = [values[key] for key in keys]
    if question.once:  # how many took each place would bind the questions to each other
        counts, fitting = [sum(counts[i] for i in fitting)], {0}
    return Row(
        question.text, seen([*counts, people - sum(counts)]), frozenset(fitting), question.of
    )


def _median(question: Question, tally: _Tally, people: int) -> Median:
    """Give the middle of a question, to two figures, so that it is nobody's own number."""
    amounts = tally.amounts.get(question.key, [])
    told, given = visible(len(amounts), people)
    return Median(question.text, _rounded(median(amounts)) if told else None, given)


def _rounded(value: float) -> float:
    digits = 1 - math.floor(math.log10(abs(value))) if value else 0
    return round(value, digits)


def _texts(question: Question, tally: _Tally) -> tuple[str, tuple[str, ...]]:
    return question.text, tuple(sorted(tally.texts[question.key], key=str.casefold))
