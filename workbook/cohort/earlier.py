"""Two pictures of nearly one group: what they would give away together is withheld in the second.

The earlier one is read from its table of numbers, so nobody has to keep the earlier hand-ins.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import WorkbookError
from ..files import safe_cell
from ..words import word
from .figures import Change, Figures, ItemFigures, Median, Row, Side, Table
from .records import COLUMNS
from .suppress import LEAST, VALUES

__all__ = ["Earlier", "beside", "read_earlier", "together"]

LARGEST = 50 * 1024 * 1024  # bytes

Key = tuple[str, str, str, int]
Counts = Sequence[int | None]


@dataclass(frozen=True)
class Earlier:
    """The numbers of an earlier picture.

    Parameters
    ----------
    people : int
    counts : dict
        Item, question, answer, and which one where several are called alike -> count; None where
        it was withheld.
    numbers : dict
        The same -> the number that stands beside the count, such as a median; empty where none.

    Examples
    --------
    >>> Earlier(30).counts
    {}
    """

    people: int
    counts: dict[Key, int | None] = field(default_factory=dict)
    numbers: dict[Key, str] = field(default_factory=dict)


def read_earlier(path: Path) -> Earlier:
    """Read the table that `workbook cohort --csv` has written.

    Parameters
    ----------
    path : Path

    Raises
    ------
    WorkbookError
        When it cannot be read, or is no such table.

    Examples
    --------
    >>> read_earlier(Path("no_file.csv"))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: no_file.csv is not the table of numbers ...
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError
        text = path.read_bytes().decode("utf-8-sig")
        heads, everybody, *rows = (list(map(_bare, row)) for row in csv.reader(io.StringIO(text)))
        if heads != list(COLUMNS) or any(len(row) != len(heads) for row in rows):
            raise ValueError
        nth: Counter[tuple[str, ...]] = Counter()
        read = [(_key(row, nth), row) for row in rows]
        counts = {key: _count(row[4]) for key, row in read}
        return Earlier(int(everybody[4]), counts, {key: row[7] for key, row in read})
    except (OSError, ValueError, IndexError, csv.Error):
        raise WorkbookError(word("cohort", "not_earlier", path=path)) from None


def _bare(cell: str) -> str:
    """Take off the sign that keeps a spreadsheet from computing a text."""
    return cell[1:] if cell.startswith("'") and safe_cell(cell[1:]) == cell else cell


def _key(row: Sequence[str], nth: Counter) -> Key:
    item, title, question, answer, *_ = row
    key = (item or title, question, answer)
    nth[key] += 1
    return (*key, nth[key])


def _count(people: str) -> int | None:
    return None if people == word("cohort", "withheld") else int(people)


def beside(found: Figures, earlier: Earlier) -> Figures:
    """Withhold what this picture and an earlier one would give away together.

    Parameters
    ----------
    found : Figures
    earlier : Earlier

    Returns
    -------
    Figures
        A question keeps its counts where they are the same in both pictures of as many people;
        else where the same cells are withheld in both, each count that is shown differs by at
        least `LEAST`, and what is withheld differs enough to stay open. All others are withheld.

    Raises
    ------
    WorkbookError
        When fewer than `LEAST` people lie between the two.

    Examples
    --------
    >>> beside(Figures(32, (), ()), Earlier(30))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Between this picture and the earlier one lie 2 people, ...
    """
    more = found.people - earlier.people
    if 0 < abs(more) < LEAST:
        raise WorkbookError(word("cohort", "few_between", n=abs(more), least=LEAST))
    compared = _Compared(earlier, more)
    parts = _Parts(earlier, found.people)
    items = tuple(
        replace(i, tables=tuple(compared.tables(i)), medians=tuple(parts.medians(i)))
        for i in found.items
    )
    changes = tuple(parts.change(change) for change in found.changes)
    sides = tuple(_side(side, earlier) for side in found.sides)
    note = word("cohort", "beside", n=earlier.people)
    return replace(found, items=items, changes=changes, sides=sides, beside=note)


@dataclass
class _Compared:
    """The rows of this picture beside those of the earlier one, found in the same order."""

    earlier: Earlier
    more: int
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def tables(self, item: ItemFigures) -> Iterator[Table]:
        for table in item.tables:
            rows = (self._row(item.id, table.labels, row) for row in table.rows)
            yield replace(table, rows=tuple(rows))

    def _row(self, item: str, labels: Sequence[str], row: Row) -> Row:
        whole = f"{row.of} - {row.text}" if row.of else row.text
        keys = [(item, whole, label) for label in labels]
        self.seen.update(keys)
        places = [(*key, self.seen[key]) for key in keys]
        if not all(place in self.earlier.counts for place in places):
            return row  # no earlier picture has asked this
        before = [self.earlier.counts[place] for place in places]
        safe = together(row.counts, before, self.more)
        return row if safe else replace(row, counts=(None,) * len(row.counts))


@dataclass
class _Parts:
    """Numbers that come from a part of a group, beside those of the earlier picture.

    How many are in the part and how many are not is a row of two cells, so the rule is the same.
    """

    earlier: Earlier
    people: int
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def medians(self, item: ItemFigures) -> Iterator[Median]:
        for each in item.medians:
            key = (item.id, each.text, word("cohort", "median"))
            safe = self._safe(key, each.people, each.value)
            yield each if safe else Median(each.text, None, None)

    def change(self, change: Change) -> Change:
        key = (word("cohort", "change"), change.text, word("cohort", "change_unit"))
        if self._safe(key, change.people, change.value):
            return change
        reason = word("cohort", "few_new_between")
        return Change(change.text, None, None, None, None, reason)

    def _safe(self, key: tuple[str, ...], part: int | None, number: float | None) -> bool:
        self.seen[key] += 1
        place = (*key, self.seen[key])
        if number is None or place not in self.earlier.counts:
            return True
        more = self.people - self.earlier.people
        if not more and self.earlier.numbers.get(place) != str(number):
            return False
        before = _cells(self.earlier.counts[place], self.earlier.people)
        return together(_cells(part, self.people), before, more)


def _cells(part: int | None, people: int) -> Counts:
    return (None, None) if part is None else (part, people - part)


def together(now: Counts, before: Counts, more: int) -> bool:
    """Say whether two rows may both be seen, of groups that differ by so many people.

    Parameters
    ----------
    now, before : sequence of (int or None)
        As each may be seen alone.
    more : int
        None, or at least `LEAST` of them.

    Examples
    --------
    >>> together((12, 23), (6, 14), 15), together((7, 28), (6, 14), 15)
    (True, False)
    """
    if not more:
        return tuple(now) == tuple(before)
    told = [(a, b) for a, b in zip(now, before, strict=True) if a is not None or b is not None]
    apart = [a - b for a, b in told if a is not None and b is not None]
    rest = abs(more - sum(apart))  # how the withheld ones differ, together
    same = len(told) == len(apart) and all(abs(each) >= LEAST for each in apart)
    return same and (len(apart) == len(now) or rest >= VALUES - 1)


def _side(side: Side, earlier: Earlier) -> Side:
    """Withhold a mean of cards of which only a few are new."""
    key = (word("cohort", "sides"), side.text, word("cohort", "side_mean"), 1)
    before = earlier.counts.get(key)
    if before is None or side.people is None or abs(side.people - before) >= LEAST:
        return side
    return Side(side.text, None, None, word("cohort", "few_cards_between", side=side.text))
